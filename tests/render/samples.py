"""Contexts that fill, and that starve, each page template."""

from typing import Any

from markupsafe import Markup

from sitegen.model.kinds import KINDS
from sitegen.render import kit_views as kits
from sitegen.render import views
from tests.render.sample_cards import LONG_WORD, bare_card, card
from tests.render.sample_kits import bare_kit, full_grid, full_kit, full_part

CHROME = views.Chrome(
    site_title="Labor Management Partnership",
    description="Stories & tools.",
    language="en",
    home_url="/sub/",
    main_menu=(views.Link("Tools", "/sub/tools/"), views.Link("About", "/sub/about/")),
    footer_menu=(views.Link("FAQ", "/sub/about/faq/"),),
    stylesheet="/sub/assets/css/site.css",
    font="/sub/assets/fonts/x.woff2",
    icon="/sub/assets/icons/favicon.svg",
    scripts=("/sub/assets/js/list.js",),
    policy="default-src 'none'; style-src 'self'",
    feedback="mailto:feedback@example.org",
    origin="https://example.org",
    my_list_url="/sub/my-list/",
    kits_url="/sub/path/",
)

HEAD = views.Head(
    title="A title | Labor Management Partnership",
    description="What it is about.",
    canonical="https://example.org/sub/tools/x/",
    kind="article",
    image="https://example.org/x.jpg",
    image_alt="Two people at a board",
    json_ld='{"@type":"WebPage"}',
    feeds=(views.Link("Tools | Labor Management Partnership", "/sub/tools/feed.xml"),),
    previous="/sub/tools/w/",
    next="/sub/tools/y/",
    version="0123abcd",
)

CRUMBS = (views.Link("Home", "/sub/"), views.Link("Tools", "/sub/tools/"), views.Link("A title", "/sub/tools/x/"))

BARS = views.Bars("Uni<o>ns", (views.Bar("Trades", "242,500 members", "100%"), views.Bar("UFCW", "9", "3.7%")), "2013")


def full_item(kind: str) -> views.Item:
    """Return an item in which every field is filled."""
    figures = (views.Stat("20 percent", "fewer repeats", "2015"), views.Stat("29", "ambassadors"))
    return views.Item(
        kind=kind,
        kind_label=kind.capitalize(),
        collection=views.Link("Tools", "/sub/tools/"),
        title=LONG_WORD,
        summary="In one line.",
        body_html=Markup('<p>Text.</p><h2 id="a">A</h2><h2 id="b">B</h2><h2 id="c">C</h2><h2 id="d">D</h2>'),
        headings=tuple(views.Heading(2, anchor, anchor.upper()) for anchor in "abcd"),
        date_iso="2017-10-01",
        date="October 1, 2017",
        updated_iso="2017-10-02",
        updated="October 2, 2017",
        levels=("3",),
        facets=(views.TermList("region", "Region", (views.Link("Ohio", "/sub/x/"), views.Link("Georgia", ""))),),
        picture=views.Picture(src="/sub/a.jpg", alt="Two people", credit="A. Person", width=800, height=600),
        best_used="At the start of a shift.",
        audience=("Manager", "Physician"),
        downloads=(views.File("/sub/a.pdf", "Guide", "PDF", ("2 pages", "120 kB")), views.File("/b", "B", "Word")),
        film=views.Player(
            src="/sub/a.mp4",
            poster=views.Picture(src="/sub/a.jpg"),
            captions="/sub/a.vtt",
            transcript=("One.", "Two."),
            length="3 minutes 20 seconds",
        ),
        links=(views.WebLink("Ohio", "https://example.org/", "Website"),),
        questions=(views.Question("Why?", "why", Markup("<p>Because.</p>")),),
        stats=figures,
        panels=(
            views.Panel(
                number=1, title="First", anchor="first", body_html=Markup("<p>Text.</p>"), stats=figures, bars=BARS
            ),
        ),
        story=card("story"),
        groups=(
            views.Group("Tools this team used", (card(), bare_card()), views.Link("All tools", "/sub/tools/")),
            views.Group("Nothing", ()),
        ),
        related=(card(), bare_card()),
        previous=views.Link("Before", "/sub/tools/w/"),
        next=views.Link("After", "/sub/tools/y/"),
        issue="sample issue 1",
        focus_areas=(views.Link("Quality", "/sub/focus-areas/quality/"),),
        is_draft=True,
        notice="From January 1, 2027",
        slides=(
            views.Slide(
                number=1,
                title="Sl<i>de",
                anchor="slide",
                body_html=Markup("<p>Text.</p>"),
                notes_html=Markup("<p>Say.</p>"),
                picture=views.Picture(src="/a", alt="A"),
            ),
            views.Slide(number=2, title="Last", anchor="last", body_html=Markup(), notes_html=Markup()),
        ),
        bars=BARS,
        names_kind=KINDS[kind].names_kind,
        can_be_kept=KINDS[kind].can_be_kept,
        shows_date=KINDS[kind].shows_date,
        has_picture_above_text=not KINDS[kind].has_picture_beside_files,
        is_step=KINDS[kind].is_step,
    )


