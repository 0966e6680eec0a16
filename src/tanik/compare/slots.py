"""How two values of one slot of a statement stand to each other.

Comes in: statements of one event. Goes out: for each slot that more than one of them fills, agreement or a conflict
with its verdict and the reason in a word that the dossier's tables put into a sentence. A contradiction is claimed
only where nothing softer fits: a coarser date, a rounder number, another unit and another thing are each their own
verdict.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from tanik.compare.apart import are_apart
from tanik.compare.dates import bounds, is_day, overlap
from tanik.compare.model import Conflict, StatementRef, Verdict
from tanik.compare.parties import as_party
from tanik.compare.things import containers, counted, is_swapped
from tanik.core.fold import fold
from tanik.core.tables import read_rows
from tanik.facts.model import Amount, Bound, Facts, Modality, NameKind, Polarity, Role, Statement

__all__ = [
    "HARDEST",
    "ONCE",
    "SLOTS",
    "Account",
    "compare_slots",
    "money",
    "same_deed",
    "same_word",
    "span_of_dates",
    "stems_of",
    "thing_of",
    "value_of",
]

Account = tuple[StatementRef, Statement, Facts]

SLOTS = ("subject", "recipient", "object")
_DONE_BY_ONE = frozenset(("found", "kill"))
_TOGETHER = (
    "birlikte",
    "beraber",
    "ortak",
    "kurucula",
    "kurucu uye",
    "kurucu baskan",
    " ve ",
    " ile ",
    "together",
    "co-found",
    " and ",
    " with ",
)
# Deeds that are done once, and the slot that names to whom or what
ONCE = {"die": "subject", "born": "subject", "found": "object", "abolish": "object", "sign": "object"}
_INITIALLED = "parafe"  # a treaty is initialled some days before it is signed
_ROUND = 0.03
_ABOUT = 0.2  # of a number that another may differ from one given as about so many
_FAR = 2.0  # times that a number may be the bound that is given for it
_PEOPLE = "person"
_MONTH = 7  # letters of a date that has its month
_ANYBODY = frozenset(("kisi", "insan", "can", "nefer", "nufus", "adam", "people", "persons", "nefer", "vatandas"))
_PERSONS_NAME = re.compile(r"(?:[^\W\d_a-zçğıöşü][\w.'’]*(?<!l[ae]r) ?){2,4}(?<!l[ae]r)")
_BESIDE = re.compile(r"\b(?:daha|ayrica|ilave|ek olarak|taksit\w*|another|further|also|more|instal\w*|elave)\b")
# Units that are fixed multiples of another; money of two countries or of gold and paper is not.
_SCALES = {"t": ("kg", 1000.0), "km": ("m", 1000.0), "km2": ("m2", 1_000_000.0), "kurus": ("lira", 0.01)}
_POINTING = frozenset(
    [
        *("bu", "su", "o", "bunu", "sunu", "onu", "buna", "ona", "bunun", "bir"),
        *("kendisi", "kendisini", "kendisine", "this", "that", "it", "him"),
    ]
)
HARDEST = (Verdict.CONTRADICTS, Verdict.DIFFERS_IN_SCOPE, Verdict.NOT_COMPARABLE, Verdict.COMPATIBLE, Verdict.AGREE)


def value_of(statement: Statement, slot: str) -> str | None:
    """What fills a slot, in words; of a list all its members."""
    return ", ".join(role.name or role.text for role in statement.fillers(slot)) or None


def same_word(one: str, other: str) -> bool:
    """Whether two fillers name the same: every word of the shorter begins like one of the longer.

    >>> same_word("Azerbaycan hükümeti", "Azerbaycan"), same_word("petrol", "yağ")
    (True, False)
    """
    left, right = (stems_of(value) for value in (one, other))
    return bool(left and right) and (left <= right or right <= left)


@lru_cache(maxsize=1 << 16)
def stems_of(value: str) -> frozenset[str]:
    """The beginnings of a value's words, without figures and words that only point ("bunu", "bu").

    >>> sorted(stems_of("bu 30 sandık fişek"))
    ['fisek', 'sandi']
    """
    words = (word.strip(",()[]") for word in fold(value).split())
    return frozenset(word[:5] for word in words if word and not word.isdigit() and word not in _POINTING)


def thing_of(statement: Statement, facts: Facts, slot: str) -> frozenset[str]:
    """The stems of what fills a slot; of an amount ("3 ton un") those of what is counted: sums stand apart.

    Of people who are only counted ("4.968 kişi", "iki binden fazla insan") it is that they are people; of a state that
    deals, its own name; of a list those of all its members.
    """
    return frozenset().union(*(_thing_of(role, statement, facts, slot) for role in statement.fillers(slot)))


def _thing_of(role: Role, statement: Statement, facts: Facts, slot: str) -> frozenset[str]:
    """The stems of one filler of a slot."""
    measured = [facts.amounts[at] for at in statement.amounts if facts.amounts[at].span.start == role.span.start]
    if len(measured) != 1:
        said = role.name or role.text
        whole = role.text if role.name is not None and fold(role.text).startswith(fold(role.name)) else said
        if slot != "object":
            return stems_of(as_party(whole, statement.action))
        return (stems_of(said) - containers()) or stems_of(said)
    return _measured(role, measured[0])


def _measured(role: Role, amount: Amount) -> frozenset[str]:
    """The stems of what a filler counts or weighs."""
    if amount.unit == _PEOPLE and (amount.of is None or fold(amount.of) in _ANYBODY):
        return frozenset((_PEOPLE,))
    told = counted(amount)
    if told is None:
        return frozenset() if amount.unit in money() else stems_of(role.text)
    if stems_of(told) <= containers():  # "30 sandık fişek": what is packed, where the page says it
        return (stems_of(role.name or role.text) - containers()) or stems_of(told)
    bare = role.text in (amount.text, f"{amount.text} {amount.of}") and role.text.endswith(told)
    if bare and role.name:  # "500 kq qızıl" is called "500 kq altın"
        return stems_of(" ".join(role.name.split()[-len(told.split()) :]))
    return stems_of(told)


@cache
def money() -> frozenset[str]:
    """The units that are money, which is a thing by itself.

    >>> "lira" in money(), "kg" in money()
    (True, False)
    """
    return frozenset(row["unit"] for row in read_rows("tanik.facts", "units.csv") if row["kind"] == "money")


def compare_slots(
    accounts: Sequence[Account], *, suspect: bool = False
) -> tuple[tuple[str, ...], tuple[Conflict, ...]]:
    """The slots that agree, and the conflicts; `suspect` events are told twice with another date or cargo."""
    agree: list[str] = []
    conflicts: list[Conflict] = []
    for slot in (*SLOTS, "place", "when", "amount", "polarity"):
        filled = [(ref, value) for ref, statement, facts in accounts if (value := _value(statement, facts, slot))]
        if len(filled) < 2:
            continue
        verdict, why = _judge(slot, accounts, suspect=suspect)
        values = tuple(dict.fromkeys(value for _, value in filled))
        if verdict is Verdict.AGREE:
            agree.append(slot)
        else:
            conflicts.append(Conflict(slot, values, tuple(ref for ref, _ in filled), verdict, why))
    return tuple(agree), tuple(conflicts)


def _value(statement: Statement, facts: Facts, slot: str) -> str | None:
    """A slot's value as it is shown."""
    if slot == "when":
        return statement.when
    if slot == "polarity":
        return statement.polarity.value
    if slot == "amount":
        return " + ".join(facts.amounts[index].text for index in statement.amounts) or None
    return value_of(statement, slot)


