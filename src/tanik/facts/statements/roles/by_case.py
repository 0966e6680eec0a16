"""Which place of a verb's frame a phrase fills by its case.

Comes in: a phrase of a clause, the others beside it and the row of the verb table. Goes out: the place, or None where
the phrase fills none. The frame says which case fills which place; what the phrase names, and what stands beside it,
tells the exceptions (Göksel & Kerslake 2005, 14.3, 16.4 and 17.3).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from tanik.facts.model import Facts, NameKind
from tanik.facts.statements.lexis.lexicon import fold_word, frame, has_word, phrases
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.lexis.verbs import Predicate, VerbRow
from tanik.facts.statements.roles.heads import acts, deals, is_human_head
from tanik.facts.statements.roles.needs import units_of
from tanik.facts.statements.roles.understood import is_understood
from tanik.facts.statements.syntax.modifiers import PRONOUNS
from tanik.facts.statements.syntax.phrases import Phrase, is_person, is_place

__all__ = ["can_be_told", "is_finding", "permits", "place_in_frame", "suffering"]

_HANDS: Final = ("eli", "elleri", "elimiz", "ellerimiz")
_THOSE: Final = ("bunlar", "onlar", "sunlar", "bunlardan", "onlardan")
_PLURAL = re.compile(r"l[ae]r(?:[iu])?$")
_POSSESSED = re.compile(r"s?[iu]$")
_PERMISSIONS = frozenset(("izin", "icaze", "musaade", "ruhsat", "onay"))
# who is asked stands in the ablative beside these (TDK Türkçe Sözlük, istemek: -den, -i)
_ASKED_FROM = frozenset(("iste", "istə", "talep", "tələb", "talebinde", "talepte", "dile", "borç", "yardım", "imdat"))


def place_in_frame(
    phrase: Phrase, found: Sequence[Phrase], predicate: Predicate, row: VerbRow, facts: Facts, *, nominal: bool
) -> str | None:
    """Which place of the verb's frame a phrase fills by its case; None where it fills none."""
    places, case = frame(row.frame), phrase.case
    suffered = suffering(found, predicate, places)
    if suffered is not None and case == "nom":
        office = predicate.passive and "bare" in places and _is_office(phrase, found, predicate, facts)
        return places["bare"] if office else suffered
    if case == "gen":
        return (suffered or places["nom"]) if nominal else places.get("gen")
    if case == "ins" and (is_person(phrase, facts) or ("com" in places and deals(phrase, facts))):
        return places.get("com", places.get("ins"))
    # of "Ali Bey'e köprünün yıkıldığını söyledi" nothing is done to him
    untouched = row.frame == "become" and is_person(phrase, facts)
    aside = case == "loc" and (_tells_when(phrase) or _is_paper(phrase))
    aside = aside or (row.language == "az" and not is_understood(phrase))
    aside = aside or (case == "abl" and (_is_nobody(phrase, places) or _ends_in(phrase, "times")))
    aside = aside or (case == "ins" and _ends_in(phrase, "in_a_manner"))
    reached = "reached-dat" in row.needs and bool(phrase.amounts)  # "iane 540 liraya ulaştı": the sum is no price
    built = row.frame == "fall" and row.action == "found" and is_place(phrase, facts)  # "Kayseri'ye fabrika kuruldu"
    untaken = row.frame == "fall" and row.action != "occupy" and not built  # "Kars düşmana düştü"
    if aside or (case == "dat" and (untouched or reached or untaken or _is_for_whom(found, row))):
        return None
    if case == "dat" and row.frame == "go" and not phrase.shared and _goes_further(phrase, found, facts):
        return "way"
    fixed = {
        "agent": places.get("agent") or ("recipient" if places.get("nom") == "recipient" else "subject"),
        "as": "object" if row.action == "appoint" else "capacity",
        "com": "way" if _is_way(phrase) else places.get("com", "companion"),  # "deniz yolu ile gönderdi"
        "beside": "companion",
        "price": "means",  # "bin liraya sattı"
        **({"dat": "recipient"} if _is_allowed(phrase, row, facts) else {}),
        # "Moskova'ya elçi olarak atandı": the post is told, and the town is where it is held
        **({"dat": "place"} if row.action == "appoint" and (is_place(phrase, facts) or _has_post(found)) else {}),
        **({"dat": "place"} if built else {}),
        # "kararla madalya ile ödüllendirildi"
        **(dict.fromkeys(("ins", "com"), "means" if _decides(phrase) else "object") if row.frame == "award" else {}),
        **({"loc": "place"} if is_finding(row) else {}),  # where a thing was found is not who got it
    }
    priced = row.action == "transfer" or places.get("dat") == "recipient"  # no one is told by a sum
    if case == "dat" and priced and units_of((phrase,), facts) & units_by_kind("money"):
        case = "price"
    filled = fixed.get(case) or places.get(case)
    if filled in ("capacity", "companion") and _says_how(phrase, facts):
        filled = places.get("ins") if case in ("com", "beside") else None
    # "Konya'dan 40 er öldü": where they were from, and not what they died of
    return "source" if filled == "cause" and is_place(phrase, facts) else filled


