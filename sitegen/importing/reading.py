"""Read a source as articles, with the reader for what it is."""

from sitegen.importing.html_reading import read_html
from sitegen.importing.import_records import Article
from sitegen.importing.markdown_reading import read_markdown
from sitegen.importing.source import Source, kind_of
from sitegen.importing.source_text import decode_source
from sitegen.importing.text_reading import read_text
from sitegen.importing.word_reading import read_word


def read_source(source: Source) -> tuple[list[Article], str]:
    """Return the articles of a source, and its text, in which lines are looked up.

    Raises:
        RefusedSourceError: it cannot be read, or not safely.
    """
    kind = kind_of(source)
    if kind == "word":
        article, said = read_word(source.data)
        return [article], said
    text = decode_source(source.data)
    if kind == "html":
        return [read_html(text)], text
    if kind == "markdown":
        return [read_markdown(text)], text
    return [read_text(text)], text
