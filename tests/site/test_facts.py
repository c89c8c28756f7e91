"""What the shipped pages state: figures, names and dates of the sources stand on their pages, exactly and in order."""

import pytest

from tests.site.shipped import Shipped, find_all, texts_of

FACTS: dict[str, tuple[str, ...]] = {
    "about/history": (
        "30,000 shipyard workers in Richmond",
        "1940s",
        "1950s",
        "American Medical Association",
        "International unions 6",
        "Locals 29",
        "more than 82,000",
        "roughly 12,000",
        "roughly 20,000",
        "over 8.3 million",
        "more than a decade of fights and strikes",
        "superior health outcomes",
        "market-leading performance",
        "a superior workplace",
        "LMP Strategy Group",
        "supervisor and the union steward",
    ),
    "about/who-we-are": (
        "26 locals",
        "57,000 KP employees",
        "IUD Coordinated Bargaining Committee",
        "since 1996",
        "Five National Agreements since 2000",
        "Employment and Income Security Agreement",
        "More than 3,500 unit-based teams",
        "five-star Medicare rating",
        "Hospital Consumer Assessment of Healthcare Providers and Systems",
        "Total Health Incentive Plan",
        "mid-1980s to the mid-1990s",
        "Oregon",
        "almost a year of talks",
        "October 1, 1997",
    ),
    "about/bargaining": ("five National Agreements", "interest-based bargaining", "140 negotiators", "about 130,000"),
    "about/growing-stronger-together": (
        "75,000 health-plan members",
        "12 internationals",
        "Value Added",
        "3 million people",
        "1.5 million",
        "500,000+",
        "242,500",
        "188,000",
        "100,000",
        "SEIU Local 1000",
        "Healthier U",
        "850,000+",
        "2,100+",
        "$100 million+",
        "29",
        "150+",
        "two and a half years",
        "350+",
        "Mid-Atlantic States",
    ),
    "focus-areas/quality": ("among the leaders on many clinical measures", "partnership training"),
    "focus-areas/service": ("More than 100,000 staff and physicians", "anytime and anywhere"),
    "focus-areas/affordability": ("more than 70 years", "over $35 million a year", "2013", "2016"),
    "focus-areas/best-place-to-work": ("More than 90 percent", "social mission", "model of care", "engaged"),
    "focus-areas/total-health-and-workplace-safety": ("some extra cash", "rewards only, no penalties"),
    "focus-areas/work-of-the-future": ("new jobs, skills and technologies",),
    "focus-areas/kp-and-union-growth": ("members and communities gain first", "75,000", "$108 million+"),
    "stories/partnership-beats-the-odds": (
        "Forty percent of marriages in the United States end, after eight years on average.",
        "October 2017",
        "more than 50,000",
        "more than $148 million",
        "more than $108 million",
        "more than 300,000, by 104,000 employees",
        "KP HealthConnect, Claims Connect, ICD-10",
        "Bernard Tyson, KP\u2019s chairman and CEO",
        "Liz Shuler, secretary-treasurer of the AFL-CIO",
        "Michael Belmont, a former KP administrator",
        "20th Anniversary How-to Guide",
    ),
    "stories/meet-your-national-agreement-new-standards-for-all": (
        "Capitol Hill Medical Center",
        "20 percent",
        "Jennifer Walker, RN",
        "lead UBT consultant and improvement advisor in the Mid-Atlantic States",
        "transformational",
    ),
    "stories/whats-changed-in-the-path-to-performance": (
        "at least monthly",
        "sponsor agreement is in place at Level 2",
        "Levels 3 and 4",
        "every 90 days",
        "health and safety champion",
        "face to face",
        "2016 75 percent",
        "2017 80 percent",
        "2018 85 percent",
        "2019 87 percent",
    ),
    "stories/where-no-one-has-gone-before": (
        "May 10, 2012",
        "Manhattan Beach Marriott",
        "140 negotiators",
        "about 2 a.m.",
        "By 3 a.m.",
        "five sessions of three days each, from March to May",
        "about 130,000 people",
        "Alan Kroll, director of the Clinical Contact Center in Colorado",
        "Ashwin Deo, an orthopedic technician from Sacramento and a member of SEIU UHW",
        "John August, executive director of the coalition",
        "Dennis Dabney, senior vice president, National Labor Relations, the lead management negotiator",
        "Adam Nemer, care delivery finance officer in the Northwest, worked in the benefits subgroup",
        "Dave Regan, president, SEIU UHW",
        "Joan Mah, an optometrist at San Rafael Medical Center and a member of ESC-IFPTE Local 20",
        "Jean Melnikoff, senior HR director in Southern California",
        "management co-chair of the workforce of the future subgroup",
        "Arlene Peasnall, senior vice president HR, Southern California",
        "2012 National Agreement Overview",
    ),
    "stories/when-every-day-is-partnership-day": (
        "August 16",
        "more than 250 leaders",
        "Chicago",
        "biennial conference of the Federal Mediation and Conciliation Service (FMCS)",
        "Allison Beck",
        "Dennis Dabney",
    ),
    "stories/faqs-about-the-new-lmpartnership-org": (
        "Team-Tested Practices",
        "WebEx demo",
        "\u201cgot feedback\u201d tab",
    ),
    "tools/coalition-union-members-views": (
        "scientific survey of 2005",
        "like their jobs, ever more so",
        "8.5 x 11 in",
    ),
    "tools/highlights-of-the-2015-national-agreement": (
        "8.5 x 11 in",
        "8.5 x 14 in",
        "11 x 17 in",
        "18 slides",
        "Physician",
    ),
    "tools/what-the-new-lmp-website-can-do-for-you": ("7 slides", "UBT consultant", "UBT sponsor", "UBT co-lead"),
    "tools/webex-demo-of-the-new-site": ("WebEx demo", "presentation"),
    "videos/reaching-a-national-agreement": ("a new national contract for three years",),
}
QUESTIONS = (
    "What is new?",
    "Where is my region\u2019s page?",
    "Where are the tools?",
    "Where are the videos?",
    "Where are the stories?",
    "Where is the UBT section?",
    "Where is the Path to Performance toolkit?",
    "Where are the toolkits?",
    "How do I give feedback?",
)
ORDERS: dict[str, tuple[str, ...]] = {
    "about/who-we-are": ("Coalition history", "Achievements", "Why unite", "A bold new idea"),
    "about/growing-stronger-together": (
        "Making the commitment",
        "Winning and saving accounts",
        "Health and wellness engagement",
        "Making care more affordable",
        "Telling KP\u2019s story",
        "Keeping new members happy",
    ),
    "about/faq": QUESTIONS,
    "stories/partnership-beats-the-odds": ("Marking a milestone", "Getting results", "Lessons for success"),
    "stories/whats-changed-in-the-path-to-performance": (
        "Significant changes",
        "New UBT evaluation process",
        "Revised performance targets",
    ),
    "stories/where-no-one-has-gone-before": ("The healthy workforce plan", "Opening doors and minds"),
    "stories/when-every-day-is-partnership-day": ("A race to the top",),
}
FOCUS_AREAS = (
    "Quality",
    "Service",
    "Affordability",
    "Best Place to Work",
    "Total Health and Workplace Safety",
    "Work of the Future",
    "KP and Union Growth",
)
REGIONS = (
    "Northern California",
    "Southern California",
    "Northwest",
    "Colorado",
    "Ohio",
    "Georgia",
    "Mid-Atlantic States",
    "National",
)


