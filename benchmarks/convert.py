"""Convert a corpus of real pages into a site, to try the generator on texts that nobody wrote for it.

    python3 -m benchmarks.convert PAGES.jsonl[.xz] FOLDER [--as-found]

Run it with the Python of .venv, because it needs what the generator needs.

A corpus has one JSON object on each line, with the fields of benchmarks/corpus.py. Its terms stay as they are
(`terms: any`). Only what is truly wrong is repaired: a missing title or summary, a summary that is too long, a name
that cannot stand in an address, a heading of level 1, a link to a page that the corpus lacks. With `--as-found`,
nothing is repaired.
"""

import json
import lzma
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.sites import FIELDS, page
from sitegen.content.derived import SUMMARY_LENGTH, cut_at_word, summary_of
from sitegen.content.markdown import render_markdown
from sitegen.text import slugify

HOST = "https://www.example.org"
"""The site that the pages are taken to come from; links to pages that the corpus lacks lead there."""

KINDS = {"story": "Stories", "tool": "Tools", "video": "Videos"}
FIRST_DAY = "2018-01-01"

_LEVEL_ONE = re.compile(r"^#(?=[ \t]*[^#\s])", re.MULTILINE)
_LEVEL_ONE_TAG = re.compile(r"<(/?)h1(?=[\s>])", re.IGNORECASE)
_ADDRESS = re.compile(r"""(\]\(\s*<?|\bhref\s*=\s*["'])/(?!/)""", re.IGNORECASE)
_TEXT_MESSAGE = re.compile(r"""(\]\(\s*<?|\bhref\s*=\s*["'])sms:""", re.IGNORECASE)
_HEADING = re.compile(r"^#+[ \t]*(.+?)[ \t]*#*$", re.MULTILINE)


def main(arguments: Sequence[str]) -> int:
    """Write the site that the arguments name, and return the exit code."""
    words = [word for word in arguments if word != "--as-found"]
    if len(words) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    source, folder = (Path(word) for word in words)
    if folder.exists():
        print(f"{folder} is there already; name a new folder", file=sys.stderr)
        return 2
    items = list(read_corpus(source))
    count = write_corpus_site(folder, items if "--as-found" in arguments else repair_all(items))
    print(f"{count} pages; build them with: python3 build.py --site {folder}")
    return 0


def read_corpus(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the pages of a corpus, in its order."""
    opener: Callable[..., Any] = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def write_corpus_site(folder: Path, items: Iterable[Mapping[str, Any]]) -> int:
    """Write site.yaml and content/ into a new folder, and return the number of pages."""
    for kind in KINDS:
        (folder / "content" / kind).mkdir(parents=True)
    (folder / "site.yaml").write_text(json.dumps(settings(), indent=1), encoding="utf-8")
    count = 0
    for item in items:
        path = folder / "content" / item["kind"] / f"{item['slug']}.md"
        path.write_text(page(item), encoding="utf-8", newline="\n")
        count += 1
    return count


def settings() -> dict[str, Any]:
    """Return the content of site.yaml: every facet in every collection, every vocabulary open."""
    facets = list(FIELDS)
    folders = {kind: {"kind": kind, "title": title, "facets": facets} for kind, title in KINDS.items()}
    return {
        "title": "Pages that others wrote",
        "base_url": "https://example.org",
        "taxonomies": {
            name: {"label": label, "field": field, "terms": "any"} for name, (label, field) in FIELDS.items()
        },
        "collections": {**folders, "library": {"title": "Library", "from": list(KINDS), "facets": facets}},
        "menus": {"main": [{"label": title, "url": f"/{kind}/"} for kind, title in KINDS.items()]},
    }


def repair_all(items: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the pages, each repaired and with an address of its own."""
    taken = set(FIELDS) | {"page"}
    for item in items:
        page_fields = repair(item)
        slug, number = page_fields["slug"], 2
        while page_fields["slug"] in taken:
            page_fields["slug"], number = f"{slug}-{number}", number + 1
        taken.add(page_fields["slug"])
        yield page_fields


def repair(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return one page, repaired; its fields keep their order."""
    body = repair_body(str(item.get("body", "")))
    heading = _HEADING.search(body)
    title = _one_line(item.get("title")) or (_one_line(heading[1]) if heading else "") or "Without a title"
    summary = _one_line(item.get("summary")) or summary_of(render_markdown(body, "", 1)[0]) or title
    return {
        **item,
        "title": title,
        "slug": slugify(str(item.get("slug", ""))) or slugify(title) or "page",
        "date": item.get("date") or FIRST_DAY,
        "summary": cut_at_word(summary, SUMMARY_LENGTH),
        "body": body,
    }


def repair_body(body: str) -> str:
    """Return a body whose headings begin at level 2, and whose links to its old site are absolute."""
    body = _LEVEL_ONE_TAG.sub(r"<\1h2", _LEVEL_ONE.sub("##", body))
    return _TEXT_MESSAGE.sub(r"\1tel:", _ADDRESS.sub(rf"\1{HOST}/", body))


def _one_line(text: object) -> str:
    return " ".join(str(text or "").split())


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
