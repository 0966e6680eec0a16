"""Where phrases end that carry no case, or one that only looks like it: what fills a place, and what must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tanik.dossier.phrases import roles_in_order
from tanik.front import check

_FIRES = [
    ("Mustafa Kemal Paşa 1921'de Tekâlif-i Milliye emirlerini yayınladı.", "object", "Tekâlif-i Milliye emirleri"),
    ("Hükûmet 1899'da şirkete Samsun–Amasya hattının imtiyazını verdi.", "object", "Samsun–Amasya hattının imtiyazı"),
    ("1921'de Bakü Ankara'ya üç vagon dolusu kerosin yolladı.", "object", "üç vagon dolusu kerosin"),
    ("1921'de Kars'a üç tanker dolusu petrol gönderdiler.", "object", "üç tanker dolusu petrol"),
    ("1921'de Moskova 10 top ve 40 sandık mermi vaat etti.", "object", "40 sandık mermi"),
    ("Vali 1911'de 3 vagon kömür ve 40 çuval un talep etti.", "object", "40 çuval un"),
    ("Kızılay köye 500 çadır ve 12 sandık ilaç hibe etti.", "object", "12 sandık ilaç"),
    ("Maden Tetkik Arama 1962'de Eskişehir'de 3 yatak buldu.", "subject", "Maden Tetkik Arama"),
]
_FIRES += [
    # no adjective stands inside an izafet (GK 10.2), and a bare unit belongs to nobody
    ("Vali gizli ödenekten 1919'da 40 bin lira verdi.", "subject", "Vali"),
    ("Bakan örtülü ödenekten 1921'de 40 bin lira verdi.", "subject", "Bakan"),
    ("Muhtar boş depodan 1921'de 40 çuval un verdi.", "subject", "Muhtar"),
    ("Ali Bey, valinin 1919'da 40 bin altın verdiğini yazar.", "subject", "vali"),
    ("Ali Bey, valinin 1919'da 40 bin altın verdiğini yazar.", "object", "40 bin altın"),
]
_FIRES += [
    # what only says which: where from, under what flag, with what (GK 15.1)
    ("Londra merkezli bir banka 1911'de hükûmete kredi verdi.", "subject", "Londra merkezli bir banka"),
    ("Selanik doğumlu bir mühendis 1911'de valiye rapor sundu.", "subject", "Selanik doğumlu bir mühendis"),
    ("İngiliz bayraklı iki gemi 1921'de İzmir'e geldi.", "object", "iki gemi"),
    ("Damgalı üç mektup 1911'de valiye verildi.", "object", "üç mektup"),
    ("Silahlı beş kişi 1921'de köyü bastı.", "subject", "beş kişi"),
    # on the way back, and for how long (GK 16.4)
    ("Ali Bey 1912'de dönüşte nezarete bir rapor sundu.", "recipient", "nezaret"),
    ("Şirket binayı 1911'de üç aylığına Alman okuluna verdi.", "recipient", "Alman okulu"),
    # whose deed is told in a clause of its own before what it is done to (GK 24.4.2)
    ("Sözer, defteri babasının 1933'te yangından kurtardığını söyledi.", "object", "defter"),
    ("Müdür, mektubu kardeşinin 1933'te Ankara'ya gönderdiğini söyledi.", "subject", "kardeşi"),
    ("Bedava olanı 1926'da askerlere verildi.", "recipient", "askerler"),
    ("BURSA - Balonun defteri 1908'de müzeye bağışlandı.", "object", "Balonun defteri"),
    ("ANKARA (AA) - Vali 1924'te köye un gönderdi.", "subject", "Vali"),
    # joined by -Ip deeds share their thing and to whom it went (GK 26.3.8, 28.3.1)
    ("Halk 1920'de kırk at bulup orduya gönderdi.", "object", "kırk at"),
    ("Nuri Bey'e şehir halkı 1914'te 90 altın toplayıp verdi.", "recipient", "Nuri Bey"),
    ("Nuri Bey'e şehir halkı 1914'te 90 altın toplayıp verdi.", "object", "90 altın"),
    ("Şehir halkı 1914'te 90 altın toplayıp Nuri Bey'e verdi.", "object", "90 altın"),
    # whoever a trade names does things (GK 7.2.2.3), and what somebody is sent as is his post
    ("Makineleri 1934'te bir hurdacı aldı.", "recipient", "bir hurdacı"),
    ("Tekneyi 1934'te yoksul bir balıkçı aldı.", "object", "Tekne"),
    ("Fabrikaya 1929'da müdür olarak Hans Weber getirildi.", "object", "müdür"),
    ("Hükûmet 1929'da Ali Bey'i Paris'e elçi olarak gönderdi.", "object", "elçi"),
]
_FIRES += [
    ("Eleni Zarifi binayı 1902'de Patrikhane'ye bağışladı.", "subject", "Eleni Zarifi"),
    ("Kızılay hemşireleri yaralıları 1917'de Sirkeci'de karşıladı.", "object", "yaralılar"),
    ("İşgal ordusu şehri 4 Ekim 1923'te terk etti.", "object", "şehir"),
    ("Kitabı önümüzdeki ay Doruk Yayınevi 1931'de basacak.", "subject", "Doruk Yayınevi"),
    ("Ali Paşa 1921'de yaveri eliyle kaymakama bir not gönderdi.", "subject", "Ali Paşa"),
    ("Ali Paşa 1921'de yaveri eliyle kaymakama bir not gönderdi.", "object", "bir not"),
    ("Lozan imzalanmadan İngilizler 1923'te mühimmatı Malta'ya taşıdı.", "subject", "İngilizler"),
    ("Vali, müdüre 1923'te bir mektup gönderip okuldan oyuncu almamasını şart koştu.", "recipient", "müdür"),
    ("1915'te Almanlar oraya yerleşti.", "recipient", "ora"),
]
_STAYS = [
    ("Vali 1917'de tüccardan malları almasını istedi.", "recipient", "tüccar"),
    ("Vali imza atmadan 1921'de Ankara'ya gitti.", "subject", "Vali"),
    ("Kars Kalesi surları 1921'de yıkıldı.", "subject", "Kars Kalesi surları"),
    ("Mektup 1921'de vali eliyle gönderildi.", "subject", "vali"),
    ("Vali 1929'da hediye olarak Ali Bey'e bir at gönderdi.", "object", "bir at"),
    ("Köylüler 1920'de iki gün yürüyüp parayı orduya verdi.", "object", "para"),
    ("Ali Bey 1920'de 90 altın ödeyip tarlayı aldı.", "object", "tarla"),
    ("Köylü iki bin lira 1921'de orduya verdi.", "subject", "Köylü"),
    ("Zırhlı on dakikada 1914'te battı.", "subject", "Zırhlı"),
    ("Amerikalı misyoner 1921'de günlüğüne 300 yaralı kaydetti.", "subject", "Amerikalı misyoner"),
    ("Vali 1921'de köye 40 sandık mermi gönderdi.", "object", "40 sandık mermi"),
    ("Hükûmet Ankara-Sivas hattını 1930'da açtı.", "object", "Ankara-Sivas hattı"),
    ("Kızılay 1944'te köye 500 çadır ve 12 ton un gönderdi.", "object", "12 ton un"),
    ("Elçi 1921'de şehre 20 tüfek ve 30 sandık fişek gönderdi.", "object", "30 sandık fişek"),
    ("Heyet 1921'de Kars'a beş vagon kömür yolladı.", "object", "beş vagon kömür"),
    ("Aram 1921'de Kars'a 20 tüfek gönderdi.", "subject", "Aram"),
]


def _roles(text: str, folder: Path) -> list[tuple[str, str]]:
    place = folder / "page.txt"
    place.write_text(text, encoding="utf-8")
    (report,) = check([str(place)], library=None).pages
    return [
        (name, role.name or role.text) for one in report.facts.statements for name, role in roles_in_order(one.roles)
    ]


@pytest.mark.parametrize(("text", "place", "filler"), _FIRES + _STAYS)
def test_a_phrase_is_cut_where_it_ends(text: str, place: str, filler: str, tmp_path: Path) -> None:
    assert (place, filler) in _roles(text, tmp_path)


_DEALT = "Kâzım Karabekir Paşa 1921'de Azerbaycan'dan para istedi"


@pytest.mark.parametrize(
    ("joined", "wanted"),
    [
        (", Azerbaycan ertesi yıl 30 vagon petrol gönderdi.", True),
        (". Azerbaycan ertesi yıl 30 vagon petrol gönderdi.", False),
        (".\n\nAzerbaycan ertesi yıl Nahcivan'dan 30 vagon petrol gönderdi.", False),
    ],
)
def test_the_other_side_is_carried_within_a_sentence_alone(joined: str, wanted: bool, tmp_path: Path) -> None:
    roles = _roles(_DEALT + joined, tmp_path)
    at = roles.index(("object", "30 vagon petrol"))
    assert (("recipient", "Kâzım Karabekir") in roles[max(0, at - 2) : at + 2]) is wanted


def test_where_someone_arrives_is_not_guessed_from_the_title(tmp_path: Path) -> None:
    roles = _roles("Tirebolu'nun işgali\n\nBinbaşı Rasim Bey 3 Mart 1921'de geri döndü.", tmp_path)
    assert ("subject", "Rasim Bey") in roles
    assert "recipient" not in dict(roles)


def test_until_before_a_number_says_nothing_of_it(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Memurlar 1921'de sabaha kadar 600 kasa saydı, köye 600 kadar kasa geldi.", encoding="utf-8")
    (report,) = check([str(page)], library=None).pages
    assert [amount.bound.value for amount in report.facts.amounts if amount.value == 600] == ["exact", "about"]
