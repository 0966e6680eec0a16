"""Phrases that fill no place of any verb: callings, reasons, what someone is said to be, wholes of a person.

Comes in: a phrase of a clause with the one behind it. Goes out: yes or no. In the nominative such a phrase would be
taken for the doer: "başarıları nedeniyle yükseldi" has none, and of "ilk ressamı olan Ali Bey öldü" it is Ali Bey.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tanik.core.morph import readings
from tanik.facts.model import Facts
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.nouns import is_of_me, is_people
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.lexis.words import Word, behind
from tanik.facts.statements.roles.heads import acts, is_human_head
from tanik.facts.statements.syntax.phrases import Phrase, is_person

__all__ = ["fills_nothing"]

# "nisan sonlarında", "sonuçta", "kısa sürede": when or in what order (GK 16.4)
_FOLLOWING = frozenset(("arkasindan", "ardindan", "pesinden"))
_NO_PLACES = frozenset(("sonlari", "baslari", "ortalari", "sonuc", "netice", "kisa sure", "kisa zaman"))
_REASONS = frozenset(("nedeniyle", "sebebiyle", "dolayisiyla", "yuzunden", "sayesinde", "sonrasinda", "sira"))
_ON = frozenset(("uzerinde", "uzerine"))
_CLOCK = re.compile(r"(?:[Ss]aat )?(?:[01]?\d|2[0-3])[.:][0-5]\d")  # "08.30'da", "17:45'te" (TDK Yazım Kılavuzu, nokta)
_CALLED_SO = frozenset(
    ("adiyla", "ismiyle", "basligiyla", "unvaniyla", "imzasiyla", "adi", "ismi", "basligi", "unvani")
)
_PUT_IN = frozenset(("write", "say", "publish", "sign"))  # in a language
_UNDER = frozenset(("altinda",))
_THOSE_WHO = re.compile(r"[a-z]{3}[ae]nl[ae]r(?:[iuae]|[iu]n|d[ae]n?|[iu])?$")
_WAY = re.compile(r"(?:donus|gelis|gidis|varis|cikis|giris|inis)(?:[iu]|l[ae]r[iu])")
_PLURAL_OF = re.compile(r"l[ae]r(?:i|in|ini|ina|ine|indan)?$")
_SUPPORT = frozenset(("destek", "yardim", "katki", "komek"))


def fills_nothing(
    phrase: Phrase, after: Sequence[Phrase], words: Sequence[Word], facts: Facts, action: str | None
) -> bool:
    """Whether a phrase fills no place of any verb: words in marks, postpositions, callings, wholes of a person."""
    apart = phrase.quoted or phrase.case == "post" or _is_called_to(phrase, after, words, facts)
    # "ilk ressamı olan Ali Bey": what he is, and no one beside him (GK 25.1.1)
    apart = apart or (phrase.case == "nom" and bool(after) and words[phrase.last + 1].folded == "olan")
    apart = apart or _is_what_called(phrase, words) or _is_done_by_them(phrase, after)
    apart = apart or (phrase.case == "dat" and _is_of_way(phrase, after))
    apart = apart or _CLOCK.fullmatch(phrase.text) is not None
    if phrase.case == "nom":
        apart = apart or _is_manner(phrase, words, action) or _is_reason(phrase, words) or _tells_leader(phrase, after)
        return apart or _is_counted_from(phrase, after, words, facts)
    if phrase.case == "abl":
        apart = apart or _only_follows(phrase, words) or _is_one_of_them(phrase, after, facts)
        return apart or _is_counted_from(phrase, after, words, facts)
    apart = apart or (phrase.case == "loc" and fold_word(phrase.text) in _NO_PLACES)
    return apart or _is_supported(phrase, words)


def _only_follows(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a word alone says behind whom one goes, and not from where: "arkasından gitti" (GK 17.3.1)."""
    return phrase.first == phrase.last and phrase.case == "abl" and words[phrase.last].folded in _FOLLOWING


def _tells_leader(phrase: Phrase, after: Sequence[Phrase]) -> bool:
    """Whether a post stands before the name of its man, under whom others did it: "ekonomi uzmanı Profesör Orlov
    başkanlığında bir heyet geldi" (GK 14.4; an apposition has no case of its own)."""
    head = after[0] if after and after[0].first == phrase.last + 1 else None
    if head is None or phrase.case != "nom" or not phrase.possessed or not is_human_head(phrase):
        return False
    return head.text[:1].isupper() and fold_word(head.text).split()[-1] in phrases("leaderships")


