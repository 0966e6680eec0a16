"""Titles that affirm or deny by themselves what the text under them tells the other way round.

Comes in: one page. Goes out: findings. "… 1929'da mı bulundu? Hayır" denies, "… yapılmadı" denies, "… var mı? Evet"
affirms; a sentence of the text with the same predicate, of the same time and the same thing, and the other polarity
contradicts it. Predicates are a verb (its passive counts as it: "buldu", "bulundu"; Göksel & Kerslake 2005, 8.2.2.1),
what a light verb makes of something ("başkent yapıldı", "başkenti kabul edildi": 14.3, subject complements), and "var",
"yok" (12.1.1.2: existential sentences). The word before the particle is asked for (12.1.1.1; 23.3.1) and must
be told. Where the page tells both polarities, or only hands one on, nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from tanik.compare.dates import is_day
from tanik.compare.dating import Dated
from tanik.compare.headings import NO_WORD, WAY, headings_of, is_of_part, opens_with_another
from tanik.compare.model import Finding, FindingKind
from tanik.compare.one_deed import is_in_passing, is_one_deed
from tanik.compare.strung import is_one_noun
from tanik.compare.wordings import plain, says
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.core.tables import read_rows

__all__ = ["check_headlined"]

_STEM: Final = 5
_NO: Final = frozenset(("hayir", "heyr", "yok", "yoh", "no", "never", "asla", "nope"))
_ANSWERED: Final = re.compile(
    r"^(?P<asked>[^?]+)\? ?(?:[:–—…-] ?)?(?:kesinlikle |elbette |tabii |absolutely )?"
    r"(?P<answer>hayir|heyr|yok|yoh|no|nope|never|asla|evet|beli|he|yes|var|elbette)\b(?P<rest>[^?]*)$"
)
_TENSE: Final = r"(?:[dt][iu]|m[iu]s(?:[dt][iu]r?)?|[iu]b(?:d[iu]r)?)(?:l[ae]r)?"
_NEGATED: Final = r"(?P<not>m[ae](?=d[iu]|m[iu]s|y[iu]b))?y?"
_VERB: Final = re.compile(rf"\b(?P<stem>[^\W\d]{{2,}}?){_NEGATED}{_TENSE}$")
# A perfect is also denied by "değil" behind it: "görülmüş değil" (Göksel & Kerslake 2005, 20.2).
_NOT_SO: Final = re.compile(r"\b(?P<stem>[^\W\d]{2,}?)m[iu]s de[gy]il(?:dir)?$")
_UNABLE: Final = re.compile(r"(?<=[^\W\d]{4})y?[ae]$")
# What had not been done till then, or not for long, may have been done by the day of a title that affirms it.
_NOT_YET: Final = re.compile(
    r"m[ae]m[iu]s[td][iu]\b|\b(?:(?:yil|ay|il|gun|hafta|asir|yuzyil)l[ae]r(?:c[ae]|d[iu]r|l[ae])"
    r"|uzun (?:sur|zaman|muddet|il)\w*"
    r"|once\w*|evvel\w*|o (?:gun|zaman|ana|gune|vak[it])\w*|ilk\w*|basta|baslangicta|bir turlu|hemen|kolay\w*|eskiden"
    r"|(?<!bugune )(?<!simdiye )kadar)\b"
)
# The particle behind the verb, or behind the word that is asked for, apart from it or in Azerbaijani joined to it.
_PARTICLE: Final = re.compile(r" ?\bm[iu](?:d[iu]r|yd[iu])?\b")
_JOINED: Final = re.compile(r"\b(?P<focus>[^\W\d]*(?:[dt][ae]n?|[iu]n[iu]|[dt][iu]|[iu]b))m[iu]\b")
_FOCUS: Final = re.compile(r"(?P<focus>[^\s,]+) m[iu]\b(?= [^\s])")
_LIGHT: Final = frozenset(
    ("ol", "olun", "et", "ed", "edil", "yap", "yapil", "kil", "kilin", "sec", "secil", "getiril", "olunmus")
)
_SUPPORT: Final = frozenset(("ilan", "elan", "kabul", "tayin", "teyin"))
_PASSIVE: Final = re.compile(r"(?<=[^\W\d]{2})(?:[iu]l|l|[iu]n|n)$")
_IS_PASSIVE: Final = re.compile(r"(?:[iu]l|[iu]n|[aeiu]n)$")
_THERE: Final = re.compile(
    r"\b(?P<no>yok(?:tur|tu|mus)?|yohd[iu]r|yoh(?:du)?|bulunmaz|bulunmuyor|bulunmamaktadir)$"
    r"|\b(?P<yes>var(?:dir|di|mis)?|bulunur|bulunuyor|bulunmaktadir)$"
)
_DOER: Final = re.compile(r"\bt[ae]r[ae]fin")
_HOUSE: Final = re.compile(r"[iu]n bina(?:si|lari)\b")
_THING: Final = re.compile(r"\b(?:diye bir sey|diye bir sehy|adinda bir sey|adli bir sey)\b")
# Who tells, believes or supposes: the page hands it on.
_HANDED_ON: Final = re.compile(
    r"\b(?:iddia\w*|soylen\w*|rivayet\w*|den[ie]n\w*|deniyor|denir|sanil\w*|saniyor\w*|guya|sozde|inan\w*|inanil\w*|gore|diye|diyor\w*"
    r"|diyen\w*|dey[ie]n\w*|deyilir\w*|iddaa\w*|efsane\w*|uydur\w*|yalan\w*|yanlis\w*|sehv\w*|zannet\w*|zanned\w*|eger|keske"
    r"|claim\w*|alleg\w*|rumou?r\w*|supposed\w*|myth\w*|legend\w*|believ\w*|if|said to)\b"
)
_ENDS: Final = re.compile(r"(?=[,;:.!…]| ve | ama | fakat | ancak | lakin | amma | and | but |$)")
_AUXILIARY: Final = re.compile(r"^(?P<aux>did|vas|vere)\b (?P<rest>.+)$")
_ENGLISH: Final = re.compile(r"\b(?P<aux>did|vas|vere) (?P<not>not|never) (?:ever )?(?P<verb>[a-z]+)")


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a title says: its predicate, whether it denies, its words, the word that was asked for, its dates."""

    predicate: str
    denied: bool
    active: bool
    words: tuple[str, ...]
    focus: str
    dates: tuple[str, ...]


