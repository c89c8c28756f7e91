"""The shipped templates and styles: valid, whole, light, and readable in both colour schemes."""

import gzip
import re
import string
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import msgspec
import pytest
from PIL import ImageFont

from sitegen.assets.stylesheets import join_stylesheets
from sitegen.render import templates, views
from tests.render import samples

ROOT = Path(__file__).parents[2]
STYLES = sorted((ROOT / "static" / "css").glob("*.css"))
FONTS = ROOT / "static" / "fonts"
WHOLE_FONT = FONTS / "atkinson-hyperlegible-next.woff2"
PAGES = samples.contexts()
SCHEMES = ("light", "dark")

ON_PAPER = ("ink", "soft", "teal", "teal-deep", "marigold", "plum", "moss")
TEXT = [(text, ground) for text in ON_PAPER for ground in ("paper", "tint")]
TEXT += [
    ("on-teal", "teal"),
    ("on-bar", "bar"),
    ("on-bar-step", "bar-step"),
    ("paper", "step-here"),
    ("on-blue", "blue"),
]
PARTS = [("focus", "paper"), ("focus", "tint"), ("edge", "paper"), ("edge", "tint"), ("bar-step", "bar")]
PARTS += [("bar-edge", "bar"), ("marigold", "step-off"), ("blue", "paper"), ("blue", "tint")]


def read(name: str) -> templates.Part | None:
    path = ROOT / "templates" / name
    return templates.part(name, path.read_text(encoding="utf-8")) if path.is_file() else None


def a_file(path: str) -> views.File:
    return views.File(f"/sub/{path}", path, "PDF", ("2 pages", "8.5 x 11 in", "31 kB"))


def render(name: str, head: object = samples.HEAD, **context: object) -> str:
    context = {"chrome": samples.CHROME, "head": head, "breadcrumbs": samples.CRUMBS, **context}
    closure = templates.closure(name, read)
    functions: dict[str, Callable[[str], Any]]
    functions = {
        "url": str,
        "asset": "/sub/{}".format,
        "file": a_file,
        "image": lambda path: views.Picture(src=path),
        "imports": lambda path: (f"/sub/{path}-part.js",),
    }
    return templates.render(closure, context, functions)


def parse(html: str) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    document: Element = parser.parse(html)
    return document


def page(name: str) -> Element:
    template, context = PAGES[name]
    return parse(render(template, **context))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_one_main_heading_and_skips_no_level(name: str) -> None:
    levels = [int(e.tag[1]) for e in page(name).iter() if re.fullmatch("h[1-6]", str(e.tag))]
    assert levels.count(1) == 1
    after_first = levels[levels.index(1) :]
    assert all(after <= before + 1 for before, after in pairwise(after_first))


@pytest.mark.parametrize("name", PAGES)
def test_ids_are_unique_and_labels_lead_to_them(name: str) -> None:
    elements = list(page(name).iter())
    ids = Counter(e.get("id") for e in elements if e.get("id"))
    assert [id_ for id_, count in ids.items() if count > 1] == []
    named = {word for e in elements for word in (e.get("aria-labelledby") or "").split()}
    linked = {link[1:] for e in elements if len(link := e.get("href") or "") > 1 and link.startswith("#")}
    assert (named | linked) - set(ids) == set()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_stands_in_a_page_that_its_policy_forbids(name: str) -> None:
    for element in page(name).iter():
        assert element.tag != "style"
        assert not [key for key in element.keys() if key == "style" or key.startswith("on")]  # noqa: SIM118
        if element.tag == "script":
            assert element.get("src") or element.get("type") == "application/ld+json"


@pytest.mark.parametrize("name", PAGES)
def test_the_policy_comes_before_anything_that_loads(name: str) -> None:
    head = page(name).find("head")
    assert head is not None
    tags = [(e.tag, e.get("http-equiv") or e.get("charset")) for e in head]
    assert tags[:2] == [("meta", "utf-8"), ("meta", "Content-Security-Policy")]


def test_a_foreign_page_says_its_language_and_that_of_its_frame() -> None:
    head = views.Head(title="Título", description="", canonical="https://example.org/x/", language="es")
    document = parse(render("story.html", head, item=samples.full_item("story")))
    assert document.get("lang") == "es"
    frame = [e.get("lang") for e in document.iter() if e.get("class") in {"masthead", "footer", "skip"}]
    assert frame == ["en", "en", "en"]


def test_the_feedback_link_knows_its_page() -> None:
    links = [e.get("href") for e in parse(render("404.html")).iter("a")]
    body = "Page%3A%20https%3A//example.org/sub/tools/x/%0D%0AVersion%3A%200123abcd%0D%0A%0D%0A"
    assert f"mailto:feedback@example.org?subject=Feedback%20on%20A%20title&body={body}" in str(links)


def test_the_feedback_forms_know_their_page() -> None:
    chrome = msgspec.structs.replace(samples.CHROME, feedback="https://forms.example.org/x?y=1")
    document = parse(render("404.html", chrome=chrome))
    forms = [form for form in document.iter("form") if form.get("method") == "post"]
    assert [form.get("action") for form in forms] == ["https://forms.example.org/x?y=1"] * 2
    for form in forms:
        fields = {one.get("name"): one.get("value") for one in form.iter("input") if one.get("type") == "hidden"}
        assert fields == {"page": "https://example.org/sub/tools/x/", "title": "A title", "version": "0123abcd"}


