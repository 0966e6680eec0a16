"""The ledger: what was asked, offered, promised, sent, arrived and used, by whom, to whom, when, on whose word.

Comes in: pages with their statements, and the events these belong to. Goes out: a `Ledger`: one line a statement and
amount, and totals. A stage is what the statement's own verb says and is never concluded from another: what was promised
is not sent, what was sent has not arrived. Totals add only affirmed lines of one stage, one unit and one thing that
the page names, and a sum that several statements of one event tell counts once: tons of nobody knows what are not added
to tons of something else. Money is a thing by itself. What is left of a whole ("kalanı") has a line of its own whose
number is reckoned and not told: its `bound` is ``reckoned``, and no total has it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tanik.compare.dates import overlap
from tanik.compare.dating import Dated
from tanik.compare.model import Event, Examined, Ledger, LedgerLine, LedgerTotal, StatementRef
from tanik.compare.parties import is_state
from tanik.compare.reckoning import TIMES
from tanik.compare.rests import Rest, find_rests
from tanik.compare.slots import money, stems_of
from tanik.compare.stages import Stage, stage_of, table
from tanik.compare.things import containers, counted
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Amount, Bound, Modality, NameKind, Polarity, Role, Statement

__all__ = ["RECKONED", "find_ledger"]

RECKONED: Final = "reckoned"
"""What stands for `LedgerLine.bound` where the number is this program's own, left over from numbers of the page."""

_NO_CARGO: Final = TIMES | {"km", "m"}
_STEM: Final = 5
_BY_WORDS: Final = frozenset(("asked", "offered", "promised"))  # deeds that are done by saying so
_PAST: Final = re.compile(r"(?:[dt][iu]|m[iu]s(?:t[iu])?)(?:m|k|n|niz|nuz|lar|ler)?\W*$")
_POINTING: Final = frozenset(("bu", "su", "o", "soz", "this", "these", "that", "those"))
_RECEIPT: Final = re.compile(r"\b(?:makbuz|ilmuhaber|alindi belgesi|receipt)")
_WORTH: Final = re.compile(r"\s*(?:[^\W\d]+\s+){0,3}[(\[][^()\[\]]*$")  # "200 kg altın (yaklaşık 4 bin lira"
_REST_OF_LINE: Final = re.compile(r"[^\n.]*")
_HELP: Final = re.compile(r"\b(?:yardim|hibe|bagis|iane|kredi|komek|aid\b|help\b|grants?\b|loans?\b|gifts?\b)")
_JOINS: Final = frozenset((",", "and", "ve"))
_LINKS: Final = _JOINS | {
    "more",
    "than",
    "over",
    "about",
    "nearly",
    "some",
    "another",
    "also",
    "at",
    "least",
    "a",
    "an",
}
_SHORT: Final = 3  # letters: what is left of a unit's suffix behind the figure


_Told = tuple[LedgerLine, int | None]  # a line, and where its figure stands on its page


def find_ledger(pages: Sequence[Examined], events: Sequence[Event]) -> Ledger:
    """The lines in order of page and place, and what they add up to.

    >>> find_ledger((), ())
    Ledger(lines=(), totals=())
    """
    of_event = {ref: event.id for event in events for ref in event.statements}
    told = [line for page in sorted(pages, key=lambda page: page.id) for line in _lines_of(page, of_event)]
    return Ledger(tuple(line for line, _ in told), tuple(_totals(told)))


def _lines_of(page: Examined, of_event: dict[StatementRef, str]) -> Iterator[_Told]:
    """The lines of one page: those of each statement, and behind them the rest of which it tells."""
    statements = page.facts.statements
    dealings = [at for at, one in enumerate(statements) if stage_of(page, one) and one.modality is not Modality.ASKED]
    if not dealings:
        return
    dated = Dated(page)
    rests = {_teller(page, dealings, rest): rest for rest in find_rests(dated)}
    for index in dealings:
        ref = StatementRef(page.id, index)
        for line, at in _lines(page, statements[index], ref, of_event):
            yield _as_written(dated, statements[index], line), at
        if index in rests:
            yield from ((line, None) for line in _left(page, statements[index], ref, rests[index]))


