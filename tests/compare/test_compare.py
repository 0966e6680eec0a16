"""Comparing pages: what must be found, what must not, and that the order of the inputs is nothing."""

from __future__ import annotations

import re
import string
import tomllib
from dataclasses import replace
from importlib.resources import files
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.compare.copies import find_copies, independent_groups
from tanik.compare.dates import bounds, overlap
from tanik.compare.known import dated_facts
from tanik.compare.model import Comparison, Examined, Finding, Verdict
from tanik.compare.quotations import check_quotations
from tanik.compare.run import run
from tanik.core.span import Span
from tanik.dossier.messages import message
from tanik.facts.model import (
    Amount,
    Basis,
    Bound,
    Calendar,
    Citation,
    CitationKind,
    DateMention,
    Facts,
    Modality,
    Polarity,
    Quotation,
    QuotationForm,
    Role,
    Statement,
)
from tanik.page.model import Page, Segment, SegmentKind, Source
from tanik.trace.model import Difference, DifferenceKind, Match, Searched, Status, Trace

SEARCHED = Searched(411, "0" * 64, ("speeches",), "1906", "1938")
TALE = (
    "Kervan gece yarısı limandan yola çıktı ve sabaha karşı tuz yüklü develerle kasabaya vardı; çarşı esnafı yükü "
    "öğleye kadar depoya taşıdı, akşam olunca da kervancılara hanın avlusunda sıcak çorba dağıttı."
)


def page(text: str, facts: Facts | None = None, *, id: str = "p1", published: str | None = None) -> Page:  # noqa: A002
    return Page(
        id,
        Source("0" * 64, "text/plain"),
        text,
        (Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "test"),) if text else (),
        published=published,
    )


def examined(text: str, facts: Facts | None = None, *, id: str = "p1", published: str | None = None) -> Examined:  # noqa: A002
    facts = facts or Facts()
    return Examined(page(text, id=id, published=published), facts, tuple(None for _ in facts.quotations))


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def amount(
    text: str, words: str, value: float, unit: str, *, of: str | None = None, bound: Bound = Bound.EXACT
) -> Amount:
    return Amount(at(text, words), words, value, unit, "test", of=of, bound=bound)


def rules(comparison: Comparison) -> list[str]:
    return [finding.rule for finding in comparison.findings]


def statement(text: str, words: str, action: str, **roles: str) -> Statement:
    span = at(text, words)
    return Statement(
        span,
        words,
        action,
        "test",
        tuple(sorted((place, Role(span, words, name)) for place, name in roles.items())),
    )


def traced(text: str, status: Status, *matches: Match, speaker: str | None = "Rıfat Paşa") -> Examined:
    quotation = Quotation(Span(0, len(text)), text, QuotationForm.SPEECH, "“”", "test", speaker=speaker)
    return Examined(page(text), Facts(quotations=(quotation,)), (Trace(text, status, matches, SEARCHED),))


def difference(kind: DifferenceKind, here: str, there: str, *, changes_meaning: bool) -> Difference:
    return Difference(kind, changes_meaning, Span(0, len(here)), Span(0, len(there)), here, there, "test")


def match(*differences: Difference, document: str = "speeches:x") -> Match:
    return Match(Span(0, 4), document, Span(0, 4), 0.9, 0.0, Status.ALTERED, differences)


CHANGE = difference(DifferenceKind.WORDING, "kısa", "başka", changes_meaning=True)
SPELLING = difference(DifferenceKind.SPELLING, "mesut", "mesud", changes_meaning=False)
CUT = difference(DifferenceKind.OMISSION, "", "değil", changes_meaning=True)
ADDED = difference(DifferenceKind.ADDITION, "asla", "", changes_meaning=True)
SHORTENED = difference(DifferenceKind.OMISSION, "emek", "emek ve sabır", changes_meaning=True)
LONG = "Bu yolun sonunda bizi bekleyen yalnız emek değil"


