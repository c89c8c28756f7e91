"""Incremental equals clean, after any sequence of edits."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.engine.machine import EditedSite

QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def test_after_any_edits_a_build_equals_a_clean_one() -> None:
    steps = settings(max_examples=200, stateful_step_count=15, deadline=None, suppress_health_check=QUIET)
    run_state_machine_as_test(EditedSite, settings=steps)
