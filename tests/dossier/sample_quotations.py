"""The invented page of the sample dossier, its witnesses, and every quotation of it with what was traced.

Comes in: nothing. Goes out: `TEXT`, `WITNESSES`, `SEARCHED` and `quoted()` with every status and difference.
"""

# ruff: noqa: FBT003 - a row of differences reads better as a table than with names in every cell

from __future__ import annotations

import hashlib

from tanik.core.span import Span
from tanik.facts.model import (
    Quotation,
    QuotationForm,
)
from tanik.trace.model import Difference, DifferenceKind, Match, Searched, Status, Trace, Witness

SEARCHED = Searched(411, hashlib.sha256(b"x").hexdigest(), ("konusmalar", "gazeteler"), "1906-03", "1938-11-01")

SPEECH = Witness(
    "ornek:kasaba-1920",
    "Sayın dinleyiciler, uzun yoldan geldim. Arkadaşlar! Bu kasabanın ekmeği bölünemez; başka bir yol değil, doğru bir "
    "yol arıyoruz ve 25 vagon kömür istiyoruz. Hepinizi saygıyla selamlarım.",
    "konusmalar",
    title="Kasaba meydanında konuşma",
    author="Cemil Örnek",
    date="1920-06-14",
    source="Örnek Konuşmalar",
    volume="II",
    pages="13–14",
    url="https://example.org/belge/13?a=1&b=2",
)
_COPY = Witness(
    "ornek:kasaba-gazete",
    "Arkadaşlar, bu kasabanın ekmeği bölünmez; başka bir yol değil, doğru bir yol arıyoruz ve 25 vagon kömür "
    "istiyoruz.",
    "gazeteler",
    title="Meydandaki konuşma",
    date="1920-06-16~",
)
REPORT = Witness(
    "ornek:rapor-3",
    "Meclisin bu kayıt gününde Mehmet Bey’e ve heyetine verdiği söz tutulmamıştır; un ve tahıl irsal olunacaktır. "
    "Kapılar herkese açıktır. Defterler her akşam kapanır.",
    "konusmalar",
    author="Kurul",
)
WITNESSES = (SPEECH, _COPY, REPORT)

TEXT = """Ana sayfa > Tarih > Tartışma
Kömür vagonları sahiden yola çıktı mı?
Yazan: Deniz Örnekoğlu
Temsilci Cemil Örnek 14 Haziran 1336 (1920) günü meydanda şöyle dedi: “Arkadaşlar, bu kasabanın ekmeği bölünmez; \
kısa bir yol değil, doğru bir yol arıyoruz ve 45 vagon kömür istiyoruz.” Aynı yılın Eylül ayında 6.200 tondan fazla \
kömür Örnekköy’e ulaştı. Sandıklarda 140–160 kg gümüş olduğu söylenir; 31 Nisan 1921’de hepsi dağıtılmıştı.
Kurulun raporu: “Meclis’in [büyük kurulun] bu kayıd gününde Ahmet Bey’e çoktan verdiği söz tutulmuştur; tahıl ve un \
gönderilecektir.” Rapor “Kapılar herkese açıktır.” diye biter. Başka yerde “kapılar herkeze açıktır” yazar. \
Bir yazar “Kapılar herkese açıktır. Arkadaşlar, bu kasabanın ekmeği bölünmez” sözünü tek parça verir. Bugünün diliyle: \
“un gönderilecektir”. Bir de “Suyu olmayan kuyunun gölgesi de olmaz” sözü ona yakıştırılır. Defterler her akşam kapanır.
Kaynak: Örnek Arşivi, 207/3318, s. 41.
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
    return Match(find(TEXT, words, nth), witness.id, find(witness.text, in_witness), score, 1e-9, status, differences)


def _speech_matches() -> tuple[Match, ...]:
    words = TEXT[find(TEXT, "Arkadaşlar").start : find(TEXT, "istiyoruz.”").end - 1]
    kind, to_speech, to_copy = DifferenceKind, (TEXT, SPEECH.text), (TEXT, _COPY.text)
    number = ("arıyoruz ve ", "45"), ("arıyoruz ve ", "25")
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
    held = SPEECH.text[find(SPEECH.text, "Arkadaşlar").start : find(SPEECH.text, "istiyoruz.").end]
    return (
        _match(words, SPEECH, held, Status.ALTERED, speech),
        _match(words, _COPY, _COPY.text, Status.ALTERED, copy),
    )


def _report_matches() -> tuple[Match, ...]:
    words = TEXT[find(TEXT, "Meclis’in").start : find(TEXT, "gönderilecektir.").end]
    held = REPORT.text[: find(REPORT.text, "olunacaktır.").end]
    kind, texts = DifferenceKind, (TEXT, REPORT.text)
    differences = (
        _difference(kind.SPELLING, False, ("", "Meclis’in"), ("", "Meclisin"), texts),
        _difference(kind.GLOSS, True, ("Meclis’in", " [büyük kurulun]"), ("Meclisin", ""), texts),
        _difference(kind.SPELLING, False, ("", "kayıd"), ("", "kayıt"), texts),
        _difference(kind.NAME, True, ("", "Ahmet"), ("", "Mehmet"), texts),
        _difference(kind.OMISSION, True, ("Ahmet Bey’e", ""), ("Mehmet Bey’e", " ve heyetine"), texts),
        _difference(kind.ADDITION, False, ("Ahmet Bey’e", " çoktan"), ("heyetine", ""), texts),
        _difference(kind.POLARITY, True, ("", "tutulmuştur"), ("", "tutulmamıştır"), texts),
        _difference(kind.ORDER, False, ("", "tahıl ve un"), ("", "un ve tahıl"), texts),
        _difference(kind.MODERNISED, False, ("un ", "gönderilecektir"), ("", "irsal olunacaktır"), texts),
    )
    return (_match(words, REPORT, held, Status.ABRIDGED, differences),)


def _voiced(number: int, span: Span, form: QuotationForm) -> Quotation:
    """The quotation at a place; the first of the page is told to be somebody's."""
    told = ("Cemil Örnek", find(TEXT, "Temsilci Cemil Örnek")) if number == 0 else (None, None)
    return Quotation(span, span.of(TEXT), form, "“”", "test.quotes", *told)