def _as_written(dated: Dated, statement: Statement, line: LedgerLine) -> LedgerLine:
    """A line of what a letter asks, offers or promises, with the letter's day and writer where it names none itself."""
    letters = [one for one in dated.page.facts.quotations if one.span.contains(statement.span)]
    past = _PAST.search(fold(statement.text)) is not None  # what a letter tells of happened before it
    if line.stage not in _BY_WORDS or not letters or past:
        return line
    day = next((found for one in letters if (found := dated.day_of(one)) is not None), None)
    when = line.when or (day.edtf if day is not None else None)
    if line.stage == "asked":
        return replace(line, when=when, receiver=line.receiver or letters[0].speaker)
    return replace(line, when=when, giver=line.giver or letters[0].speaker)


def _teller(page: Examined, dealings: Sequence[int], rest: Rest) -> int | None:
    """The dealing that tells of a rest: one of whose roles it is before one in whose words it stands."""
    statements = page.facts.statements
    holding = [at for at in dealings if statements[at].span.contains(rest.span)]
    named = [at for at in holding if any(role.span.overlaps(rest.span) for _, role in statements[at].roles)]
    return next(iter((*named, *holding)), None)


def _left(page: Examined, statement: Statement, ref: StatementRef, rest: Rest) -> Iterator[LedgerLine]:
    """The line of a rest to which the page gives no number; to whom it went only where the statement is its own."""
    stage, roles = stage_of(page, statement), _joined_roles(statement)
    if stage is None or rest.stated is not None:
        return
    own = any(role.span.overlaps(rest.span) for role in roles.values())
    giver, receiver = (
        role if role is not None and (own or slot == "subject") and not role.span.overlaps(rest.span) else None
        for slot, role in ((slot, roles.get(slot)) for slot in (stage.giver, stage.receiver))
    )
    yield LedgerLine(
        stage=stage.name,
        statement=ref,
        thing=_thing(rest.whole, "") or None,
        amount=rest.span.of(page.text),
        value=rest.reckoned,
        unit=rest.whole.unit,
        bound=RECKONED,
        giver=_called(giver),
        receiver=_called(receiver),
        when=statement.when,
        source=statement.attributed_to,
        polarity=statement.polarity.value,
        modality=statement.modality.value,
    )


def _joined_roles(statement: Statement) -> dict[str, Role]:
    """What fills each role, of a list all its members as one: "Ali Bey, Veli Bey"."""
    told = statement.firsts
    for place in dict.fromkeys(place for place, role in statement.roles if told[place] is not role):
        named = ", ".join(role.name or " ".join(role.text.split()) for role in statement.fillers(place))
        told[place] = replace(told[place], text=named, name=named)
    return told


def _called(role: Role | None) -> str | None:
    return (role.name or role.text) if role is not None else None


def _lines(
    page: Examined, statement: Statement, ref: StatementRef, of_event: dict[StatementRef, str]
) -> Iterator[_Told]:
    stage = stage_of(page, statement)
    if stage is None:
        return
    roles = _joined_roles(statement)
    moved = statement.action == "move"  # what comes by itself is the subject, and nobody gives it
    giver = (_giver(roles, stage) or _helper(page, roles, stage)) if not moved else None
    receiver = _receiver(page, roles, stage)
    told, first = (held.get("subject" if moved else "object") for held in (roles, statement.firsts))
    amounts = [page.facts.amounts[at] for at in statement.amounts]
    amounts = [one for one in amounts if moved or not _is_of_party(one, roles)]
    amounts = [one for one in amounts if not _is_of_another(page, amounts, one, told) and not _is_worth(page, one)]
    weighed: list[Amount | None] = [
        one for one in amounts if one.unit not in _NO_CARGO and not (moved and one.unit == "person")
    ]
    for amount in weighed or ([] if moved else [None]):
        thing = _thing_told(amount, told if amount is None else first, roles.get("whole"))
        # "bin liralık makbuz verdi": the paper says the sum, and nobody gave it
        of_paper = amount is not None and amount.unit in money() and _RECEIPT.search(fold(thing)) is not None
        uncounted = not thing or _is_paper(thing) or statement.rule == "statement-article"  # "esirler verilecektir"
        if of_paper or (amount is None and (uncounted or _is_named(page, told))):
            continue
        line = LedgerLine(
            stage=stage.name,
            statement=ref,
            thing=thing or None,
            amount=amount.text if amount is not None else None,
            value=amount.value if amount is not None and amount.problem is None else None,
            unit=amount.unit if amount is not None else None,
            bound=amount.bound.value if amount is not None else None,
            giver=_called(giver),
            receiver=_called(receiver),
            when=statement.when,
            source=statement.attributed_to,
            polarity=statement.polarity.value,
            modality=statement.modality.value,
            event=of_event.get(ref),
        )
        yield line, (amount.span.start if amount is not None else None)


