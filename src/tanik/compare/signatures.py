"""Signatures with an office that their bearer did not hold on the day of the paper: "Başvekil İsmet", 8 Şubat 1925.

Comes in: one page. Goes out: findings. Who signs with an office holds it, and is no namesake called by courtesy
(``titles`` reads narratives, where a later office is common usage). The words that a sentence gives as a signature are
asked, with the one day of that sentence, else the day of the paper that it goes on about (``letters``). One signs by
the given name alone, so a name counts that one holder of the office alone begins with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tanik.compare.dates import is_day
from tanik.compare.dating import Dated
from tanik.compare.early import early, is_surely_before
from tanik.compare.known import Office, lives, offices
from tanik.compare.letters import paper_day
from tanik.compare.model import Finding
from tanik.compare.papers import literal_in, named_later
from tanik.compare.terms import last_end, other_holder
from tanik.compare.wordings import plain, says
from tanik.core.span import Span
from tanik.facts.model import DateMention

__all__ = ["check_signatures"]

_SIGNED: Final = re.compile(r"\b(?:imza|signed|signature)")
_DAY_OF_PAPER: Final = re.compile(r"^['’]?\w{0,4} ?(?:tarih|gunlu)")
_DATED: Final = re.compile(r"^['’]?\w{0,4} (?:tarihli|gunlu)\b")
_LAW: Final = re.compile(
    r"^['’]?\w{0,4} \w+ (?:\d+ )?(?:[^\W\d]+ ){0,2}(?:kanun|yasa|antlasma|anlasma|gazete|nusha|sayi)"
)
_FAR: Final = 400  # letters
_NEITHER: Final = re.compile(r"\b(?:eski|sabik|esbak|mustafi|namina|adina|yerine|vekaleten|former|on behalf)\b")


def check_signatures(dated: Dated) -> Iterator[Finding]:
    """The findings about the signatures that the sentences of one page give.

    >>> from tanik.compare.model import Examined
    >>> from tanik.facts.model import Facts
    >>> from tanik.page.model import Page, Source
    >>> list(check_signatures(Dated(Examined(Page("p", Source("0", "text/plain"), "", ()), Facts()))))
    []
    """
    for sentence in dated.sentences:
        folded = dated.folded[sentence.start : sentence.end]
        if _SIGNED.search(folded) is None or says(folded, "doubted_paper") or _NEITHER.search(folded):
            continue
        dates = dated.dates_in(sentence)
        day = _its_day(dated, sentence, dates) if dates else paper_day(dated, sentence) or _day_before(dated, sentence)
        if day is None:
            continue
        for words in literal_in(dated, sentence):
            yield from _of_office(dated, words, day)
            if not dates:
                yield from named_later(dated, words, sentence, day)


def _its_day(dated: Dated, sentence: Span, dates: list[DateMention]) -> DateMention | None:
    """The one day of a sentence, if it is called the paper's: "8 Şubat 1925 tarihi", "… tarihli telgraf"."""
    told = len({one.edtf for one in dates}) == 1 and is_day(dates[0].edtf)
    behind = dated.folded[dates[0].span.end : sentence.end]
    return dates[0] if told and _DAY_OF_PAPER.match(behind) else None


def _day_before(dated: Dated, sentence: Span) -> DateMention | None:
    """The one day told in the paragraph before a signature, if it is that of a paper: "… 3 Mart 1933 tarihli"."""
    begin = dated.page.text.rfind("\n", 0, sentence.start) + 1
    dates = dated.dates_in(Span(max(begin, sentence.start - _FAR), sentence.start))
    if len(dates) != 1 or not is_day(dates[0].edtf):
        return None
    behind = dated.folded[dates[0].span.end : sentence.start]
    return dates[0] if _DATED.match(behind) and not _LAW.match(behind) else None


def _of_office(dated: Dated, words: Span, day: DateMention) -> Iterator[Finding]:
    """What is wrong with the office in a signature: not held yet, held by another, or no longer."""
    held = _signer(plain(words.of(dated.page.text)))
    when = day.edtf or ""
    if held is None:
        return
    called = f"{held.office} ({held.person})"
    if is_surely_before(when, held.since, checked=held.checked):
        yield early(dated, (words,), day, "office-too-early", (called, held.since, held.source))
        return
    others = (other_holder(held.person, form, when, signed=True) for form in held.forms)
    other = next((one for one in others if one is not None), None)
    if other is not None:
        fact = (called, last_end(held.person, held.forms, when) or held.until, held.source)
        yield early(dated, (words,), day, "office-too-late", fact, ("holder", other.person))


@cache
def _signers() -> dict[str, dict[str, tuple[Office, ...]]]:
    """By each folded office, by each beginning of a name, the offices of those who held it and are so called."""
    found: dict[str, dict[str, tuple[Office, ...]]] = {}
    for person, held in offices().items():
        forms = lives()[person].forms if person in lives() else (plain(person),)
        names = {" ".join(form.split()[:size]) for form in forms for size in range(1, 1 + len(form.split()))}
        for office in held:
            for title in office.forms:
                for name in names:
                    known = found.setdefault(title, {})
                    known[name] = (*known.get(name, ()), office)
    return found


def _signer(said: str) -> Office | None:
    """The office of a signature, where one holder alone can be meant: "baskumandan mustafa kemal".

    >>> _signer("baskumandan mustafa kemal").since, _signer("basvekil ismet").person, _signer("mustafa kemal")
    ('1921-08-05', 'İsmet İnönü', None)
    """
    for title, names in _signers().items():
        rest = said.removeprefix(f"{title} ").removeprefix("gazi ")
        if rest == said or not said.startswith(f"{title} "):
            continue
        held = {office.person: office for office in names.get(rest.strip(" .,"), ())}
        if len(held) == 1:
            return next(iter(held.values()))
    return None
