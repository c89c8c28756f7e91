"""Random edits that make drafts of pages and pages of drafts, broken or not; a part of the machine of edits."""

from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from sitegen.engine.plan import Result
from tests.site.small import SmallSite

SLUGS = st.sampled_from(["story-0", "story-1", "story-2", "story-3", "story-4", "new-a", "new-b"])
DRAFT_LINES = st.sampled_from(
    ["draft: true", "Draft: yes", "draft:true", "draft: false", "publish: 2199-01-01 09:00", "expires: 2017-02-01"]
)
SWITCHES = ("draft:", "publish:", "expires:")
MISTAKES = st.sampled_from(
    [
        "weight: 1",
        "slug: {other}",
        "slug: topic",
        "aliases: [/stories/{other}/, /old]",
        "topics: [nonsense]",
        "title: [never closed",
        "related: stories/none",
        "image: {{src: images/none.jpg, alt: None}}",
    ]
)


class DraftEdits(RuleBasedStateMachine):
    """The rules about drafts; what compares builds is the machine's own."""

    site: SmallSite

    @rule(slug=SLUGS, draft=DRAFT_LINES, mistake=MISTAKES, other=SLUGS)
    def write_page_with_a_mistake(self, slug: str, draft: str, mistake: str, other: str) -> None:
        """A draft or not, with or without a mistake: one that takes the address of another, or cannot be read."""
        head = f"title: M {slug}\nsummary: S.\ndate: 2017-10-01\n{draft}\n{mistake.format(other=other)}\n"
        self.site.write(f"content/stories/{slug}.md", f"---\n{head}---\n\n[No](none.md) [one]({other}.md).\n")
        self.check()

    @rule(slug=SLUGS, draft=DRAFT_LINES)
    def switch_page_on_or_off(self, slug: str, draft: str) -> None:
        path = self.path(slug)
        if path.exists():
            lines = [line for line in path.read_text("utf-8").split("\n") if not line.lower().startswith(SWITCHES)]
            path.write_text("\n".join([lines[0], draft, *lines[1:]]), "utf-8")
        self.check()

    @rule()
    def show_drafts(self) -> None:
        self.compare(drafts=True, scheduled=True)

    def path(self, slug: str) -> Path:
        """Return the file of a story."""
        raise NotImplementedError

    def compare(self, **choices: Any) -> Result:
        """Build, and compare with a clean build."""
        raise NotImplementedError

    def check(self) -> None:
        """Build, compare with a clean build, and build again."""
        raise NotImplementedError