def _judge(slot: str, accounts: Sequence[Account], *, suspect: bool) -> tuple[Verdict, str]:
    """The hardest verdict over all pairs of accounts."""
    found = [
        _pair(slot, one, other, suspect=suspect)
        for place, one in enumerate(accounts)
        for other in accounts[place + 1 :]
    ]
    return min(found, key=lambda item: HARDEST.index(item[0]), default=(Verdict.AGREE, "equal"))


def _pair(slot: str, one: Account, other: Account, *, suspect: bool) -> tuple[Verdict, str]:
    """How two accounts agree in one slot."""
    left, right = _value(one[1], one[2], slot), _value(other[1], other[2], slot)
    if left is None or right is None:
        return Verdict.AGREE, "equal"
    if slot == "amount":  # equal words need not mean equal amounts: "300" of gold roubles and of paper liras
        return _amounts(one, other)
    if left == right or (slot in (*SLOTS, "place") and _is_same(slot, one, other)):
        return (Verdict.COMPATIBLE, "fewer-named") if _is_shorter_list(slot, one, other) else (Verdict.AGREE, "equal")
    if slot == "when":
        return _dates(one, other)
    return _done_otherwise(slot, one, other) or _told_otherwise(slot, suspect=suspect)


def _told_otherwise(slot: str, *, suspect: bool) -> tuple[Verdict, str]:
    """What other words in a slot mean: of people, things and places they may still name the same."""
    if slot == "polarity":
        return Verdict.CONTRADICTS, "one-denies"
    if suspect and slot == "object":
        return Verdict.CONTRADICTS, "same-quantities-other-thing"
    if slot == "place":
        return Verdict.DIFFERS_IN_SCOPE, "other-place"
    return Verdict.DIFFERS_IN_SCOPE, "other-words"


