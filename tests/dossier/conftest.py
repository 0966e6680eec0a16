"""Invented dossiers: every status, kind of difference and kind of finding, nested and crossing spans, empty pages."""

# ruff: noqa: FBT003 - a row of differences reads better as a table than with names in every cell

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from tanik.compare.model import (
    Comparison,
    Conflict,
    CopyGroup,
    CopyLink,
    Event,
    Finding,
    FindingKind,
    Place,
    StatementRef,
    Verdict,
)
from tanik.core.span import Span
from tanik.dossier.build import build
from tanik.dossier.model import Dossier, PageReport, PassageTrace, Refusal
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
    Name,
    NameKind,
    Polarity,
    Quotation,
    QuotationForm,
    Role,
    Statement,
)
from tanik.page.model import Page, Repair, Segment, SegmentKind, Source
from tanik.trace.model import Difference, DifferenceKind, Match, Searched, Status, Trace, Witness

_SEARCHED = Searched(411, hashlib.sha256(b"x").hexdigest(), ("konusmalar", "gazeteler"), "1906-03", "1938-11-01")

_SPEECH = Witness(
    "ornek:kasaba-1920",
    "Sayın dinleyiciler, uzun yoldan geldim. Arkadaşlar! Bu kasabanın ekmeği bölünemez; başka bir yol değil, doğru bir "
    "yol arıyoruz ve 20 vagon petrol istiyoruz. Hepinizi saygıyla selamlarım.",
    "konusmalar",
    title="Kasaba meydanında konuşma",
    author="Cemil Örnek",
    date="1920-04-26",
    source="Örnek Konuşmalar",
    volume="II",
    pages="13–14",
    url="https://example.org/belge/13?a=1&b=2",
)
_COPY = Witness(
    "ornek:kasaba-gazete",
    "Arkadaşlar, bu kasabanın ekmeği bölünmez; başka bir yol değil, doğru bir yol arıyoruz ve 20 vagon petrol "
    "istiyoruz.",
    "gazeteler",
    title="Meydandaki konuşma",
    date="1920-04-28~",
)
_REPORT = Witness(
    "ornek:rapor-3",
    "Meclisin bu mesut günde Mehmet Bey’e ve heyetine verdiği söz tutulmamıştır; un ve tahıl irsal olunacaktır. "
    "Kapılar herkese açıktır. Defterler her akşam kapanır.",
    "konusmalar",
    author="Kurul",
)
_WITNESSES = (_SPEECH, _COPY, _REPORT)

_TEXT = """Ana sayfa > Tarih > Tartışma
Sarnıç vagonları gerçekten yola çıktı mı?
Yazan: Deniz Örnekoğlu
Temsilci Cemil Örnek 26 Nisan 1336 (1920) günü meydanda şöyle dedi: “Arkadaşlar, bu kasabanın ekmeği bölünmez; \
kısa bir yol değil, doğru bir yol arıyoruz ve 30 vagon petrol istiyoruz.” Aynı yılın Mayıs ayında 9.000 tondan fazla \
petrol Örnekköy’e ulaştı. Sandıklarda 350–400 kg altın olduğu söylenir; 31 Nisan 1921’de hepsi dağıtılmıştı.
Kurulun raporu: “Meclis’in [büyük kurulun] bu mesud günde Ahmet Bey’e çoktan verdiği söz tutulmuştur; tahıl ve un \
gönderilecektir.” Rapor “Kapılar herkese açıktır.” diye biter. Başka yerde “kapılar herkeze açıktır” yazar. \
Bir yazar “Kapılar herkese açıktır. Arkadaşlar, bu kasabanın ekmeği bölünmez” sözünü tek parça verir. Bugünün diliyle: \
“un gönderilecektir”. Bir de “Suyu olmayan kuyunun gölgesi de olmaz” sözü ona yakıştırılır. Defterler her akşam kapanır.
Kaynak: Örnek Arşivi, 132/19543, s. 13.
Ayşe: “ekmeği bölünmez” demiş ya, inanmıyorum.
Paylaş | Beğen | 12 yorum"""


