"""The pages that no file of content/ has, as search sees them."""

from sitegen.catalog import pages_without_files
from sitegen.catalog.kits import PathLayout
from sitegen.model import Collection, Gallery, LocatedText, MenuItem, Redirect, Term

LEVELS = (Term("1", "Level 1"), Term("2", "Level 2"))
LAYOUT = PathLayout(
    level_collection="levels",
    dimension_collection="dimensions",
    address="path",
    levels=LEVELS,
    dimensions=(Term("training", "Training"), Term("team-process", "Team Process")),
)


def test_a_list_is_known_by_its_title_description_address_and_names() -> None:
    collection = Collection(
        id="toolkits", title="Practices", address="toolkits", description="What teams did.", also=("kits",)
    )
    page = pages_without_files.list_page(collection, LAYOUT, ("Practices", "Team practices"))
    assert (page.url, page.title, page.summary) == ("/toolkits/", "Practices", "What teams did.")
    assert page.names == ("Team practices", "toolkits", "kits")
    assert (page.kind, page.kind_label, page.terms) == ("list", "List", {})


def test_the_list_of_levels_is_that_of_all_kits() -> None:
    collection = Collection(id="levels", title="Path to Performance", address="path")
    page = pages_without_files.list_page(collection, LAYOUT, ())
    assert (page.kind, page.kind_label, page.names) == ("kit", "All kits", ("path",))


def test_menus_and_old_addresses_give_names() -> None:
    menus = (MenuItem("Ways in", LocatedText("/tools/")), MenuItem("Ways in", LocatedText("/tools")))
    redirects = (Redirect(LocatedText("/old/ubt-section"), LocatedText("/path/")),)
    assert pages_without_files.known_names(menus, redirects) == {"/tools/": ("Ways in",), "/path/": ("ubt section",)}


def test_a_kit_stands_for_two_terms_and_says_what_its_level_asks_for() -> None:
    requirements = {"1": [("training", "Go to a class."), ("", "Meet."), ("team-process", "Draw it.")]}
    pages = {page.url: page for page in pages_without_files.kit_pages(LAYOUT, requirements)}
    assert list(pages) == [
        "/path/level-1/training/",
        "/path/level-1/team-process/",
        "/path/level-2/training/",
        "/path/level-2/team-process/",
    ]
    kit = pages["/path/level-1/training/"]
    assert (kit.title, kit.kind_label, kit.body) == ("Level 1 Training", "Kit", "Go to a class.\nMeet.")
    assert kit.terms == {"level": ("1",), "dimension": ("training",)}
    assert pages["/path/level-2/training/"].body == ""


def test_a_group_of_a_list_carries_its_term() -> None:
    collection = Collection(id="hank", title="Hank", address="hank", group_by="issue", facets=("issue",))
    page = pages_without_files.group_page(collection, "Issue", Term("fall-2009", "Fall 2009"))
    assert (page.url, page.title, page.kind_label) == ("/hank/issue/fall-2009/", "Hank: Fall 2009", "Issue")
    assert page.terms == {"issue": ("fall-2009",)}


def test_the_home_page_and_galleries() -> None:
    home = pages_without_files.home_page("Our Site", "What it is.")
    assert (home.url, home.title, home.kind) == ("/", "Our Site", "home")
    gallery = pages_without_files.gallery_page(
        Gallery(
            id="films-and-more", title="Gallery", description="All of it.", collections=("tools",), also=("movies",)
        ),
        ("Films",),
    )
    assert (gallery.url, gallery.names) == ("/films-and-more/", ("Films", "films and more", "movies"))