def same_deed(one: Statement, other: Statement) -> bool:
    """Whether two statements tell a deed that is done once, of one and the same name: a death, a founding, a treaty."""
    slot = ONCE.get(one.action or "") or _of_one(one, other)
    if slot is None or one.action != other.action or Polarity.DENIED in (one.polarity, other.polarity):
        return False
    left, right = one.fillers(slot), other.fillers(slot)
    if not left or not right or len({_INITIALLED in fold(statement.text) for statement in (one, other)}) > 1:
        return False
    if left[0].name is not None and right[0].name is not None:
        # of several who died each died once
        return not {role.name for role in left if role.name}.isdisjoint(role.name for role in right)
    # A body that no table knows is the same where it is called the same by more than one word.
    said = stems_of(left[0].text)
    return one.action == "found" and len(said) > 1 and said == stems_of(right[0].text)


def _of_one(one: Statement, other: Statement) -> str | None:
    """The slot of who was killed, where both name one person in full: peoples are killed more than once."""
    killed = [role.name or "" for told in (one, other) for role in told.fillers("object")]
    alone = one.action == "kill" and len(killed) == 2 and killed[0] == killed[1]
    return "object" if alone and _PERSONS_NAME.fullmatch(killed[0]) else None


def _is_shorter_list(slot: str, one: Account, other: Account) -> bool:
    """Whether one account names more of those who fill a slot than the other does, which names all of its own too."""
    left, right = (len(statement.fillers(slot)) for _, statement, _ in (one, other))
    return left != right and slot in (*SLOTS, "place")


def _is_same(slot: str, one: Account, other: Account) -> bool:
    """Whether a slot names the same in both accounts, or in one or both only a sum of money."""
    left, right = (thing_of(statement, facts, slot) for _, statement, facts in (one, other))
    return left <= right or right <= left


def _done_otherwise(slot: str, one: Account, other: Account) -> tuple[Verdict, str] | None:
    """Another doer, or another place, of a deed that is done once."""
    if slot == "subject" and _is_other_doer(one, other):
        return Verdict.CONTRADICTS, "two-doers-for-one-deed"
    if slot == "place" and _is_other_place(one, other):
        return Verdict.CONTRADICTS, "two-places-for-one-deed"
    return None


def _is_other_doer(one: Account, other: Account) -> bool:
    """Whether two pages give a founding to two people, each named alone: a founder among several is not told so."""
    if one[0].page == other[0].page or one[1].action not in _DONE_BY_ONE or not same_deed(one[1], other[1]):
        return False
    return all(_is_plain(account) and _is_alone(account) for account in (one, other))


def _is_alone(account: Account) -> bool:
    """Whether a clause names one person as its doer and nobody beside them."""
    _, statement, facts = account
    doer = statement.firsts["subject"]
    things = [role.span for role in statement.fillers("object")]  # "Darülelhan" may be taken for somebody's name
    named = (name for name in facts.names if name.kind is NameKind.PERSON and statement.span.contains(name.span))
    people = [name for name in named if not any(one.overlaps(name.span) for one in things)]
    told = fold(f" {statement.text} ")
    return (
        len(statement.fillers("subject")) == 1
        and statement.says(doer)
        and len({name.id for name in people}) == 1
        and people[0].span.overlaps(doer.span)
        and not any(word in told for word in _TOGETHER)
    )


def _is_other_place(one: Account, other: Account) -> bool:
    """Whether two pages put one deed of one day, or one death, into two places neither of which can hold the other."""
    if one[0].page == other[0].page or not same_deed(one[1], other[1]) or not all(map(_is_plain, (one, other))):
        return False
    days = [account[1].when or "" for account in (one, other)]
    return are_apart(value_of(one[1], "place") or "", value_of(other[1], "place") or "", min(days))


def _is_plain(account: Account) -> bool:
    return account[1].polarity is Polarity.AFFIRMED and account[1].modality is Modality.ASSERTED


def _is_certain(account: Account) -> bool:
    """Whether a statement is affirmed of one day that stands in its own words, and not taken from a sentence before."""
    _, statement, facts = account
    own = any(date.edtf == statement.when and statement.span.contains(date.span) for date in facts.dates)
    return own and is_day(statement.when) and statement.polarity is Polarity.AFFIRMED


def _dates(one: Account, other: Account) -> tuple[Verdict, str]:
    if overlap(one[1].when, other[1].when):
        return Verdict.COMPATIBLE, "coarser-date"
    if same_deed(one[1], other[1]) and _is_certain(one) and _is_certain(other):
        return Verdict.CONTRADICTS, "two-days-for-one-deed"
    return Verdict.DIFFERS_IN_SCOPE, "other-time"


