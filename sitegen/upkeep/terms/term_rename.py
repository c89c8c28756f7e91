"""Work out which term of which taxonomy a person means, and what it becomes."""

from collections.abc import Sequence

from sitegen.catalog.taxonomy import Vocabulary, make_vocabulary, term_of
from sitegen.config.text_values import ID_HINT, is_id
from sitegen.errors import UsageError, suggest
from sitegen.model import Config, Record, Taxonomy, Term
from sitegen.output_names import mended, why_refused
from sitegen.text import fold, fold_term, slugify, term_slug

_MOST_CHOICES = 20


class TermRename(Record, frozen=True, kw_only=True):
    """A term before and after; `words` are the spellings of its taxonomy before.

    Where `is_merge`, the new term was there before. Of an open taxonomy the label is what pages have as the value.
    """

    taxonomy: Taxonomy
    words: Vocabulary
    old: Term
    new: Term
    is_merge: bool = False

    @property
    def what(self) -> str:
        """What is done, in a few words."""
        verb = "merge" if self.is_merge else "rename"
        return f"{verb} the {self.taxonomy.id} {self.old.id} {'into' if self.is_merge else 'to'} {self.new.id}"


def taxonomy_named(typed: str, config: Config) -> Taxonomy:
    """Return the taxonomy that a person means, by its id, label or field. Raises UsageError where there is none."""
    for taxonomy in config.taxonomies:
        if fold(typed) in {fold(name) for name in (taxonomy.id, taxonomy.label, taxonomy.field)}:
            return taxonomy
    ids = [taxonomy.id for taxonomy in config.taxonomies]
    raise UsageError(f'there is no taxonomy "{typed}"', hint=suggest(typed, ids) or _choice(ids))


def listed_rename(taxonomy: Taxonomy, old: str, new: str, label: str = "") -> TermRename:
    """Return the rename in a taxonomy that lists its terms; `old` and `new` as they were typed, `label` if given.

    Raises:
        UsageError: there is no such term, or it cannot become that.
    """
    words, terms = make_vocabulary(taxonomy), {term.id: term for term in taxonomy.terms}
    before = terms.get(words.ids.get(fold_term(old), ""))
    if before is None:
        raise _unknown(taxonomy, old, terms)
    known = words.ids.get(fold_term(new), "")
    other = terms.get(known) if known != before.id else None
    name = other.id if other else new.strip()
    if other is None:
        _refuse_id(name, before, known, is_label_given=bool(label))
    owner = words.ids.get(fold_term(label), "") if label else ""
    if owner not in {"", before.id, name}:
        raise UsageError(f'"{label}" means "{owner}" already', hint="choose another label")
    label = " ".join(label.split()) or (other or before).label
    after = Term(name, label, (other or before).also)
    return TermRename(taxonomy=taxonomy, words=words, old=before, new=after, is_merge=bool(other))


def open_rename(taxonomy: Taxonomy, old: str, new: str, terms: Sequence[Term]) -> TermRename:
    """Return the rename in a taxonomy whose terms are the values that pages have, which are `terms`.

    Raises:
        UsageError: no page has such a value, or the new one cannot be one.
    """
    known = {term.id: term for term in terms}
    before = known.get(term_slug(old))
    if before is None:
        raise _unknown(taxonomy, old, known)
    value = " ".join(new.split())
    name = term_slug(value)
    if not name:
        raise UsageError(f'"{new}" has no letter or digit', hint="write it in words")
    if reason := why_refused(name):
        raise UsageError(f'the address of "{new}" {reason}', hint=f"write it otherwise: {mended(name)}")
    if name == before.id and value == before.label:
        raise UsageError(f'it is "{value}" already', hint="write what pages shall say from now on")
    is_merge = name != before.id and name in known
    words = make_vocabulary(taxonomy)
    return TermRename(taxonomy=taxonomy, words=words, old=before, new=Term(name, value), is_merge=is_merge)


def means(rename: TermRename, value: str) -> str:
    """Return the id of the term that a typed value means before the change; empty if it means none."""
    return term_of(" ".join(value.split()), rename.words)


def _refuse_id(new: str, before: Term, known: str, *, is_label_given: bool) -> None:
    """Refuse what cannot be the new id of a term; `known` is the id of the term that means it by now."""
    if new == before.id and not is_label_given:
        raise UsageError(f'"{new}" is its id already', hint="write another id, or add --label to change the label")
    if not is_id(new):
        if known:
            raise UsageError(f'"{new}" means "{known}" already', hint=f"write its new id: {ID_HINT}")
        better = slugify(new)
        hint = f'write {better} --label "{new}"' if better and '"' not in new else ID_HINT
        raise UsageError(f'"{new}" cannot be the id of a term', hint=hint)
    if new != before.id and (reason := why_refused(new)):
        raise UsageError(f'the id "{new}" {reason}', hint=f"write another id, such as {mended(new)}")


def _unknown(taxonomy: Taxonomy, typed: str, terms: dict[str, Term]) -> UsageError:
    names = [name for term in terms.values() for name in (term.id, term.label, *term.also)]
    hint = suggest(typed, names) or _choice(list(terms)) or "no page has one"
    return UsageError(f'there is no {taxonomy.label.lower()} "{typed}"', hint=hint)


def _choice(names: Sequence[str]) -> str:
    more = ", ..." if len(names) > _MOST_CHOICES else ""
    return f"choose one of: {', '.join(names[:_MOST_CHOICES])}{more}" if names else ""
