"""Quotations: marks of every kind, blocks, announced words; what is none; who speaks, in what form."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.span import Span
from tanik.facts.names.find import find_names
from tanik.facts.quotations.find import find_quotations
from tanik.facts.tables import rows
from tanik.page.model import Page, Segment, SegmentKind, Source

_FOUND = [
    ("Vali “yol açıldı, kafile yürüyor” dedi.", "yol açıldı, kafile yürüyor"),
    ("Vali «yol açıldı, kafile yürüyor» dedi.", "yol açıldı, kafile yürüyor"),
    ("Vali „yol açıldı, kafile yürüyor“ dedi.", "yol açıldı, kafile yürüyor"),
    ("Vali ''yol açıldı, kafile yürüyor'' dedi.", "yol açıldı, kafile yürüyor"),
    ('Vali "yol açıldı, kafile yürüyor" dedi.', "yol açıldı, kafile yürüyor"),
    ("Vali ‘Ali’nin yolu açıldı’ dedi.", "Ali’nin yolu açıldı"),
    ("Yolladığı son mektupta; Un bitti. Asker aç kaldı diyordu. Sonra sustu.", "Un bitti. Asker aç kaldı"),
    ("Kürsüde dedi ki: Bu yol herkese açıktır. Sonra indi.", "Bu yol herkese açıktır."),
    ("Mektubu okudu ve ilave ediyordu; Dostum, kapımız sana açık. Gel.''", "Dostum, kapımız sana açık. Gel."),
    ("Dedem derdi ki: Suyu bulan yolu da bulur oğlum. Sonra susardı.", "Suyu bulan yolu da bulur oğlum."),
    ("Onun şu sözünü de ekleyelim: Borç unutulur, iyilik unutulmaz.", "Borç unutulur, iyilik unutulmaz."),
    ("Kanun yazılırken “imtiyaz” sözü hiç geçmedi.", "imtiyaz"),
    ("Ninemin ağzından, suyu geçtik ama köprüyü geçemedik derdi.", "suyu geçtik ama köprüyü geçemedik"),
    (
        "Vali telgrafında şunu yazdı:\n\nYol açıldı ve kafile yürüyor.\n\nErtesi gün kar yağdı.",
        "Yol açıldı ve kafile yürüyor.",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), _FOUND)
def test_words_of_another_are_found(page_of: Callable[..., Page], text: str, wanted: str) -> None:
    assert [quotation.text for quotation in find_quotations(page_of(text))] == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Ona “Kara Kemal” derlerdi.",
        "Kimi “6 bin 320” der, kimi “altıbin”.",
        "“Köprü yıkıldı, yol kapandı” iddiası doğru değil.",
        "“Sabah Yeli” romanı o yıl çıktı.",
        "Vali yolun açıldığını söyledi.",
        "Mahallede anlatılan şu: bekçi bahçeye altın gömmüş.",
        "Bunu “yol açıldı” diyenlere sormalı.",
        "Ali'nin atı, Veli'nin arabası vardı.",
    ],
)
def test_what_is_nobodys_words(page_of: Callable[..., Page], text: str) -> None:
    assert find_quotations(page_of(text)) == ()


_SPEAKERS = [
    ("“Yol açıldı, kafile yürüyor” diyordu Fevzi Paşa.", "Fevzi Çakmak", "direct"),
    ("Nazif Bey telgrafında Rauf Bey'e “yol açıldı, kafile yürüyor” dedi.", "Nazif Bey", "telegram"),
    ("Kâzım Karabekir'in “yol açıldı, kafile yürüyor” dediği anlatılır.", "Kâzım Karabekir", "direct"),
    ("Köyde muhtar “yol açıldı, kafile yürüyor” diye bağırdı.", "muhtar", "direct"),
    ("Kâzım Karabekir nutkunda “yol açıldı, kafile yürüyor” dedi.", "Kâzım Karabekir", "speech"),
    ("Enver Paşa mektubunda “yol açıldı, kafile yürüyor” diye yazdı.", "Enver Paşa", "letter"),
    ("“Yol açıldı, kafile yürüyor” diyorlar.", None, "direct"),
]


@pytest.mark.parametrize(("text", "speaker", "form"), _SPEAKERS)
def test_speaker_and_form(page_of: Callable[..., Page], text: str, speaker: str | None, form: str) -> None:
    page = page_of(text)
    (found,) = find_quotations(page, find_names(page))
    assert (found.speaker, str(found.form)) == (speaker, form)
    if found.speaker_basis is not None:
        assert found.speaker_basis.of(text)


_ON_A_PAGE = [
    ("Dedem o yılları görmüştü. Rahmetli anlatırdı: “yol açıldı, kafile yürüdü.”", "Dedem", "direct"),
    ("Öğretmenimiz derste sormuştu: “yol ne zaman açıldı?”", "Öğretmenimiz", "direct"),
    ("Annem kapıdan seslendi: “yol açıldı mı oğlum?”", "Annem", "direct"),
    ("Arabacı, “yol açıldı, kafile yürüyor” demiş.", "Arabacı", "direct"),
    ("Ünlü tarihçi Sina Akşin bu mektup için şöyle diyor: “Yol o gün açıldı.”", "Sina Akşin", "direct"),
    ("Telgrafı alan Fevzi Paşa “yol açıldı, kafile yürüyor” dedi.", "Fevzi Çakmak", "direct"),
    ("Kâzım Karabekir'den Fevzi Paşa'ya telgraf: “Yol bugün açıldı.”", "Kâzım Karabekir", "telegram"),
    (
        "Garp Cephesi Kumandanlığı'ndan kıtaata günlük emir: “Yol bugün açılacak.”",
        "Garp Cephesi Kumandanlığı",
        "document",
    ),
    ("Ali Fuat Cebesoy köprüye indi. Paşa derdini söyledi: “Yol bugün açılacak.”", "Ali Fuat Cebesoy", "direct"),
    ("Bekir Sami Bey kürsüye çıktı. Sorular uzadı. Vekil, “yol bugün açılacak” dedi.", "Bekir Sami Kunduh", "speech"),
    ("“Yol bugün açıldı, kafile yürüdü.”\n— İsmet Paşa, Meclis konuşması", "İsmet İnönü", "speech"),
    ("“Yol bugün açıldı, kafile yürüdü.” (Falih Rıfkı Atay)", "Falih Rıfkı Atay", "direct"),
    ("Mektup elimizde:\n\n“Yol bugün açıldı, kafile yürüdü.”\n\nKâzım Karabekir", "Kâzım Karabekir", "letter"),
    ("Nənəm belə danışardı: «yol açıldı, karvan getdi.»", "Nənəm", "direct"),
    ("An old boatman remembered it: “The road was open that day.”", "An old boatman", "direct"),
    ("Bir Yunan subayının annesine yazdığı mektup duruyor: “Yol bugün açıldı.”", "Bir Yunan subayı", "letter"),
    ("Nazif Bey telgrafı Konya'ya çekti. Cevap kısadır: “Yol bugün açıldı.”", "Nazif Bey", "telegram"),
    ("Fevzi Paşa pek konuşmazmış ama “yol bugün açıldı” demiş.", "Fevzi Çakmak", "direct"),
    ("Ninem “yol açana taş atılmaz” atasözünü hatırlatırdı.", "Ninem", "proverb"),
]


@pytest.mark.parametrize(("text", "speaker", "form"), _ON_A_PAGE)
def test_speaker_carried_or_named_below(page_of: Callable[..., Page], text: str, speaker: str, form: str) -> None:
    page = page_of(text)
    found = find_quotations(page, find_names(page, fast=True))[0]
    assert (found.speaker, str(found.form)) == (speaker, form)
    assert found.speaker_basis is not None
    assert found.speaker_basis.of(text)


def test_a_letter_with_articles_and_closing_is_one_quotation(page_of: Callable[..., Page]) -> None:
    text = (
        "Mektubun bir kısmı:\n\n“Kıyı Meclisinin teklifidir.\n\n1 – Limanlar açılır.\n\n2 – Gümrük kalkar.\n\n"
        "Sinop 4 Mart 1336\n\nKıyı Meclisi Reisi Ali Rıza\n\nYazıda şu söyleniyor :\n\nBu teklif reddedildi, unutuldu."
    )
    letter, gist = find_quotations(page_of(text))
    assert letter.text.startswith("Kıyı Meclisinin")
    assert letter.text.endswith("Ali Rıza")
    assert gist.text == "Bu teklif reddedildi, unutuldu."


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=150) | st.text(alphabet="“”„«»\"' dedi:;\n‘’aA.?", max_size=80))
def test_every_quotation_reads_its_own_words(text: str) -> None:
    page = Page("p1", Source("0", "text/plain"), text, (Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "test"),))
    found = find_quotations(page)
    assert all(quotation.text == quotation.span.of(text) and quotation.text for quotation in found)
    assert not any(a.span.overlaps(b.span) for a in found for b in found if a is not b)


def test_cost_grows_with_the_text(page_of: Callable[..., Page], work: Callable[[Callable[[], object]], int]) -> None:
    piece = "Vali “yol açıldı, kafile yürüyor” dedi. Kürsüde dedi ki: Bu yol açıktır. Sonra indi.\n\n"

    def cost(times: int) -> int:
        page = page_of(piece * times)
        return work(lambda: find_quotations(page))

    cost(5)
    assert cost(120) < 5 * cost(30)  # 4.4 were counted; 16 times with the square


def _verbs(source: str) -> list[str]:
    kinds = ("say", "reports")
    held = {row["form"] for row in rows("quotation_words.csv") if row["kind"] in kinds and row["source"] == source}
    return sorted(form for form in held if ":" not in form)


@pytest.mark.parametrize("verb", _verbs("Azərbaycan dilinin izahlı lüğəti"))
def test_azerbaijani_verbs_of_saying_make_two_words_a_quotation(page_of: Callable[..., Page], verb: str) -> None:
    (found,) = find_quotations(page_of(f"Vəli “karvan gəlir” {verb} və susdu.", language="az"))
    assert found.text == "karvan gəlir"


@pytest.mark.parametrize("verb", _verbs("Oxford English Dictionary"))
def test_english_verbs_of_saying_make_two_words_a_quotation(page_of: Callable[..., Page], verb: str) -> None:
    (found,) = find_quotations(page_of(f"“Come in” {verb} the harbour master.", language="en"))
    assert (found.text, found.speaker) == ("Come in", "the harbour master")


_NOT_QUOTED = [
    "Ona herkes “Kel Hasan” derdi, adı öyle kaldı.",
    "Sözde “yardım” gemileri geldi.",
    "“Bozkırın Çocukları” romanını okudum.",
    "Onlar “Yeşil Ordu” adıyla tanındı.",
    "The ship was called “The Old Lady” by everyone.",
    "Onun “modern” dediği şey buydu; “yeni” dediği de.",
    "Köylüler buraya “Kanlı Geçit” der.",
    "Müze müdürü şunu belirtiyor: kayıtlar eksiktir ve düzeltilecektir.",
]


@pytest.mark.parametrize("text", _NOT_QUOTED)
def test_nicknames_titles_and_scare_quotes(page_of: Callable[..., Page], text: str) -> None:
    assert [found.text for found in find_quotations(page_of(text))] == []


_NESTED = [
    ("Vali „yol 'uzun' ama açıktır“ dedi.", "yol 'uzun' ama açıktır"),
    ("Vali “bana «gel» dediler ama gitmedim” dedi.", "bana «gel» dediler ama gitmedim"),
    ("Vali „yol açıldı, kafile yürüyor” dedi.", "yol açıldı, kafile yürüyor"),
    ('Vali “yol açıldı, kafile yürüyor" dedi.', "yol açıldı, kafile yürüyor"),
    ("Dədəm deyərdi: «yol “uzun” olsa da açıqdır».", "yol “uzun” olsa da açıqdır"),
    ("Hocamız derdi ki, yol bilenin değil yürüyenindir.", "yol bilenin değil yürüyenindir."),
]


@pytest.mark.parametrize(("text", "wanted"), _NESTED)
def test_nested_and_mixed_marks(page_of: Callable[..., Page], text: str, wanted: str) -> None:
    assert [found.text for found in find_quotations(page_of(text))] == [wanted]