def _is_named(page: Examined, told: Role | None) -> bool:
    """Whether what changes hands is a place, a body or somebody: "Batum Gürcistan'a bırakıldı" is no delivery."""
    named = [name for name in page.facts.names if told is not None and name.span.overlaps(told.span)]
    return any(
        name.kind is not NameKind.EVENT and told is not None and name.span.end == told.span.end for name in named
    )


def _receiver(page: Examined, roles: dict[str, Role], stage: Stage) -> Role | None:
    """Who got it; a war or a congress gets nothing: of "savaşına destek için gönderdi" it is what was supported."""
    role = roles.get(stage.receiver)
    if role is None or stage.name == "asked":
        return role
    named = [name for name in page.facts.names if name.span.overlaps(role.span)]
    head = max(named, key=lambda name: name.span.end, default=None)
    return None if head is not None and head.kind is NameKind.EVENT else role


def _is_worth(page: Examined, amount: Amount) -> bool:
    """Whether a sum in brackets tells what the amount before them was worth: "200 kilo altın (4 bin lira)"."""
    before = page.page.text[: amount.span.start]
    ends = [one.span.end for one in page.facts.amounts if one.span.end <= amount.span.start]
    return amount.unit in money() and bool(ends) and _WORTH.fullmatch(before[max(ends) :]) is not None


def _giver(roles: dict[str, Role], stage: Stage) -> Role | None:
    """Who gave; a law or treaty by which a thing was handed over gave nothing: "anlaşma ile teslim edildi"."""
    role = roles.get(stage.giver)
    head = fold(role.text).split()[-1:] if role is not None and role.name is None else []
    return None if any(word.startswith(table().instruments) for word in head) else role


def _helper(page: Examined, roles: dict[str, Role], stage: Stage) -> Role | None:
    """The state from which help came, which gave it: "Rusya'dan gönderilen yardımlar"; of bare wares who knows."""
    role = roles.get("source") if stage.giver not in roles and stage.name != "asked" else None
    if role is None or not is_state(role.name or role.text):
        return None
    said = _REST_OF_LINE.match(page.page.text, role.span.end)
    return role if said is not None and _HELP.search(fold(said.group())) is not None else None


def _is_of_party(amount: Amount, roles: dict[str, Role]) -> bool:
    """Whether an amount counts who gave or took: of "iki banka üç milyon verdi" the banks are no cargo."""
    return any(roles[place].span.contains(amount.span) for place in ("subject", "recipient") if place in roles)


def _is_of_another(page: Examined, amounts: Sequence[Amount], amount: Amount, told: Role | None) -> bool:
    """Whether an amount counts something else than what was given: "borçlar 15 ülke arasında bölüşüldü".

    What a list goes on with was given too: "300 kg of flour, two thousand rifles and 40 shells".
    """
    if amount.unit != "count" or amount.of is None or told is None or told.span.overlaps(amount.span):
        return False
    if fold(told.text).split()[0] in _POINTING:
        return False  # "bu cephane": what was counted before
    if told.span.end <= amount.span.start and _is_listed(page, amounts, Span(told.span.end, amount.span.start)):
        return False
    things = stems_of(amount.of)
    return bool(things) and not things & containers() and not things & stems_of(told.text)


def _is_listed(page: Examined, amounts: Sequence[Amount], between: Span) -> bool:
    """Whether between an object and an amount stand only the other amounts of its list and what links them."""
    text = page.page.text
    left = "".join(
        " " if any(one.span.start <= at < one.span.end for one in amounts) else text[at]
        for at in range(between.start, between.end)
    )
    links = fold(re.sub(r"\([^()]*\)", " ", left)).replace(",", " , ").split()
    return bool(_JOINS & set(links)) and set(links) <= _LINKS


def _thing_told(amount: Amount | None, told: Role | None, whole: Role | None) -> str:
    """What a line is of, in the reader's own words: cotton of an English page is "pamuk" here (`Role.name`)."""
    if told is None:
        return _thing(amount, "")
    if amount is None:
        return " ".join((told.name or told.text).split())
    thing = _thing(amount, told.text)
    if whole is not None and whole.name is not None and fold(thing) == fold(whole.text):
        return whole.name
    if told.name is None or not thing or not fold(told.text).endswith(fold(thing)):
        return thing
    # behind the figure and the unit the name has as many words as the page
    return " ".join(told.name.split()[-len(thing.split()) :])