def find(text: str, words: str, nth: int = 0) -> Span:
    """The place of the `nth` occurrence of `words`."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def _difference(
    kind: DifferenceKind, sense: bool, page: tuple[str, str], witness: tuple[str, str], texts: tuple[str, str]
) -> Difference:
    """Words that differ, each given as (what stands before, the words) so that empty ones have a place too."""
    spans = []
    for (before, words), text in zip((page, witness), texts, strict=True):
        start = find(text, before + words).start + len(before)
        spans.append(Span(start, start + len(words)))
    return Difference(kind, sense, spans[0], spans[1], page[1], witness[1], f"test.{kind}")


def _match(
    words: str,
    witness: Witness,
    in_witness: str,
    status: Status,
    differences: tuple[Difference, ...] = (),
    nth: int = 0,
) -> Match:
    score = 1.0 if not differences else 0.834
    return Match(find(_TEXT, words, nth), witness.id, find(witness.text, in_witness), score, 1e-9, status, differences)


def _speech_matches() -> tuple[Match, ...]:
    words = _TEXT[find(_TEXT, "Arkadaşlar").start : find(_TEXT, "istiyoruz.”").end - 1]
    kind, to_speech, to_copy = DifferenceKind, (_TEXT, _SPEECH.text), (_TEXT, _COPY.text)
    number = ("arıyoruz ve ", "30"), ("arıyoruz ve ", "20")
    wording = ("bölünmez; ", "kısa"), ("; ", "başka")
    speech = (
        _difference(kind.INFLECTION, False, ("", "bölünmez"), ("", "bölünemez"), to_speech),
        _difference(kind.WORDING, True, *wording, to_speech),
        _difference(kind.NUMBER, True, *number, to_speech),
    )
    copy = (
        _difference(kind.WORDING, True, *wording, to_copy),
        _difference(kind.NUMBER, True, *number, to_copy),
    )
    held = _SPEECH.text[find(_SPEECH.text, "Arkadaşlar").start : find(_SPEECH.text, "istiyoruz.").end]
    return (
        _match(words, _SPEECH, held, Status.ALTERED, speech),
        _match(words, _COPY, _COPY.text, Status.ALTERED, copy),
    )


def _report_matches() -> tuple[Match, ...]:
    words = _TEXT[find(_TEXT, "Meclis’in").start : find(_TEXT, "gönderilecektir.").end]
    held = _REPORT.text[: find(_REPORT.text, "olunacaktır.").end]
    kind, texts = DifferenceKind, (_TEXT, _REPORT.text)
    differences = (
        _difference(kind.SPELLING, False, ("", "Meclis’in"), ("", "Meclisin"), texts),
        _difference(kind.GLOSS, True, ("Meclis’in", " [büyük kurulun]"), ("Meclisin", ""), texts),
        _difference(kind.SPELLING, False, ("", "mesud"), ("", "mesut"), texts),
        _difference(kind.NAME, True, ("", "Ahmet"), ("", "Mehmet"), texts),
        _difference(kind.OMISSION, True, ("Ahmet Bey’e", ""), ("Mehmet Bey’e", " ve heyetine"), texts),
        _difference(kind.ADDITION, False, ("Ahmet Bey’e", " çoktan"), ("heyetine", ""), texts),
        _difference(kind.POLARITY, True, ("", "tutulmuştur"), ("", "tutulmamıştır"), texts),
        _difference(kind.ORDER, False, ("", "tahıl ve un"), ("", "un ve tahıl"), texts),
        _difference(kind.MODERNISED, False, ("un ", "gönderilecektir"), ("", "irsal olunacaktır"), texts),
    )
    return (_match(words, _REPORT, held, Status.ABRIDGED, differences),)


def _quoted() -> tuple[tuple[Quotation, Trace], ...]:
    """Every quotation of the page with its trace, in order of the text."""
    gates, bread = "Kapılar herkese açıktır.", "Arkadaşlar, bu kasabanın ekmeği bölünmez"
    first = find(_TEXT, bread)
    misspelt = _difference(
        DifferenceKind.SPELLING, False, ("kapılar ", "herkeze"), ("Kapılar ", "herkese"), (_TEXT, _REPORT.text)
    )
    spliced_start = find(_TEXT, gates, 1).start
    spliced = (
        _match(gates, _REPORT, gates, Status.VERBATIM, nth=1),
        _match(bread, _COPY, bread, Status.VERBATIM, nth=1),
    )
    modern = _difference(
        DifferenceKind.MODERNISED, False, ("“un ", "gönderilecektir"), ("", "irsal olunacaktır"), (_TEXT, _REPORT.text)
    )
    rows: list[tuple[Span, QuotationForm, Status, tuple[Match, ...]]] = [
        (Span(first.start, find(_TEXT, "istiyoruz.").end), QuotationForm.SPEECH, Status.ALTERED, _speech_matches()),
        (
            Span(find(_TEXT, "Meclis’in").start, find(_TEXT, "gönderilecektir.").end),
            QuotationForm.DOCUMENT,
            Status.ABRIDGED,
            _report_matches(),
        ),
        (
            find(_TEXT, gates),
            QuotationForm.LETTER,
            Status.VERBATIM,
            (_match(gates, _REPORT, gates, Status.VERBATIM),),
        ),
        (
            find(_TEXT, "kapılar herkeze açıktır"),
            QuotationForm.TELEGRAM,
            Status.VARIANT,
            (_match("kapılar herkeze açıktır", _REPORT, "Kapılar herkese açıktır", Status.VARIANT, (misspelt,)),),
        ),
        (Span(spliced_start, find(_TEXT, bread, 1).end), QuotationForm.DIRECT, Status.SPLICED, spliced),
        (
            find(_TEXT, "un gönderilecektir", 1),
            QuotationForm.DOCUMENT,
            Status.MODERNISED,
            (
                Match(
                    find(_TEXT, "un gönderilecektir", 1),
                    "ornek:silinmis-belge",
                    Span(40, 71),
                    0.5,
                    0.02,
                    Status.MODERNISED,
                    (modern,),
                ),
            ),
        ),
        (find(_TEXT, "Suyu olmayan kuyunun gölgesi de olmaz"), QuotationForm.PROVERB, Status.ABSENT, ()),
    ]
    speaker = find(_TEXT, "Temsilci Cemil Örnek")
    return tuple(
        (
            Quotation(
                span,
                span.of(_TEXT),
                form,
                "“”",
                "test.quotes",
                "Cemil Örnek" if number == 0 else None,
                speaker if number == 0 else None,
            ),
            Trace(span.of(_TEXT), status, matches, _SEARCHED),
        )
        for number, (span, form, status, matches) in enumerate(rows)
    )


def _facts(quotations: tuple[Quotation, ...]) -> Facts:
    def name(words: str, canonical: str, kind: NameKind, identity: str, nth: int = 0) -> Name:
        return Name(find(_TEXT, words, nth), words, canonical, kind, identity, "test.name")

    rumi = find(_TEXT, "26 Nisan 1336 (1920)")
    dates = (
        DateMention(rumi, rumi.of(_TEXT), "1920-04-26", Calendar.RUMI, Basis.WRITTEN, "rumi-double"),
        DateMention(
            find(_TEXT, "Aynı yılın Mayıs"), "Aynı yılın Mayıs", "1920-05", Calendar.GREGORIAN, Basis.INHERITED,
            "month-of-inherited-year", anchor=rumi,
        ),
        DateMention(
            find(_TEXT, "31 Nisan 1921"), "31 Nisan 1921", None, Calendar.GREGORIAN, Basis.WRITTEN, "day-month-year",
            problem="Nisan 30 gün çeker",
        ),
    )  # fmt: skip
    wagons, tons, gold = find(_TEXT, "30 vagon"), find(_TEXT, "9.000 tondan fazla"), find(_TEXT, "350–400 kg")
    amounts = (
        Amount(wagons, wagons.of(_TEXT), 30.0, "wagon", "number-unit", of="petrol"),
        Amount(tons, tons.of(_TEXT), 9000.0, "t", "number-unit", of="petrol", bound=Bound.MORE_THAN),
        Amount(
            gold,
            gold.of(_TEXT),
            375.0,
            "kg",
            "range",
            value_min=350.0,
            of="altın",
            value_max=400.0,
            problem="belirsiz aralık",
        ),
    )
    names = (
        name("Cemil Örnek", "Cemil Örnek", NameKind.PERSON, "n1"),
        name("Örnekköy", "Örnekköy", NameKind.PLACE, "n2"),
        name("Meclis", "Örnek Meclisi", NameKind.ORGANISATION, "n3"),
        name("mesud günde", "Mesut Gün", NameKind.EVENT, "n4"),
        # crosses the closing mark of the first quotation
        Name(find(_TEXT, "petrol istiyoruz.” Aynı"), "petrol istiyoruz.” Aynı", "Kesişen", NameKind.EVENT, "n5", "t"),
    )
    source = find(_TEXT, "Örnek Arşivi, 132/19543, s. 13")
    citations = (
        Citation(
            source, source.of(_TEXT), CitationKind.ARCHIVE, "archive-number",
            pages="13", archive="Örnek Arşivi", call_number="132/19543", url="https://example.org/arsiv?x=1&y=2",
        ),
    )  # fmt: skip
    return Facts(dates, amounts, names, citations, quotations, _statements())


def _statements() -> tuple[Statement, ...]:
    arrived = find(_TEXT, "Aynı yılın Mayıs ayında 9.000 tondan fazla petrol Örnekköy’e ulaştı.")
    gold = find(_TEXT, "Sandıklarda 350–400 kg altın olduğu söylenir")
    oil, town = find(_TEXT, "petrol", 1), find(_TEXT, "Örnekköy")
    return (
        Statement(
            arrived, arrived.of(_TEXT), "transfer", "verb-table",
            roles=(
                ("object", Role(oil, "petrol")),
                ("recipient", Role(town, "Örnekköy", "Örnekköy")),
                ("object", Role(town, "Örnekköy")),
                ("means", Role(town, "Örnekköy")),
            ),
            when="1920-05", amounts=(1,), support=(find(_TEXT, "Kaynak"),), citations=(0,),
        ),
        Statement(
            gold, gold.of(_TEXT), None, "reported-by-hearsay", amounts=(2,), attributed_to="söylenti",
            polarity=Polarity.DENIED, modality=Modality.REPORTED,
        ),
    )  # fmt: skip


def _segments() -> tuple[Segment, ...]:
    kind = SegmentKind
    rows: list[tuple[SegmentKind, str | None, str | None]] = [
        (kind.BREADCRUMB, None, None),
        (kind.TITLE, None, None),
        (kind.BYLINE, None, None),
        (kind.PARAGRAPH, None, None),
        (kind.PARAGRAPH, None, None),
        (kind.SOURCES, None, None),
        (kind.COMMENT, "Ayşe", "2013-11-15T10:20"),
        (kind.BOILERPLATE, None, None),
    ]
    segments, offset = [], 0
    for line, (what, author, published) in zip(_TEXT.split("\n"), rows, strict=True):
        segments.append(Segment(what, Span(offset, offset + len(line)), "test.line", author, published))
        offset += len(line) + 1
    inner = find(_TEXT, "ekmeği bölünmez", 2)
    segments.insert(7, Segment(kind.QUOTATION, inner, "test.block", parent=6))
    return tuple(segments)


def _first_page() -> PageReport:
    quoted = _quoted()
    page = Page(
        "p1",
        Source(
            hashlib.sha256(_TEXT.encode()).hexdigest(), "text/html", url="https://example.org/forum/7?sayfa=2&x=y",
            retrieved="2026-01-02T03:04:05+00:00", encoding="windows-1254",
        ),
        _TEXT,
        _segments(),
        title="Sarnıç vagonları gerçekten yola çıktı mı?",
        authors=("Deniz Örnekoğlu",),
        published="2013-11-14",
        language="tr",
        repairs=(Repair("mojibake", 3, "iki kez kodlanmış harfler geri alındı"),),
    )  # fmt: skip
    closing = find(_TEXT, "Defterler her akşam kapanır.")
    unquoted = Match(
        closing,
        _REPORT.id,
        find(_REPORT.text, "Defterler her akşam kapanır."),
        1.0,
        0.001,
        Status.VERBATIM,
        (),
    )
    passage = PassageTrace(closing, Trace(closing.of(_TEXT), Status.VERBATIM, (unquoted,), _SEARCHED))
    return PageReport(page, _facts(tuple(q for q, _ in quoted)), tuple(t for _, t in quoted), (passage,))


def _comparison() -> Comparison:
    whole = Place("p1", find(_TEXT, "30 vagon petrol"))
    other = Place("p2", Span(0, 4))
    findings = tuple(
        Finding(
            kind, (whole, other) if kind is FindingKind.COPIED else (whole,), f"test-{kind}",
            (("page", "30 vagon"), ("witness", "20 vagon")), (("witness", _SPEECH.id),),
        )
        for kind in FindingKind
    )  # fmt: skip
    refs = (StatementRef("p1", 0), StatementRef("p1", 1))
    conflicts = tuple(Conflict("amount", ("30", "20"), refs, verdict, "test.scope") for verdict in Verdict)
    event = Event("e1", "transfer", "1920-05", refs, ("object", "recipient"), conflicts, 2)
    group = CopyGroup((whole, other), "p1", (CopyLink("p1", "p2", ("ortak yanlış: bölünmez",)),))
    return Comparison((event,), (group,), findings)


def make_sample(language: str = "tr") -> Dossier:
    """Three pages: a full one, one of plain text alone, an empty one; and two refused inputs."""
    plain = "Kısa bir not, başka hiçbir şey yok."
    second = Page("p2", Source("00" * 32, "text/plain", path="sayfalar/not.txt"), plain, ())
    third = Page("p3", Source("11" * 32, "text/plain", path="bos.txt"), "", ())
    return build(
        version="0.1.0",
        created="2026-01-02T03:04:05+00:00",
        as_of="2026-01-02",
        language=language,
        library=_SEARCHED,
        pages=(_first_page(), PageReport(second, Facts(), ()), PageReport(third, Facts(), ())),
        witnesses=_WITNESSES,
        comparison=_comparison(),
        refused=(Refusal("bozuk.bin", "no text in it"), Refusal("klasör/", "no pages in it")),
    )


def make_unsearched(language: str = "en") -> Dossier:
    """One page with quotations, read without a library."""
    report = _first_page()
    bare = PageReport(report.page, report.facts, tuple(None for _ in report.traces))
    return build(
        version="0.1.0", created="2026-01-02T03:04:05+00:00", as_of="2026-01-02", language=language, library=None,
        pages=(bare,),
    )  # fmt: skip


def make_hostile(payload: str, language: str = "en") -> Dossier:
    """A page whose every word, title, author, name, address and reason is the same hostile string."""
    text = f"{payload}\n{payload}"
    whole, line = Span(0, len(text)), Span(0, len(payload))
    searched = Searched(1, "ab" * 32, (payload,), None, None)
    witness = Witness(payload, payload, payload, payload, payload, payload, payload, payload, payload, payload)
    difference = Difference(DifferenceKind.WORDING, True, line, line, payload, payload, payload)
    match = Match(line, payload, line, 1.0, 0.0, Status.ALTERED, (difference,))
    facts = Facts(
        dates=(DateMention(line, payload, payload, Calendar.RUMI, Basis.RELATIVE, payload, line, payload),),
        amounts=(Amount(line, payload, 1.0, "kg", payload, payload, problem=payload),),
        names=(Name(line, payload, payload, NameKind.PERSON, payload, payload),),
        citations=(Citation(line, payload, CitationKind.WEB, payload, author=payload, url=payload),),
        quotations=(Quotation(line, payload, QuotationForm.DIRECT, payload, payload, payload, line),),
        statements=(
            Statement(line, payload, None, payload, (("subject", Role(line, payload, payload)),), payload, (0,),
                      payload, support=(line,), citations=(0,)),
        ),
    )  # fmt: skip
    page = Page(
        payload, Source("00" * 32, payload, payload, payload, payload, payload), text,
        (Segment(SegmentKind.COMMENT, whole, payload, payload, payload),),
        payload, (payload,), payload, payload, (Repair(payload, 2, payload),),
    )  # fmt: skip
    place, ref = Place(payload, line), StatementRef(payload, 0)
    comparison = Comparison(
        (Event(payload, payload, payload, (ref,), (payload,),
               (Conflict(payload, (payload,), (ref,), Verdict.CONTRADICTS, payload),)),),
        (CopyGroup((place,), payload, (CopyLink(payload, payload, (payload,)),)),),
        (Finding(FindingKind.CONFLICT, (place,), payload, ((payload, payload),), ((payload, payload),)),),
    )  # fmt: skip
    trace = Trace(payload, Status.ALTERED, (match,), searched)
    report = PageReport(page, facts, (trace,), (PassageTrace(line, trace),))
    return build(
        version=payload, created=payload, as_of=payload, language=language, library=searched, pages=(report,),
        witnesses=(witness,), comparison=comparison, refused=(Refusal(payload, payload),),
    )  # fmt: skip


@pytest.fixture(params=["tr", "en"])
def sample(request: pytest.FixtureRequest) -> Dossier:
    """A dossier of everything, in both languages."""
    return make_sample(request.param)


@pytest.fixture
def unsearched() -> Dossier:
    """A dossier that was made without a library."""
    return make_unsearched()


@pytest.fixture(scope="session")
def hostile() -> Callable[[str], Dossier]:
    """Makes a dossier in which a hostile string stands wherever a stranger's words can stand."""
    return make_hostile


@pytest.fixture
def empty() -> Dossier:
    """A dossier of no pages."""
    return build(version="0.1.0", created="2026-01-02", as_of="2026-01-02", language="tr", library=None, pages=())
