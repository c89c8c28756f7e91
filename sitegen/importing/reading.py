"""Read a source as articles, with the reader for what it is."""

from sitegen.importing.bounds import check_length
from sitegen.importing.html_reading import read_html
from sitegen.importing.import_records import Article
from sitegen.importing.markdown_reading import read_markdown
from sitegen.importing.source import Source, kind_of
from sitegen.importing.source_text import decode_source
from sitegen.importing.splitting import split_article
from sitegen.importing.text_reading import read_text
from sitegen.importing.word_reading import read_word
from sitegen.importing.wordpress_reading import read_wordpress


def read_source(source: Source) -> tuple[list[Article], str]:
    """Return the articles of a source, and its text, in which lines are looked up.

    Raises:
        RefusedSourceError: it cannot be read, or not safely.
    """
    kind = kind_of(source)
    if kind == "wordpress":
        return read_wordpress(source), decode_source(source.data)
    if kind == "word":
        article, text = read_word(source.data)
    else:
        text = decode_source(source.data)
        if kind != "html":
            check_length(text)
        article = read_html(text) if kind == "html" else read_markdown(text) if kind == "markdown" else read_text(text)
    return split_article(article), text
