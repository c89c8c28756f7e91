"""Random edits of a small site, each followed by a build that must equal a clean one."""

import copy
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule
from PIL import Image

from sitegen.engine.output import MANIFEST
from sitegen.engine.plan import Result
from tests.site.draft_edits import SLUGS, DraftEdits
from tests.site.small import SETTINGS, SmallSite, files

TOPICS = st.lists(st.sampled_from(["quality", "Safety", "nonsense"]), max_size=2)
REGIONS = st.lists(st.sampled_from(["North", "north", "NORTH", "South Bay", "south"]), max_size=2)
BODIES = st.sampled_from(
    [
        "Plain text.\n",
        "See [that](story-1.md) and [the tool](../tools/huddle.md#use).\n",
        "See [nothing](missing.md).\n",
        "## A heading\n\n| a | b |\n| - | - |\n| 1 | 2 |\n",
        "<script>alert(1)</script> text\n",
        "Take [the file](../../static/downloads/a.txt) along.\n",
        '<a href="/downloads/b%20c.txt">That one</a>, and ![A square](../../static/images/a.png)\n',
    ]
)
WORDS = st.text("abc é", min_size=1, max_size=6)
OPTIONAL = "note.html"
MAIN = st.sampled_from([None, 'import { a } from "./late.js";\na();\n', "// words\nlet a = 1;\n", "let a = ;\n"])
LATE = st.sampled_from([None, "export const a = 1;\n", "// words\nexport const a = 1;\n", "export const = 1;\n"])
FILES = st.sampled_from(["a.txt", "b c.txt", "page.html"])
NOTE = "# A line that says nothing.\n"
CAPTIONS = st.sampled_from([None, "WEBVTT\n\n00:00.000 --> 00:01.000\nA\n", "nonsense\n"])


def wide_settings() -> dict[str, Any]:
    """Return the settings of the small site with a view that is grouped, and a gallery over it."""
    value = copy.deepcopy(SETTINGS)
    value["taxonomies"]["issue"] = {"label": "Issue", "field": "issue", "terms": "any"}
    hank = {"title": "Hank", "from": ["stories"], "where": {"channels": "hank"}}
    value["collections"]["hank"] = hank | {"facets": ["issue"], "group_by": "issue", "per_page": 2}
    value["galleries"] = {"gallery": {"collections": ["tools", "hank"]}}
    return value