def test_a_site_without_feedback_address_has_no_tab() -> None:
    chrome = samples.CHROME
    values = {name: getattr(chrome, name) for name in chrome.__struct_fields__} | {"feedback": ""}
    assert "feedback" not in render("404.html", chrome=views.Chrome(**values))


def test_a_redirect_leads_to_the_new_address_and_is_not_indexed() -> None:
    html = render("redirect.html", target="/sub/b/", target_absolute="https://e.org/sub/b/", policy="x", language="en")
    parse(html)
    assert '<meta http-equiv="refresh" content="0; url=/sub/b/">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="https://e.org/sub/b/">' in html


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("figure", {"src": "a.jpg", "alt": "A board"}),
        ("figure", {"src": "a.jpg", "alt": "A board", "caption": "The board", "credit": "A. Person"}),
        ("pullquote", {"text": "We asked."}),
        ("pullquote", {"text": "We asked.", "speaker": "A. Person", "role": "RN"}),
        ("stat", {"value": "29", "label": "people"}),
        ("download", {"file": "downloads/a.pdf"}),
        ("download", {"file": "downloads/a.pdf", "label": "Guide"}),
        ("video", {"src": "a.mp4"}),
        ("video", {"src": "a.mp4", "poster": "a.jpg", "captions": "a.vtt", "title": "A film"}),
    ],
)
def test_a_shortcode_is_valid_with_few_and_with_all_arguments(name: str, arguments: dict[str, str]) -> None:
    html = render(f"shortcodes/{name}.html", arguments=arguments, language="en")
    parse(f'<!DOCTYPE html><html lang="en"><head><title>x</title></head><body>{html}</body></html>')


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def tokens(scheme: str) -> dict[str, str]:
    blocks = re.findall(r":root \{(.*?)\}", STYLES[0].read_text(encoding="utf-8"), re.DOTALL)
    light, dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in blocks[:2])
    return light if scheme == "light" else light | dark


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("least", "pairs"), [(4.5, TEXT), (3.0, PARTS)])
def test_contrast_holds(scheme: str, least: float, pairs: list[tuple[str, str]]) -> None:
    colours = tokens(scheme)
    for one, other in pairs:
        low, high = sorted((luminance(colours[one]), luminance(colours[other])))
        assert (high + 0.05) / (low + 0.05) >= least, f"{one} on {other}"


def test_the_theme_colours_are_those_of_the_header() -> None:
    html = render("404.html")
    assert [scheme for scheme in SCHEMES if f'content="{tokens(scheme)["bar"]}"' not in html] == []


def test_styles_and_font_keep_their_budgets() -> None:
    css = join_stylesheets([(path.name, path.read_text("utf-8")) for path in STYLES], lambda path, _: path)
    assert len(gzip.compress(css.encode(), 9)) <= 11_500
    assert len((FONTS / "atkinson-hyperlegible-next-english.woff2").read_bytes()) <= 12_000
    assert len((FONTS / "atkinson-hyperlegible-next-more.woff2").read_bytes()) <= 10_000
    assert len(WHOLE_FONT.read_bytes()) <= 40_000
    assert (FONTS / "OFL.txt").is_file()


def font_parts() -> dict[str, set[str]]:
    """Return the characters for which the styles name each file of the font."""
    css = (ROOT / "static" / "css" / "15-fonts.css").read_text(encoding="utf-8")
    faces = re.findall(r"fonts/([\w-]+\.woff2).*?unicode-range:(.*?);", css, re.DOTALL)
    return {name: set(map(chr, spans_of(text))) for name, text in faces}


def spans_of(text: str) -> Iterator[int]:
    """Yield the code points of a unicode-range."""
    for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", text):
        yield from range(int(first, 16), int(last or first, 16) + 1)


@pytest.mark.parametrize("name", ["english", "more"])
def test_each_part_of_the_font_has_the_letters_that_the_styles_promise(name: str) -> None:
    file = f"atkinson-hyperlegible-next-{name}.woff2"
    whole, part = (
        ImageFont.truetype(path, 40, layout_engine=ImageFont.Layout.BASIC) for path in (WHOLE_FONT, FONTS / file)
    )
    promised = font_parts()[file] - {" ", "\xa0"}
    missing = bytes(part.getmask("\uffff"))
    assert [one for one in promised if bytes(part.getmask(one)) == missing] == []
    assert [one for one in promised if part.getlength(one) != pytest.approx(whole.getlength(one), abs=1)] == []


def test_no_letter_stands_in_two_parts_of_the_font_and_all_of_english_in_the_first() -> None:
    english, more = font_parts().values()
    assert english & more == set()
    assert set(string.printable) - set(string.whitespace) | {*" \u2019\u201c\u201d\u2013\u2014"} <= english
    assert {*"áéíñóú¿¡üçö"} <= more


def test_the_styles_use_no_weight_that_the_font_lacks() -> None:
    css = "".join(path.read_text(encoding="utf-8") for path in STYLES)
    weights = {int(number) for value in re.findall(r"font-weight:([^;]+);", css) for number in value.split()}
    assert max(weights) <= 750


def test_every_token_is_defined_and_used() -> None:
    css = "".join(path.read_text(encoding="utf-8") for path in STYLES)
    assert set(re.findall(r"(--[\w-]+):", css)) == set(re.findall(r"var\((--[\w-]+)", css))
