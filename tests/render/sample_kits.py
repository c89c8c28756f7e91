"""The pages of the Path to Performance with every field, and with no more than they need."""

from sitegen.render import kit_views as kits
from sitegen.render import views
from sitegen.render.qr_codes import QrCode
from tests.render.sample_cards import LONG_WORD, bare_card, card


def _steps() -> tuple[kits.Step, ...]:
    return tuple(
        kits.Step(
            title=f"Level {n} Training",
            url=f"/sub/path/level-{n}/training/",
            number=n,
            level=f"Level {n}",
            dimension="Training",
            count=4 - int(n),
        )
        for n in "123"
    )


def _checks() -> tuple[kits.Check, ...]:
    link = views.Link("A page", "/sub/x/")
    return (
        kits.Check(text="It is done.", dimension="training", source=link, tools=(link, link), kit=link, id="01234567"),
        kits.Check(text="Or so.", is_example=True),
    )


def full_part() -> kits.Part:
    """Return what a level or dimension shows besides its text."""
    return kits.Part(
        kits=_steps(),
        checks=_checks(),
        more=(views.Link("Tools (9)", "/sub/tools/level/3/"),),
        level="Level 3",
        ladder=_steps(),
    )


def full_grid() -> kits.Grid:
    """Return a grid of three levels and two dimensions, one of which has no page."""
    levels = tuple(kits.Head(f"Level {n}", f"/sub/path/level-{n}/" if n != "2" else "", n) for n in "123")
    rows = (kits.Row("Training", "/sub/path/training/", _steps()), kits.Row(LONG_WORD, "", _steps()))
    return kits.Grid(
        title="Path",
        description="Steps.",
        levels=levels,
        rows=rows,
        cards=(card("level"), bare_card("level")),
        has_thin=True,
    )


def full_kit() -> kits.KitPage:
    """Return a kit in which every field is filled."""
    groups = (views.Group("Tools", (card(), bare_card()), views.Link("All 9", "/sub/tools/")),)
    one, two, three = _steps()
    return kits.KitPage(
        title=f"Level 2 {LONG_WORD}",
        summary="In one line.",
        level=views.Link("Level 2", "/sub/path/level-2/"),
        dimension=views.Link("Training", "/sub/path/training/"),
        grid=views.Link("Path", "/sub/path/"),
        count=2,
        ladder=(one, two, three),
        checks=_checks(),
        others=_checks()[:1],
        groups=groups,
        loans=groups,
        beside=(one, two),
        previous=one,
        next=three,
        download=views.File("/sub/path/level-2-training.zip", "Download all", "ZIP", ("2 files", "9 kB")),
        qr=QrCode(3, "M0 0.5h2M1 2.5h2"),
    )


def bare_kit() -> kits.KitPage:
    """Return a kit with nothing in it, of a level and a dimension that have no pages."""
    place = views.Link("Level 1", "")
    grid = views.Link("Path", "/sub/path/")
    return kits.KitPage(
        title="X",
        summary="",
        level=place,
        dimension=place,
        grid=grid,
        count=0,
        ladder=(),
        checks=(),
        others=(),
        groups=(),
        loans=(),
        beside=(),
        previous=None,
        next=None,
    )
