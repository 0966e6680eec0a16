"""What a treaty that the page gives word for word cannot have known on its day: later treaties, bodies and offices.

Comes in: one page. Goes out: findings. A paper of articles (``facts/outline/papers``) counts as given word for word
where its preamble is there with both sides ("bir taraftan …, diğer taraftan …; şu maddelerde uzlaşmışlardır"): who
only sums a treaty up may use later names. What stands in brackets is a note, and a sentence of an article that has a
day of its own tells what was done to it later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.early import early, is_surely_before
from tanik.compare.later import later_than
from tanik.compare.model import Finding
from tanik.compare.titles import titled
from tanik.core.span import Span
from tanik.facts.model import DateMention, NameKind
from tanik.facts.outline.papers import Paper, papers_of

__all__ = ["check_agreed"]

_ONE_SIDE: Final = re.compile(r"\b(?:bir (?:taraftan|yandan|terefden)|of the one part|on the one (?:part|hand|side))\b")
_OTHER_SIDE: Final = re.compile(
    r"\b(?:(?:diger|ote|obur|oteki) (?:taraf|yan)[dt]an|o biri terefden|of the other part"
    r"|on the other (?:part|hand|side))\b"
)
_CITED: Final = frozenset(("treaty-too-early",))
_NAMED: Final = frozenset(("founding-too-early", "title-too-early"))
_BRACKET: Final = re.compile(r"[(\[][^()\[\]\n]*[)\]]")
# A treaty may provide for another: "… yapılacak Kars Antlaşması".
_TO_COME: Final = re.compile(
    r"\b(?:(?:yapil|imzalan|akded|akdol|bagla|duzenle)\w*ac[ae][kg]\w*|to be (?:signed|concluded))\b"
)


def check_agreed(dated: Dated) -> Iterator[Finding]:
    """The findings about the treaties that one page gives word for word.

    >>> from tanik.compare.model import Examined
    >>> from tanik.facts.model import Facts
    >>> from tanik.page.model import Page, Source
    >>> list(check_agreed(Dated(Examined(Page("p", Source("0", "text/plain"), "", ()), Facts()))))
    []
    """
    facts = dated.page.facts
    for paper in papers_of(dated.page.page, facts.dates, facts.names):
        preamble = next((one for one in paper.preamble if _has_sides(dated, one)), None)
        day = _day(dated, paper) if preamble is not None and not paper.law else None
        if preamble is None or day is None:
            continue
        yield from _named(dated, preamble, day)
        for article in paper.articles:
            yield from _cited(dated, article.body, day)


def _has_sides(dated: Dated, span: Span) -> bool:
    folded = dated.folded[span.start : span.end]
    return _ONE_SIDE.search(folded) is not None and _OTHER_SIDE.search(folded) is not None


def _day(dated: Dated, paper: Paper) -> DateMention | None:
    """The day of the paper, where the page writes it above the articles or below them."""
    found = (one for one in dated.page.facts.dates if one.edtf == paper.day and not paper.span.contains(one.span))
    return (next(found, None) or dated.line_of_day(Span(0, paper.span.start), paper.day)) if paper.day else None


def _forms(dated: Dated, span: Span, day: DateMention, rules: frozenset[str]) -> Iterator[Finding]:
    """Wordings of a stretch that nobody can have used on a day, each by its fullest."""
    folded = dated.folded[span.start : span.end]
    told: list[Span] = []
    for form, rule, fact in sorted(later_than(day.edtf or ""), key=lambda one: (-len(one[0]), one[0])):
        found = re.search(rf"\b{re.escape(form)}", folded) if rule in rules and form in folded else None
        if found is None:
            continue
        place = Span(span.start + found.start(), span.start + found.end())
        if not any(place.overlaps(one) for one in told):
            told.append(place)
            yield early(dated, (place,), day, rule, fact)


def _named(dated: Dated, preamble: Span, day: DateMention) -> Iterator[Finding]:
    """Who agrees: bodies that were not there yet, and whom the preamble calls by an office not yet held."""
    yield from _forms(dated, preamble, day, _NAMED)
    for name in dated.names_in(preamble):
        found = titled(dated, name) if name.kind is NameKind.PERSON else None
        if found is not None and is_surely_before(day.edtf, found[0].since, checked=found[0].checked):
            fact = (f"{found[0].office} ({found[0].person})", found[0].since, found[0].source)
            yield early(dated, (found[1],), day, "office-too-early", fact)


def _cited(dated: Dated, body: Span, day: DateMention) -> Iterator[Finding]:
    """The later treaties that an article speaks of as there."""
    notes = [Span(*one.span()) for one in _BRACKET.finditer(dated.page.text, body.start, body.end)]
    for sentence in dated.sentences:
        if not body.overlaps(sentence) or _TO_COME.search(dated.folded, sentence.start, sentence.end):
            continue
        if any(one.edtf != day.edtf for one in dated.dates_in(sentence)):
            continue
        for finding in _forms(dated, sentence, day, _CITED):
            if not any(note.overlaps(finding.places[0].span) for note in notes):
                yield finding