@pytest.mark.parametrize(
    ("given_page", "expected"),
    [
        (traced(LONG, Status.ALTERED, match(SPELLING, CHANGE)), ["quotation-words-replaced"]),
        (traced(LONG, Status.ALTERED, match(CUT)), ["quotation-words-left-out"]),
        (traced(LONG, Status.ALTERED, match(ADDED)), ["quotation-words-put-in"]),
        (traced(LONG, Status.ALTERED, match(CUT, CHANGE)), ["quotation-words-left-out-several"]),
        (traced(LONG, Status.ABRIDGED, match(SHORTENED)), ["quotation-cut-short"]),
        (traced(LONG, Status.ALTERED, match(SPELLING)), []),
        (traced(LONG, Status.VARIANT, match(SPELLING)), []),
        (traced(LONG, Status.ABRIDGED, match(CUT)), ["quotation-cut"]),
        (traced(LONG, Status.ABRIDGED, match(CHANGE)), []),
        (traced(LONG, Status.SPLICED, match(), match(document="speeches:y")), ["quotation-spliced"]),
        (traced(LONG, Status.ABSENT), ["quotation-absent"]),
        (traced(LONG, Status.ABSENT, speaker=None), []),
        (traced("Kısa söz", Status.ABSENT), []),
        (traced(LONG, Status.VERBATIM, match()), []),
    ],
)
def test_quotations(given_page: Examined, expected: list[str]) -> None:
    assert rules(run((given_page,))) == expected


def test_absence_tells_what_was_searched() -> None:
    (found,) = run((traced(LONG, Status.ABSENT),)).findings
    assert (
        dict(found.details).items() >= {"documents": "411", "collections": "speeches", "speaker": "Rıfat Paşa"}.items()
    )


def test_words_quoted_twice_are_one_finding() -> None:
    once = traced(LONG, Status.ABSENT)
    second, length = LONG.upper().replace("İ", "I"), len(LONG)
    again = replace(once.facts.quotations[0], text=second, span=Span(length + 1, 2 * length + 1))
    other = replace(again, text="Bambaşka bir söz de bu sayfada böyle duruyor")
    quotations = (*once.facts.quotations, again, other)
    page_ = replace(once, page=page(f"{LONG}\n{second}"), facts=Facts(quotations=quotations), traces=once.traces * 3)
    found = run((page_,)).findings
    assert [one.rule for one in found] == ["quotation-absent", "quotation-absent"]
    assert [place.span for place in found[0].places] == [Span(0, length), Span(length + 1, 2 * length + 1)]


@pytest.mark.parametrize(
    ("authors", "told"),
    [((), True), (("Rıfat Paşa",), True), (("Hasan Rıfat Paşa", "Ali Er"), True), (("Ali Er",), False)],
)
def test_only_words_of_those_who_were_searched_can_be_missing(authors: tuple[str, ...], told: bool) -> None:
    found = list(check_quotations(traced(LONG, Status.ABSENT), frozenset(authors)))
    assert [one.rule for one in found] == ["quotation-absent"] * told


def test_days_and_numbers_that_cannot_be() -> None:
    text = "31 Nisan günü 4.200.000 milyon lira verdi."
    date = DateMention(
        at(text, "31 Nisan"), "31 Nisan", None, Calendar.GREGORIAN, Basis.WRITTEN, "t", problem="no-such-day"
    )
    number = replace(amount(text, "4.200.000 milyon lira", 4.2e6, "lira"), problem="scale-told-twice")
    assert rules(run((examined(text, Facts((date,), (number,))),))) == ["date-impossible", "number-malformed"]


SUMS = [
    ("Konya'dan 20 ton, Bursa'dan 30 ton, toplam 60 ton geldi.", (20, 30, 60), ["sum-total"]),
    ("Konya'dan 20 ton, Bursa'dan 30 ton, toplam 50 ton geldi.", (20, 30, 50), []),
    ("Konya'dan 20 ton, Bursa'dan 30 ton, ayrıca 60 ton geldi.", (20, 30, 60), []),
    ("Depoda 20 ton vardı. Bunun 30 tonu satıldı, sonra 5 ton kaldı.", (20, 30, 5), ["sum-part"]),
    ("Depoda 20 ton vardı. Bunun 10 tonu satıldı, sonra 5 ton kaldı.", (20, 10, 5), []),
]


