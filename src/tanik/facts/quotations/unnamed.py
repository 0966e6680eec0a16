"""Speakers who have no name: "Memur sormuş:", "arka sıradan biri", "bir subayın annesine yazdığı mektup".

Comes in: the clause that leads to a quotation and what follows it. Goes out: the noun and its place, or None. A noun
counts only as the subject of a verb of saying or as the owner of the text, and only where the dictionary reads it as
a bare noun.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import Case, is_common, readings, split_suffix
from tanik.core.span import Span
from tanik.facts.names.tables import peoples
from tanik.facts.quotations.owners import kin_forms
from tanik.facts.quotations.words import container_pattern, no_subjects, say_pattern, says_behind

__all__ = ["group_speaking", "said_to_belong", "stranger", "subject_beside", "unnamed_subject"]

_SOMEBODY: Final = ("biri", "birisi", "kimi", "kimisi", "oteki", "digeri")
# "arka sıradan biri bağırdı:": up to two words right before the verb, at the head of a clause or behind a case ending.
_SUBJECT_BEFORE: Final = re.compile(
    r"(?:^|[.;:,!?]\s|\b\w+(?:[dt][ae]n|[dt][ae]|[dt][ae]ki)\s)((?:bir\s|ihtiyar\s|genc\s|yasli\s)?[^\W\d_]+)\s(?:de\s|da\s|ise\s)?"
    r"(?:cevap olarak\s|\w+[ae]\s|soyle\s|su\w*\s|hemen\s|once\s|gulerek\s)?(?=\w+(?:\ski)?\W*$)"
)
# "Arabacı, “…”", "bir asker “…”", "çocuk da cevap olarak “…”": up to three words at the head of a clause, alone.
_LONE: Final = re.compile(
    r"(?:^|[,;:]\s)\W*((?:bir\s|o\s|bu\s|yasli\s|genc\s|ihtiyar\s|(?:[^\W\d_]+\s)?[^\W\d_]+[dt][ae]n\s(?=biri))?[^\W\d_]+)\s?(?:da\b|de\b|ise\b)?"
    r"(?:\s?cevap olarak)?\s*[,:]?\s*$"
)
# "kürsüye çıkan İngiliz diplomat “…” dedi": a participle describes the noun that stands right before the words
_DESCRIBED: Final = re.compile(
    r"(?<![^\W\d_])(?P<participle>[^\W\d_]{2,}[ae]n)\s(?P<head>(?:bir\s)?(?:[^\W\d_]+\s)?(?P<noun>[^\W\d_]+))\s?,?\s*$"
)
_SAYING: Final = re.compile(
    r"(?:ifade|soz|cumle|dize|misra|beyit|slogan|vecize|ibare|laf|kelime|deyim|sarki|turku|siir|yazi|dua)"
)
_MOMENTS: Final = frozenset(
    (
        "gun",
        "gece",
        "sabah",
        "aksam",
        "hafta",
        "ay",
        "yil",
        "sene",
        "sefer",
        "kez",
        "defa",
        "zaman",
        "an",
        "sira",
        "vakit",
        "haber",
        "ses",
        "soylenti",
        "soz",
        "sonra",
        "once",
        "il",
        "vaxt",
        "dəfə",
        "defe",
    )
)
_SAYING_SO: Final = re.compile(r"\W*(?:diyerek|deyip|deyerek|deyib)\b")
_GROUP: Final = r"(?P<group>(?:gru[bp]|kalabali[kg]|toplulu[kg]|guruh|kitle|kafile|ahali|izdiham)(?!l[iu])[^\W\d_]*)"
_SAID_BY_GROUP: Final = re.compile(rf"\W*(?:diyen|diye bagiran|diye haykiran|deyen)\s(?:[^\W\d_]+\s){{0,3}}?{_GROUP}")
_GROUP_ASKED: Final = re.compile(rf"\b{_GROUP}(?<=[ae])\s(?:[^\W_]+\s){{0,5}}?(?:sor|danis)[^\W\d_]+[,\s]*$")
_HAD_ANSWER: Final = re.compile(r"\W*(?:yanit|ceva[bp]|karsilik|karsilig)\w*\s(?:[^\W\d_]+\s)?al(?!k|g)\w+")
_WRITER: Final = re.compile(
    r"\b((?:bir\s(?:[^\W\d_]+\s)?)?([^\W\d_]{2,}n?[iu]n))\s(?:[^\W\d_]+\s){0,3}"
    r"(?:yazdigi|cektigi|gonderdigi|yolladigi)\b"
)
# "Ova Postası “…” diye yazdı": a name that no list has, right beside the words.
_CAPITALS: Final = re.compile(
    r"(?:^|[\s,])((?:[A-ZÇĞİÖŞÜƏ][\w-]+\s){1,3}?[A-ZÇĞİÖŞÜƏ][^\W\d_]+)\s(?:da\s|de\s|ise\s)?[,:]?\s*$"
)
_WRITES_BEHIND: Final = re.compile(r"\W*(?:diye\s(?:yaz|duyur|ver|bas|sor|seslen)\w*|yaz(?:di|mis|ar|ir)\w*)\b")
# Who follows a craft, and its head (TDK, -CI; baş): dictionaries lack many ("dalgıçbaşı"); ordinals are none.
_CALLING: Final = re.compile(r"[^\W\d_]{3,}(?:başı|(?<!n)[cç][ıiuü])$")

_UNLISTED: Final = re.compile(
    r"(?<![\w'’.-])(?P<name>[A-ZÇĞİÖŞÜƏ][a-zçğıöşüəâîûéèáóöäñ]{2,}(?:\s(?:de|von|van|bin|el|al)?\s?[A-ZÇĞİÖŞÜƏ][a-zçğıöşüəâîûéèáóöäñ]+){0,3})(?![\w'’])"
)
_TONGUE: Final = re.compile(r"(?P<people>[a-z]{3,}?)[c][ae](?:s[iu](?:n\w*)?|d[ae]n?|y[ae]|n[iu]n)?")
_NEXT: Final = re.compile(r"\s([^\W\d_]+)")
_WORDS_OF: Final = re.compile(r"\W*(?:soz|ifade|cumle|vecize|ozdeyis|laf|alinti)[^\W\d_]*\s")
_BELONGING: Final = re.compile(
    r"(?P<name>[A-ZÇĞİÖŞÜ][^\W\d_]+(?:\s[A-ZÇĞİÖŞÜ][^\W\d_]+){0,3})['’][yn]?[ae]\s(?:[Aa]it|[Aa]tfed)"
)
_TITLED: Final = re.compile(r"[”\"’']?\s(?:adlı|isimli|adında|isminde|başlıklı|başlıqlı)\b")
_RIGHT_BEHIND: Final = re.compile(r"[,\s]")


def _is_language(word: str) -> bool:
    """Whether a word is a people's tongue: "İngilizcesi şöyle geçiyor:" names no speaker."""
    found = _TONGUE.fullmatch(fold(word))
    return found is not None and found["people"] in peoples()


