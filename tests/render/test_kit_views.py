"""What the pages of the Path to Performance are given: which checks a kit shows, and in which order."""

from sitegen.catalog.kits import PathLayout
from sitegen.model import Term
from sitegen.render import views
from sitegen.render.kit_views import Check, checks_of, rungs, step

LEVELS = (Term("1", "Level 1"), Term("2", "Level 2"), Term("3", "Level 3"))
TRAINING = Term("training", "Training")
LAYOUT = PathLayout(
    level_collection="levels", dimension_collection="dimensions", address="path", levels=LEVELS, dimensions=(TRAINING,)
)


def test_a_kit_shows_its_own_dimension_first_then_what_is_for_all_then_the_rules_of_others() -> None:
    example = Check(text="own example", dimension="training", is_example=True)
    others = (
        Check(text="other", dimension="leadership"),
        Check(text="other example", dimension="leadership", is_example=True),
    )
    own, rest = checks_of(
        (Check(text="for all"), *others, example, Check(text="own", dimension="training")), "training"
    )
    assert [check.text for check in own] == ["own", "own example", "for all"]
    assert [check.text for check in rest] == ["other"]


def test_the_steps_up_to_the_level_that_is_shown_are_reached() -> None:
    steps = [step(LAYOUT, level, TRAINING, 9, "/base", reached=1) for level in LEVELS]
    assert [(one.is_reached, one.is_current) for one in steps] == [(True, False), (True, True), (False, False)]
    assert steps[2].url == "/base/path/level-3/training/"


def test_the_ladder_of_levels_leaves_out_those_without_a_page() -> None:
    pages = {"1": views.Link("One", "/1/"), "3": views.Link("Three", "/3/")}
    assert [(one.title, one.number, one.is_current) for one in rungs(LAYOUT, pages, LEVELS[2])] == [
        ("One", "1", False),
        ("Three", "3", True),
    ]
