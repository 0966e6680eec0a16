"""Ages on a page that tells of one life: the only birth on it, and nobody else named between it and the age.

Comes in: one page, and the findings about ages that were made before. Goes out: those that they did not make. The
other rules ask the grammar whose age it is; where the page tells one birth (or one life in brackets) and names nobody
else up to the age, nor anybody's kin in the sentences of both, it is of whom the page tells, whatever stands around
it. The year must be the age's own: right before it but for a clause of time ("1942'de çıktığında yazarı …"), or, where
somebody died, the only one of the sentence or the end of the life in brackets. Only a slip of the pen is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tanik.compare.aged import ages_in
from tanik.compare.ages import is_of_participle, kin, most_if_misfit, my_kin
from tanik.compare.dating import Dated
from tanik.compare.lifetimes import is_birth, is_of_thing, misfit_beside
from tanik.compare.model import Finding
from tanik.core.fold import fold
from tanik.core.morph import readings
from tanik.core.span import Span
from tanik.facts.model import DateMention, NameKind

__all__ = ["check_one_life"]

_LIFE: Final = re.compile(r"\d{4}\s?[ –—-]\s?\d{4}")
_AGE: Final = re.compile(r"\byas(?:inda|indayd|indayk|indaym|ini|ina)\w*$")
_FIGURE: Final = re.compile(
    r"\b(?:at the age of|aged|vas) (\d{1,3})\b(?=[.,;)]| years old| vhen| and |$)|\b(\d{1,3}) yasinda\w*"
)
_AGED: Final = re.compile(r"\byas[iu]|\bat the age|\baged\b|\b(?:h|sh)?[ei] vas |[iu]n[dt][ae]y[dkm]")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_WHILE: Final = re.compile(r"\w(?:[dt][iu]g[iu]nd[ae]|[ui]nca|[ie]nce|ken)\b")
_DIED: Final = re.compile(
    r"\b(?:olum(?:u|un)\w*|gullele\w*|asil(?:di|mis)\w*|idam|vefat\w*|hayata veda"
    r"|ol(?:du|mus|up|en|duk\w*|dug\w*)|vefat|(?:hayatini|yasamini) (?:kaybe|yitir)\w+|aramizdan ayril\w+"
    r"|hayata goz\w*|gozlerini (?:yum|kapa)\w+|can ver\w+|toprag\w+|dunyasini deyis\w+|died|passed avay|death)\b"
)
_TO_AGE: Final = re.compile(
    r"(?:['’]|(?= ci | cu ) )?\w{0,6}(?: (?:yilinda|senesinde|tarihinde|ilde))?[\s,]*"
    r"(?:(?:\w+ ){0,3}\w+(?:[dt][iu]g[iu]nda|[dt][iu]g[iu]nde|[dt][iu]gunda|ken|inca|ince|unca|unce)\b[\s,]*)?"
    r"(?:vh(?:en|ile) (?:he|she) (?:vas (?:only |just |barely |already )?)?)?"
    r"(?:(?:tam|henuz|daha|artik|ise|da|de|sadece|yalnizca|ancak|o|kendisi"
    r"|yazari|sairi|bestecisi|ressami|sahibi|sene|yil) ?){0,3}"
)
# "He was 41 when he published his catalogue in 1926": one clause of time, and its year at the end of it.
_WHEN_IN: Final = re.compile(r",? (?:years old )?(?:vhen|as) (?:he|she) [^,;:.]{3,60} (?:in|on|of) ")
_THING: Final = re.compile(
    r" (?:vapur|gemi|okul|lise|cadde|sokag|mahalle|hastane|cami|vakf|han[iu]\b|zirhlisi|kruvazor)\w*"
)
_IS: Final = re.compile(r"yasind[ae](?:yd|ym)")
_HIMSELF: Final = frozenset(("kendisi", "yazarı", "şairi", "bestecisi", "ressamı", "sahibi", "sene", "yıl", "yılı"))
_NO_CASE: Final = frozenset(("P3sg",))  # the dictionary's mark of a possessive; no mark is the nominative
_OF_NOUN: Final = re.compile(r"(?:ki| olan)\b")  # "elli yaşında olan han": of what stands behind it
_NEAR: Final = 25
_LEAST: Final = 5
_OLDEST: Final = 110
_REACH: Final = 1200


def check_one_life(dated: Dated, told: Sequence[Finding]) -> Iterator[Finding]:
    """The findings about ages on a page that tells one birth."""
    known = {place.span for one in told for place in one.places}
    life = _life(dated) if _AGED.search(dated.folded) else None
    if life is None:
        return
    birth, death, begins = life
    for sentence in dated.sentences:
        if sentence.end <= begins.span.start or sentence.start - begins.span.end > _REACH:
            continue
        ages = _ages(dated, sentence)
        if len(ages) != 1 or any(ages[0][1].overlaps(one) for one in known) or not _is_alone(dated, begins, sentence):
            continue
        years, span = ages[0]
        if (
            _is_anothers(dated, sentence, span)
            or is_of_participle(dated.folded, span, sentence.end)
            or _OF_NOUN.match(dated.folded, span.end)
        ):
            continue
        when = _when(dated, sentence, span, begins, death)
        most = most_if_misfit(birth, when[0], years) if when is not None else None
        if when is not None and most is not None and abs(most - years) <= _NEAR:
            yield from misfit_beside(dated, (birth, when[0]), (years, span), (begins.span, when[1]))


def _life(dated: Dated) -> tuple[str, str | None, DateMention] | None:
    """The only birth of a page, the death where a bracket gives both, and where it stands."""
    found: list[tuple[str, str | None, DateMention]] = []
    for sentence in dated.sentences:
        for date in dated.dates_in(sentence):
            edtf = date.edtf or ""
            text, span = dated.page.text, date.span
            bracketed = text[span.start - 1 : span.start] == "(" and text[span.end : span.end + 1] in ")"
            if bracketed and "/" in edtf and _LIFE.fullmatch(fold(date.text)):
                found.append((edtf.split("/")[0], edtf.split("/")[1], date))
            elif is_birth(dated, date):
                found.append((edtf, None, date))
    if len({birth for birth, _, _ in found}) != 1:
        return None
    return found[0]


def _ages(dated: Dated, sentence: Span) -> list[tuple[int, Span]]:
    found = {
        Span(one.start(), one.end()): int(one[1] or one[2])
        for one in _FIGURE.finditer(dated.folded, sentence.start, sentence.end)
    }
    for years, span in ages_in(dated, sentence):
        if not any(span.overlaps(one) for one in found):
            found[span] = years
    for amount in dated.amounts_in(sentence):
        said = dated.folded[amount.span.start : amount.span.end]
        if amount.unit == "year" and _AGE.search(said) and not any(amount.span.overlaps(one) for one in found):
            found[amount.span] = int(amount.value)
    return [(years, span) for span, years in found.items() if _LEAST <= years <= _OLDEST]


def _is_anothers(dated: Dated, sentence: Span, age: Span) -> bool:
    """Whether an age is that of what stands behind it, or of a subject before it that is not who was born.

    "Konağı 1910'da elli yaşındaydı": who is so old stands before the copula without a case (Göksel & Kerslake 2005,
    14.3.1), and one that the page does not name as the one it tells of may be anything.
    """
    if dated.folded[age.start : age.end].endswith("ki"):
        return True
    if not _IS.search(dated.folded, age.start, age.end + 4) and not dated.folded.startswith(" bir ", age.end):
        return False
    if is_of_thing(dated, sentence, age):
        return True
    told = [one.span for one in dated.names_in(sentence) if one.kind is NameKind.PERSON]
    told += [one.span for one in dated.dates_in(sentence)] + [one.span for one in dated.amounts_in(sentence)]
    # What stands before a clause of time has its subject there: "kitabı 1942'de çıktığında …".
    start = max([one.end() for one in _WHILE.finditer(dated.folded, sentence.start, age.start)], default=sentence.start)
    for word in _WORD.finditer(dated.page.text, start, age.start):
        if word[0].lower() in _HIMSELF or any(one.overlaps(Span(*word.span())) for one in told):
            continue
        known = readings(word[0])
        bare = any(one.part == "Noun" and set(one.marks) <= _NO_CASE for one in known)
        if bare and not any(one.part in ("Adv", "Conj", "Adj", "Verb", "Pron") for one in known):
            return True
    return False


def _is_alone(dated: Dated, begins: DateMention, sentence: Span) -> bool:
    """Whether from the sentence of the birth to that of the age one person at most is named, and nobody's kin."""
    first = dated.sentence(begins.span) or begins.span
    told = [one for one in dated.names_in(Span(first.start, sentence.end)) if one.kind is NameKind.PERSON]
    people = {one.name for one in told if not _THING.match(dated.folded, one.span.end)}
    parts = {part for one in people for part in fold(one).split()}
    longest = max((len(one.split()) for one in people), default=0)
    if len(people) > 1 and len(parts) > longest:
        return False
    if len(my_kin(dated.folded[first.start : sentence.end])) > 1:
        return False
    words = set(re.findall(r"\w+", dated.folded[sentence.start : sentence.end]))
    words |= set(re.findall(r"\w+", dated.folded[first.start : begins.span.start]))
    return not words & kin()


def _when(dated: Dated, sentence: Span, age: Span, begins: DateMention, death: str | None) -> tuple[str, Span] | None:
    """The day or year that an age is told of."""
    dates = [one for one in dated.dates_in(sentence) if one is not begins and not is_birth(dated, one)]
    died = _DIED.search(dated.folded, sentence.start, sentence.end) is not None
    if not dates:
        return (death, begins.span) if died and death is not None else None
    if len({(one.edtf or "")[:4] for one in dates}) != 1:
        return None
    date = dates[-1]  # "soğuk bir şubat günü, 1931'de": the year stands behind
    if date.span.start >= age.end:
        between = dated.folded[age.end : date.span.start]
        near = _WHEN_IN.fullmatch(between) is not None or not between.strip(" ,")
    else:
        near = _TO_AGE.fullmatch(dated.folded, date.span.end, age.start) is not None
    return (date.edtf or "", date.span) if near or died else None