def _has_post(found: Sequence[Phrase]) -> bool:
    """Whether the post stands with "olarak", so that a dative is no post: "derneğe müdür olarak atandı" (GK 17.2.1)."""
    return any(one.case == "as" for one in found)


def _says_how(phrase: Phrase, facts: Facts) -> bool:
    """Whether what stands before "olarak" is an adjective alone, or with "ile" a thing or a feeling: it says how.

    "Kesin olarak reddetti", "gazla kaplandı", but "elçi olarak gitti", "kardeşi ile geldi" (GK 16.2, 17.2.1).
    """
    if phrase.name is not None:
        return False
    if phrase.case == "as":
        noun = noun_of(phrase.text)
        return phrase.first == phrase.last and noun.adjective and not (acts(phrase) or is_human_head(phrase))
    unlisted = phrase.text[:1].isupper() and not noun_of(phrase.text.split()[-1]).known
    if acts(phrase) or is_human_head(phrase) or unlisted:
        return False
    return not (is_person(phrase, facts) or deals(phrase, facts))


def suffering(found: Sequence[Phrase], predicate: Predicate, places: Mapping[str, str]) -> str | None:
    """The place of the nominative where it does nothing: of passives, and of any verb beside "tarafından" or -ce."""
    passive = places.get("passive") if predicate.passive else None
    by_someone = any(one.case == "agent" for one in found) and places.get("nom") == "subject"
    by_someone = by_someone and not any(one.case == "acc" for one in found)  # "kuzey tarafından köyü işgal etti"
    return "object" if by_someone and passive in (None, "subject") else passive  # "bina taburca tamamlandı"


def _is_nobody(phrase: Phrase, places: Mapping[str, str]) -> bool:
    """Whether an ablative says from nobody and of nothing: "ellerinden alındı", "bunlardan üçü öldü" (GK 14.5.2)."""
    word = fold_word(phrase.text)
    return word in _HANDS or (places.get("abl") == "cause" and word in _THOSE)


def _is_office(phrase: Phrase, found: Sequence[Phrase], predicate: Predicate, facts: Facts) -> bool:
    """Whether a second nominative stands right before a passive verb ("Ali Bey başkan seçildi"), and is nobody."""
    if is_person(phrase, facts):
        return False  # "Ali Bey, Veli Bey ve Nuri Bey seçildiler"
    nominatives = [one for one in found if one.case == "nom"]
    alone = phrase.name is None and fold_word(phrase.text) in phrases("actors")  # "1908'de mebus seçildi"
    alone = alone or (_is_post_of(phrase, facts) and not any(one.case in ("dat", "as") for one in found))
    return (len(nominatives) > 1 or alone) and phrase is nominatives[-1] and phrase.last == predicate.first - 1


def _is_post_of(phrase: Phrase, facts: Facts) -> bool:
    """Whether a phrase is the post of a place or a body: "Sivas mebusu", "banka müdürü" (GK 14.4)."""
    words = fold_word(phrase.text).split()
    named = phrase.name is not None and facts.names[phrase.name].kind is not NameKind.PLACE
    stems = {words[-1][:-1], words[-1][:-2]} if words[-1][-1:] in ("i", "u") else set()  # "mebus-u", "vali-si"
    someone = any(stem in phrases("actors") and stem not in phrases("bodies") for stem in stems)
    return len(words) > 1 and not named and someone


