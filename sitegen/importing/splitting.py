"""Split what holds several stories, title, text, title, text, into an article for each."""

import re
from collections import Counter

import msgspec
from bs4 import BeautifulSoup, Tag

from sitegen.importing.html_cleaning import text_in
from sitegen.importing.import_records import Article, Decision, LeftOut
from sitegen.importing.label_lines import begins_story
from sitegen.importing.text_blocks import join_blocks, plain_line, split_blocks
from sitegen.importing.word_account import words_of

_FEWEST_WORDS = 12
_FEWEST = 2
_TITLE = "Title: "
_TYPED_TITLE = re.compile(r"^#[ \t]+(?=\S)", re.MULTILINE)


def label_titles(root: Tag, soup: BeautifulSoup) -> bool:
    """Make lines with the label of a title of the headings of level 1, where several have a text; say whether it did.

    A web page or Word file has one such heading, unless it holds several stories.
    """
    headings = root.find_all("h1")
    if len(headings) < _FEWEST or any(heading.find_parent(["li", "td", "blockquote"]) for heading in headings):
        return False
    words = text_in(root).split()
    titles = [" ".join(text_in(heading).split()) for heading in headings]
    if not all(titles) or len(words) < _FEWEST_WORDS * len(headings) or not _have_texts(root, headings):
        return False
    for heading, title in zip(headings, titles, strict=True):
        paragraph = soup.new_tag("p")
        paragraph.string = f"{_TITLE}{title}"
        heading.replace_with(paragraph)
    return True


def label_typed_titles(text: str) -> str:
    """Return a text with the label of a title in place of the marks of headings of level 1, where there are several."""
    return _TYPED_TITLE.sub(_TITLE, text) if len(_TYPED_TITLE.findall(text)) >= _FEWEST else text


def split_article(article: Article) -> list[Article]:
    """Return the articles that one holds, in order: itself, unless titles with a text each stand in it.

    Words before the first title are left out of all. What was noted of the whole stays with the first, fields but title
    and summary go to each.
    """
    blocks = split_blocks(article.body)
    starts = [number for number, block in enumerate(blocks) if begins_story(block)]
    if len(starts) < _FEWEST:
        return [article]
    pieces = [blocks[start:end] for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True)]
    if any(len(_said(piece).split()) < _FEWEST_WORDS for piece in pieces):
        return [article]
    fields = tuple(field for field in article.fields if field.name not in {"title", "summary"})
    articles = [
        msgspec.structs.replace(
            article,
            body=join_blocks(piece),
            said=_said(piece),
            fields=fields,
            left_out=(),
            mended=(),
            decisions=(_cut(piece, number, len(pieces)),),
            address="",
            slug="",
        )
        for number, piece in enumerate(pieces, 1)
    ]
    return [_with_rest(articles, article, blocks[: starts[0]]), *articles[1:]]


def _with_rest(articles: list[Article], whole: Article, before: list[str]) -> Article:
    """Return the first article with all that was noted of the whole, and what its other parts do not say."""
    elsewhere = Counter(word for other in articles[1:] for word in words_of(other.said))
    said: list[str] = []
    for word in words_of(whole.said):
        if elsewhere[word]:
            elsewhere[word] -= 1
        else:
            said.append(word)
    preamble = (LeftOut("it stands before the first of several stories", _said(before)),) if before else ()
    titles = (str(field.value) for field in whole.fields if field.name in {"title", "summary"})
    named = tuple(LeftOut("it names the whole of several stories", title) for title in titles)
    return msgspec.structs.replace(
        articles[0],
        said=" ".join(said),
        left_out=(*whole.left_out, *preamble, *named),
        mended=whole.mended,
        decisions=(*whole.decisions, *articles[0].decisions),
        address=whole.address,
    )


def _cut(piece: list[str], number: int, count: int) -> Decision:
    title = plain_line(piece[0].partition("\n")[0])
    text = f'the source was cut into {count} pages, of which this is number {number}: the cut is above "{title}"'
    return Decision(text, "see whether it is right")


def _said(blocks: list[str]) -> str:
    return "\n".join(plain_line(line) for block in blocks for line in block.split("\n"))


def _have_texts(root: Tag, headings: list[Tag]) -> bool:
    """Return whether enough words stand between each heading and the next one."""
    texts = list(root.find_all(string=True))
    starts = [next(number for number, text in enumerate(texts) if heading in text.parents) for heading in headings]
    ends = [*starts[1:], len(texts)]
    return all(len("".join(texts[start:end]).split()) >= _FEWEST_WORDS for start, end in zip(starts, ends, strict=True))