class EditedSite(DraftEdits):
    """Each step edits and builds; the output must be that of a clean build, and a second build must do nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="small-"))
        self.site = SmallSite(self.folder)
        self.site.settings(wide_settings())
        item = self.site.text("templates/item.html")
        include = f'{{% include "{OPTIONAL}" ignore missing %}}\n'
        self.site.write("templates/item.html", item.replace("{{ item.body_html }}", "{{ item.body_html }}\n" + include))
        self.good: dict[str, bytes] = {}
        self.check()

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(
        slug=SLUGS, title=WORDS, topics=TOPICS, regions=REGIONS, body=BODIES, day=st.integers(1, 9), draft=st.booleans()
    )
    def write_story(
        self, slug: str, title: str, topics: list[str], regions: list[str], body: str, day: int, *, draft: bool
    ) -> None:
        fields = {
            "title": f"T {title}",
            "topics": topics,
            "regions": regions,
            "date": f"2017-10-0{day}",
            "draft": draft,
        }
        self.site.story(slug, body, **fields)
        self.check()

    @rule(
        slug=SLUGS,
        date=st.sampled_from(["2017", "2017-10", "2017-10-01", "2017-10-05 09:30", "2199-10"]),
        words=st.sampled_from(["", "Fall 2017"]),
        updated=st.sampled_from(["", "2017-10-04", "2018-01-15"]),
        weight=st.sampled_from([None, 0, 1]),
    )
    def write_dates_and_weight(self, slug: str, date: str, words: str, updated: str, weight: int | None) -> None:
        fields: dict[str, Any] = {"date": date, "date_shown": words, "updated": updated, "weight": weight}
        self.site.story(slug, **{name: value for name, value in fields.items() if value not in ("", None)})
        self.check()

    @rule(slug=SLUGS, body=BODIES)
    def edit_body(self, slug: str, body: str) -> None:
        path = self.path(slug)
        if path.exists():
            path.write_text(path.read_text("utf-8") + body, "utf-8")
        self.check()

    @rule(slug=SLUGS, channel=st.sampled_from(["news", ""]), alias=st.sampled_from(["/was/here", "/stories/", ""]))
    def set_channel_and_alias(self, slug: str, channel: str, alias: str) -> None:
        self.site.story(slug, channels=[channel] if channel else [], aliases=[alias] if alias else [])
        self.check()

    @rule(slug=SLUGS, issue=st.sampled_from(["Spring", "spring", "Fall"]), titles=st.lists(WORDS, max_size=2))
    def set_issue_and_slides(self, slug: str, issue: str, titles: list[str]) -> None:
        slides = [{"title": f"S {title}", "body": "- [tool](../tools/huddle.md)"} for title in titles]
        self.site.story(slug, channels=["hank"], issue=issue, slides=slides)
        self.check()

    @rule(names=st.lists(st.sampled_from(["tools", "hank", "stories"]), min_size=1, unique=True), title=WORDS)
    def edit_gallery(self, names: list[str], title: str) -> None:
        value = wide_settings()
        value["galleries"]["gallery"] = {"collections": names, "title": f"G {title}"}
        self.site.settings(value)
        self.check()

    @rule(text=CAPTIONS)
    def write_captions(self, text: str | None) -> None:
        path = self.site.root / "static" / "videos" / "a.vtt"
        path.unlink(missing_ok=True)
        if text is not None:
            self.site.write("static/videos/a.vtt", text)
        self.check()

    @rule(name=FILES, text=st.sampled_from([None, "one\n", "two\n", '<a href="b c.txt">b</a> <a href="a.txt">a</a>\n']))
    def write_download(self, name: str, text: str | None) -> None:
        path = self.site.root / "static" / "downloads" / name
        path.unlink(missing_ok=True)
        if text is not None:
            self.site.write(f"static/downloads/{name}", text)
        self.check()

    @rule(color=st.sampled_from(["", "teal", "navy"]))
    def paint_picture(self, color: str) -> None:
        path = self.site.root / "static" / "images" / "a.png"
        path.unlink(missing_ok=True)
        if color:
            path.parent.mkdir(parents=True, exist_ok=True)
            Image.new("RGB", (9, 9), color).save(path)
        self.check()

    @rule(slug=SLUGS, text=BODIES, pick=st.integers(0, 3))
    def link_to_a_file(self, slug: str, text: str, pick: int) -> None:
        link = '<img src="{{ url("/images/a.png") }}"><a href="../downloads/page.html">page</a>\n'
        path = f"templates/{OPTIONAL}"
        if pick == 0:
            self.site.write(path, link)
        elif pick == 1:
            self.site.story(slug, text, image={"src": "images/a.png", "alt": "A square"})
        else:
            self.site.story(slug, text, draft=pick == 2)
        self.check()

    @rule(patterns=st.lists(st.sampled_from(["downloads/*.txt", "images/", "**/*.html", "none"]), max_size=2))
    def publish_always(self, patterns: list[str]) -> None:
        value = wide_settings()
        value["files"] = {"always": patterns}
        self.site.settings(value)
        self.check()

    @rule(main=MAIN, late=LATE)
    def write_scripts(self, main: str | None, late: str | None) -> None:
        for name, text in (("main", main), ("late", late)):
            path = self.site.root / "static" / "js" / f"{name}.js"
            path.unlink(missing_ok=True)
            if text is not None:
                self.site.write(f"static/js/{name}.js", text)
        self.check()

    @rule(slug=SLUGS, title=WORDS)
    def edit_tool(self, slug: str, title: str) -> None:
        self.site.tool(
            "huddle", f"## Use\n\n[{slug}](../stories/{slug}.md)\n", title=f"Tool {title}", topics=["safety"]
        )
        self.check()

    @rule(slug=SLUGS)
    def delete(self, slug: str) -> None:
        self.path(slug).unlink(missing_ok=True)
        self.check()

    @rule(old=SLUGS, new=SLUGS)
    def rename(self, old: str, new: str) -> None:
        if self.path(old).exists():
            self.path(old).replace(self.path(new))
        self.check()

    @rule(slug=SLUGS)
    def touch_and_add_white_space(self, slug: str) -> None:
        if self.path(slug).exists():
            os.utime(self.path(slug))
            self.path(slug).write_bytes(self.path(slug).read_bytes() + b"\n\n")
        self.check()

    @rule(name=st.sampled_from(["base.html", "cards.html", "list.html", "item.html"]), word=WORDS)
    def edit_template(self, name: str, word: str) -> None:
        self.site.write(f"templates/{name}", self.site.text(f"templates/{name}") + f"<!-- {word} -->\n")
        self.check()

    @rule(word=st.one_of(st.none(), WORDS))
    def optional_partial(self, word: str | None) -> None:
        path = self.site.root / "templates" / OPTIONAL
        path.unlink(missing_ok=True)
        if word is not None:
            self.site.write(f"templates/{OPTIONAL}", f"<p>{word} {{{{ item.title }}}}</p>")
        self.check()

    @rule(
        label=WORDS,
        per_page=st.integers(1, 3),
        also=st.sampled_from(["nonsense", "other"]),
        title=WORDS,
        pairs=st.sampled_from([[], [["region", "topic"]], [["topic", "region"]]]),
        sort=st.sampled_from(["date", "title", "weight"]),
    )
    def edit_settings(
        self, label: str, per_page: int, also: str, title: str, pairs: list[list[str]], sort: str
    ) -> None:
        value = wide_settings()
        value["title"] = f"Site {title}"
        value["taxonomies"]["topic"]["terms"]["safety"] = {"label": f"Safety {label}", "also": [also]}
        value["collections"]["stories"] |= {"per_page": per_page, "pairs": pairs, "sort": sort}
        self.site.settings(value)
        self.check()

    @rule(order=st.lists(SLUGS, max_size=2, unique=True), old=st.sampled_from(["/was/here/", "/tools/", "/else/"]))
    def name_pages_in_settings(self, order: list[str], old: str) -> None:
        value = wide_settings()
        value["collections"]["stories"]["order"] = order
        value["redirects"][old] = "/stories/"
        self.site.settings(value)
        self.check()

    @rule(count=st.integers(0, 3))
    def move_lines_of_settings(self, count: int) -> None:
        text = self.site.text("site.yaml").replace(NOTE, "")
        self.site.write("site.yaml", NOTE * count + text)
        self.check()

    @rule(slug=SLUGS, in_body=st.booleans())
    def move_lines_of_a_page(self, slug: str, *, in_body: bool) -> None:
        path = self.path(slug)
        if path.exists():
            text = path.read_text("utf-8")
            path.write_text(
                text.replace("---\n\n", "---\n\n\n\n", 1) if in_body else text.replace("---\n", f"---\n{NOTE}", 1)
            )
        self.check()

    @rule(pick=st.integers(0, 10_000), gone=st.booleans())
    def spoil_output(self, pick: int, *, gone: bool) -> None:
        paths = sorted(path for path in self.site.out.rglob("*") if path.is_file() and path.name != MANIFEST)
        if paths:
            path = paths[pick % len(paths)]
            path.unlink() if gone else path.write_bytes(b"spoiled")
            self.good.pop(path.relative_to(self.site.out).as_posix(), None)
        self.check()

    def path(self, slug: str) -> Path:
        return self.site.root / "content" / "stories" / f"{slug}.md"

    def compare(self, **choices: Any) -> Result:
        """Build, and build clean: the problems must be the same, and without errors the files."""
        out = self.folder / "public-with-drafts" if choices else self.site.out
        now, clean = self.site.build(out=out, **choices), self.site.build_clean(**choices)
        assert now.problems == clean.problems
        if not now.errors:
            assert files(out) == files(self.folder / "clean")
        return now

    def check(self) -> None:
        """Build, build clean, compare; after an error the old output must be as it was."""
        now = self.compare()
        if now.errors:
            assert not now.committed
            kept = files(self.site.out)
            assert all(kept.get(path) == data for path, data in self.good.items())
            return
        self.good = files(self.site.out)
        again = self.site.build()
        assert not again.executed, again.executed
        assert not again.written
