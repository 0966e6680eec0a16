"""Invented dossiers: every kind of fact and finding, nested and crossing spans, empty pages, refused inputs.

Comes in: a language. Goes out: the dossier of everything, or one of a page that was read without a library.
"""

from __future__ import annotations

import hashlib

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
    Role,
    Statement,
)
from tanik.page.model import Page, Repair, Segment, SegmentKind, Source
from tanik.trace.model import Match, Status, Trace

from .sample_quotations import REPORT, SEARCHED, SPEECH, TEXT, WITNESSES, find, quoted


def _facts(quotations: tuple[Quotation, ...]) -> Facts:
    def name(words: str, canonical: str, kind: NameKind, identity: str, nth: int = 0) -> Name:
        return Name(find(TEXT, words, nth), words, canonical, kind, identity, "test.name")

    rumi = find(TEXT, "14 Haziran 1336 (1920)")
    dates = (
        DateMention(rumi, rumi.of(TEXT), "1920-06-14", Calendar.RUMI, Basis.WRITTEN, "rumi-double"),
        DateMention(
            find(TEXT, "Aynı yılın Eylül"), "Aynı yılın Eylül", "1920-09", Calendar.GREGORIAN, Basis.INHERITED,
            "month-of-inherited-year", anchor=rumi,
        ),
        DateMention(
            find(TEXT, "31 Nisan 1921"), "31 Nisan 1921", None, Calendar.GREGORIAN, Basis.WRITTEN, "day-month-year",
            problem="Nisan 30 gün çeker",
        ),
    )  # fmt: skip
    wagons, tons, gold = find(TEXT, "45 vagon"), find(TEXT, "6.200 tondan fazla"), find(TEXT, "140–160 kg")
    amounts = (
        Amount(wagons, wagons.of(TEXT), 45.0, "wagon", "number-unit", of="kömür"),
        Amount(tons, tons.of(TEXT), 6200.0, "t", "number-unit", of="kömür", bound=Bound.MORE_THAN),
        Amount(
            gold,
            gold.of(TEXT),
            150.0,
            "kg",
            "range",
            value_min=140.0,
            of="gümüş",
            value_max=160.0,
            problem="belirsiz aralık",
        ),
    )
    names = (
        name("Cemil Örnek", "Cemil Örnek", NameKind.PERSON, "n1"),
        name("Örnekköy", "Örnekköy", NameKind.PLACE, "n2"),
        name("Meclis", "Örnek Meclisi", NameKind.ORGANISATION, "n3"),
        name("kayıd gününde", "Kayıt Günü", NameKind.EVENT, "n4"),
        # crosses the closing mark of the first quotation
        Name(find(TEXT, "kömür istiyoruz.” Aynı"), "kömür istiyoruz.” Aynı", "Kesişen", NameKind.EVENT, "n5", "t"),
    )
    source = find(TEXT, "Örnek Arşivi, 207/3318, s. 41")
    citations = (
        Citation(
            source, source.of(TEXT), CitationKind.ARCHIVE, "archive-number",
            pages="41", archive="Örnek Arşivi", call_number="207/3318", url="https://example.org/arsiv?x=1&y=2",
        ),
    )  # fmt: skip
    return Facts(dates, amounts, names, citations, quotations, _statements())


def _statements() -> tuple[Statement, ...]:
    arrived = find(TEXT, "Aynı yılın Eylül ayında 6.200 tondan fazla kömür Örnekköy’e ulaştı.")
    gold = find(TEXT, "Sandıklarda 140–160 kg gümüş olduğu söylenir")
    oil, town = find(TEXT, "kömür", 1), find(TEXT, "Örnekköy")
    return (
        Statement(
            arrived, arrived.of(TEXT), "transfer", "verb-table",
            roles=(
                ("object", Role(oil, "kömür")),
                ("recipient", Role(town, "Örnekköy", "Örnekköy")),
                ("object", Role(town, "Örnekköy")),
                ("means", Role(town, "Örnekköy")),
            ),
            when="1920-09", amounts=(1,), support=(find(TEXT, "Kaynak"),), citations=(0,),
        ),
        Statement(
            gold, gold.of(TEXT), None, "reported-by-hearsay", amounts=(2,), attributed_to="söylenti",
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
    for line, (what, author, published) in zip(TEXT.split("\n"), rows, strict=True):
        segments.append(Segment(what, Span(offset, offset + len(line)), "test.line", author, published))
        offset += len(line) + 1
    inner = find(TEXT, "ekmeği bölünmez", 2)
    segments.insert(7, Segment(kind.QUOTATION, inner, "test.block", parent=6))
    return tuple(segments)


def _first_page() -> PageReport:
    told = quoted()
    page = Page(
        "p1",
        Source(
            hashlib.sha256(TEXT.encode()).hexdigest(), "text/html", url="https://example.org/forum/7?sayfa=2&x=y",
            retrieved="2026-01-02T03:04:05+00:00", encoding="windows-1254",
        ),
        TEXT,
        _segments(),
        title="Kömür vagonları sahiden yola çıktı mı?",
        authors=("Deniz Örnekoğlu",),
        published="2013-11-14",
        language="tr",
        repairs=(Repair("mojibake", 3, "iki kez kodlanmış harfler geri alındı"),),
    )  # fmt: skip
    closing = find(TEXT, "Defterler her akşam kapanır.")
    unquoted = Match(
        closing,
        REPORT.id,
        find(REPORT.text, "Defterler her akşam kapanır."),
        1.0,
        0.001,
        Status.VERBATIM,
        (),
    )
    passage = PassageTrace(closing, Trace(closing.of(TEXT), Status.VERBATIM, (unquoted,), SEARCHED))
    return PageReport(page, _facts(tuple(q for q, _ in told)), tuple(t for _, t in told), (passage,))


def _comparison() -> Comparison:
    whole = Place("p1", find(TEXT, "45 vagon kömür"))
    other = Place("p2", Span(0, 4))
    findings = tuple(
        Finding(
            kind, (whole, other) if kind is FindingKind.COPIED else (whole,), f"test-{kind}",
            (("page", "45 vagon"), ("witness", "25 vagon")), (("witness", SPEECH.id),),
        )
        for kind in FindingKind
    )  # fmt: skip
    refs = (StatementRef("p1", 0), StatementRef("p1", 1))
    conflicts = tuple(Conflict("amount", ("45", "25"), refs, verdict, "test.scope") for verdict in Verdict)
    event = Event("e1", "transfer", "1920-09", refs, ("object", "recipient"), conflicts, 2)
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
        library=SEARCHED,
        pages=(_first_page(), PageReport(second, Facts(), ()), PageReport(third, Facts(), ())),
        witnesses=WITNESSES,
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