def _is_allowed(phrase: Phrase, row: VerbRow, facts: Facts) -> bool:
    """Whether a permission is given to someone, and not for a thing: "Ali Bey'e izin verdi", "yola izin verdi"."""
    if not permits(row):
        return False
    last = fold_word(phrase.text).split()[-1:]
    return is_person(phrase, facts) or any(word in phrases("pronouns") or word in phrases("actors") for word in last)


def permits(row: VerbRow) -> bool:
    """Whether a row is of giving leave: "izin verdi"."""
    return bool(row.lead) and fold_word(row.lead[0][0]) in _PERMISSIONS


def _is_for_whom(found: Sequence[Phrase], row: VerbRow) -> bool:
    """Whether the dative says for whom a thing is asked, and not of whom: "köye validen tohumluk istedi"."""
    asked = frame(row.frame).get("abl") == "recipient" and any(one.case == "abl" for one in found)
    return asked or (row.frame == "ask" and row.verb.split()[0] in _ASKED_FROM)


def is_finding(row: VerbRow) -> bool:
    """Whether a row is of things found: "depoda 40 sandık bulundu"."""
    return row.frame == "arrive" and row.stems[0][1] in ("bul", "tapil")


def _decides(phrase: Phrase) -> bool:
    """Whether a phrase is a law, an order or a decision: by it a thing is done, and nobody is given it."""
    return phrase.name is None and has_word("decisions", fold_word(phrase.text).split()[-1])


def _tells_when(phrase: Phrase) -> bool:
    """Whether a locative says when or how, and is no place: "iki yılda", "Ali Bey önderliğinde" (GK 16.4, 17.3)."""
    last = fold_word(phrase.text).split()[-1:] if phrase.name is None else []
    how = phrases("leaderships", "circumstances")
    return any(_PLURAL.sub("", word) in phrases("times") or word in how for word in last)


def _ends_in(phrase: Phrase, group: str) -> bool:
    """Whether a common noun of a class heads a phrase: "1920 yılından itibaren", "belli aralıklarla" (GK 17.3.2)."""
    return phrase.name is None and fold_word(phrase.text).split()[-1] in phrases(group)


def _is_paper(phrase: Phrase) -> bool:
    """Whether a phrase is a letter, an order or a report: what stands in it is said and done elsewhere."""
    last = fold_word(phrase.text).split()[-1:] if phrase.name is None else []
    if phrase.whole is not None:  # "gazetelerin bazılarında"
        last = [_PLURAL.sub("", word) for word in fold_word(phrase.whole.text).split()[-1:]]
    papers = phrases("papers", "own_papers", "retold")
    return any(word in papers or _POSSESSED.sub("", word) in papers for word in last)


def can_be_told(phrase: Phrase, facts: Facts) -> bool:
    """Whether a phrase is somebody to whom one can turn, and no way or house: "kaymakama gidip", "evine gidip"."""
    if is_person(phrase, facts) or deals(phrase, facts):
        return True
    if phrase.text.split()[-1][:1].isupper():
        return True  # a name that no table has
    return fold_word(phrase.text) in PRONOUNS or is_human_head(phrase) or acts(phrase)


def _is_way(phrase: Phrase) -> bool:
    """Whether a phrase with "ile" says by which way: "deniz yolu ile"."""
    words = fold_word(phrase.text).split()
    return phrase.name is None and len(words) > 1 and words[-1] in ("yolu", "yol")


def _goes_further(phrase: Phrase, found: Sequence[Phrase], facts: Facts) -> bool:
    """Whether a place is not the goal: of "Konya'ya, oradan Adana'ya" the last is, of "Kars'a göreve" the named."""
    goals = [one for one in found if one.case == "dat" and one is not phrase and not one.shared]
    if is_place(phrase, facts):
        return any(one.first > phrase.last and is_place(one, facts) for one in goals)
    return any(is_place(one, facts) for one in goals)