def _thing(amount: Amount | None, told: str) -> str:
    """What the amount is of: the page's word for it, else what is left of the object without figure and unit."""
    if amount is None:
        return " ".join(told.split())
    if amount.of is not None and fold(amount.of) not in fold(amount.text):
        # of a table's cell "Fişek (sandık)" the whole: 260 crates are no 260 cartridges
        return " ".join(told.split()) if stems_of(amount.of) <= containers() else amount.of
    flat, figure = " ".join(told.split()), " ".join(amount.text.split())
    rest = flat.partition(figure)[2].strip(" ,'’") if figure in flat else ""
    words = rest.split()
    if words[:1] == ["olarak"]:
        return amount.of or ""  # "12.500 lira olarak ödeneceğini" says what is done and not of what
    # what touches the figure is its ending: "10 milyonunu"
    grown = flat.partition(figure)[2][:1].isalpha() if figure in flat else False
    left_over = bool(words) and (grown or len(words[0]) < _SHORT)
    return " ".join(words[1:] if left_over else words) or (counted(amount) or "")


def _is_paper(thing: str) -> bool:
    return any(word.startswith(table().papers) for word in fold(thing).split())


def _totals(told: Sequence[_Told]) -> Iterator[LedgerTotal]:
    """Sums of exact, affirmed lines of one stage, unit, thing and pair of parties; two lines at least."""
    groups: dict[tuple[str, str, frozenset[str], frozenset[str], str, str], list[_Told]] = defaultdict(list)
    for line, at in told:
        plain = line.polarity == Polarity.AFFIRMED and line.modality != Modality.CONDITIONAL
        if plain and line.value is not None and line.unit and line.bound == Bound.EXACT:
            things = stems_of(line.thing or "")
            packed = (things | stems_of(line.amount or "")) & containers()  # a crate of cartridges is no cartridge
            parties = (fold(line.giver or "")[:_STEM], fold(line.receiver or "")[:_STEM])
            groups[line.stage, line.unit, things - containers(), packed, *parties].append((line, at))
    for (stage, unit, things, packed, *_), found in groups.items():
        counted = _once(found)
        if len(counted) > 1 and (things or unit in money()):
            value = sum(line.value or 0.0 for line in counted)
            first = counted[0]
            yield LedgerTotal(
                stage,
                _with_container(first, packed),
                unit,
                value,
                tuple(line.statement for line in counted),
                first.giver,
                first.receiver,
            )


def _with_container(line: LedgerLine, packed: frozenset[str]) -> str | None:
    """What is added up, with what it is packed in: of 240 and 12 crates of cartridges "sandık fişek"."""
    thing = line.thing or ""
    crates = [word for word in (line.amount or "").split() if stems_of(word) & packed]
    return f"{crates[-1]} {thing}" if crates and not stems_of(thing) & packed else line.thing


def _once(told: Sequence[_Told]) -> list[LedgerLine]:
    """Lines of which those of one event that tell the same sum count once, and those of one figure of the page too.

    "Beş bin mermi yollandı; bu mermi Mayıs'ta ulaştı": a figure told once is one amount, whatever goes back to it.
    What several tell of one sum, each otherwise, adds up to nothing; what two pages tell alike for times that overlap
    is no second sum.
    """
    values: dict[str, set[float]] = defaultdict(set)
    for line, _ in told:
        values[line.event or ""].add(line.value or 0.0)
    seen: set[tuple[str, float]] = set()
    kept: list[LedgerLine] = []
    for line, at in told:
        page = line.statement.page
        if line.event is not None and len(values[line.event]) > 1:
            continue
        keys = {(line.event or f"{page}:{line.statement.index}", line.value or 0.0)}
        keys |= {(f"{page}:figure", float(at))} if at is not None else set()
        again = any(one.statement.page != page and _is_told_again(one, line) for one in kept)
        if not keys & seen and not again:
            kept.append(line)
        seen |= keys
    return kept


def _is_told_again(one: LedgerLine, other: LedgerLine) -> bool:
    """Whether two lines give one number and no times that shut each other out."""
    return one.value == other.value and (None in (one.when, other.when) or overlap(one.when, other.when))