def _is_noun(word: str) -> bool:
    held = readings(word)
    pronoun = any(one.part == "Pron" for one in held)  # "bize"
    return _CALLING.search(word) is not None or any(one.bare and one.part == "Noun" and not pronoun for one in held)


def _is_kin(word: str) -> bool:
    """Whether a word is somebody's kin in the third person: ``eşi``, ``babası``."""
    return any(fold(word) == fold(third) for forms in kin_forms().values() for third in forms.values())


def _is_no_subject(word: str) -> bool:
    """Whether a folded word before a verb of saying names nobody: ``sonra``, ``gün``."""
    return word in no_subjects() or word in _MOMENTS


def _lone_subject(text: str, folded: str, clause: Span, outer: Span) -> Span | None:
    """A noun that is all that stands before the words in their clause: ``Arabacı, “…” demiş``."""
    lone = _LONE.search(folded[clause.start : outer.start])
    said = says_behind().match(folded, outer.end) or _SAYING_SO.match(folded, outer.end)
    if lone is None or said is None or _is_no_subject(lone.group(1).split()[-1]):
        return None
    span = Span(*lone.span(1)).shifted(clause.start)
    last = span.of(text).split()[-1]
    return span if lone.group(1).split()[-1] in _SOMEBODY or _is_noun(last) or _is_people(last) else None