def check_headlined(dated: Dated, told_already: Sequence[Finding] = ()) -> Iterator[Finding]:
    """At most one finding for a title that says what the text contradicts; none where one is `told_already` of it.

    >>> from tanik.compare.model import Examined
    >>> from tanik.facts.model import Facts
    >>> from tanik.page.model import Page, Source
    >>> list(check_headlined(Dated(Examined(Page("p", Source("0", "text/plain"), "", ()), Facts()))))
    []
    """
    for title in headings_of(dated.page):
        if any(place.span.overlaps(title) for one in told_already for place in one.places):
            continue
        claim = _claim(dated, title)
        told = [] if claim is None else list(_told(dated, title, claim))
        if claim is None or not told or any(denied is claim.denied for _, denied in told):
            continue
        span = told[0][0]
        details = (("title", title.of(dated.page.text)), ("text", span.of(dated.page.text)))
        yield Finding(FindingKind.CONFLICT, dated.places((title, span)), "title-contradicted", details)
        return


def _claim(dated: Dated, title: Span) -> _Claim | None:
    """What a title affirms or denies: by its answer, or by its own predicate where it does not ask."""
    said = plain(title.of(dated.page.text)).strip(' ."!')
    dates = tuple(one.edtf or "" for one in dated.page.facts.dates if title.contains(one.span) and one.edtf)
    if not dates:
        dates = tuple(re.findall(r"\b1[2-9]\d\d\b", said))
    answered = _ANSWERED.match(said)
    if answered is None:
        return None if "?" in said else _of_clause(said, dates)
    denied = answered["answer"] in _NO
    asked = answered["asked"].strip()
    if _AUXILIARY.match(asked) is not None:
        return _of_english(asked, dates, denied=denied)
    joined = _JOINED.search(asked)
    if joined is not None:  # "1918-ci ildəmi azad olundu", "olubmu"
        asked = f"{asked[: joined.start()]}{joined['focus']} mi{asked[joined.end() :]}"
    found = _FOCUS.search(asked)
    claim = _of_clause(_PARTICLE.sub("", asked).strip(), dates, found["focus"].split("'")[0] if found else "")
    if claim is None:
        return None
    return replace(claim, denied=denied is not claim.denied)