def _amounts(one: Account, other: Account) -> tuple[Verdict, str]:
    left = [one[2].amounts[index] for index in one[1].amounts]
    right = [other[2].amounts[index] for index in other[1].amounts]
    shared = [(a, b) for a in left for b in right if _unit(a)[0] == _unit(b)[0]]
    if not shared:
        return Verdict.NOT_COMPARABLE, "other-unit"
    if all(_size(a) == _size(b) and a.bound is b.bound for a, b in shared):
        return Verdict.AGREE, "equal"
    if all(_near(a, b) for a, b in shared):
        return Verdict.COMPATIBLE, "rounder-number"
    # Sums of one clause are a list, not two accounts of one deed.
    two = one[0].page != other[0].page or not one[1].span.overlaps(other[1].span)
    dated = two and is_day(one[1].when) and one[1].when == other[1].when
    single = len(left) == len(right) == 1 and (_same_thing(left[0], right[0]) or _same_people(one, other))
    # Two pages, or a page and one whom it cites: "hatıratında … verdiğini yazar".
    apart = one[0].page != other[0].page or (one[1].attributed_to is None) is not (other[1].attributed_to is None)
    sums = len(left) == len(right) == 1 and apart and left[0].unit in money()
    sums = sums and left[0].of is None and right[0].of is None
    exact = all(amount.bound is Bound.EXACT for pair in shared for amount in pair)  # "yaklaşık" is no counter-value
    if exact and two and len(shared) == 1 and is_swapped(*shared[0]) and _is_one_sending(one, other):
        return Verdict.CONTRADICTS, "two-sums-for-one-deed"
    if exact and dated and (single or (sums and not any(_adds(account) for account in (one, other)))):
        return Verdict.CONTRADICTS, "two-sums-for-one-deed"
    return Verdict.DIFFERS_IN_SCOPE, "other-sum"


def _is_one_sending(one: Account, other: Account) -> bool:
    """Whether two pages have one month, giver, receiver and thing, each told by itself, and neither adds to another."""
    when = one[1].when or ""
    alike = one[0].page != other[0].page and len(when) >= _MONTH and when == other[1].when
    plain = all(map(_is_plain, (one, other))) and not any(map(_adds, (one, other)))
    filled = all(thing_of(told[1], told[2], slot) for told in (one, other) for slot in SLOTS)
    return alike and plain and filled and all(_is_same(slot, one, other) for slot in SLOTS)


def _adds(account: Account) -> bool:
    """Whether a clause tells of one sum beside others: "daha", "ayrıca", "another"."""
    return _BESIDE.search(fold(account[1].text)) is not None


def _near(one: Amount, other: Amount) -> bool:
    """Whether one number may be the other rounded, or lie within the bound that the other gives."""
    left, right = _size(one), _size(other)
    near = abs(left - right) <= (_ROUND if one.bound is other.bound is Bound.EXACT else _ABOUT) * max(left, right)
    above = [amount.bound in (Bound.MORE_THAN, Bound.AT_LEAST) for amount in (one, other)]
    below = [amount.bound in (Bound.LESS_THAN, Bound.AT_MOST) for amount in (one, other)]
    if all(above) or all(below):
        return True
    # "2 binden fazla" leaves open every greater number, but is said of one that begins with it
    over = (above[0] or below[1]) and left <= right <= _FAR * left
    return near or over or ((above[1] or below[0]) and right <= left <= _FAR * right)


def _unit(amount: Amount) -> tuple[str, float]:
    """The unit that an amount is compared in, and how many of them its own is."""
    return _SCALES.get(amount.unit, (amount.unit, 1.0))


def _size(amount: Amount) -> float:
    return amount.value * _unit(amount)[1]


def _same_people(one: Account, other: Account) -> bool:
    """Whether both count people, exactly and nothing but people, of one place: "depreminde 132 kişi öldü"."""
    places = [stems_of(value_of(account[1], "place") or "") for account in (one, other)]
    counted = [thing_of(account[1], account[2], slot) for account in (one, other) for slot in ("subject", "object")]
    plain = all(map(_is_plain, (one, other))) and not any(map(_adds, (one, other)))
    exact = all(account[2].amounts[at].bound is Bound.EXACT for account in (one, other) for at in account[1].amounts)
    return plain and exact and bool(places[0]) and places[0] == places[1] and counted.count(frozenset((_PEOPLE,))) > 1


def _same_thing(one: Amount, other: Amount) -> bool:
    return one.of is not None and other.of is not None and same_word(one.of, other.of)


def span_of_dates(accounts: Sequence[Account]) -> str | None:
    """The finest date that all dated accounts allow, or the interval from the first to the last."""
    dated = sorted({s.when for _, s, _ in accounts if s.when}, key=lambda when: (bounds(when) or ("", ""), when))
    if not dated:
        return None
    finest = [when for when in dated if all(overlap(when, other) for other in dated)]
    if finest:
        return max(finest, key=lambda when: (is_day(when), len(when), when))
    limits = [found for when in dated if (found := bounds(when))]
    return f"{min(limits)[0]}/{max(limit[1] for limit in limits)}" if limits else None
