"""Where a person's name ends: one title each, surnames in "ova", kin and adverbs that are no names."""

from __future__ import annotations

import pytest

from tanik.facts.names.edges import ends_in_plain, is_adverb, is_kin
from tanik.facts.names.find import find_names
from tanik.page.read import read


def _names(text: str) -> list[str]:
    return [name.text for name in find_names(read(text.encode(), path="sayfa.txt"))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("İsmail Hakkı Bey Ağa'ya teslim olmasını bildirdi.", "İsmail Hakkı Bey"),
        ("Rıza Bey Paşa'yı kapıda selamladı.", "Rıza Bey"),
        ("Nuri Efendi Hoca'ya yolu sordu.", "Nuri Efendi"),
        ("Cemal Bey Ağa'nın evinde kaldı.", "Cemal Bey"),
        ("O gün Tahir Paşa Bey'den haber aldı.", "Tahir Paşa"),
        ("O gün Tahir Hoca Efendi'ye haber verdi.", "Tahir Hoca Efendi"),
        ("Osman Ağa Efendi'ye sordu.", "Osman Ağa Efendi"),
        ("Osman Ağa'ya sordular.", "Osman Ağa"),
        ("Kaymakam Osman Bey'e sordular.", "Osman Bey"),
        ("Nuri Efendi'den haber aldılar.", "Nuri Efendi"),
    ],
)
def test_a_person_has_one_title(text: str, name: str) -> None:
    assert _names(text) == [name]


@pytest.mark.parametrize("word", ["Sarıova", "Yeşilova", "Akova", "Taşova", "Demirova"])
def test_a_plain_ends_no_surname_in_ov(word: str) -> None:
    assert ends_in_plain(word)
    assert _names(f"Cemal {word} köye geldi.") == [f"Cemal {word}"]


@pytest.mark.parametrize("word", ["Nerimanova", "Aralova", "Çiçerinova", "Ova", "Kaleova'ya"])
def test_a_dative_in_ov_stays_one(word: str) -> None:
    assert not ends_in_plain(word)


@pytest.mark.parametrize("word", ["Dedem", "Büyükdedem", "ninem", "Annem", "Babam"])
def test_kin_of_the_writer(word: str) -> None:
    assert is_kin(word)


@pytest.mark.parametrize("word", ["Dede", "Büyükada", "Adem", "Ninova", "Babaeski"])
def test_no_kin(word: str) -> None:
    assert not is_kin(word)


def test_kin_rank_and_name_are_one_person_by_his_name() -> None:
    text = "Büyükdedem Topçu Mülâzımı İbrahim Edhem Efendi Yemen'de kaldı."
    assert _names(text) == ["İbrahim Edhem Efendi", "Yemen"]


@pytest.mark.parametrize("opener", ["Üstelik", "Zaten"])
def test_an_adverb_begins_no_body(opener: str) -> None:
    assert is_adverb(opener)
    assert _names(f"Yol uzundu. {opener} Cemiyet bunun bedelini ödemiş.") == []


def test_small_letters_hold_a_man_with_two_given_names() -> None:
    assert _names("müdür dr. server kamil tokgöz o yıl hastaneyi kurdu. kimse sormadı bunu.") == ["server kamil tokgöz"]
    assert _names("o gün vali sonra kamil tokgöz geldi. kimse sormadı bunu.") == ["kamil tokgöz"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dün Basın Ombudsmanı Nurten Bildirici bunu yazdı.", ["Nurten Bildirici"]),
        ("Dün Liman Reisi Kenan Çakır geldi.", ["Kenan Çakır"]),
        ("Törende konuşan kaymakam Ayşe Tuna Erol köprüyü anlattı.", ["Ayşe Tuna Erol"]),
        ("Kaptan Piri Reis yola çıktı.", ["Piri Reis"]),
        ("Dün Deniz Paşayı gördük.", ["Deniz Paşa"]),
        ("Törende Belediye Başkan Yardımcısı Cüneyit Zorlu da konuştu.", ["Cüneyit Zorlu"]),
        ("Derneğin Genel Sekreteri Tanfer Aksoylu çelenk koydu.", ["Tanfer Aksoylu"]),
        ("Köy Muhtarı Ozanay Kır da oradaydı.", ["Ozanay Kır"]),
        ("Yardımcısı Ankara'ya gitti.", ["Ankara"]),
    ],
)
def test_a_post_is_no_part_of_the_name_behind_it(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize("people", ["Hint", "Hindular", "Lehler", "Süryaniler"])
def test_peoples_are_no_names(people: str) -> None:
    assert _names(f"O yıl {people} para topladı.") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ali Bey Vahdettin'in 40 bin lira verdiğini söyledi.", ["Ali Bey", "Vahdettin"]),
        ("Rıza Bey Atatürk'ün geldiğini yazdı.", ["Rıza Bey", "Atatürk"]),
        ("Ali Bey Hüseyinzade o yıl Bakü'ye geldi.", ["Ali Bey Hüseyinzade", "Bakü"]),
    ],
)
def test_two_men_are_two_names(text: str, names: list[str]) -> None:
    assert _names(text) == names