def bare_item(kind: str) -> views.Item:
    """Return an item with no more than it must have."""
    known = KINDS[kind]
    return views.Item(
        kind=kind,
        kind_label=kind,
        collection=views.Link("Tools", ""),
        title="X",
        summary="",
        body_html=Markup(),
        names_kind=known.names_kind,
        shows_date=known.shows_date,
        is_step=known.is_step,
    )


def _facet(*, is_open: bool) -> views.Facet:
    options = (
        views.Option(id="quality", label="Quality", count=3, url="/sub/tools/topic/quality/", is_current=is_open),
        views.Option(id="service", label="Service", count=0, url="/sub/tools/topic/service/"),
    )
    return views.Facet(
        id="topic" if is_open else "role", label="Topic", url="/sub/tools/topic/", options=options, is_open=is_open
    )


def full_list() -> views.Listing:
    """Return the middle page of a filtered list."""
    pages = (views.PageLink(1, "/sub/1/"), views.PageLink(0, ""), views.PageLink(3, "/sub/3/", is_current=True))
    return views.Listing(
        title="Tools: Quality",
        description="Sheets to use today.",
        count=12345,
        total=20000,
        first=41,
        last=42,
        cards=(card(), bare_card()),
        facets=(_facet(is_open=True), _facet(is_open=False)),
        pager=views.Pager(number=3, total=9, previous="/sub/2/", next="/sub/4/", pages=pages),
        clear_url="/sub/tools/",
        feed="/sub/tools/feed.xml",
        chips=(
            views.Chip(
                facet="topic", term="quality", facet_label="Topic", term_label="Quality", url="/sub/tools/level/1/"
            ),
            views.Chip(facet="level", term="1", facet_label="Team level", term_label="Level 1", url=""),
        ),
        live=views.Live(
            index="/sub/tools/facets.json",
            list="/sub/tools/",
            page="/sub/tools/x/",
            per_page=20,
            sorts=("list", "title", "newest"),
        ),
        one="tool",
        many="tools",
    )


def bare_list(*cards: views.Card) -> views.Listing:
    """Return a list that has no filters and nothing but these cards."""
    count = len(cards)
    return views.Listing(
        title="Hank",
        description="",
        count=count,
        total=count,
        first=min(count, 1),
        last=count,
        cards=cards,
        facets=(),
        pager=views.Pager(number=1, total=1),
        has_ladder=bool(cards) and KINDS[cards[0].kind].is_step,
    )


def contexts() -> dict[str, tuple[str, dict[str, Any]]]:
    """Return template and context of each page worth looking at, by a name for it."""
    samples: dict[str, tuple[str, dict[str, Any]]] = {}
    for kind in KINDS:
        samples[f"{kind}, full"] = (f"{kind}.html", {"item": full_item(kind), "part": full_part()})
        samples[f"{kind}, bare"] = (f"{kind}.html", {"item": bare_item(kind), "part": None})
    tools = views.Link("Tools", "/sub/tools/")
    samples["list, full"] = ("list.html", {"listing": full_list()})
    samples["list, empty"] = ("list.html", {"listing": bare_list()})
    samples["list, of levels"] = ("list.html", {"listing": bare_list(card("level"), bare_card("level"))})
    samples["terms"] = (
        "terms.html",
        {"index": views.TermIndex("By topic", tools, "Topic", full_list().facets[0].options)},
    )
    samples["terms, empty"] = ("terms.html", {"index": views.TermIndex("By topic", tools, "Topic", ())})
    some = (card("level"), bare_card("level"))
    samples["home, full"] = (
        "home.html",
        {
            "home": views.Home(
                description="What this is.",
                tools=tools,
                ways=some,
                newest=some,
                focus_areas=some,
                levels=some,
                collections=(tools,),
            ),
            "kits": tools,
        },
    )
    samples["home, bare"] = (
        "home.html",
        {
            "home": views.Home(
                description="What this is.", tools=None, ways=(), newest=(), focus_areas=(), levels=(), collections=()
            ),
            "kits": None,
        },
    )
    samples["grid, full"] = ("grid.html", {"grid": full_grid()})
    samples["grid, bare"] = (
        "grid.html",
        {"grid": kits.Grid(title="Path", description="", levels=(), rows=(), cards=(), has_thin=False)},
    )
    samples["kit, full"] = ("kit.html", {"kit": full_kit()})
    samples["kit, bare"] = ("kit.html", {"kit": bare_kit()})
    samples["my list"] = ("my-list.html", {"kits": tools})
    samples["my list, without kits"] = ("my-list.html", {"kits": None})
    samples["not found"] = ("404.html", {})
    samples["not saved"] = ("offline.html", {})
    return samples
