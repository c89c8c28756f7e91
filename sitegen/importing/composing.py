"""Compose a page of an article: repair its text, choose its kind and fields, and name its file."""

import re
from dataclasses import dataclass
from html import unescape

from sitegen.content.derived import SUMMARY_LENGTH
from sitegen.content.kind_fields import FIELDS_OF_KIND
from sitegen.content.slugs import slug_of
from sitegen.importing.debris import remove_debris
from sitegen.importing.field_choice import choose_fields, cut_summary, format_field, labelled_fields, roles_stand_in
from sitegen.importing.file_facts import FileFacts, facts_of_line
from sitegen.importing.import_records import Article, FieldValue, Notes
from sitegen.importing.kind_choice import KindChoice, Wanted, choose_kind
from sitegen.importing.label_lines import take_labels
from sitegen.importing.part_order import check_order
from sitegen.importing.site_vocabulary import SiteVocabulary
from sitegen.importing.source import Source
from sitegen.importing.source_dates import DATE_LINE, date_fields
from sitegen.importing.text_blocks import is_code, join_blocks, plain_line, split_blocks
from sitegen.importing.word_repairs import WordRepairs
from sitegen.model import Config
from sitegen.output_names import mended, why_refused

_DAY_IN_NAME = re.compile(r"(\d{4}-\d\d-\d\d)[-_ ]")
_MOST_SLUG = 60
_FIRST_BLOCKS = 4
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,500}>")
_INLINE = re.compile(r"\[\^\w{1,20}\]|</?(?:sup|sub|del|ins|kbd|mark|abbr|samp)\b[^<>]*>")
"""Marks of footnotes and elements within a line, which no summary has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A page before its links are led anywhere: its parts, and what is noted of it."""

    source: Source
    article: Article
    kind: KindChoice
    slug: str
    body: str
    fields: tuple[FieldValue, ...]
    facts: tuple[FileFacts, ...]
    notes: Notes


class Composer:
    """Composes pages for a site: `wanted` is what was asked for, `host` the site's, `today` the day of the import."""

    def __init__(self, config: Config, wanted: Wanted, host: str, today: str) -> None:
        self._config, self._wanted, self._host, self._today = config, wanted, host, today
        self._vocabulary = SiteVocabulary(config)
        groups = [word for group in config.search.synonyms for word in group]
        self._known = [word for word in groups if word.isupper()]

    def compose(self, article: Article, source: Source) -> Composed:
        """Return the page of an article."""
        notes = Notes()
        notes.left_out += article.left_out
        notes.mended += article.mended
        notes.decisions += article.decisions
        body = remove_debris(article.body, notes)
        body, labelled = take_labels(body, notes)
        title_of_label = next((value.value for value in labelled if value.field == "title"), "")
        body, facts = _take_facts(body, notes)
        body, dates = _take_date(body, notes)
        fields = [*article.fields, *labelled_fields(labelled, self._vocabulary, notes), *dates]
        check_order(body, notes)
        fields += _day_in_name(source.name)
        repairs = WordRepairs(article.said, self._host, self._known, notes)
        body = repairs.repair_body(body)
        fields = [_without_tags(_repaired(field, repairs), notes) for field in fields if not self._is_usual(field)]
        body = _with_long_summary(body, fields)
        names = [field.name for field in fields]
        kind = choose_kind(self._config, self._wanted, names, describes_file=bool(facts))
        chosen = self._chosen(fields, facts, kind, title_of_label, body, notes)
        body = _without_summary(body, chosen, notes)
        title = str(next(field.value for field in chosen if field.name == "title"))
        slug = article.slug or slug_of(title)
        slug = mended(slug) if why_refused(slug) else slug
        slug = slug if len(slug) <= _MOST_SLUG else slug[: _MOST_SLUG + 1].rpartition("-")[0] or slug[:_MOST_SLUG]
        return Composed(
            source=source,
            article=article,
            kind=kind,
            slug=slug or "page",
            body=body,
            fields=tuple(chosen),
            facts=facts,
            notes=notes,
        )

    def _is_usual(self, field: FieldValue) -> bool:
        """Return whether a field says no more than what holds for the whole site: its language."""
        own = self._config.site.language.partition("-")[0].casefold()
        return field.name == "lang" and str(field.value).partition("-")[0].casefold() == own

    def _chosen(
        self,
        fields: list[FieldValue],
        facts: tuple[FileFacts, ...],
        kind: KindChoice,
        title_of_label: str,
        body: str,
        notes: Notes,
    ) -> list[FieldValue]:
        words = "\n".join(line for block in split_blocks(body) if not is_code(block) for line in _prose(block))
        title = title_of_label or next((str(field.value) for field in fields if field.name == "title"), "")
        own = {field.name for field in fields}
        fields = [cut_summary(field) if field.name == "summary" else field for field in fields]
        fields += [field for field in self._vocabulary.fields_in(title, words) if field.name not in own]
        fields += format_field(facts, self._vocabulary)
        if "roles" not in own and FIELDS_OF_KIND[kind.kind].model_fields["roles"].is_required():
            fields.append(roles_stand_in(self._vocabulary))
        return choose_fields(fields, kind, words, self._today, notes)