def _of_clause(said: str, dates: tuple[str, ...], focus: str = "") -> _Claim | None:
    """The claim of a clause that ends in its predicate."""
    english = _english(said)
    if english is not None:
        return _Claim(english[0], english[1], english[0][0] != "+", _words(said, english[2]), "", dates)
    found = _predicate(said)
    if found is None:
        return None
    predicate, denied, start = found
    way = WAY.fullmatch(said[:start].rsplit(maxsplit=1)[-1]) if denied and not focus and said[:start].split() else None
    focus = way[0] if way is not None else focus
    return _Claim(predicate, denied, _is_active(predicate), _words(said[:start], ""), focus, dates)


def _of_english(asked: str, dates: tuple[str, ...], *, denied: bool) -> _Claim | None:
    """The claim of "Was the map found in 1929?", "Did the town send money?" with its answer."""
    found = _AUXILIARY.match(asked)
    if found is None:
        return None
    words = re.findall(r"[a-z]+", found["rest"])
    if found["aux"] == "did":
        verb = next((one for one in words[1:] if one in _pasts()), "")
        predicate = _pasts().get(verb, "")
    else:
        verb = next((one for one in words[1:] if one in _participles() or one.endswith("ed")), "")
        predicate = f"+{verb}" if verb else ""
    return _Claim(predicate, denied, found["aux"] == "did", _words(asked, verb), "", dates) if predicate else None


def _is_active(predicate: str) -> bool:
    """Whether a predicate tells what somebody did: no passive, nothing made of something, and no "var"."""
    return not predicate.startswith(("=", "?")) and _IS_PASSIVE.search(predicate) is None


def _predicate(clause: str) -> tuple[str, bool, int] | None:
    """The predicate that a folded clause ends in, whether it is denied, and where it begins.

    >>> _predicate("ankara baskent yapilmadi"), _predicate("harita bulundu")
    (('=baske', True, 7), ('bulun', False, 7))
    """
    there = _THERE.search(clause)
    if there is not None:
        return "?", there["no"] is not None, there.start()
    unsaid = _NOT_SO.search(clause)
    if unsaid is not None:
        return unsaid["stem"], True, unsaid.start()
    found = _VERB.search(clause)
    if found is None:
        return None
    denied, stem = found["not"] is not None, found["stem"]
    if stem not in _LIGHT:
        return stem, denied, found.start()
    before = list(re.finditer(r"[^\W\d]{3,}", clause[: found.start()]))
    while before and before[-1].group() in _SUPPORT:
        before.pop()
    return (f"={before[-1].group()[:_STEM]}", denied, before[-1].start()) if before else None


def _english(clause: str) -> tuple[str, bool, str] | None:
    """The predicate of an English clause that denies with "not" or "never"."""
    found = _ENGLISH.search(clause)
    if found is None:
        return None
    if found["aux"] == "did":
        past = _pasts().get(found["verb"])
        return (past, True, found["verb"]) if past else None
    return f"+{found['verb']}", True, found["verb"]


