"""What stands beside a verb and is none of its own: another clause's day, the parts of a name, words of measure."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read
from tanik.page.read import read as read_page


def told(text: str) -> tuple[Statement, ...]:
    return read(read_page(f"{text}\n".encode(), path="sayfa.txt"), fast=True).statements


def filled(text: str) -> list[dict[str, str]]:
    return [{place: role.name or role.text for place, role in one.roles} for one in told(text)]


def held(text: str) -> list[tuple[str, str]]:
    return [(place, role.name or role.text) for one in told(text) for place, role in one.roles]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Alay 3 Mayıs 1921'de Sivas'tan hareket ederek 9 Mayıs 1921'de Tokat'a vardı.", ["1921-05-03", "1921-05-09"]),
        ("Vali 1919'da Samsun'a çıkarak 1920'de Ankara'ya geldi.", ["1919", "1920"]),
        ("Heyet 3 Mayıs 1921'de toplanarak parayı orduya verdi.", ["1921-05-03"]),
        ("Belediye 1930'da 12.000 lira harcayarak okul yaptırdı.", ["1930"]),
    ],
)
def test_each_of_two_verbs_has_the_day_beside_it(text: str, days: list[str]) -> None:
    assert [one.when for one in told(text)] == days


@pytest.mark.parametrize(
    ("text", "place", "filler"),
    [
        ("Bulgaristan'dan Türkiye'ye toplam 90 bin kişi göç etti.", "subject", "90 bin kişi"),
        ("1921'de kampa toplam 320 kişi alındı.", "object", "320 kişi"),
        (
            "1923-1930 yılları arası 40 bin Türk, Yunanistan'dan Türkiye'ye zorunlu göçe tabi tutuldu.",
            "object",
            "40 bin Türk",
        ),
        ("Sümerbank Kayseri Bez Fabrikası 1934 yılında kuruldu.", "object", "Sümerbank Kayseri Bez Fabrikası"),
        ("Osmanlı Bankası İzmir Şubesi 1922'de 400 lira verdi.", "subject", "Osmanlı Bankası İzmir Şubesi"),
        ("Komutan kolorduya ilerleme emri verdi.", "object", "ilerleme emri"),
        ("Komutan, askerlerin geleceği haberi üzerine kolorduya ilerleme emri verdi.", "object", "ilerleme emri"),
        ("Konferans Kars ve Ardahan'ın geri verilmesini kararlaştırdı.", "object", "Kars ve Ardahan'ın geri verilmesi"),
        ("Van'a 50 battaniye vali gönderdi.", "object", "50 battaniye"),
        ("Van'a 50 battaniye vali gönderdi.", "subject", "vali"),
        ("Köye iki kamyon un belediye verdi.", "subject", "belediye"),
        (
            "1829'da Fransa ve Rusya ile yapılan antlaşmalar sonucunda bağımsız bir devlet kuruldu.",
            "object",
            "bağımsız bir devlet",
        ),
        (
            "Yunan Batı ordusu komutanlığı Kavala limanını abluka altına alarak adaya yardım gelmesini engelledi.",
            "subject",
            "Yunan Batı ordusu komutanlığı",
        ),
    ],
)
def test_a_phrase_is_told_whole(text: str, place: str, filler: str) -> None:
    assert (place, filler) in held(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Hükûmet, Meclis'in onayını almaksızın Kıbrıs'a asker gönderdi.", "onay"),
        ("Heyet kimseye danışmaksızın parayı bankaya yatırdı.", "kimse"),
        ("Almanya ciddi bir hammadde sıkıntısı çekiyordu.", "hammadde"),
        ("Köye verilecek düzen üzerinde çalışmalara başladı.", "düzen"),
        (
            "İnşası 16 ayda tamamlanan okul 1935'te vali Kemal Bey ve Ankara'dan gelen heyetin katılımıyla açıldı.",
            "İnşa",
        ),
    ],
)
def test_what_is_another_words_fills_nothing(text: str, wrong: str) -> None:
    assert not [one for place, one in held(text) if wrong in one and place != "means"]


@pytest.mark.parametrize(
    ("text", "place", "filler"),
    [
        ("Belediye köye iki doktor gönderdi.", "object", "iki doktor"),
        ("Vali 50 battaniye gönderdi.", "object", "50 battaniye"),
        ("Annesi 1921'de açılan okula gitti.", "subject", "Annesi"),
        ("Osmanlı borçları, Osmanlı'dan ayrılan 15 ülke arasında pay edildi.", "object", "Osmanlı borçları"),
        ("Sümerbank Kayseri Bez Fabrikası'nı 1934'te kurdu.", "subject", "Sümerbank"),
        ("Türkiye, Fransa ve Rusya ile antlaşma imzaladı.", "subject", "Türkiye"),
        ("Vali okulun kapatılacağı haberini gazeteye verdi.", "subject", "Vali"),
        ("Bakan, okulun 1921'de açıldığını söyledi.", "subject", "okul"),
        ("Vali orduya yürüyüş emrini verdi.", "subject", "Vali"),
    ],
)
def test_what_is_the_verbs_own_stays(text: str, place: str, filler: str) -> None:
    assert (place, filler) in held(text)


def test_all_members_of_a_list_before_one_region_are_where_it_was() -> None:
    places = [one for place, one in held("1920'de Konya, Niğde ve Karaman bölgesinde seferberlik ilan edildi.")]
    assert places[-3:] == ["Konya", "Niğde", "Karaman"]
    assert ("place", "Karaman") in held("Vali 1921'de Konya ve Karaman'daki okullarda ders verdi.")


def test_a_treaty_by_which_a_thing_was_done_is_told_once() -> None:
    (one,) = filled("Ardahan 1878 Berlin Antlaşması'yla Ruslara bırakıldı.")
    assert one["subject"] == "Berlin Antlaşması"
    assert "means" not in one


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1912 Balkan Savaşı'nda 24 Ekim 1912'de Bulgar ordusu Kırklareli'yi aldı.", "1912-10-24"),
        ("1877-78 Osmanlı Rus Savaşı'nda, 21 Ocak 1878'de Rus ordusu kaleyi ele geçirdi.", "1878-01-21"),
        ("1912 Balkan Savaşı'nda Bulgar ordusu Kırklareli'yi aldı.", "1912"),
        ("Ali ve Veli beyler 1901 ve 1902 yıllarında İzmir'e gittiler.", "1901"),
    ],
)
def test_a_year_that_only_names_a_war_stands_behind_the_day(text: str, day: str) -> None:
    assert told(text)[0].when == day


def test_the_day_of_a_birth_is_no_other_deed_s() -> None:
    days = {one.action: one.when for one in told("1886 yılında Sivas'ta doğan Nuri Bey, bankada çalışmaya başladı.")}
    assert days == {"born": "1886", "begin": None}
    (*_, one) = told(
        "1886 yılında Sivas'ta doğan Nuri Bey, genç yaşta sivrilerek Ziraat Bankası'nda çalışmaya başladı."
    )
    assert (one.action, one.when) == ("begin", None)


def test_the_leader_s_post_is_no_member_of_what_he_leads() -> None:
    text = "12 Ağustos 1932'de ekonomi uzmanı Profesör Orlof başkanlığında bir heyet Türkiye'ye geldi."
    assert ("subject", "bir heyet") in held(text)
    assert ("subject", "Ali Bey") in held("Belediye başkanı Ali Bey 1921'de Ankara'ya gitti.")


@pytest.mark.parametrize(
    ("text", "place", "filler"),
    [
        ("Türk ordusu ile birlikte Artvin halkı direndi.", "companion", "Türk ordusu"),
        ("Fransızlarla birlikte İngilizler antlaşmayı imzaladı.", "subject", "İngiltere"),
        ("Vali, heyetle birlikte köyü ziyaret etti.", "companion", "heyet"),
        ("Osmanlı Devleti Batum ve Artvin'den çekilmek zorunda kaldı.", "source", "Artvin"),
        ("Uzun yapım çalışmaları sonucunda Nuri Bey hattı tamamladı.", "object", "hat"),
        ("Aileler birer ikişer Samsun Limanı'na indiler.", "recipient", "Samsun Limanı"),
        ("Japonya 1933'te Milletler Cemiyeti Antlaşması'ndan çekildi.", "object", "Milletler Cemiyeti Antlaşması"),
        ("Antlaşma ile Ruslar bölgeden çekildi.", "source", "bölge"),
        (
            "1856'da ilk demiryolu bir İngiliz şirketine verilen imtiyazla 130 km. olarak inşa edildi.",
            "object",
            "demiryolu",
        ),
        ("Türkiye'ye 90 bin Türk göç etti.", "subject", "90 bin Türk"),
    ],
)
def test_who_goes_along_and_what_comes_of_it_stand_apart(text: str, place: str, filler: str) -> None:
    assert (place, filler) in held(text)


def test_a_protest_is_of_what_is_against_it_and_holds_no_meeting() -> None:
    assert not [one for place, one in held("Şehirde 1919'da işgali protesto mitingleri yapıldı.") if place == "subject"]


@pytest.mark.parametrize(
    ("text", "place", "wrong"),
    [
        ("Gemi 24 Şubat'ta vurulduğu sırada kaptan denize atladı.", "place", "sıra"),
        ("Vali, kanunun kabul edildiği tarihte anılarını yayımladı.", "place", "tarih"),
        ("Böyle bir zamanda hükümet anlaşma imzaladı.", "place", "zaman"),
        ("Ordu akşamüzeri kolayca Trablus'a çıktı.", "subject", "akşam"),
        ("Gece saat 02.00 sularında bir deprem meydana geldi.", "subject", "saat"),
        ("Vali bu bakımdan meclisten harekâta başlanmasını istedi.", "recipient", "bakım"),
        ("Vali dışarıdan bir uzman getirilmesini istedi.", "recipient", "dışarı"),
        ("Selanik'te büyük bir miting düzenlendi.", "subject", "büyük"),
        ("Daha sonraki bir gün polis tiyatroyu bastı.", "subject", "sonraki"),
        ("1934'te “Sessiz” adıyla bir sergi açıldı.", "means", "ad"),
    ],
)
def test_a_time_and_a_manner_fill_no_place(text: str, place: str, wrong: str) -> None:
    assert not [one for name, one in held(text) if name == place and wrong in one]


@pytest.mark.parametrize(
    ("text", "place", "filler"),
    [
        ("Vali 1921'de Konya'da okul açtı.", "place", "Konya"),
        ("Belediye köye büyük bir destek verdi.", "object", "büyük bir destek"),
        ("Vali valilikten bir uzman istedi.", "recipient", "valilik"),
        ("Ordu 1921'de akşama doğru kaleyi aldı.", "subject", "Ordu"),
    ],
)
def test_who_and_where_stay(text: str, place: str, filler: str) -> None:
    assert (place, filler) in held(text)


def test_an_order_is_no_doer() -> None:
    (*_, one) = filled("Müdür 1921'de subaylara gönderilen bir emirle tutuklandı.")
    assert "subject" not in one


def test_what_is_under_way_only_describes() -> None:
    assert not [one for one in told("Tabur, kuzeye ilerlemekte olan kolorduya katıldı.") if one.action == "move"]
    assert not [one for one in told("Vali, yapılmakta olan köprüyü gezdi.") if one.action == "found"]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Kararname 1934'te Başbakan İsmet İnönü ve on bakan tarafından imzalandı.", "İsmet İnönü"),
        ("Köprü 1934'te vali ve üç mebus tarafından açıldı.", "vali"),
        ("Dernek 1934'te Ali Bey ve arkadaşları tarafından kuruldu.", "Ali Bey"),
    ],
)
def test_nothing_is_joined_to_those_by_whom_it_was_done(text: str, doer: str) -> None:
    (one,) = told(text)
    subject, thing = one.first("subject"), one.first("object")
    assert subject is not None
    assert thing is not None
    assert (subject.name or subject.text, thing.text) == (doer, text.split(maxsplit=1)[0])


@pytest.mark.parametrize(
    ("text", "action", "thing"),
    [
        ("Vali köprüyü 1921'de kurulan komisyona devretti.", "transfer", "köprü"),
        ("Vali 300 tüfeği 1921'de kurulan komisyona devretti.", "transfer", "300 tüfek"),
        (
            "Fransızlar 10.000 tüfeği 20 Ekim 1921'de imzalanan anlaşmadan sonra teslim ettiler.",
            "transfer",
            "10.000 tüfek",
        ),
        ("Fransızlar 10.000 tüfeği 20 Ekim 1921'de imzalanan anlaşmadan sonra teslim ettiler.", "sign", "anlaşma"),
        ("Paşa orduyu 1921'de işgal edilen kasabadan geri çekti.", "move", "ordu"),
        ("Paşa orduyu 1921'de işgal edilen kasabadan geri çekti.", "occupy", "kasaba"),
        ("Komisyon, halktan toplanan 300 tüfeği orduya teslim etti.", "transfer", "300 tüfek"),
    ],
)
def test_no_passive_has_the_object_before_it(text: str, action: str, thing: str) -> None:
    one = next(one for one in told(text) if one.action == action)
    assert [role.name or role.text for role in one.fillers("object")] == [thing]


def test_what_stands_in_some_papers_was_not_done_there() -> None:
    (one,) = told("Paylaşımların çoğunda Fransa'nın 1921'de Ankara'ya 39.000 tüfek gönderdiği öne sürülüyor.")
    assert one.first("place") is None