def _repaired(field: FieldValue, repairs: WordRepairs) -> FieldValue:
    if field.name not in {"title", "summary"} or not isinstance(field.value, str):
        return field
    return FieldValue(field.name, repairs.repair(field.value), field.sureness, field.because)


def _without_tags(field: FieldValue, notes: Notes) -> FieldValue:
    """Return a summary, which is plain text, without tags of HTML; other fields as they are."""
    if field.name != "summary" or not isinstance(field.value, str) or not _TAG.search(field.value):
        return field
    for tag in _TAG.findall(field.value):
        notes.leave_out("a tag of HTML in the summary, which is plain text", tag)
    text = " ".join(_TAG.sub(" ", field.value).split())
    return FieldValue(field.name, text, field.sureness, field.because)


def _prose(block: str) -> list[str]:
    if block.startswith(("#", "|", "{{", "[^", "<", "---", "!!!")):
        return []
    return [unescape(_INLINE.sub("", plain_line(block.replace("\n", " "))))]


def _take_facts(body: str, notes: Notes) -> tuple[str, tuple[FileFacts, ...]]:
    """Return a body without the lines that only describe a file, and what they say; those with a link stay."""
    facts: list[FileFacts] = []
    blocks = []
    for block in split_blocks(body):
        kept = []
        for line in block.split("\n"):
            fact = (
                None
                if is_code(block) or "](" in line or line.startswith(("#", "|"))
                else facts_of_line(plain_line(line))
            )
            if fact is None:
                kept.append(line)
            else:
                facts.append(fact)
                notes.leave_out("it describes a file, which says so itself", plain_line(line))
        blocks.append("\n".join(kept))
    return join_blocks(blocks), tuple(facts)


def _with_long_summary(body: str, fields: list[FieldValue]) -> str:
    """Return a body that begins with a deck that is too long for a summary, so that none of its words is lost."""
    surest = (field for field in fields if field.name == "summary" and field.sureness == "certain")
    long = [str(field.value) for field in surest if len(str(field.value)) > SUMMARY_LENGTH]
    return join_blocks([*long[:1], body])


def _without_summary(body: str, fields: list[FieldValue], notes: Notes) -> str:
    """Return a body without a paragraph near its beginning that is the summary, which the page shows above it."""
    summary = next((field for field in fields if field.name == "summary" and field.sureness != "guess"), None)
    blocks = split_blocks(body)
    for number, block in enumerate(blocks[:_FIRST_BLOCKS]):
        if summary and len(blocks) > 1 and plain_line(block.replace("\n", " ")) == summary.value:
            notes.mend("the summary stood in the text, too", str(summary.value), "")
            return join_blocks([*blocks[:number], *blocks[number + 1 :]])
    return body


def _day_in_name(name: str) -> list[FieldValue]:
    """Return the field `date` of a file whose name begins with a day, as those of Jekyll do."""
    match = _DAY_IN_NAME.match(name.rpartition("/")[2])
    return date_fields(match[1], "likely", "the name of the file begins with it") if match else []


def _take_date(body: str, notes: Notes) -> tuple[str, list[FieldValue]]:
    """Return a body without a line near its beginning that is a date and nothing else, and the field of it."""
    blocks = split_blocks(body)
    for number, block in enumerate(blocks[:_FIRST_BLOCKS]):
        text = plain_line(block)
        match = DATE_LINE.fullmatch(text) if "\n" not in block else None
        fields = date_fields(match["date"], "certain", f'the line "{text}" says so') if match else []
        if fields:
            notes.mend("a line with a date is a field now", text, "")
            return join_blocks([*blocks[:number], *blocks[number + 1 :]]), fields
    return body, []