def _described_subject(text: str, folded: str, clause: Span, outer: Span) -> Span | None:
    """A noun right beside the words that a participle describes: ``Kapıda duran yaşlı marangoz “…” dedi``."""
    found = _DESCRIBED.search(folded, clause.start, outer.start)
    if found is None or says_behind().match(folded, outer.end) is None or found["noun"] in _MOMENTS:
        return None
    word = text[found.start("participle") : found.end("participle")].lower()
    described = any("PresPart" in one.marks for one in readings(word))
    person = described and not _matter(found["noun"]) and found["noun"] not in no_subjects()
    return Span(*found.span("head")) if person and _is_noun(text[found.start("noun") : found.end("noun")]) else None


def _matter(noun: str) -> bool:
    """Whether a noun is a letter or a saying: ``gelen telgraf “…”``, ``geçen ifade “…”``."""
    return _SAYING.match(noun) is not None or container_pattern().match(noun) is not None


def _is_people(word: str) -> bool:
    """Whether a word is a people in the plural: ``Polonyalılar``."""
    folded = fold(word)
    return folded.endswith(("lar", "ler")) and folded[:-3] in peoples()


def group_speaking(text: str, folded: str, clause: Span, outer: Span) -> tuple[str, Span] | None:
    """Several together whom a participle says to speak or a question says to answer: ``“…” diyen bir gruba``.

    >>> text = "Paşa “yol bizim” diyen bir gruba rastladı."
    >>> group_speaking(text, text.lower(), Span(0, 5), Span(5, 16))[0]
    'grup'
    """
    found = _SAID_BY_GROUP.match(folded, outer.end)
    if found is not None and not text[outer.end : found.start("group")].strip("”»\"'’ ").islower():
        return None  # "diyen Ali Bey gruba seslendi": the participle describes him
    if found is None and _HAD_ANSWER.match(folded, outer.end) is not None:
        found = _GROUP_ASKED.search(folded, clause.start, clause.end)
    if found is None:
        return None
    span = Span(*found.span("group"))
    word = span.of(text)
    return next((one.lemma for one in readings(word) if one.part == "Noun"), word), span


def said_to_belong(text: str, folded: str, outer: Span, end: int) -> Span | None:
    """The name right behind words of which their own sentence says whose they are: ``“…” sözünün Ali Bey'e ait``.

    >>> text = "“Yol biter” sözünün Teyfun Korkmaz'a ait olduğu söylenir."
    >>> said_to_belong(text, text.lower().replace("ö", "o").replace("ü", "u"), Span(0, 11), len(text)).of(text)
    'Teyfun Korkmaz'
    """
    noun = _WORDS_OF.match(folded, outer.end, end)
    found = _BELONGING.match(text, noun.end(), end) if noun is not None else None
    return Span(*found.span("name")) if found is not None else None


def _capital_phrase(text: str, folded: str, clause: Span, outer: Span) -> Span | None:
    """A name of several words that is all that stands beside the words: ``Ova Postası “…” diye yazdı``."""
    found = _CAPITALS.search(text[clause.start : outer.start])
    if found is None or _WRITES_BEHIND.match(folded, outer.end) is None:
        return None
    return Span(*found.span(1)).shifted(clause.start)


def _writer(text: str, folded: str, clause: Span) -> Span | None:
    """The noun whose letter or telegram it is: ``bir subayın annesine yazdığı mektup``."""
    found = _WRITER.search(folded, clause.start, clause.end)
    if found is None or container_pattern().search(folded, found.end(2), clause.end) is None:
        return None
    stem = split_suffix(text[found.start(2) : found.end(2)]).stem
    return Span(found.start(1), found.start(2) + len(stem))


