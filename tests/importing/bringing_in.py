"""Brings sources into the shipped site, in memory."""

from collections.abc import Mapping
from functools import cache

from sitegen.building import PROJECT
from sitegen.config import read_config
from sitegen.importing.import_plan import ImportPlan, Outcome, plan_import
from sitegen.importing.import_record import ImportRecord
from sitegen.importing.kind_choice import Wanted, check_wanted
from sitegen.importing.source import Source
from sitegen.model import Config

TODAY = "2026-11-30"
NOTHING: Mapping[str, bytes] = {}


@cache
def config() -> Config:
    """Return the settings of the shipped site."""
    settings, problems = read_config((PROJECT / "site.yaml").read_bytes())
    assert settings, problems
    return settings


def source(name: str, data: str | bytes, beside: Mapping[str, bytes] = NOTHING) -> Source:
    """Return a source with files beside it."""
    return Source(name, data.encode() if isinstance(data, str) else data, beside.get)


def plan(
    *sources: Source,
    site: Mapping[str, bytes] = NOTHING,
    kind: str = "",
    into: str = "",
    record: ImportRecord | None = None,
    today: str = TODAY,
) -> ImportPlan:
    """Return what an import of sources into a site of these files does."""
    wanted = check_wanted(config(), kind, into) if kind or into else Wanted()
    return plan_import(config(), site, sources, wanted, today, site.get, record or ImportRecord())


def outcome(name: str, data: str | bytes, beside: Mapping[str, bytes] = NOTHING, *, kind: str = "") -> Outcome:
    """Return what becomes of one source."""
    outcomes = plan(source(name, data, beside), kind=kind).outcomes
    assert len(outcomes) == 1
    return outcomes[0]


def body_of(name: str, data: str | bytes, beside: Mapping[str, bytes] = NOTHING, *, kind: str = "") -> str:
    """Return the text below the front matter of the one page that a source makes."""
    return page_of(name, data, beside, kind=kind).partition("\n---\n")[2]


def page_of(name: str, data: str | bytes, beside: Mapping[str, bytes] = NOTHING, *, kind: str = "") -> str:
    """Return the file of the one page that a source makes."""
    page = outcome(name, data, beside, kind=kind).page
    assert page
    return page.text


def fields_of(name: str, data: str | bytes, *, kind: str = "") -> dict[str, tuple[object, str]]:
    """Return the fields of the one page that a source makes: the value, and how sure it is."""
    page = outcome(name, data, kind=kind).page
    assert page
    return {field.name: (field.value, field.sureness) for field in page.fields}


def asked_of(name: str, data: str | bytes, beside: Mapping[str, bytes] = NOTHING, *, kind: str = "") -> list[str]:
    """Return what is to be decided of the one page that a source makes."""
    page = outcome(name, data, beside, kind=kind).page
    assert page
    return [decision.text for decision in page.decisions]


def left_out_of(name: str, data: str | bytes) -> dict[str, str]:
    """Return the words that the one page of a source leaves out, by the reason."""
    page = outcome(name, data).page
    assert page
    reasons: dict[str, str] = {}
    for one in page.left_out:
        reasons[one.because] = f"{reasons.get(one.because, '')} {one.text}".strip()
    return reasons
