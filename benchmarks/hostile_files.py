"""Files that are legal, or nearly, and cost a careless reader minutes: one construct each, repeated to a size."""

from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.hostile_bodies import BODIES

_HEADS = {
    "story": "title: T\nsummary: S\ndate: 2017-10-05\n",
    "tool": "title: T\nsummary: S\nroles: [x]\nbest_used: b\n",
    "page": "title: T\nsummary: S\n",
    "video": "title: T\nsummary: S\n",
    "toolkit": "title: T\nsummary: S\n",
    "level": "title: T\nsummary: S\n",
    "region": "title: T\nsummary: S\n",
}
_SITE = """title: A site
base_url: https://example.org
taxonomies:
  topic: {label: Topic, field: topics, terms: any}
  region: {label: Region, field: regions, terms: {north: North}}
collections:
  story: {kind: story, facets: [topic, region]}
  tool: {kind: tool}
  page: {kind: page}
  video: {kind: video}
  toolkit: {kind: toolkit}
  level: {kind: level}
  region: {kind: region}
"""


class HostileFile(NamedTuple):
    """A file of a site: its path, and a piece that is repeated between a head and a tail; `{n}` stands for a number."""

    path: str
    head: str
    piece: str
    tail: str = ""

    def data(self, size: int) -> bytes:
        """Return the bytes of the file, about `size` of them."""
        count = max(1, size // len(self.piece.encode()))
        body = self.piece * count if "{n}" not in self.piece else "".join(self._numbered(count))
        return f"{self.head}{body}{self.tail}".encode()

    def _numbered(self, count: int) -> Iterator[str]:
        return (self.piece.replace("{n}", str(number)) for number in range(count))


FIELDS = {
    "unknown fields": ("story", "unknown{n}: x\n"),
    "fields twice": ("story", "title: x\n"),
    "comments": ("story", "# a\n"),
    "empty lines": ("story", "\n"),
    "lines without a field": ("story", "words\n"),
    "tabs": ("story", "\tx: y\n"),
    "bodies of slides": ("story", "slides:\n- title: A\n  body: '|[x](y.md) [z](#w)|'\n"),
    "slides": ("story", "slides:\n|- {title: A, body: b}\n"),
    "slides with pictures": ("story", "slides:\n|- {title: A, image: {src: images/a.png, alt: b}}\n"),
    "bodies of links": ("story", "slides:\n|- {title: A, body: '[x](y.md) [z](#w)'}\n"),
    "bodies of headings": ("story", "slides:\n|- {title: A, body: '### B'}\n"),
    "bodies of tags": ("story", "slides:\n|- {title: A, body: '<b>c</b>'}\n"),
    "bodies of blocks": ("story", "slides:\n|- {title: A, body: '<div>c</div>'}\n"),
    "bodies of footnotes": ("story", 'slides:\n|- {title: A, body: "a[^1]\\n\\n[^1]: b"}\n'),
    "bodies of shortcodes": ("story", 'slides:\n|- {title: A, body: \'{{ stat value="1" label="b" }}\'}\n'),
    "bodies of code": ("story", 'slides:\n|- {title: A, body: "```\\na\\n```"}\n'),
    "bodies of tables": ("story", 'slides:\n|- {title: A, body: "¦a¦b¦\\n¦-¦-¦"}\n'),
    "bodies in blocks": ("story", "slides:\n|- title: A\n  body: >\n    [x](y.md)\n    z\n"),
    "notes of slides": ("story", "slides:\n|- {title: A, notes: '[x](y.md)'}\n"),
    "wrong slides": ("story", "slides:\n|- x\n"),
    "slides with unknown fields": ("story", "slides:\n|- {title: A, foo: b}\n"),
    "questions": ("page", "questions:\n|- {question: A, answer: '[x](y.md) [z](#w)'}\n"),
    "questions with headings": ("page", "questions:\n|- {question: A, answer: '## B'}\n"),
    "panels": ("page", "panels:\n|- {title: A, body: '[x](y.md) [z](#w)'}\n"),
    "figures": ("page", "stats:\n|- {value: '1', label: a}\n"),
    "bars": ("page", "bars:\n  title: A\n  values:\n|  - {label: a, value: '1'}\n"),
    "downloads": ("tool", "downloads:\n|- {file: downloads/a.pdf}\n"),
    "downloads elsewhere": ("tool", "downloads:\n|- {url: 'https://a.org/{n}'}\n"),
    "topics": ("story", "topics:\n|- a{n}\n"),
    "topics on a line": ("story", "topics: [|a{n}, |]\n"),
    "one topic": ("story", "topics:\n|- a\n"),
    "regions": ("story", "regions:\n|- a{n}\n"),
    "related": ("story", "related:\n|- tools/a{n}\n"),
    "aliases": ("story", "aliases:\n|- /a/{n}/\n"),
    "roles": ("tool", "roles:\n|- a{n}\n"),
    "refs of a toolkit": ("toolkit", "tools:\n|- tools/a{n}\n"),
    "goodies": ("toolkit", "goodies:\n|- tools/a{n}\n"),
    "links": ("region", "links:\n|- {label: a, url: 'https://a.org/{n}'}\n"),
    "requirements": ("level", "requires:\n|- {text: a, dimension: b, source: c/d}\n"),
    "tools of requirements": ("level", "requires:\n- text: a\n  tools:\n|  - tools/a{n}\n"),
    "a long title": ("story", "summary: |word |\n"),
    "a long slug": ("story", "slug: |a|\n"),
    "a long alias": ("story", "aliases: |/a|\n"),
    "a long transcript": ("video", "transcript: '|word |'\n"),
    "a transcript of lines": ("video", "transcript: >\n|  word\n\n"),
    "quotation marks": ("story", 'owner: |"|\n'),
    "quoted escapes": ("story", 'owner: "|\\u0041|"\n'),
    "single quotes": ("story", "owner: '|''|'\n"),
    "colons": ("story", "owner: |a: |\n"),
    "number signs": ("story", "owner: |a # |\n"),
    "deep lists": ("story", "owner: |[|\n"),
    "deep mappings": ("story", "owner: |{a: |\n"),
    "deep bullets": ("story", "owner:\n  |- |x\n"),
    "anchors": ("story", "|a{n}: &a{n} x\n"),
    "bombs of anchors": ("story", "a0: &a0 x\n|b{n}: [*a0, *a0]\n"),
    "merge keys": ("story", "a: &a {x: y}\n|b{n}: {<<: *a}\n"),
    "tags": ("story", "|a{n}: !!str x\n"),
    "complex keys": ("story", "|? a{n}\n: b\n"),
    "long keys": ("story", "|a|: b\n"),
    "documents": ("story", "|--- a\n"),
    "directives": ("story", "|%YAML 1.2\n"),
    "lists of nothing": ("story", "owner: [|,|]\n"),
    "lists of lists": ("story", "owner: [|[],|]\n"),
    "numbers": ("story", "weight: |9|\n"),
    "dates": ("story", "updated: |2017-|\n"),
    "curly quotes": ("story", "owner: |\u201c|\n"),
}
"""Front matter: the kind of a page, and its fields, of which the part between two "|" (or all) is repeated."""

SETTINGS = {
    "redirects": "redirects:\n|  /a{n}/: /story/\n",
    "redirects to redirects": "redirects:\n|  /a{n}/: /a{n}0/\n",
    "redirects to one": "redirects:\n|  /a{n}/: /a0/\n",
    "redirects to nowhere": "redirects:\n|  /a{n}/: /b{n}/\n",
    "redirects elsewhere": "redirects:\n|  /a{n}/: https://a.org/\n",
    "wrong redirects": "redirects:\n|  a{n}: b\n",
    "menus": "menus:\n  main:\n|  - {label: a, url: /story/}\n",
    "menus elsewhere": "menus:\n  main:\n|  - {label: a, url: 'https://a.org/{n}'}\n",
    "menus to nowhere": "menus:\n  footer:\n|  - {label: a, url: /a{n}/}\n",
    "synonyms": "search:\n  synonyms:\n|  - [a{n}, b{n}]\n",
    "the same synonyms": "search:\n  synonyms:\n|  - [a, b]\n",
    "chained synonyms": "search:\n  synonyms:\n|  - [a{n}, a{n}0]\n",
    "one group of synonyms": "search:\n  synonyms:\n  - [|a{n}, |]\n",
    "galleries": "galleries:\n|  g{n}: {collections: [story]}\n",
    "collections of a gallery": "galleries:\n  g: {collections: [|story, |]}\n",
    "unknown collections of a gallery": "galleries:\n  g: {collections: [|s{n}, |]}\n",
    "unknown settings": "|unknown{n}: x\n",
    "settings twice": "|title: x\n",
    "comments": "|# a\n",
    "wrong menus": "menus:\n  main:\n|  - x\n",
}
"""Settings, added to those of a whole site; the part between two "|" (or all after the first) is repeated."""

SETTINGS_WITHIN = {
    "terms": ("terms: {north: North}}", "terms: {north: North, |t{n}: T, |}}"),
    "terms with other words": ("terms: {north: North}}", "terms: {north: {label: N, also: [|n{n}, |]}}}"),
    "terms with the same words": ("terms: {north: North}}", "terms: {north: North, |t{n}: {also: x}, |}}"),
    "taxonomies": ("taxonomies:\n", "taxonomies:\n|  x{n}: {field: topics, terms: any}\n"),
    "collections": ("collections:\n", "collections:\n|  x{n}: {kind: story}\n"),
    "views": ("collections:\n", "collections:\n|  x{n}: {from: [story], where: {topics: a}}\n"),
    "views of many": ("tool: {kind: tool}", "tool: {kind: tool}\n  x: {from: [|story, |]}"),
    "an order": ("tool: {kind: tool}", "tool: {kind: tool, order: [|a{n}, |]}"),
    "facets": ("tool: {kind: tool}", "tool: {kind: tool, facets: [|topic, |]}"),
    "pairs": ("facets: [topic, region]}", "facets: [topic, region], pairs: [|[topic, region], |]}"),
    "where": ("tool: {kind: tool}", "tool: {kind: tool}\n  x: {from: [story], where: {topics: [|a{n}, |]}}"),
}
"""Settings inside others: the text that is replaced, and by what."""

CAPTIONS = {
    "cues": "00:00:{n}.000 --> 00:01:00.000\nWords\n\n",
    "cues of a tag": "00:00:01.000 --> 00:01:00.000\n<b>a</b>\n\n",
    "tags": "<b>",
    "long cues": "word ",
    "open cues": "00:00:01.000 --> 00:01:00.000\n",
    "wrong cues": "a\n\n",
    "arrows": "-->",
    "notes": "NOTE a\n\n",
    "styles": "STYLE\na\n\n",
    "empty lines": "\n",
    "entities": "&amp;",
    "settings": "00:00:01.000 --> 00:01:00.000 line:1 position:2\na\n\n",
}
"""Pieces of captions, after the first line of the file."""

DRAWINGS = {
    "shapes": "<path d='a'/>",
    "deep groups": "<g>",
    "texts": "a ",
    "comments": "<!-- a -->",
    "entities": "&amp;",
    "attributes": " a{n}='b'",
    "namespaces": "<g xmlns:a{n}='b'/>",
    "links": "<a href='https://a.org'/>",
    "scripts": "<script>a</script>",
}
"""Pieces of drawings."""


def hostile_files() -> dict[str, HostileFile]:
    """Return all files by name: `body: loose list`, `field: topics`, `settings: redirects`, `captions: cues`."""
    files = {
        f"body: {name}": HostileFile("content/story/x.md", f"---\n{_HEADS['story']}---\n\n", piece)
        for name, piece in BODIES.items()
    }
    for name, (kind, text) in FIELDS.items():
        head, piece, tail = _parts(text)
        head, tail = f"---\n{_HEADS[kind]}{head}", f"{tail}---\n\nA.\n"
        files[f"field: {name}"] = HostileFile(f"content/{kind}/x.md", head, piece, tail)
    for name, text in SETTINGS.items():
        head, piece, tail = _parts(text)
        files[f"settings: {name}"] = HostileFile("site.yaml", _SITE + head, piece, tail)
    for name, (old, new) in SETTINGS_WITHIN.items():
        before, after = _SITE.split(old, 1)
        head, piece, tail = _parts(new)
        files[f"settings: {name}"] = HostileFile("site.yaml", before + head, piece, tail + after)
    for name, piece in CAPTIONS.items():
        files[f"captions: {name}"] = HostileFile("static/a.vtt", "WEBVTT\n\n", piece)
    for name, piece in DRAWINGS.items():
        is_attribute = piece.startswith(" ")
        head, tail = ("<svg", "/>") if is_attribute else ("<svg>", "</svg>")
        files[f"drawing: {name}"] = HostileFile("static/a.svg", head, piece, tail)
    return files


def _parts(text: str) -> tuple[str, str, str]:
    parts = text.replace("\u00a6", "\x00").split("|")
    if len(parts) == 1:
        parts = ["", parts[0]]
    head, piece, *tail = (part.replace("\x00", "|") for part in parts)
    return head, piece, "".join(tail)