def subject_beside(text: str, folded: str, clause: Span, outer: Span) -> Span | None:
    """Who stands without a listed name, alone in the clause and right beside words that a verb of saying follows.

    >>> from tanik.core.fold import fold
    >>> text = "Kalabalıktan biri “yol kapalı” diye bağırdı."
    >>> subject_beside(text, fold(text), Span(0, 18), Span(18, 30)).of(text)
    'Kalabalıktan biri'
    """
    return (
        _capital_phrase(text, folded, clause, outer)
        or _lone_subject(text, folded, clause, outer)
        or _described_subject(text, folded, clause, outer)
    )


def unnamed_subject(text: str, folded: str, clause: Span, outer: Span) -> Span | None:
    """The noun before the verb that announces the words: ``Memur sormuş:``.

    >>> from tanik.core.fold import fold
    >>> text = "Memur sormuş: nereye gidiyorsun?"
    >>> unnamed_subject(text, fold(text), Span(0, 13), Span(14, 32)).of(text)
    'Memur'
    """
    if not len(clause):
        return None
    found = _SUBJECT_BEFORE.search(folded[clause.start : clause.end])
    if found is None:
        return subject_beside(text, folded, clause, outer) or _writer(text, folded, clause)
    if not say_pattern().search(folded, clause.start + found.end(1), clause.end) or found.group(1) in no_subjects():
        return _lone_subject(text, folded, clause, outer)
    span = Span(*found.span(1)).shifted(clause.start)
    last = span.of(text).split()[-1]
    return span if found.group(1) in _SOMEBODY or _is_noun(last) or _is_kin(last) else None


def _heads_compound(text: str, end: int, limit: int) -> bool:
    """Whether what stands behind a name is no place for a subject: a possessed noun ("Gediz ovası"), a mark."""
    if _RIGHT_BEHIND.match(text, end, limit) is None or _TITLED.match(text, end, limit) is not None:
        return True
    behind = _NEXT.match(text, end, limit)
    held = readings(behind.group(1)) if behind is not None else ()  # "bu", "şunu" are read as nouns too
    return any(one.possessive for one in held) and all(one.part == "Noun" for one in held)


def _is_borne_before(text: str, word: str, span: Span) -> bool:
    """Whether a word that opens a clause and is parted by a comma stood as a name inside a sentence before:
    ``Belediye Başkanı Erkek … Erkek, şunları söyledi:``."""
    if text[span.end : span.end + 1] != ",":
        return False
    inside = re.compile(rf"(?:[a-zçğıöşüə]|\b[A-ZÇĞİÖŞÜƏ][^\W\d_]+)\s{re.escape(word)}(?=[\s,.'’])")
    return inside.search(text, 0, span.start) is not None


def stranger(text: str, clause: Span, taken: tuple[Span, ...]) -> Span | None:
    """The capital words in a clause that no list has and that stand there as a subject: bare, the last of several.

    `taken` are the places of names and offices. A word that opens the clause counts where no dictionary has it.

    >>> text = "Kipling ise halkına şöyle sesleniyor:"
    >>> stranger(text, Span(0, len(text)), ()).of(text)
    'Kipling'
    >>> stranger("Sonra kürsüden seslendi:", Span(0, 24), ()) is None
    True
    """
    for found in reversed(tuple(_UNLISTED.finditer(text, clause.start, clause.end))):
        span = Span(*found.span("name"))
        words = found["name"].split()
        if any(span.overlaps(one) for one in taken) or _heads_compound(text, span.end, clause.end):
            continue
        opens = not text[clause.start : span.start].strip(" \t\n“”\"'(")
        known = opens and len(words) == 1 and _is_borne_before(text, words[0], span)
        if opens and len(words) == 1 and not known and any(not one.proper for one in readings(words[0])):
            continue
        if (not known and all(is_common(word) for word in words)) or _is_language(words[-1]):
            continue
        last = split_suffix(words[-1])
        if last.case is Case.NOMINATIVE or len(last.suffix) == 1:  # "Shakespeare" ends in no dative
            return span
    return None