def main_text(site: Shipped, path: str) -> str:
    """Return what a page says, with one kind of quotes."""
    (main,) = find_all(site.tree(f"{path}/index.html"), "main")
    return printed(texts_of(main))


def printed(text: str) -> str:
    """Return a text with printer's quotes, whichever it had."""
    quotes = 0
    out = []
    for sign in text.replace("'", "\u2019"):
        if sign == '"':
            quotes += 1
            out.append("\u201c" if quotes % 2 else "\u201d")
        else:
            out.append(sign)
    return "".join(out)


def headings(site: Shipped, path: str) -> list[str]:
    (main,) = find_all(site.tree(f"{path}/index.html"), "main")
    return [printed(texts_of(element)) for element in main.iter() if element.tag in ("h2", "h3", "summary")]


@pytest.mark.parametrize("path", FACTS)
def test_what_the_sources_say_stands_on_its_page(shipped: Shipped, path: str) -> None:
    text = main_text(shipped, path)
    assert [fact for fact in FACTS[path] if fact not in text] == []


@pytest.mark.parametrize("path", ORDERS)
def test_sections_stand_in_the_order_of_the_sources(shipped: Shipped, path: str) -> None:
    sections = headings(shipped, path)
    places = [at for wanted in ORDERS[path] for at, heading in enumerate(sections) if heading.endswith(wanted)]
    assert len(places) == len(ORDERS[path]), sections
    assert places == sorted(places)


def test_the_questions_are_nine(shipped: Shipped) -> None:
    asked = [heading for heading in headings(shipped, "about/faq") if heading.endswith("?")]
    assert tuple(asked) == QUESTIONS


@pytest.mark.parametrize(("path", "wanted"), [("focus-areas", FOCUS_AREAS), ("regions", REGIONS)])
def test_focus_areas_and_regions_are_all_there_in_order(shipped: Shipped, path: str, wanted: tuple[str, ...]) -> None:
    (main,) = find_all(shipped.tree(f"{path}/index.html"), "main")
    linked = [texts_of(link) for link in main.iter("a")]
    assert [text for text in linked if text in wanted] == list(wanted)


def test_made_up_stories_say_so_at_once(shipped: Shipped) -> None:
    made_up = [path for path in shipped.pages if path.startswith("stories/sample-")]
    assert len(made_up) >= 6
    for path in made_up:
        text = main_text(shipped, path.removesuffix("/index.html"))
        assert "An example story" in text
        assert "This is an example." in text
        assert "Kaiser" not in text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("stories-videos/value-added-touching-potential-members", "/about/growing-stronger-together/"),
        ("ubt-section", "/path-to-performance/"),
        ("path-to-performance-toolkit", "/path-to-performance/"),
    ],
)
def test_old_names_lead_on(shipped: Shipped, old: str, new: str) -> None:
    assert shipped.redirects[f"{old}/index.html"] == new
