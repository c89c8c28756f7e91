"""Marks of Hugo, Jekyll, Eleventy and others: those that stand for something a page here has become that."""

import pytest

from sitegen.importing.markdown_reading import read_markdown
from tests.importing.bringing_in import asked_of, body_of, fields_of, left_out_of, plan, source
from tests.importing.test_links_and_pictures import photo

CASES = {
    "a figure of Hugo": (
        '{{< figure src="a.jpg" alt="A lift" caption="Up it goes" >}}',
        "![A lift](a.jpg)\n\nUp it goes",
    ),
    "an image of Eleventy": ('{% image "./a.jpg", "A lift" %}', "![A lift](./a.jpg)"),
    "a film": ("{{< youtube abc123 >}}", "https://www.youtube.com/watch?v=abc123"),
    "a link by reference": ('[it]({{< ref "other.md" >}})', "[it](other.md)"),
    "a link to a post": ("[it]({% post_url 2015-11-06-second %})", "[it](2015-11-06-second)"),
    "an address of the site": ("[it]({{ site.baseurl }}/a/b)", "[it](/a/b)"),
    "an address with a filter": ("[it]({{ '/a/b' | relative_url }})", "[it](/a/b)"),
    "code of Jekyll": ("{% highlight ruby %}\nputs 1\n{% endhighlight %}", "```\nputs 1\n```"),
    "code of Hugo": ("{{< highlight go >}}\nx := 1\n{{< /highlight >}}", "```\nx := 1\n```"),
    "a box of Hugo": ("{{% notice tip %}}\nBend.\n{{% /notice %}}", "!!! note\n    Bend."),
    "a box of GitHub": ("> [!NOTE]\n> Bend\n> more.", "!!! note\n    Bend\n    more."),
    "a box between colons": (":::tip\nBend.\n:::", "!!! note\n    Bend."),
    "attributes of kramdown": ('Words.{: .lead}\n{: .right width="3"}', "Words."),
    "a table of contents": ("* TOC\n{:toc}\n\nWords.", "Words."),
    "the id of a heading": ("## Part {#x}\n\nWords.", "## Part\n\nWords."),
    "a link of a wiki": ("See [[The Page|it]] and [[Boards]].", "See it and Boards."),
    "a component": ("One.\n\n<Chart data={1} />\n\nTwo.", "One.\n\n\n\nTwo."),
    "marks in code": (
        "```\n[[ -f {{ x }} ]] <!-- y -->\n```\n\n`{% z %}`",
        "```\n[[ -f {{ x }} ]] <!-- y -->\n```\n\n`{% z %}`",
    ),
    "a comment": ("One.<!--more--> Two.", "One. Two."),
    "the title of a link": ('[a](/tools/ "Shown")', "[a](/tools/)"),
    "underlined headings": ("Words.\n\nPart\n----\n\nMore.", "Words.\n\n## Part\n\nMore."),
    "a line across stays": ("Words.\n\n---\n\nMore.", "Words.\n\n---\n\nMore."),
    "a list above a line across": ("- one\n\n---\n\nMore.", "- one\n\n---\n\nMore."),
    "front matter that never ends": ("Words of b.", "Words of b."),
}


def body_read(text: str) -> str:
    """Return the body of a Markdown text, with the targets of its links in their places."""
    article = read_markdown(f"+++\ntitle = 'A'\n+++\n{text}")
    body = article.body
    for number, target in enumerate(article.targets):
        body = body.replace(f"sitegen-import:{number}/", target)
    return body.strip()


@pytest.mark.parametrize(("text", "body"), CASES.values(), ids=CASES)
def test_a_mark_becomes_one_of_this_site(text: str, body: str) -> None:
    assert body_read(text) == body


@pytest.mark.parametrize("text", [case[0] for case in CASES.values()], ids=CASES)
def test_no_word_is_without_a_place(text: str) -> None:
    page = f"---\ntitle: A\ndate: 2016\n---\nFirst of all.\n\n{text}"
    assert "no place" not in " ".join(left_out_of("a.md", page))


def test_links_to_sources_by_their_names_lead_to_their_pages() -> None:
    links = '[a]({{< relref "/stories/other" >}}) [b]({% post_url 2015-11-06-second %}) [c](../x/third.md)'
    one = f"---\ntitle: One\n---\n{links}"
    sources = [source(name, text) for name, text in (
        ("s/posts/one.md", one), ("s/stories/other.md", "---\ntitle: Two\n---\nWords."),
        ("s/_posts/2015-11-06-second.markdown", "---\ntitle: Three\n---\nWords."),
        ("s/deep/third.md", "---\ntitle: Four\n---\nWords."),
    )]  # fmt: skip
    page = plan(*sources).outcomes[0].page
    assert page
    assert page.text.endswith("[a](two.md) [b](three.md) [c](four.md)\n")


def test_a_picture_is_found_from_the_top_of_the_old_site() -> None:
    files = {"../static/images/board.jpg": photo()}
    page = "---\ntitle: One\n---\n![A board](/images/board.jpg)"
    assert body_of("s/content/board.md", page, files).strip() == "![A board](../../static/images/board.jpg)"
    assert any("lies outside" in one for one in asked_of("s/content/board.md", page.replace("/images", "/etc"), files))


def test_an_excerpt_is_the_summary() -> None:
    assert fields_of("a.md", "---\ntitle: A\nexcerpt: In short.\n---\nWords.")["summary"] == ("In short.", "certain")


def test_front_matter_without_an_end_leaves_no_line_in_the_text() -> None:
    assert body_of("a.md", "---\ntitle: A\n\nWords of it.").strip() == "Words of it."