@cache
def _pasts() -> dict[str, str]:
    """Plain English verbs with their past, folded: what a row of the table of verbs lists behind the form in -s."""
    found: dict[str, str] = {}
    for row in read_rows("tanik.facts", "verbs_english.csv"):
        forms = fold(row["forms"]).split("|")
        for at, form in enumerate(forms):
            behind = forms[at + 1 : at + 3]
            if {f"{form}s", f"{form}es", f"{form[:-1]}ies"} & {*behind} and len(behind) > 1:
                found.setdefault(form, behind[1])
    return found


@cache
def _participles() -> frozenset[str]:
    """All forms of the table but plain ones and those in -s: one of them behind "was" is a participle."""
    forms = {one for row in read_rows("tanik.facts", "verbs_english.csv") for one in fold(row["forms"]).split("|")}
    return frozenset(one for one in forms if one not in _pasts() and not one.endswith("s"))


def _words(said: str, verb: str) -> tuple[str, ...]:
    """The words that say what a clause is about, in order, its verb aside."""
    found = (one for one in re.findall(r"[^\W\d]{3,}", said) if one != verb and NO_WORD.fullmatch(one) is None)
    return tuple(dict.fromkeys(found))


def _told(dated: Dated, title: Span, claim: _Claim) -> Iterator[tuple[Span, bool]]:
    """The sentences of the text that have the predicate of a title's claim, and whether they deny it."""
    for sentence in dated.sentences:
        said = dated.folded[sentence.start : sentence.end]
        if sentence.start < title.end or "?" in said or _is_quoted(dated, sentence):
            continue
        bare = _THING.sub(" ", said)
        if _HANDED_ON.search(bare):
            continue
        if claim.denied and is_in_passing(dated, title, sentence, claim.predicate):
            yield sentence, False
            continue
        for clause, denied in _clauses(bare, claim):
            if denied and not claim.denied and _NOT_YET.search(clause):
                continue
            if _is_about(dated, sentence, clause, claim) or _is_done_to(dated, sentence, clause, claim):
                yield sentence, denied
                break


def _is_quoted(dated: Dated, sentence: Span) -> bool:
    return any(one.span.overlaps(sentence) for one in dated.page.facts.quotations)


def _clauses(said: str, claim: _Claim) -> Iterator[tuple[str, bool]]:
    """The stretches of a sentence that end in a claim's predicate, and whether they deny it."""
    if claim.predicate[0] == "+" or (claim.active and claim.predicate in _pasts().values()):
        yield from _english_clauses(said, claim)
        return
    start = 0
    for end in _ENDS.finditer(said):
        clause = said[start : end.start()].strip(" ,;:.!…'\"")
        found = _predicate(clause)
        if found is not None:
            if _is_one(found[0], claim.predicate) and _is_all_there(clause, claim, found[0]):
                yield clause, found[1]
            start = end.end()


def _is_all_there(clause: str, claim: _Claim, stem: str) -> bool:
    """Whether a clause with another verb for what somebody did has all the things of a title; with its own verb, so."""
    if not claim.active or _PASSIVE.sub("", stem) == _PASSIVE.sub("", claim.predicate):
        return True
    words = re.findall(r"[^\W\d]{3,}", clause)
    return all(any(is_one_noun(one, word) for word in words) for one in claim.words)


def _english_clauses(said: str, claim: _Claim) -> Iterator[tuple[str, bool]]:
    denied = _english(said)
    if denied is not None:
        if denied[0] == claim.predicate:
            yield said, True
        return
    verb = re.escape(claim.predicate.lstrip("+"))
    passive = r"\b(?:vas|vere) (?:[a-z]+ly |first |finally )?" if claim.predicate[0] == "+" else r"(?<!not )\b"
    if re.search(rf"{passive}{verb}\b", said):
        yield said, False