def quoted() -> tuple[tuple[Quotation, Trace], ...]:
    """Every quotation of the page with its trace, in order of the text."""
    gates, bread = "Kapılar herkese açıktır.", "Arkadaşlar, bu kasabanın ekmeği bölünmez"
    wrong, modern, proverb = "kapılar herkeze açıktır", "un gönderilecektir", "Suyu olmayan kuyunun gölgesi de olmaz"
    kind, texts = DifferenceKind, (TEXT, REPORT.text)
    misspelt = _difference(kind.SPELLING, False, ("kapılar ", "herkeze"), ("Kapılar ", "herkese"), texts)
    renewed = _difference(kind.MODERNISED, False, ("“un ", "gönderilecektir"), ("", "irsal olunacaktır"), texts)
    spliced = (
        _match(gates, REPORT, gates, Status.VERBATIM, nth=1),
        _match(bread, _COPY, bread, Status.VERBATIM, nth=1),
    )
    near = _match(wrong, REPORT, "Kapılar herkese açıktır", Status.VARIANT, (misspelt,))
    gone = "ornek:silinmis-belge"
    lost = Match(find(TEXT, modern, 1), gone, Span(40, 71), 0.5, 0.02, Status.MODERNISED, (renewed,))
    speech = Span(find(TEXT, bread).start, find(TEXT, "istiyoruz.").end)
    report = Span(find(TEXT, "Meclis’in").start, find(TEXT, "gönderilecektir.").end)
    joined = Span(find(TEXT, gates, 1).start, find(TEXT, bread, 1).end)
    exact = _match(gates, REPORT, gates, Status.VERBATIM)
    rows: list[tuple[Span, QuotationForm, Status, tuple[Match, ...]]] = [
        (speech, QuotationForm.SPEECH, Status.ALTERED, _speech_matches()),
        (report, QuotationForm.DOCUMENT, Status.ABRIDGED, _report_matches()),
        (find(TEXT, gates), QuotationForm.LETTER, Status.VERBATIM, (exact,)),
        (find(TEXT, wrong), QuotationForm.TELEGRAM, Status.VARIANT, (near,)),
        (joined, QuotationForm.DIRECT, Status.SPLICED, spliced),
        (find(TEXT, modern, 1), QuotationForm.DOCUMENT, Status.MODERNISED, (lost,)),
        (find(TEXT, proverb), QuotationForm.PROVERB, Status.ABSENT, ()),
    ]
    return tuple(
        (_voiced(number, span, form), Trace(span.of(TEXT), status, matches, SEARCHED))
        for number, (span, form, status, matches) in enumerate(rows)
    )