@pytest.mark.parametrize(("text", "values", "expected"), SUMS)
def test_sums(text: str, values: tuple[int, ...], expected: list[str]) -> None:
    amounts = tuple(amount(text, f"{value} ton", value, "t") for value in values)
    assert rules(run((examined(text, Facts(amounts=amounts)),))) == expected


def test_rounded_parts_make_no_finding() -> None:
    text = SUMS[0][0]
    amounts = tuple(
        amount(text, f"{v} ton", v, "t", bound=Bound.ABOUT if v == 30 else Bound.EXACT) for v in (20, 30, 60)
    )
    assert rules(run((examined(text, Facts(amounts=amounts)),))) == []


def _late(text: str) -> DateMention:
    words = "1 Mayıs 1930"
    return DateMention(at(text, words), words, "1930-05-01", Calendar.GREGORIAN, Basis.WRITTEN, "test")


def _written_late(text: str) -> Statement:
    """Enver Paşa writes in 1930: the statement with its doer."""
    made = statement(text, "Enver Paşa 1 Mayıs 1930 günü bunu yazdı", "write")
    doer = Role(at(text, "Enver Paşa"), "Enver Paşa", "Enver Paşa")
    return replace(made, when="1930-05-01", roles=(("subject", doer),))


def test_a_deed_after_death_and_a_surname_before_the_law() -> None:
    text = "Enver Paşa 1 Mayıs 1930 günü bunu yazdı. “Selam ederim. 3 Mart 1921, Fevzi Çakmak”"
    deed = _written_late(text)
    inner = at(text, "Selam ederim. 3 Mart 1921, Fevzi Çakmak")
    letter = Quotation(inner, inner.of(text), QuotationForm.LETTER, "“”", "test")
    day = DateMention(at(text, "3 Mart 1921"), "3 Mart 1921", "1921-03-03", Calendar.GREGORIAN, Basis.WRITTEN, "test")
    facts = Facts((_late(text), day), quotations=(letter,), statements=(deed,))
    assert sorted(rules(run((examined(text, facts),)))) == ["deed-after-death", "surname-too-early"]
    alive = replace(facts, statements=(replace(deed, when="1920"),), quotations=())
    denied = replace(facts, statements=(replace(deed, polarity=Polarity.DENIED),), quotations=())
    assert rules(run((examined(text, alive),))) == rules(run((examined(text, denied),))) == []


def _shipment(text: str, words: str, when: str, first: int, *, things: tuple[str, str]) -> list[Statement]:
    base = statement(text, words, "transfer", subject="İran", recipient="Konya")
    return [
        replace(base, when=when, amounts=(first + n,), roles=(*base.roles, ("object", Role(base.span, words, thing))))
        for n, thing in enumerate(things)
    ]


def _told_twice(second: str) -> Examined:
    text = f"İran Konya'ya 30 vagon tuz, 8 vagon çay yolladı. Sonra İran 30 vagon tuz ve 8 vagon {second} gönderdi."
    spots = [m.span() for m in re.finditer(r"(?:30|8) vagon", text)]
    amounts = tuple(
        Amount(Span(*spot), text[slice(*spot)], float(text[spot[0] : spot[1]].split(maxsplit=1)[0]), "wagon", "t")
        for spot in spots
    )
    one, two = text.split(". ")
    statements = (
        *_shipment(text, one, "1921", 0, things=("tuz", "çay")),
        *_shipment(text, two.rstrip("."), "1921-03-23", 2, things=("tuz", second)),
    )
    return examined(text, Facts(amounts=amounts, statements=statements))


def test_one_shipment_told_twice_is_one_suspect_event() -> None:
    found = run((_told_twice("un"),))
    (event,) = found.events
    assert len(event.statements) == 4
    assert {conflict.on: conflict.verdict for conflict in event.conflicts} == {
        "when": Verdict.COMPATIBLE,
        "object": Verdict.CONTRADICTS,
    }
    (told,) = [one for one in found.findings if one.rule == "shipment-told-twice"]
    assert dict(told.details)["dates"] == "1921, 1921-03-23"


