"""The room's entry: pages laid beside one another.

Comes in: pages with their facts and traces. Goes out: a `Comparison`: groups of copied passages, events, findings.
The order in which pages come in changes nothing. A finding is something a person should look at, never a verdict,
and none is made where a softer reading holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from tanik.compare.aged import check_aged
from tanik.compare.ages import check_ages
from tanik.compare.agreed import check_agreed
from tanik.compare.balances import check_balances
from tanik.compare.born_later import check_born_later
from tanik.compare.chronology import check_chronology, check_victories
from tanik.compare.claims import check_claims
from tanik.compare.columns import check_columns
from tanik.compare.copies import find_copies
from tanik.compare.counts import check_counts
from tanik.compare.dating import Dated
from tanik.compare.differences import check_differences
from tanik.compare.divided import check_divided
from tanik.compare.durations import check_durations
from tanik.compare.equated import check_equated
from tanik.compare.events import find_events, is_suspect
from tanik.compare.figures import check_figures
from tanik.compare.flows import check_flows
from tanik.compare.foretold import check_foretold
from tanik.compare.gathered import check_gathered
from tanik.compare.headings import check_headings
from tanik.compare.headline_figures import check_headline_figures
from tanik.compare.headlined import check_headlined
from tanik.compare.held import check_held
from tanik.compare.hundreds import check_hundreds
from tanik.compare.instalments import check_instalments
from tanik.compare.lasting import check_lasting
from tanik.compare.ledger import find_ledger
from tanik.compare.lifetimes import check_lifetimes
from tanik.compare.listed import check_listed
from tanik.compare.misdated import check_misdated
from tanik.compare.model import (
    Comparison,
    CopyGroup,
    Event,
    Examined,
    Finding,
    FindingKind,
    Place,
    Verdict,
)
from tanik.compare.one_life import check_one_life
from tanik.compare.over_sentences import check_over_sentences
from tanik.compare.overfull import check_overfull
from tanik.compare.own_facts import check_own_facts
from tanik.compare.paid_off import check_paid_off
from tanik.compare.passing import check_passing
from tanik.compare.percents_of import check_percents_of
from tanik.compare.portions import check_portions
from tanik.compare.products import check_products
from tanik.compare.questions import check_questions
from tanik.compare.quotations import check_quotations
from tanik.compare.remeasured import check_remeasured
from tanik.compare.renderings import check_renderings
from tanik.compare.replies import check_replies
from tanik.compare.rests import check_rests
from tanik.compare.results import check_results
from tanik.compare.resumed import check_resumed
from tanik.compare.retold import check_retold, is_another
from tanik.compare.sayings import check_sayings
from tanik.compare.scattered import check_scattered
from tanik.compare.sequence import check_sequence
from tanik.compare.signings import check_signings
from tanik.compare.sources import check_sources
from tanik.compare.strung import string_of
from tanik.compare.sums import check_sums
from tanik.compare.told_again import check_told_again
from tanik.compare.traded import check_traded
from tanik.compare.undersigned import check_undersigned
from tanik.compare.usage import Usage
from tanik.compare.vocabulary import check_vocabulary
from tanik.compare.vouchers import is_told_by_another, names_source, names_teller, weighty_of
from tanik.core.fold import fold
from tanik.facts.model import Statement
from tanik.trace.model import Evidence, Witness

__all__ = ["run"]

_FEWEST_STATEMENTS: Final = 3
_OF_ONE_EVENT: Final = ("shipment-told-twice", "event-contradiction")
_FIRST_WORDS: Final = 8


def run(pages: Sequence[Examined], witnesses: Sequence[Witness] = (), evidence: Evidence | None = None) -> Comparison:
    """All that comparing `pages` with one another, and each with its traces, gives.

    `witnesses` are the library documents that the traces lead to; they stand among the copies of what they hold.
    `evidence` is the library that was searched: its dated documents tell which words were in use when.

    >>> run(())
    Comparison(events=(), copies=(), findings=(), ledger=Ledger(lines=(), totals=()))
    """
    copies = find_copies(pages, witnesses)
    events = find_events(pages, copies)
    found = [
        *_of_pages(pages, evidence),
        *_of_events(events, pages),
        *_of_copies(copies, {page.id: page for page in pages}),
    ]
    called = _called([page.id for page in pages], {page.id: page for page in pages})
    found += check_sayings(pages, copies, called)
    found += check_counts(pages, copies, called)
    found += check_renderings(pages)
    found += check_signings(pages)
    found = [one for one in found if not _is_told_better(one, found)]
    findings = tuple(sorted(set(found), key=lambda one: (one.places, one.rule, one.details)))
    return Comparison(events, copies, findings, find_ledger(pages, events))


def _of_pages(pages: Sequence[Examined], evidence: Evidence | None) -> Iterator[Finding]:
    """What can be said of each page alone."""
    usage = Usage(evidence) if evidence is not None else None
    authors = evidence.authors if evidence is not None else frozenset()
    for page in pages:
        dated = Dated(page)
        yield from check_quotations(page, authors)
        yield from check_figures(dated)
        yield from _once(_of_numbers(dated))
        yield from check_equated(dated)
        yield from check_chronology(dated)
        yield from check_passing(dated)
        yield from check_misdated(dated)
        yield from check_sequence(dated)
        yield from check_undersigned(dated)
        yield from check_agreed(dated)
        yield from check_foretold(dated)
        yield from check_sources(dated)
        yield from check_own_facts(dated)
        yield from check_born_later(dated)
        yield from check_retold(dated)
        yield from check_told_again(dated)
        yield from check_remeasured(dated)
        if usage is not None:
            yield from check_vocabulary(dated, usage)
        asked = tuple(check_questions(page))
        yield from asked
        answered = tuple(check_headings(page, asked))
        yield from answered
        yield from check_headlined(dated, (*asked, *answered))
        yield from check_headline_figures(dated)
        yield from check_replies(page)
        yield from _unsourced(page, dated)


def _all_within(one: Finding, other: Finding) -> bool:
    """Whether each place of one finding touches one of another."""
    return all(any(a.page == b.page and a.span.overlaps(b.span) for b in other.places) for a in one.places)


def _reach(finding: Finding) -> int:
    """How many letters a finding lies on."""
    return sum(len(place.span) for place in finding.places)


def _is_told_better(one: Finding, found: Sequence[Finding]) -> bool:
    """Whether another finding tells the same and more: of the words that hail a victory, or of the two statements."""
    if one.rule == "shipment-told-twice":  # by its words, where the two statements are laid together as well
        more = (other for other in found if other is not one and other.rule in _OF_ONE_EVENT and len(other.because) > 0)
        return not one.because and any(_all_within(one, other) for other in more)
    if one.rule == "deed-after-death":  # by its statement, and by the words beside the name
        same = (other for other in found if (other.rule, other.details) == (one.rule, one.details))
        return any(
            _all_within(one, other) and (_reach(other), other.places) > (_reach(one), one.places) for other in same
        )
    if one.rule != "victory-too-early":
        return False
    return any(other.rule == "victory-hailed-early" and other.details == one.details for other in found)


def _of_numbers(dated: Dated) -> Iterator[Finding]:
    """What a page reckons: sums first by their fixed turns, then by the words about them; ages and times."""
    yield from check_sums(dated)
    yield from check_listed(dated)
    yield from check_balances(dated)
    yield from check_flows(dated)
    yield from check_rests(dated)
    yield from check_claims(dated)
    yield from check_columns(dated)
    yield from check_differences(dated)
    yield from check_products(dated)
    yield from check_portions(dated)
    yield from check_hundreds(dated)
    yield from check_percents_of(dated)
    yield from check_scattered(dated)
    yield from check_gathered(dated)
    string = string_of(dated)
    yield from check_instalments(string)
    yield from check_overfull(string)
    yield from check_paid_off(string)
    yield from check_resumed(string)
    yield from check_over_sentences(string)
    yield from check_results(string)
    yield from check_traded(string)
    yield from check_divided(dated)
    aged = tuple(check_ages(dated))
    yield from aged
    beside = tuple(check_lifetimes(dated, aged))
    yield from beside
    apart = tuple(check_aged(dated, (*aged, *beside)))
    yield from apart
    yield from check_one_life(dated, (*aged, *beside, *apart))
    lengths = (*check_durations(dated), *check_lasting(dated))
    yield from lengths
    yield from check_held(dated, lengths)


def _once(found: Iterator[Finding]) -> Iterator[Finding]:
    """Findings of which no earlier one sets the same numbers against each other."""
    told: list[set[Place]] = []
    for one in found:
        places = set(one.places)
        if not any(len(places & other) > 1 for other in told):
            yield one
        told.append(places)


def _has_teller(told: Statement, dated: Dated) -> bool:
    """Whether the sentence of a statement names whoever tells of it later."""
    sentence = dated.sentence(told.span)
    return sentence is not None and names_teller(sentence.of(dated.page.text))


def _unsourced(page: Examined, dated: Dated) -> Iterator[Finding]:
    """A page that asserts dates and sums and names no source for most of them: one finding for all of it."""
    told = weighty_of(page)
    weighty = {one.span for one in told}
    # A sentence with a date of its own of which no statement could be made asserts it all the same.
    for sentence in dated.sentences if len(weighty) < _FEWEST_STATEMENTS and told else ():
        if dated.dates_in(sentence) and not any(sentence.overlaps(span) for span in weighty):
            weighty.add(sentence)
    if page.facts.citations or len(weighty) < _FEWEST_STATEMENTS or names_source(page):
        return
    # a few words of somebody's are a source to ask for those few
    by_others = [one for one in told if is_told_by_another(one) and _has_teller(one, dated)]
    details = (("who", ", ".join(dict.fromkeys(str(one.attributed_to) for one in by_others))),) if by_others else ()
    yield Finding(
        FindingKind.UNSOURCED,
        tuple(Place(page.id, span) for span in sorted(weighty - {one.span for one in by_others})),
        "page-hardly-sourced" if by_others else "page-unsourced",
        (("count", str(len(weighty))), *details),
        (("citations", "0"),),
    )


def _of_events(events: Sequence[Event], pages: Sequence[Examined]) -> Iterator[Finding]:
    """Contradictions within events, and one shipment told twice."""
    by_id = {page.id: page for page in pages}
    for event in events:
        if is_suspect(event):
            yield _told_twice(event, by_id)
            continue
        for conflict in event.conflicts:
            if conflict.verdict is not Verdict.CONTRADICTS or not _is_plain(event, conflict.on, by_id):
                continue
            yield Finding(
                FindingKind.CONFLICT,
                _places(event, by_id),
                "event-contradiction",
                (("on", conflict.on), ("values", " ≠ ".join(conflict.values)), ("action", event.action)),
                (("event", event.id), ("why", conflict.why), ("independent", str(event.independent))),
            )
    yield from check_victories(events, pages)


def _is_plain(event: Event, slot: str, pages: dict[str, Examined]) -> bool:
    """Whether accounts differ in their own voices; a page that reports a claim and rejects it contradicts no one."""
    told = [pages[ref.page].facts.statements[ref.index] for ref in event.statements]
    if slot == "polarity":
        return len({ref.page for ref in event.statements}) > 1 and all(one.attributed_to is None for one in told)
    if slot == "amount":  # "4.500 tüfek indirildi. Ayrıca 300 tüfek dağıtıldı": the page calls the second another deed
        later = [one for at, one in enumerate(told) if event.statements[at].page in _pages(event, at)]
        return not any(is_another(fold(one.text)) for one in later)
    return True


def _pages(event: Event, before: int) -> set[str]:
    """The pages of the statements of an event before one of them."""
    return {ref.page for ref in event.statements[:before]}


def _told_twice(event: Event, pages: dict[str, Examined]) -> Finding:
    conflicts = {conflict.on: " ≠ ".join(conflict.values) for conflict in event.conflicts}
    told = [(pages[ref.page].facts, pages[ref.page].facts.statements[ref.index]) for ref in event.statements]
    dates = sorted({statement.when for _, statement in told if statement.when})
    return Finding(
        FindingKind.CONFLICT,
        _places(event, pages),
        "shipment-told-twice",
        (("things", conflicts.get("object", "=")), ("dates", ", ".join(dates) or "?"), ("action", event.action)),
        (("event", event.id), *((f"differs:{slot}", values) for slot, values in sorted(conflicts.items()))),
    )


def _places(event: Event, pages: dict[str, Examined]) -> tuple[Place, ...]:
    return tuple(
        sorted({Place(ref.page, pages[ref.page].facts.statements[ref.index].span) for ref in event.statements})
    )


def _called(identifiers: Sequence[str], pages: dict[str, Examined]) -> dict[str, str]:
    """What to call each page when speaking to a person: its title, and its file too where pages share a title."""
    titles = Counter(pages[one].page.title for one in identifiers)
    called = {}
    for one in identifiers:
        page = pages[one].page
        label = page.source.label
        named = f"“{page.title}”" if titles[page.title] == 1 else f"“{page.title}” [{label}]"
        called[one] = named if page.title else label
    return called


def _begins(group: CopyGroup, pages: dict[str, Examined]) -> str:
    """The first words of a shared passage, by which a reader tells it from another of the same pages."""
    first = next(place for place in group.passages if place.page in pages)
    words = first.span.of(pages[first.page].text).split()
    return " ".join(words[:_FIRST_WORDS]) + ("…" if len(words) > _FIRST_WORDS else "")


def _of_copies(copies: Sequence[CopyGroup], pages: dict[str, Examined]) -> Iterator[Finding]:
    """Passages that pages share; within one page a repeated passage is no copy worth telling."""
    for group in copies:
        identifiers = sorted({place.page for place in group.passages})
        if len(identifiers) > 1:
            called = _called(identifiers, pages)
            yield Finding(
                FindingKind.COPIED,
                group.passages,
                "passage-copied" if group.earliest in called else "passage-copied-undated",
                (
                    ("count", str(len(identifiers))),
                    ("pages", ", ".join(called[one] for one in identifiers)),
                    ("text", _begins(group, pages)),
                    *((("oldest", called[group.earliest]),) if group.earliest in called else ()),
                ),
                tuple(
                    ("link", f"{called.get(link.from_, link.from_)} → {called.get(link.to, link.to)}")
                    for link in group.links
                ),
            )
