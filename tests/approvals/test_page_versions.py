"""What changes the digest of a page, and what does not."""

from hashlib import sha256

import pytest

from sitegen.approvals.page_versions import PageVersion, PageVersions
from sitegen.approvals.site_texts import SiteTexts
from sitegen.model import Collection, Config, SiteSettings, Taxonomy, Term
from sitegen.upkeep.page_renaming import rename_page

STORY = """---
title: How we huddle
summary: What the team did.
topics: [quality]
tools: [huddle]
image: {src: images/team.jpg, alt: The team}
---

Read the [guide](../tools/huddle.md#start), or [the same](/tools/huddle/).

{{ figure src="images/board.png" alt="The board" }}
"""
TOOL = "---\ntitle: Huddle guide\naliases: [/old-huddle/]\n---\n\nStand up.\n"


def config(*terms: Term) -> Config:
    """Return settings with stories, tools and topics."""
    return Config(
        site=SiteSettings(title="S", base_url="https://example.org"),
        collections=(
            Collection(id="stories", title="Stories", kind="story", address="stories"),
            Collection(id="tools", title="Tools", kind="tool", address="tools"),
        ),
        taxonomies=(Taxonomy(id="topic", label="Topic", field="topics", terms=terms or (Term("quality", "Quality"),)),),
    )


def version(
    story: str = STORY, tool: str = TOOL, files: dict[str, str] | None = None, settings: Config | None = None
) -> PageVersion:
    """Return the version of the story of a site."""
    held = {"images/team.jpg": "a", "images/board.png": "b"} | (files or {})
    texts = SiteTexts(
        settings or config(),
        {"stories/huddles.md": story.encode(), "tools/huddle.md": tool.encode()},
        lambda path: sha256(held[path].encode()).hexdigest() if path in held else "",
    )
    return PageVersions(texts).version("stories/huddles.md")


SAME = {
    "line ends": STORY.replace("\n", "\r\n"),
    "a byte order mark": "\ufeff" + STORY,
    "the order of fields": STORY.replace("topics: [quality]\ntools: [huddle]", "tools: [huddle]\ntopics: [quality]"),
    "quotes and comments": STORY.replace("title: How we huddle", 'title: "How we huddle" # the new one'),
    "block lists": STORY.replace("topics: [quality]", "topics:\n  - quality"),
    "empty lines at the end": STORY + "\n\n",
    "where and when it is shown": STORY.replace(
        "summary:", "draft: true\npublish: 2026-07-01\nexpires: 2026-08-01\nslug: other\nowner: ann\n"
        "review_by: 2027-01-01\naliases: [/before/]\nsummary:"
    ),
    "how a term is spelled": STORY.replace("[quality]", "[Quality]"),
    "how a link is written": STORY.replace("(/tools/huddle/)", "(../tools/huddle.md)"),
    "how a reference is written": STORY.replace("tools: [huddle]", "tools: [tools/huddle]"),
    "an old address of what it links to": STORY.replace("(/tools/huddle/)", "(/old-huddle/)"),
}  # fmt: skip


@pytest.mark.parametrize("what", SAME)
def test_these_do_not_count(what: str) -> None:
    assert SAME[what] != STORY
    assert version(SAME[what]).digest == version().digest


OTHER = {
    "a word": STORY.replace("Read", "See"),
    "the title": STORY.replace("How we huddle", "How we huddled"),
    "a text for a picture": STORY.replace("The team", "A team"),
    "a link to another place": STORY.replace("#start", "#end"),
    "a link to another site": STORY.replace("(/tools/huddle/)", "(https://example.com/)"),
    "a term": STORY.replace("[quality]", "[service]"),
    "another page": STORY.replace("tools: [huddle]", "tools: [charter]"),
    "an unknown field": STORY.replace("summary:", "note: a\nsummary:"),
    "spaces that break a line": STORY.replace("same](/tools/huddle/).", "same](/tools/huddle/).  "),
    "fields that cannot be read": STORY.replace("topics: [quality]", "topics: [quality"),
}


@pytest.mark.parametrize("what", OTHER)
def test_these_count(what: str) -> None:
    assert OTHER[what] != STORY
    assert version(OTHER[what]).digest != version().digest


@pytest.mark.parametrize("path", ["images/team.jpg", "images/board.png"])
def test_the_files_that_it_uses_count(path: str) -> None:
    assert version(files={path: "another picture"}).digest != version().digest
    assert set(version().files) == {"images/team.jpg", "images/board.png"}


def test_other_files_and_other_pages_do_not_count() -> None:
    assert version(files={"images/other.jpg": "x"}).digest == version().digest
    assert version(tool=TOOL.replace("Stand", "Sit")).digest == version().digest


@pytest.mark.parametrize("tool", [TOOL, TOOL.replace("aliases: [/old-huddle/]\n", "")])
def test_the_rename_of_what_it_links_to_does_not_count(tool: str) -> None:
    files = {"content/stories/huddles.md": STORY.encode(), "content/tools/huddle.md": tool.encode()}
    changes = {one.path: one.after for one in rename_page(config(), files, "tools/huddle", "morning").changes}
    story = changes["content/stories/huddles.md"]
    assert story is not None
    assert story != STORY.encode()
    texts = {"stories/huddles.md": story, "tools/morning.md": changes["content/tools/morning.md"] or b""}
    after = PageVersions(SiteTexts(config(), texts, lambda _path: "x")).version("stories/huddles.md")
    known = {"stories/huddles.md": STORY.encode(), "tools/huddle.md": tool.encode()}
    before = PageVersions(SiteTexts(config(), known, lambda _path: "x")).version("stories/huddles.md")
    assert after.digest == before.digest


def test_its_own_rename_does_not_count() -> None:
    files = {"content/stories/huddles.md": STORY.encode(), "content/tools/huddle.md": TOOL.encode()}
    changes = {one.path: one.after for one in rename_page(config(), files, "stories/huddles", "better").changes}
    story = changes["content/stories/better.md"] or b""
    assert b"aliases" in story
    texts = {"stories/better.md": story, "tools/huddle.md": TOOL.encode()}
    held = {"images/team.jpg": "a", "images/board.png": "b"}
    reader = SiteTexts(config(), texts, lambda path: sha256(held[path].encode()).hexdigest() if path in held else "")
    assert PageVersions(reader).version("stories/better.md").digest == version().digest


def test_the_rename_of_a_term_does_not_count() -> None:
    renamed = config(Term("better-care", "Quality", ("quality",)))
    assert version(STORY.replace("[quality]", "[better-care]"), settings=renamed).digest == version().digest
    assert version(settings=renamed).digest == version().digest


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"no fences", b"---\n- a\n---\n", b"---\na: [\n", b"\x00" * 99])
def test_a_broken_page_has_a_digest_all_the_same(data: bytes) -> None:
    reader = PageVersions(SiteTexts(config(), {"stories/x.md": data}, lambda _path: ""))
    assert len(reader.version("stories/x.md").digest) == 64
