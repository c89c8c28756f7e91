"""Exports of WordPress: posts and pages come in, with terms, days and old addresses; the rest is told."""

from collections.abc import Mapping

import pytest

from sitegen.importing.page_finishing import PageReport
from tests.importing.bringing_in import outcome, plan, source
from tests.importing.test_links_and_pictures import photo

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
    "<title>Old site</title><wp:wxr_version>1.2</wp:wxr_version>"
)
END = "</channel></rss>"


def item(title: str, content: str, more: str = "", sort: str = "post", status: str = "publish") -> str:
    """Return an item of an export."""
    slug = title.lower().replace(" ", "-")
    return (
        f"<item><title>{title}</title><link>https://old.example.org/2017/10/{slug}/</link>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded><wp:post_name>{slug}</wp:post_name>"
        f"<wp:post_date>2017-10-05 10:00:00</wp:post_date><wp:status>{status}</wp:status>"
        f"<wp:post_type>{sort}</wp:post_type>{more}</item>"
    )


EXPORT = (
    HEAD
    + item(
        "Boards that work",
        "Mary's team uses a board.\nEvery day.\n\n"
        'See <a href="https://old.example.org/2017/10/carts-that-roll/">carts</a>.'
        '\n\n[caption id="a" width="300"]'
        '<img src="https://old.example.org/wp-content/uploads/2017/10/board-300x200.jpg" '
        'alt="A board" /> By the door[/caption]\n\n[gallery ids="1,2"]',
        "<excerpt:encoded><![CDATA[Ten minutes a day.]]></excerpt:encoded>"
        '<category domain="category" nicename="quality"><![CDATA[Quality]]></category>'
        '<category domain="post_tag" nicename="moon"><![CDATA[Moon]]></category>'
        '<category domain="post_format" nicename="x"><![CDATA[Aside]]></category>'
        "<wp:comment><wp:comment_author>Alma Reyes</wp:comment_author>"
        "<wp:comment_content>Well done!</wp:comment_content></wp:comment>",
    )
    + item("Carts that roll", "<!-- wp:paragraph --><p>Less lifting.</p><!-- /wp:paragraph --><ul><li>one</li></ul>")
    + item("board.jpg", "", sort="attachment")
    + item("Gone", "Gone words.", status="trash")
    + END
)


def test_posts_come_in_with_terms_days_and_old_addresses() -> None:
    made = plan(source("export.xml", EXPORT, {"uploads/2017/10/board.jpg": photo()}))
    assert sorted(made.files) == [
        "content/stories/boards-that-work.md",
        "content/stories/carts-that-roll.md",
        "static/images/board.jpg",
    ]
    assert made.files["content/stories/boards-that-work.md"].decode() == (
        "---\ntitle: Boards that work\ndraft: true  # take this line away when the page is ready\n"
        "summary: Ten minutes a day.\ndate: 2017-10-05\ntopics: [quality]\naliases: [/2017/10/boards-that-work/]\n---\n"
        "Mary's team uses a board.  \nEvery day.\n\nSee [carts](carts-that-roll.md).\n\n"
        '{{ figure src="images/board.jpg" alt="A board" caption="By the door" }}\n'
    )
    assert made.files["content/stories/carts-that-roll.md"].decode().endswith("---\nLess lifting.\n\n- one\n")


def test_what_does_not_come_in_is_told() -> None:
    page = plan(source("export.xml", EXPORT)).outcomes[0].page
    assert page
    left = {one.because: one.text for one in page.left_out}
    assert left["a comment of a reader"] == "Well done!"
    assert left['unknown topic behind "Topics"'] == "Moon"
    assert left["a mark of WordPress"] == '[gallery ids="1,2"]'
    assert not [because for because in left if "no place" in because]
    asked = [one.text for one in page.decisions]
    assert "the export holds more than posts and pages: 1 of the sort attachment, 1 of the sort trash" in asked
    assert any("is on another site, and nothing is fetched from there" in text for text in asked)
    assert "Alma" not in page.text