def test_two_days_for_one_deed_contradict_but_a_coarser_date_does_not() -> None:
    def account(identifier: str, when: str) -> Examined:
        text = "Sözleşme Konya'da imzalandı."
        one = replace(
            statement(text, text[:-1], "sign", object="Tuz Sözleşmesi", place="Konya", subject="İran"), when=when
        )
        return examined(text, Facts(statements=(one,)), id=identifier)

    apart = run((account("a", "1921-03-01"), account("b", "1921-03"), account("c", "1921")))
    assert [event.conflicts[0].verdict for event in apart.events] == [Verdict.COMPATIBLE]
    assert rules(apart) == []


def test_two_days_for_one_death_contradict() -> None:
    def account(identifier: str, day: str) -> Examined:
        text = f"Selim Bey {day} Mart 1936 günü öldü."
        date = DateMention(
            at(text, f"{day} Mart 1936"),
            f"{day} Mart 1936",
            f"1936-03-{day}",
            Calendar.GREGORIAN,
            Basis.WRITTEN,
            "test",
        )
        one = replace(statement(text, text[:-1], "die", subject="Selim Bey"), when=date.edtf)
        return examined(text, Facts((date,), statements=(one,)), id=identifier)

    assert rules(run((account("a", "10"), account("b", "12")))) == ["event-contradiction"]
    assert rules(run((account("a", "10"), account("b", "10")))) == []


def test_denial_of_anothers_claim_on_one_page_is_no_contradiction() -> None:
    text = "İran Konya'yı sattı. İran Konya'yı satmadı."
    one = statement(text, "İran Konya'yı sattı", "transfer", subject="İran", object="Konya")
    other = replace(one, span=at(text, "İran Konya'yı satmadı"), text="İran Konya'yı satmadı", polarity=Polarity.DENIED)
    found = run((examined(text, Facts(statements=(one, other))),))
    assert [conflict.on for event in found.events for conflict in event.conflicts] == ["polarity"]
    assert rules(found) == []


def test_a_title_that_asks_is_set_against_the_text() -> None:
    text = "İran Konya'yı sattı mı? İran Konya'yı satmayı teklif etti."
    asked = replace(statement(text, "İran Konya'yı sattı mı", "transfer"), modality=Modality.ASKED)
    told = statement(text, "İran Konya'yı satmayı teklif etti", "offer")
    from tanik.facts.model import Name, NameKind

    names = tuple(
        Name(Span(*m.span()), m.group(), m.group(), NameKind.PLACE, m.group(), "t")
        for m in re.finditer("İran|Konya", text)
    )
    assert rules(run((examined(text, Facts(names=names, statements=(asked, told))),))) == ["title-question"]


def test_a_page_without_sources_gives_one_finding() -> None:
    text = "Bir oldu. İki oldu. Üç oldu."
    made = tuple(replace(statement(text, words, "begin"), when="1921") for words in ("Bir oldu", "İki oldu", "Üç oldu"))
    assert rules(run((examined(text, Facts(statements=made)),))) == ["page-unsourced"]
    citation = Citation(Span(0, 3), "Bir", CitationKind.BOOK, "test")
    assert rules(run((examined(text, Facts(statements=made, citations=(citation,))),))) == []


def test_copies_are_one_witness_and_dates_tell_the_direction() -> None:
    pages = [
        examined(TALE, id="a", published="2010-05-01"),
        examined("Bir yerde okumuştum: " + TALE.replace("sıcak ", ""), id="b", published="2001"),
        examined(
            "Kervanlar üzerine bambaşka bir yazı; burada ne tuz var ne de han, yalnız yollar ve köprüler.", id="c"
        ),
    ]
    (group,) = find_copies(pages)
    assert [place.page for place in group.passages] == ["a", "b"]
    assert (group.earliest, [(link.from_, link.to) for link in group.links]) == ("b", [("b", "a")])
    assert independent_groups(["a", "b", "c"], [group], pages) == 2
    assert rules(run(pages)) == ["passage-copied"]


def test_undated_copies_are_not_decidable() -> None:
    (group,) = find_copies([examined(TALE, id="a"), examined(TALE, id="b")])
    assert (group.earliest, group.links) == (None, ())


def test_the_same_quotation_does_not_make_pages_lean_on_one_another() -> None:
    quotation = Quotation(Span(0, len(TALE)), TALE, QuotationForm.LETTER, "“”", "test")
    pages = [examined(TALE, Facts(quotations=(quotation,)), id=identifier) for identifier in "ab"]
    assert independent_groups(["a", "b"], find_copies(pages), pages) == 2