def _is_one(one: str, other: str) -> bool:
    """Whether two predicates are one, or one the passive of the other, what one was not able to do among them.

    >>> _is_one("bul", "bulun"), _is_one("yak", "yap"), _is_one("buluna", "bulun"), _is_one("rastlan", "bulun")
    (True, False, True, True)
    """
    if "=" in (one[0], other[0]) or "?" in (one[0], other[0]):
        return one == other
    first, second = ({each, _UNABLE.sub("", each)} for each in (one, other))
    return any(
        here == there or _PASSIVE.sub("", here) == there or here == _PASSIVE.sub("", there) or is_one_deed(here, there)
        for here in first
        for there in second
    )


def _is_about(dated: Dated, sentence: Span, clause: str, claim: _Claim) -> bool:
    """Whether a clause tells of the time and the things of a title, and of what was asked for."""
    if says(clause, "of_others"):
        return False
    words = re.findall(r"[^\W\d]{3,}", clause)
    forms = {one: [word for word in words if is_one_noun(one, word)] for one in claim.words}
    shared = [one for one, found in forms.items() if found]
    if claim.focus and not claim.focus[0].isdigit() and not re.search(rf"\b{re.escape(claim.focus[:_STEM])}", clause):
        return _is_date(claim) and _is_then(dated, sentence, claim)
    missing = len(claim.words) - len(shared)
    if claim.active:
        return (
            len(shared) >= min(2, len(claim.words))
            and shared[0] == claim.words[0]
            and missing <= 1
            and (not claim.dates or _is_then(dated, sentence, claim))
        )
    if opens_with_another(dated.page, sentence, claim.words) or is_of_part(claim.words, clause):
        return False
    made = claim.predicate[0] == "="
    if not claim.dates:
        return len(shared) >= 2 - made and bool(shared) and missing <= 2
    exact = any(is_day(one) for one in claim.dates)
    return _is_then(dated, sentence, claim) and (bool(shared) or (made and exact))


def _is_done_to(dated: Dated, sentence: Span, clause: str, claim: _Claim) -> bool:
    """Whether a clause tells in the passive what a title says somebody did to the thing right before its verb.

    "Komşu kent 1921'de konsolosluk açmadı": who did it and where stand before the clause in its paragraph, and no other
    name or doer in it. A house is opened with the body that it is of: "konsolosluğun binası açıldı".
    """
    found = _predicate(clause) if claim.active and claim.dates and len(claim.words) > 1 else None
    if found is None or _IS_PASSIVE.search(found[0]) is None or _DOER.search(clause):
        return False
    # the thing opens the clause or stands right behind its time, so that nothing says whose it is
    opening = re.findall(r"(?:^|[dt][ae] )([^\W\d]{3,})", clause)
    things = [word for word in opening if is_one_noun(claim.words[-1], word)]
    if not things or (is_of_part(claim.words[-1:], clause) and not _HOUSE.search(clause)):
        return False
    start = dated.page.page.text.rfind("\n", 0, sentence.start) + 1
    before = re.findall(r"[^\W\d]{3,}", dated.folded[start : sentence.start])
    known = all(any(is_one_noun(one, word) for word in before) for one in claim.words[:-1])
    named = (plain(one.span.of(dated.page.text)) for one in dated.page.facts.names if sentence.contains(one.span))
    return known and not any(one in clause for one in named) and _is_then(dated, sentence, claim)


def _is_date(claim: _Claim) -> bool:
    """Whether what was asked for is the day or year itself: "15 sentyabr 1918-ci ildəmi"."""
    return bool(claim.dates) and claim.focus.startswith(("il", "yil", "ci", "cu", "tarih", "gun"))


def _is_then(dated: Dated, sentence: Span, claim: _Claim) -> bool:
    """Whether a sentence bears a date within the title's, or the title's year within it."""
    told: Sequence[str] = [one.edtf or "" for one in dated.dates_in(sentence)]
    return any(one.startswith(date) or date.startswith(one) for one in told for date in claim.dates if one)
