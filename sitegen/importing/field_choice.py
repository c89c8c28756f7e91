"""Choose the fields of a page among all that its source says, and what stands in for those that must be there."""

from collections.abc import Iterable, Sequence

from sitegen.content.derived import SUMMARY_LENGTH, cut_at_word
from sitegen.content.kind_fields import FIELDS_OF_KIND
from sitegen.importing.file_facts import FileFacts
from sitegen.importing.import_records import FieldValue, Notes
from sitegen.importing.kind_choice import KindChoice
from sitegen.importing.label_lines import LabelledValue
from sitegen.importing.site_vocabulary import SiteVocabulary
from sitegen.importing.source_dates import date_fields, is_date_alone

_SURENESS = ("certain", "likely", "guess")
_TEXTS = frozenset({"title", "summary", "best_used"})
_TO_WRITE = {
    "best_used": "Say when or for what it is best used",
    "transcript": "Write here what is said and shown in the film.",
}
_UNTITLED = "Untitled"
_FEWEST_SUMMARY_WORDS = 4
_LONGEST_TITLE = 70


def labelled_fields(values: Iterable[LabelledValue], vocabulary: SiteVocabulary, notes: Notes) -> list[FieldValue]:
    """Return the fields of what stood behind labels; what makes no field is noted as left out."""
    fields: list[FieldValue] = []
    for value in values:
        because = f'"{value.label}:" stands before it'
        if value.field in _TEXTS:
            fields.append(FieldValue(value.field, value.value, "certain", because))
        elif value.field in {"date", "updated"}:
            dates = [
                one
                for one in date_fields(value.value, "certain", because)
                if value.field == "date" or one.name == "date"
            ]
            fields += [
                FieldValue(value.field, one.value, "certain", because) if one.name == "date" else one for one in dates
            ]
            if not dates:
                notes.leave_out(f'no date that can be read, behind "{value.label}"', value.value)
            elif not is_date_alone(value.value):
                notes.leave_out(f'it stands beside the date, behind "{value.label}"', value.value)
        elif field := vocabulary.field_of(value.field, value.value, value.label, notes):
            fields.append(field)
        notes.mend("a line with a label is a field now", f"{value.label}: {value.value}", "")
    return fields


def choose_fields(
    fields: Sequence[FieldValue], kind: KindChoice, body_words: str, today: str, notes: Notes
) -> list[FieldValue]:
    """Return one value for each field that pages of a kind can have, in the order of the kind, the surest of several.

    A title, a summary, and what the kind needs are always there: as a guess, if nothing says them. `body_words` is the
    text without marks, `today` the day of the import.
    """
    allowed = FIELDS_OF_KIND[kind.kind].model_fields
    chosen: dict[str, FieldValue] = {}
    for field in sorted(fields, key=lambda field: _SURENESS.index(field.sureness)):
        if field.name not in allowed:
            _note_unfit(field, kind, notes)
        elif field.name not in chosen:
            chosen[field.name] = field
        elif field.name in _TEXTS and field.sureness == "certain" and field.value != chosen[field.name].value:
            notes.leave_out(f'a second value for "{field.name}"', str(field.value))
    for field in _stand_ins(chosen, kind.kind, body_words, today):
        chosen.setdefault(field.name, field)
    return [chosen[name] for name in allowed if name in chosen]


def _note_unfit(field: FieldValue, kind: KindChoice, notes: Notes) -> None:
    value = field.value
    text = (
        value
        if isinstance(value, str)
        else ", ".join(map(str, value))
        if isinstance(value, (list, tuple))
        else str(value)
    )
    notes.leave_out(f'pages of the kind {kind.kind} have no field "{field.name}"', text)
    notes.ask(
        f'"{text}" would be the field "{field.name}", which a {kind.kind} cannot have',
        "add --kind tool, or write it in the text",
    )


def _stand_ins(chosen: dict[str, FieldValue], kind: str, words: str, today: str) -> Iterable[FieldValue]:
    """Yield guesses for what every page needs, and for what its kind needs."""
    if "title" not in chosen:
        title = cut_at_word(_first_line(words), _LONGEST_TITLE).rstrip("\u2026.") or _UNTITLED
        yield FieldValue("title", title, "guess", "they are the first words of the text")
    summary = _summary_of(words) or str(chosen["title"].value if "title" in chosen else _UNTITLED)
    yield FieldValue("summary", summary, "guess", "they are the first words of the text")
    needed = {name for name, field in FIELDS_OF_KIND[kind].model_fields.items() if field.is_required()}
    if "date" in needed:
        yield FieldValue("date", today, "guess", "nothing says when it was written: this is the day of the import")
    for name, text in _TO_WRITE.items():
        if name in needed or (name == "transcript" and "transcript" in FIELDS_OF_KIND[kind].model_fields):
            yield FieldValue(name, text, "guess", "nothing says it")


def roles_stand_in(vocabulary: SiteVocabulary) -> FieldValue:
    """Return a guess for the field `roles`, which a tool must have."""
    return FieldValue("roles", (vocabulary.first_term("roles"),), "guess", "nothing says whom it is for")


def cut_summary(field: FieldValue) -> FieldValue:
    """Return a summary that is not too long, cut at a sentence or a word."""
    text = " ".join(str(field.value).split())
    if len(text) <= SUMMARY_LENGTH:
        return FieldValue(field.name, text, field.sureness, field.because)
    return FieldValue(field.name, _summary_of(text), field.sureness, f"{field.because}; it was cut")


def _summary_of(words: str) -> str:
    """Return the first sentences of a text that fit into a summary."""
    lines = [line.strip() for line in words.split("\n")]
    sentences = (line for line in lines if len(line.split()) >= _FEWEST_SUMMARY_WORDS and line[-1] not in ":,")
    first = next(sentences, _first_line(words))
    if len(first) <= SUMMARY_LENGTH:
        return first
    end = max(first.rfind(f"{sign} ", 0, SUMMARY_LENGTH) for sign in ".!?")
    return first[: end + 1] if end > SUMMARY_LENGTH // 3 else cut_at_word(first, SUMMARY_LENGTH)


def _first_line(words: str) -> str:
    return next((line.strip() for line in words.split("\n") if any(map(str.isalnum, line))), "")


def format_field(facts: Sequence[FileFacts], vocabulary: SiteVocabulary) -> list[FieldValue]:
    """Return the field `formats` of what lines say of files, where the site has that filter."""
    names = tuple(dict.fromkeys(fact.format for fact in facts if fact.format))
    value = vocabulary.field_of("formats", ", ".join(names), "format", Notes()) if names else None
    return [FieldValue("formats", value.value, "certain", "a line that describes the file says so")] if value else []