REFUSED = {
    "no export": "<rss><channel><item><title>a</title></item></channel></rss>",
    "damaged": EXPORT[:-20],
    "an entity of a file": EXPORT.replace("?><rss", '?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss'),
    "entities that grow": EXPORT.replace("?><rss", '?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss'),
    "too deep": HEAD + "<a>" * 300 + "</a>" * 300 + END,
}


@pytest.mark.parametrize("export", REFUSED.values(), ids=REFUSED)
def test_a_hostile_export_is_refused(export: str) -> None:
    result = outcome("export.xml", export)
    assert result.status == "refused"
    assert result.hint


def test_posts_share_blocks_texts_of_pictures_and_addresses() -> None:
    key = "<wp:meta_key>_wp_attachment_image_alt</wp:meta_key>"
    alt = f"<wp:postmeta>{key}<wp:meta_value>A door</wp:meta_value></wp:postmeta>"
    picture = '<img class="wp-image-9" src="https://old.example.org/wp-content/uploads/2017/10/door.jpg" alt=""/>'
    first = f'<!-- wp:block {{"ref":8}} /--><p>{picture} <a href="https://old.example.org/?p=7">it</a></p>'
    export = (
        HEAD
        + item("First", first, "<wp:post_id>6</wp:post_id>")
        + item("Second", "<p>Words.</p>", "<wp:post_id>7</wp:post_id>")
        + item("Block", "<p>Shared words.</p>", "<wp:post_id>8</wp:post_id>", sort="wp_block")
        + item("door", "", f"<wp:post_id>9</wp:post_id>{alt}", sort="attachment")
        + END
    )
    page = outcome_of(export, {"wp-content/uploads/2017/10/door.jpg": photo()}, 0)
    assert page.text.partition("\n---\n")[2].strip() == (
        "Shared words.\n\n![A door](../../static/images/door.jpg) [it](second.md)"
    )


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ("Once [sic] more [1]", "Once \\[sic] more \\[1]"),
        ("[dropcap]O[/dropcap]nce more", "Once more"),
        ("[vc_row][vc_column_text]Words.[/vc_column_text][/vc_row]", "Words."),
        ("[embed]https://example.org/a[/embed]", "https://example.org/a"),
    ],
)
def test_marks_of_plug_ins_go_and_words_in_brackets_stay(content: str, body: str) -> None:
    page = outcome_of(HEAD + item("First", content) + END, {}, 0)
    assert page.text.partition("\n---\n")[2].strip() == body


def test_the_words_of_all_other_items_are_in_the_report() -> None:
    export = HEAD + item("First", "Words.") + item("Gone", "<p>Gone words.</p>", status="trash") + END
    left = {one.because: one.text for one in outcome_of(export, {}, 0).left_out}
    assert left["it is no post or page, but of the sort trash"] == "Gone Gone words."


def test_what_was_not_public_is_asked_about() -> None:
    locked = item("Locked", "Words.", "<wp:post_password>x</wp:post_password>")
    export = HEAD + item("Draft", "Words.", status="private") + locked + END
    asked = [[one.text for one in outcome_of(export, {}, number).decisions] for number in (0, 1)]
    assert "the old page was not public (private)" in asked[0]
    assert "the old page could be read with a password only" in asked[1]


def test_blocks_that_are_repeated_without_end_are_refused() -> None:
    export = (
        HEAD
        + item("First", '<!-- wp:block {"ref":8} /-->' * 3000)
        + item("Block", f"<p>{'word ' * 2000}</p>", "<wp:post_id>8</wp:post_id>", sort="wp_block")
        + END
    )
    made = plan(source("export.xml", export)).outcomes[0]
    assert (made.status, made.why) == ("refused", "a post of it would grow too large")


def test_names_that_no_disk_can_have_are_changed() -> None:
    page = outcome_of(HEAD + item("Con", "Words.") + END, {}, 0)
    assert page.path == "content/stories/page-con.md"
    assert "aliases" not in page.text


def outcome_of(export: str, beside: Mapping[str, bytes], number: int) -> PageReport:
    """Return the report of one of the pages of an export."""
    page = plan(source("export.xml", export, beside)).outcomes[number].page
    assert page
    return page
