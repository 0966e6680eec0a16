"""What forums, columns and fact-checkers write: set phrases, titles in marks, days in what is said, shared pictures."""

from __future__ import annotations

import pytest

from tanik.facts.model import Facts
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _facts(text: str) -> Facts:
    return read_facts(read_page(f"{text}\n".encode(), path="a.txt"), fast=True)


def _roles(text: str, part: str) -> dict[str, str]:
    """The roles of the statement that holds `part`, each by its name or words, with its day and action."""
    for one in _facts(text).statements:
        if part in one.text:
            found = {place: role.name or role.text for place, role in one.firsts.items()}
            return found | {"when": one.when or "", "action": one.action or ""}
    raise AssertionError(f"no statement holds {part!r}")


@pytest.mark.parametrize(
    ("text", "part", "place", "value"),
    [
        # idioms are no thing and no place
        ("Kasabanın dört bir köşesi 1921'de işgal edildi.", "işgal", "object", "Kasabanın dört bir köşesi"),
        ("Ordu 1918'de tam anlamıyla rehin alındı.", "rehin", "means", None),
        ("Kampa 1931'de toplam olarak 40 köylü yollandı.", "yollandı", "capacity", None),
        ("Belçika o kasabayı 1912'de bir üs haline getirdi.", "getirdi", "object", "o kasaba"),
        ("Belçika o kasabayı 1912'de bir üs haline getirdi.", "getirdi", "recipient", None),
        ("Şehir 1931'de eski hâline döndü.", "döndü", "object", None),
        ("İlçemiz 30 Nisan 1920'de düşman işgaline uğradı.", "uğradı", "object", "İlçemiz"),
        ("İlçemiz 30 Nisan 1920'de düşman işgaline uğradı.", "uğradı", "subject", None),
        ("Kaymakam Hasan Bey 1935'te halkın bayramını kutladı.", "kutladı", "action", ""),
        ("Elçi 1935'te Ali Bey'i kutladı.", "kutladı", "action", "say"),
        ("Köylünün tarlaları 1921'de ellerinden alındı.", "alındı", "subject", None),
        # what is a part of those is no cause
        ("Bunlardan üçü 1916'da ölmüştür.", "ölmüştür", "cause", None),
        ("Tifüsten 12'si 1916'da öldü.", "öldü", "cause", "Tifüs"),
        # two names of one head
        ("Rıza Bey, Konya ve Adana valileriyle 1921'de görüştü.", "görüştü", "recipient", "Konya ve Adana valileri"),
        ("Hükûmet 1920'de Ankara ve Kars'a asker gönderdi.", "gönderdi", "recipient", "Ankara"),
        # the day of what is said is none of the saying
        ("Başkan, 5 Mayıs 1931'de köyün yandığını açıkladı.", "açıkladı", "when", "1931-05-05"),
        ("Başkan köyün 1920'de yandığını 5 Mayıs 1931'de söyledi.", "söyledi", "when", "1931-05-05"),
        # a title in marks is no place and nobody
        ("Necip Bey “Sultan Selim” isimli kitabında “Parayı vali verdi” dedi.", "dedi", "place", None),
        ("“Selim Paşa” adlı vapurda Rıza Bey “Yola çıkalım, vakit geçti” dedi.", "dedi", "subject", "Rıza Bey"),
        # who signed a paper is not what was published
        ("Dergide 1934'te Hasan Bey imzalı bir yazı yayımlandı.", "yayımlandı", "object", "imzalı bir yazı"),
        ("Vali 1921'de Ali Rıza imzalı mektubu yırttı.", "yırttı", "object", "imzalı mektup"),
        ("Hasan Bey 1934'te imzalı bir yazı yayımladı.", "yayımladı", "subject", "Hasan Bey"),
        ("Kasabanın kurtuluşunun 90. yıl dönümü 9 Eylül 2012'de kutlandı.", "kutlandı", "action", ""),
        # a conjunction and a given name
        ("Yani Rıza Bey bile 1923'te parayı verdi.", "verdi", "subject", "Rıza Bey"),
        ("Yani Efendi 1905'te kitabını bastı.", "bastı", "subject", "Yani Efendi"),
    ],
)
def test_what_fills_a_place(text: str, part: str, place: str, value: str | None) -> None:
    assert _roles(text, part).get(place) == value


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Vali 1921'de geldi. 12 Eylül darbesiyle dönem bitti.", ["1921"]),
        ("Sultan 1909'da indi. 27 Mayıs ihtilaline karşı çıktı.", ["1909"]),
        ("Vali 1921'de geldi. 12 Eylül günü gitti.", ["1921", "1921-09-12"]),
    ],
)
def test_a_day_that_names_an_event_has_no_year_of_the_page(text: str, days: list[str]) -> None:
    assert [one.edtf for one in _facts(text).dates] == days


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Necip Bey de “Sultan Selim” isimli kitabında “Parayı Ankara'ya vali yolladı” dedi.", ["Necip Bey"]),
        ("Kare, “Meydanda asılan köylüler” notuyla Rıza Bey'e ait diye paylaşılmıştı.", [None]),
        ("Rıza Bey anlattı. Konumuz, yangına ait aşağıdaki fotoğraf:\n\nO gün Bolu'da her yer yandı.", []),
        ("Vali aşağıdaki mektubu yazdı:\n\nKöyün yolu kapalıdır, on araba yollayın.", ["Vali"]),
    ],
)
def test_whose_words_they_are(text: str, speakers: list[str | None]) -> None:
    assert [one.speaker for one in _facts(text).quotations] == speakers


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("Bir görüşe göre para 1921'de Ankara'ya gönderildi.", "görüş"),
        ("Bir iddiaya göre para 1921'de Ankara'ya gönderildi.", "iddia"),
        ("Ali Bey'in görüşüne göre para 1921'de Ankara'ya gönderildi.", "Ali Bey"),
        ("Yalanlarla dolu bir tarihe göre vali 1921'de kaçtı.", None),
        ("Eski bir deftere göre vali 1921'de kaçtı.", "Eski bir defter"),
    ],
)
def test_on_whose_word(text: str, teller: str | None) -> None:
    assert [one.attributed_to for one in _facts(text).statements] == [teller]
