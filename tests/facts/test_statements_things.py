"""A thing by itself before a name, what a participle describes, and whence somebody went."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page

from .answers import rows_of


@pytest.mark.parametrize(
    ("text", "thing", "to"),
    [
        ("200 kilo altın Samsun'a geldi.", "200 kilo altın", "Samsun"),
        ("20 ton demir Adana'ya geldi.", "20 ton demir", "Adana"),
        ("5 sandık gümüş Sivas'a gönderildi.", "5 sandık gümüş", "Sivas"),
        ("60 top kumaş Erzurum'a gönderildi.", "60 top kumaş", "Erzurum"),
        ("300 kilo altın Frunze'ye verildi.", "300 kilo altın", "Mihail Frunze"),
        ("Musul'dan gönderilen 90 kilo altın Sivas'a ulaştı.", "90 kilo altın", "Sivas"),
        # before a common noun it says of what a thing is made
        ("Ali Bey'e bir altın yüzük verildi.", "bir altın yüzük", "Ali Bey"),
    ],
)
def test_before_a_name_a_thing_stands_by_itself(text: str, thing: str, to: str) -> None:
    assert (thing, to) in rows_of(text, "object", "recipient")


def test_the_thing_that_somebody_sent_is_told_whole() -> None:
    told = rows_of("Rusya'nın gönderdiği 90 kilo altın 1920'de Sivas'a geldi.", "subject", "object")
    assert told[0] == ("Rusya", "90 kilo altın")
    facts = read_facts(
        read_page("Vakfın dağıttığı 30 yorgan 1918 yazında çalındı.\n".encode(), path="a.txt"), fast=True
    )
    assert [one.text for one in facts.statements][-1].endswith("çalındı")
    assert all("1918" not in (role.text) for one in facts.statements for _, role in one.roles)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Köyün 40 hanesi 1921'de açılan okula çocuk gönderdi.", "1921'de açılan okula"),
        ("Paranın 20 lirası 26 Ağustos 1924'te kurulan bankaya yatırıldı.", "26 Ağustos 1924'te kurulan bankaya"),
        ("Ali Bey 1921'de açılan okula 300 kitap gönderdi.", "1921'de açılan okula"),
        # what is possessed by the noun described is told with it
        ("Temeli 1934'te atılan fabrika battı.", "Temeli 1934'te atılan fabrika"),
    ],
)
def test_what_is_described_has_no_other_subject(text: str, span: str) -> None:
    facts = read_facts(read_page(f"{text}\n".encode(), path="a.txt"), fast=True)
    (described,) = [one for one in facts.statements if one.text.endswith(span.rsplit(maxsplit=1)[-1])]
    assert described.text == span
    assert described.amounts == ()


@pytest.mark.parametrize(
    ("text", "whence", "to"),
    [
        ("Heyet Musul'dan Kars'a geçti.", "Musul", "Kars"),
        ("Paşa Ekim 1921'de Batum'dan ayrıldı.", "Batum", None),
        ("Heyet Kars'a gitti.", None, "Kars"),
    ],
)
def test_whence_somebody_went(text: str, whence: str | None, to: str | None) -> None:
    assert rows_of(text, "source", "recipient") == [(whence, to)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kızılordu'nun 11. Ordusu 27 Nisan 1920'de Bakü'ye girdi.", "Kızılordu'nun 11. Ordusu"),
        ("Yardımın ilk partisi 1920'de Sivas'a vardı.", "Yardımın ilk partisi"),
        ("Vakfın ikinci müdürü 1930'da Sivas'a vardı.", "Vakfın ikinci müdürü"),
        # an owner far away is no owner
        ("Vakfın 1930'da müdürü Sivas'a vardı.", "müdürü"),
    ],
)
def test_which_one_of_several_stands_between_owner_and_owned(text: str, who: str) -> None:
    assert [row[0] for row in rows_of(text, "subject")] == [who]


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Karabekir, 4 bin tüfeğin Nahçıvan'a gönderilmesini emretti.", None),
        ("Karabekir, Ali Bey'e 4 bin tüfek göndermesini emretti.", "Ali Bey"),
        ("Rıza Bey, Ali Bey'in mektubuna cevaben 50 kilo altın gönderdi.", None),
        ("Rıza Bey, Ali Bey'e 50 kilo altın gönderdi.", "Ali Bey"),
    ],
)
def test_a_dative_of_something_else_is_nobody_who_receives(text: str, to: str | None) -> None:
    assert [row[0] for row in rows_of(text, "recipient")] == [to]


def test_what_ile_joins_to_the_list_is_no_means() -> None:
    told = rows_of("Fransızlar 10 uçak ile 10 bin takım elbise verdi.", "object", "means")
    assert told == [("10 uçak", None), ("10 bin takım elbise", None)]


def test_an_office_that_is_given_is_nobodys_yet() -> None:
    told = rows_of("İsmet Paşa 11 Kasım 1938'de Cumhurbaşkanı seçildi.", "recipient", "object")
    assert told == [("İsmet İnönü", "Cumhurbaşkanı")]


def test_a_surname_that_is_given_is_a_word() -> None:
    told = rows_of("Mustafa Kemal'e 24 Kasım 1934'te Atatürk soyadı verildi.", "recipient", "object")
    assert told == [("Mustafa Kemal Atatürk", "Atatürk soyadı")]


def test_two_bodies_joined_by_ile_both_receive() -> None:
    text = "Ali Bey mirasını Türk Dil Kurumu ile Türk Tarih Kurumu'na bıraktı.\n"
    (told,) = read_facts(read_page(text.encode(), path="a.txt"), fast=True).statements
    assert [role.name for role in told.fillers("recipient")] == ["Türk Dil Kurumu", "Türk Tarih Kurumu"]


def test_two_deeds_of_a_verb_that_no_table_has() -> None:
    told = rows_of("Lozan'da Türkiye'yi İsmet Paşa, İngiltere'yi Lord Curzon temsil etti.", "subject", "object")
    assert told == [("İsmet İnönü", "Türkiye"), ("George Curzon", "İngiltere")]


def test_what_is_counted_of_the_noun_described_is_told_of_it_alone() -> None:
    facts = read_facts(
        read_page("Yangında 40 hanesi yanan köye 300 çadır gönderildi.\n".encode(), path="a.txt"), fast=True
    )
    told = [(one.action, [facts.amounts[index].value for index in one.amounts]) for one in facts.statements]
    assert told == [("lose", [40]), ("transfer", [300])]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        # what another says takes no giver from the story before
        (
            "Ali Bey 1922'de paradan 110 bin lirayı okula verdi. Bir gazeteci, mektubunda paranın 100 bin lirasının "
            "Kızılay'a verildiğini iddia ediyor.",
            ["Ali Bey", None],
        ),
        # whether the ministry paid or its debt was paid is open
        ("Ali Bey 1922'de köye geldi. Sonra Maliye Vekâleti borcunun 30 bin lirasını ödedi.", ["Ali Bey", None]),
        ("Ali Bey 1922'de köye geldi. Sonra borcunun 30 bin lirasını ödedi.", ["Ali Bey", "Ali Bey"]),
        ("Ali Bey 1922'de köye geldi. Sonra Ziraat Bankası müdürlüğünü kabul etti.", ["Ali Bey", "Ali Bey"]),
    ],
)
def test_nobody_is_carried_where_it_is_open_who_is_meant(text: str, doers: list[str | None]) -> None:
    assert [row[0] for row in rows_of(text, "subject")] == doers


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Alayın iki topundan biri 1921'de Yunanlara verildi.", "Alayın iki topundan biri"),
        ("Üç kamyondan biri 1921'de Konya'ya gönderildi.", "Üç kamyondan biri"),
    ],
)
def test_one_of_several_is_not_all_of_them(text: str, thing: str) -> None:
    (told,) = read_facts(read_page(f"{text}\n".encode(), path="a.txt"), fast=True).statements
    assert [role.name or role.text for role in told.fillers("object")] == [thing]
    assert told.amounts == ()


def test_what_was_counted_where_is_told_of_any_verb() -> None:
    told = rows_of("Alayın iki topundan biri Menderes köprüsünde dereye yuvarlandı.", "place")
    assert told == [("Menderes köprüsü",)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Köylülerden bir kısmı 1911'de Konya'ya göçtü.", "Köylülerden bir kısmı"),
        ("Köylülerin bir bölümü 1911'de Konya'ya göçtü.", "Köylülerin bir bölümü"),
        ("Askerlerin çoğu cepheye 1921'de ulaştı.", "Askerlerin çoğu"),
        ("Toplanan paranın yarısından azı 1921'de Konya'ya gitti.", "paranın yarısından azı"),
        ("Çoğu asker 1921'de cepheye ulaştı.", "Çoğu asker"),
        ("Köylülerin hepsi 1911'de Konya'ya göçtü.", "Köylüler"),
        ("Defterlere bakılırsa vapur 1921'de Konya'ya un getirdi.", "vapur"),
    ],
)
def test_some_of_them_are_not_all_of_them(text: str, who: str) -> None:
    assert [row[0] for row in rows_of(text, "subject")] == [who]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Sovyetler on milyon rublenin bir kısmını 1921'de gönderdi.", "on milyon rublenin bir kısmı"),
        ("Silahların büyük kısmı 1921'de Ankara'ya gönderildi.", "Silahların büyük kısmı"),
        ("Geri kalanı 1921'de Hindistan'da harcandı.", "Geri kalanı"),
        ("Vali gerisini 1921'de Ankara'ya yolladı.", "gerisi"),
    ],
)
def test_a_share_of_which_no_number_is_told_is_shown_as_it_is_written(text: str, thing: str) -> None:
    assert [row[0] for row in rows_of(text, "object")] == [thing]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1925'te Kayseri'ye fabrika kuruldu.", ("fabrika", None, "Kayseri")),
        ("1915'te Almanya'dan İstanbul'a demiryolu bağlantısı kuruldu.", ("demiryolu bağlantısı", None, "İstanbul")),
        ("1925'te çocuklara dernek kuruldu.", ("dernek", None, None)),
        ("Kars 1920'de Ruslara düştü.", ("Kars", "Rusya", None)),
    ],
)
def test_where_a_thing_was_built_nobody_built_it(text: str, places: tuple[str | None, ...]) -> None:
    assert rows_of(text, "object", "subject", "place") == [places]


def test_whoever_signed_a_paper_is_not_what_was_told_of_it() -> None:
    text = "18 Ekim 1937'de Ali Kaya imzasıyla Meclis'e sunulan belgede köprünün 1936'da yandığı belirtilmektedir."
    told = rows_of(text, "object", "subject")
    assert all("Ali Kaya" not in row for row in told)
    assert any(row[0] == "belge" for row in told)


@pytest.mark.parametrize(
    ("text", "things", "counted"),
    [
        ("Vali köye 300 tüfek, top ve cephane gönderdi.", ["300 tüfek", "top", "cephane"], [300]),
        ("Vali köye 40 çuval un ve ilaç yolladı.", ["40 çuval un", "ilaç"], [40]),
        ("Müfreze köye 80 mermi ile 400 Vetterli tüfeği verdi.", ["400 Vetterli tüfek"], [80]),
        # what a number is of something else
        ("Vali 20 askerle gidip parayı ve silahı aldı.", ["para", "silah"], [20]),
    ],
)
def test_a_list_of_which_the_first_alone_is_counted(text: str, things: list[str], counted: list[float]) -> None:
    facts = read_facts(read_page(f"{text}\n".encode(), path="a.txt"), fast=True)
    (told,) = facts.statements
    assert [role.name or role.text for role in told.fillers("object")] == things
    assert [facts.amounts[index].value for index in told.amounts] == counted