def _is_supported(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a war or a rising is what help is for, and got nothing itself: "savaşa destek için para gönderdi".

    The dative is the noun's own complement (GK 14.3.3), as it is with "yardım" and "katkı".
    """
    if phrase.case != "dat" or behind(words, phrase.last) not in _SUPPORT:
        return False
    last = fold_word(phrase.text).split()[-1]
    return not phrases("conflicts").isdisjoint((last, last[:-1], last[:-2]))


def _is_done_by_them(phrase: Phrase, after: Sequence[Phrase]) -> bool:
    """Whether a phrase is the object of a participle that nothing follows: "grevi yönetenlerden Ali" (GK 25.3)."""
    head = after[0] if after and after[0].first == phrase.last + 1 else None
    if head is None or head.first != head.last or head.name is not None:
        return False
    held = phrase.case == "acc" or (phrase.case == "nom" and phrase.maybe_object and phrase.name is None)
    if not held or _THOSE_WHO.search(fold_word(head.text)) is None:
        return False
    return any("PresPart" in one.marks for one in readings(head.text))  # "uzmanlar" are no "uzm-an-lar"


def _is_of_way(phrase: Phrase, after: Sequence[Phrase]) -> bool:
    """Whether a dative is whither a way went that tells when: "Ankara'ya dönüşünde para aldı" (GK 14.3.3)."""
    head = after[0] if after and after[0].first == phrase.last + 1 else None
    return head is not None and head.case in ("loc", "ins", "abl") and _WAY.fullmatch(fold_word(head.text)) is not None


def _is_what_called(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a phrase is only what a thing is called: "“Otuz Yıl” adıyla", "Otuz Yıl adı altında" (GK 14.4)."""
    at = phrase.last + 1
    at += at < len(words) and words[at].is_mark
    if phrase.case != "nom" or at >= len(words) or words[at].folded not in _CALLED_SO:
        return False
    return words[at].folded.endswith(("yla", "yle")) or behind(words, at) in _UNDER


def _is_manner(phrase: Phrase, words: Sequence[Word], action: str | None) -> bool:
    """Whether a bare word says how or for which time, and not who: "gönüllü gitti", "ikinci kez istedi" (GK 16.2).

    So does a language in which something is put: "Fransızca yazıldı" (8.2.3); "Rumca yasaklandı" tells of it itself.
    """
    alone = phrase.case == "nom" and phrase.first == phrase.last and phrase.first > 0 and phrase.name is None
    after = behind(words, phrase.last)
    said = words[phrase.last].folded
    language = action in _PUT_IN and said.endswith(("ca", "ce")) and is_people(said[:-2])
    alone = alone and (said in phrases("manners") or language)
    times = after == "sefer" or after in phrases("how_often")
    return phrase.case == "nom" and (times or alone)


def _is_reason(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a nominative stands before "nedeniyle" or "yanı sıra", which govern it (GK 17.3)."""
    after = behind(words, phrase.last)
    if after not in _REASONS and after not in _ON and words[phrase.last].folded != "sira":
        return False
    # "yeni düzen üzerinde çalıştı": the side of a thing, which nobody is (GK 17.3.1)
    thing = phrase.name is None and not (acts(phrase) or is_human_head(phrase) or phrase.amounts)
    governed = after in _REASONS or (after in _ON and thing)
    return phrase.case == "nom" and (governed or (words[phrase.last].folded == "sira" and phrase.first > 0))


def _is_one_of_them(phrase: Phrase, after: Sequence[Phrase], facts: Facts) -> bool:
    """Whether a phrase says of whom the next one is one: "Ali Bey'in adamlarından Nuri Kaptan geldi" (GK 15.5)."""
    next_to = bool(after) and after[0].case == "nom" and after[0].first == phrase.last + 1
    if phrase.case != "abl" or phrase.name is not None or not next_to:
        return False
    return _PLURAL_OF.search(fold_word(phrase.text)) is not None and is_person(after[0], facts)


def _is_counted_from(phrase: Phrase, after: Sequence[Phrase], words: Sequence[Word], facts: Facts) -> bool:
    """Whether a time is counted from what stands in the ablative: "savaştan iki gün önce geldi" (GK 17.2)."""
    back = (
        phrase.case == "nom"
        and any(facts.amounts[index].unit in units_by_kind("time") for index in phrase.amounts)
        and behind(words, phrase.last) in ("bundan", "ondan")
    )
    if back and behind(words, phrase.last + 1) in ("once", "evvel", "sonra"):
        return True  # "yüz yıl bundan önce"
    next_to = phrase.case == "abl" and bool(after) and after[0].first == phrase.last + 1
    time = next_to and any(facts.amounts[index].unit in units_by_kind("time") for index in after[0].amounts)
    return time and behind(words, after[0].last) in ("once", "sonra", "evvel")


def _is_called_to(phrase: Phrase, after: Sequence[Phrase], words: Sequence[Word], facts: Facts) -> bool:
    """Whether a phrase only calls to the reader: "Arkadaşlar, 1922'de bir uçak indi", "Arkadaşlar dedem anlatırdı".

    So does one that opens a sentence before somebody named: "arkadaşlar Ali Bey para yollamış" (GK 14.1).
    """
    spoken_to = fold_word(phrase.text).split()[-1:] if phrase.name is None else []
    if phrase.last + 1 >= len(words) or not any(word in phrases("vocatives") for word in spoken_to):
        return False
    behind_it = words[phrase.last + 1]
    who = next((one for one in after[:1] if one.case == "nom" and not one.maybe_object and not one.amounts), None)
    named = who is not None and who.first == phrase.last + 1 and is_person(who, facts)
    return behind_it.is_mark or is_of_me(behind_it.folded) or (not phrase.first and named)