_WORDS = st.lists(st.sampled_from((TALE + " bir iki üç").split()), max_size=80).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=3))
def test_the_order_of_pages_changes_nothing(texts: list[str]) -> None:
    pages = [examined(text, id=f"p{n}", published=f"20{n:02}") for n, text in enumerate(texts)]
    results = {repr(run(order)) for order in permutations(pages)}
    assert len(results) == 1
    for group in run(pages).copies:
        assert all(place.span.end <= len(texts[int(place.page[1:])]) for place in group.passages)


@given(st.text(alphabet="0123456789X-/~?%T", max_size=21))
def test_any_date_gives_bounds_in_order_or_none(edtf: str) -> None:
    found = bounds(edtf)
    assert found is None or (len(found) == 2 and overlap(edtf, None))


def test_every_dated_fact_has_an_example_and_a_source() -> None:
    for kind in ("surname", "law", "founding", "title", "alphabet"):
        assert dated_facts(kind)
        for fact in dated_facts(kind):
            assert bounds(fact.date) == (fact.date, fact.date)
            assert fact.source
            assert kind == "law" or fact.forms


def _emitted() -> list[Finding]:
    """One finding of every rule that the tests above can make."""
    late = "Enver Paşa 1 Mayıs 1930 günü bunu yazdı. “Selam. 3 Mart 1921, Fevzi Çakmak, Türkiye Cumhuriyeti”"
    inner = at(late, "Selam. 3 Mart 1921, Fevzi Çakmak, Türkiye Cumhuriyeti")
    day = DateMention(at(late, "3 Mart 1921"), "3 Mart 1921", "1921-03-03", Calendar.GREGORIAN, Basis.WRITTEN, "test")
    deed = _written_late(late)
    letter = Quotation(inner, inner.of(late), QuotationForm.LETTER, "“”", "test")
    pages = [
        traced(LONG, Status.ALTERED, match(CHANGE)),
        traced(LONG, Status.ABRIDGED, match(CUT)),
        traced(LONG, Status.SPLICED, match()),
        traced(LONG, Status.ABSENT),
        examined(late, Facts((_late(late), day), quotations=(letter,), statements=(deed,))),
        _told_twice("un"),
    ]
    found = [finding for one in pages for finding in run((one,)).findings]
    return [*found, *run([examined(TALE, id="a"), examined(TALE, id="b")]).findings]


def test_every_finding_can_be_said_in_both_languages() -> None:
    tables = tomllib.loads(files("tanik.dossier").joinpath("data", "findings.toml").read_text(encoding="utf-8"))
    for finding in _emitted():
        for lang in ("tr", "en"):
            holes = {name for _, name, _, _ in string.Formatter().parse(tables[finding.rule][lang]) if name}
            # "when_at" is "when" with the ending that says on it
            assert {hole.removesuffix("_at") for hole in holes} <= set(dict(finding.details)), finding.rule
            assert "{" not in message(finding, lang), finding.rule


def test_every_rule_in_the_code_has_its_sentence() -> None:
    tables = tomllib.loads(files("tanik.dossier").joinpath("data", "findings.toml").read_text(encoding="utf-8"))
    room = Path(str(files("tanik.compare")))
    source = "\n".join(path.read_text(encoding="utf-8") for path in room.glob("*.py"))
    for rule in tables:
        kind, _, rest = rule.partition("-")
        assert f'"{rule}"' in source or (rest == "too-early" and f'"{kind}"' in source), rule
        assert set(tables[rule]) == {"tr", "en"}


def test_every_reason_of_a_conflict_has_its_words() -> None:
    words = tomllib.loads(files("tanik.dossier").joinpath("data", "words.toml").read_text(encoding="utf-8"))["why"]
    source = Path(str(files("tanik.compare"))).joinpath("slots.py").read_text(encoding="utf-8")
    reasons = set(re.findall(r'Verdict\.[A-Z_]+, "([a-z-]+)"', source))
    assert reasons
    assert reasons <= set(words)
    assert all(set(row) == {"tr", "en"} for row in words.values())
