"""What stands between a verb and its own places: purposes, grounds, leaders, adjectives before a possessed noun."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read


def told(text: str) -> list[Statement]:
    return list(read_facts(read(text.encode(), path="a.txt"), fast=True).statements)


def places(text: str) -> dict[str, str]:
    """The roles of the last statement of a sentence."""
    found = told(text)
    return {place: role.name or role.text for place, role in found[-1].firsts.items()} if found else {}


MUST = [
    # what an infinitive with "için" governs is no place of the main verb (GK 26.1.16)
    ("Heyet gümrük sözleşmesini hazırlamak için 3 Mart 1921'de Berlin'e gitti.", {"object": None, "subject": "Heyet"}),
    ("Vali köprü meselesini çözmek için müdürle görüştü.", {"recipient": "müdür"}),
    ("Muhtar kömürü depoya taşımak üzere 1921'de kaymakama dilekçe verdi.", {"recipient": "kaymakam"}),
    # "gereği" and "sonucu" stand as postpositions (GK 17.3)
    ("Sözleşme gereği borç 1928'de ödendi.", {"object": "borç"}),
    ("Barajın yıkılması sonucu köylüler 1937'de Sivas'a göç etti.", {"subject": "köylüler", "recipient": "Sivas"}),
    # nouns that have become postpositions govern the noun before them (GK 17.3.2)
    ("Ateşkes öncesi vali depoyu 1918'de belediyeye verdi.", {"subject": "vali", "object": "depo"}),
    ("Sakarya Savaşı sonunda ordu 13 Eylül 1921'de Polatlı'yı aldı.", {"subject": "ordu"}),
    ("Sevr Antlaşması uyarınca İngilizler 1920'de iki gemiye el koydu.", {"recipient": "İngiltere"}),
    ("Lozan Antlaşması zamanında heyet 1923'te Ankara'ya döndü.", {"subject": "heyet"}),
    ("Sakarya Savaşı sonrası teklif 1921'de reddedildi.", {"object": "teklif"}),
    ("Lozan Antlaşması karşılığında Meclis 1924'te iki gemiyi verdi.", {"object": "iki gemi"}),
    ("Lozan Antlaşması mucibince komisyon 1924'te iki gemiyi verdi.", {"subject": "komisyon"}),
    ("Kira karşılığı şirket 1927'de depoyu devretti.", {"subject": "şirket", "object": "depo"}),
    # of who acts the same words say when: they are adverbs then
    ("Meclis sonunda tasarıyı 1924'te kabul etti.", {"subject": "Türkiye Büyük Millet Meclisi", "object": "tasarı"}),
    ("Sabri Bey zamanında 1921'de Sivas'a geldi.", {"subject": "Sabri Bey"}),
    ("Hükûmet sonunda 1930'da borcu ödedi.", {"subject": "Hükûmet", "object": "borç"}),
    ("Şirket karşılığında 1930'da belediyeye iki vapur verdi.", {"object": "iki vapur"}),
    # what a writer asks his readers first is no party
    ("Biliyor muydunuz, 1921'de Vali köye 40 çuval un verdi.", {"subject": "Vali", "recipient": "köy"}),
    # of a sum told before the currency is what is left of, never its numeral
    ("Banka 100 milyon ruble gönderdi. Vali bunun 10 milyonunu aldı, kalanına el koydu.", {"object": "ruble"}),
    # under whom, and in what sum, are no places (GK 14.4, 17.3)
    ("Sabri Bey önderliğinde grev 1923'te başlatıldı.", {"object": "grev", "place": None}),
    ("Köylü tarafına toplamda 200 kilo buğday gönderildi.", {"object": "200 kilo buğday", "place": None}),
    ("Muhtar Sabri Bey başkanlığında heyet 1923'te Ankara'ya gitti.", {"recipient": "Ankara"}),
    # an izafet's head has the possessive, so that the noun with -ı is the object (GK 10.2)
    ("Komutan 15 Kasım 1918'de kasabayı İngilizlere terk etti.", {"recipient": "İngiltere"}),
    ("Komutan 1918'de köyü İngilizlere terk etti.", {"object": "köy", "recipient": "İngiltere"}),
    ("Sabri Bey evi belediyeye sattı.", {"object": "ev", "recipient": "belediye"}),
    # no adjective stands inside an izafet (GK 10.2)
    ("Cemiyet ilk parasını 26 Aralık 1921'de yolladı.", {"subject": "Cemiyet", "object": "para"}),
    ("Yeni şirket son taksitini 1924'te ödedi.", {"subject": "Yeni şirket"}),
    ("Son dört yılın parasını Irak ödemedi.", {"subject": "Irak"}),
    ("Kulübün idari yükünün etkisiyle cemiyet 1925'te parayı geri istedi.", {"subject": "cemiyet"}),
    # an active verb right behind "-ı" has its object there, and the doer before it
    ("Ankara kararı tanımadığını bildirdi.", {"subject": "Ankara"}),
    ("Belediye fabrikayı kapatarak 1926'da kasabada yönetimi ele geçirdi.", {"subject": "Belediye"}),
    # behind "-ken" another subject may begin (GK 26.3); a comma sets it apart behind a participle
    ("Sabri Bey payı savunurken Cemil Bey 1924'te köyün bırakılmasını talep etti.", {"subject": "Cemil Bey"}),
    # with an accusative beside it "tarafından" says from which side
    ("Süvariler, kuzey tarafından köyü 1921'de işgal etti.", {"subject": "Süvariler", "object": "köy"}),
    # a deed has no bare name before it; connectives are no places
    ("İlk görüşme Sabri Bey'in odasında 7 Aralık 1922'de başladı.", {"subject": "görüşme"}),
    ("Buna karşın güneydeki çatışmalar 1921'de sona erdi.", {"object": None, "subject": "güneydeki çatışmalar"}),
    ("Bunun yanı sıra vali 1921'de bir mektup gönderdi.", {"subject": "vali"}),
    # why a thing was done is told with a subject of its own (GK 26.3)
    ("Belediye bu kararı kabul etmediğinden, görüşmeler 1924'te yeniden başladı.", {"subject": "görüşmeler"}),
    ("Kaymakam treni bekledi, 15 Kasım 1918'de köyü terk etti.", {"object": "köy"}),
    ("Sabri Bey yer alan bir köprü için dava açtı. Kasabada yer alan bir köprü 1926'da yakıldı.", {"place": "Kasaba"}),
    ("Kasabaya gelen mektuba göre köylüler, değirmeni onarmayı kabul ettiler.", {"subject": "köylüler"}),
]

MUST_NOT = [
    # a noun with "için" governs nothing
    ("Vali parayı bayram için muhtara verdi.", {"object": "para", "recipient": "muhtar"}),
    ("Vali köye gidip parayı muhtara verdi.", {"object": "para", "recipient": "muhtar"}),
    ("Vali tüfekleri saklamak için Sivas'a gitti.", {"recipient": "Sivas"}),
    # a ground that the verb is about is its object
    ("Müdür kazanın sonucunu 1931'de valiye bildirdi.", {"recipient": "vali", "subject": "Müdür"}),
    # a place stays a place
    ("Köylüye kasabada 200 kilo buğday verildi.", {"object": "200 kilo buğday", "place": "kasaba"}),
    # an izafet goes on
    ("Yunan askeri köyü 1921'de yaktı.", {"subject": "Yunan askeri", "object": "köy"}),
    ("Vali köy okuluna 300 kitap gönderdi.", {"recipient": "köy okulu"}),
    ("Meclis ilk kez 1920'de toplandı.", {"subject": "Türkiye Büyük Millet Meclisi"}),
    ("Bu yeni şirket 1931'de kuruldu.", {"object": "Bu yeni şirket"}),
    ("Türkiye ilk taksiti Fransa'ya 1933'te ödedi.", {"object": "taksit", "subject": "Türkiye"}),
    # of who waits and asks there is one
    ("Sabri Bey treni beklerken 1924'te muhtardan para istedi.", {"subject": "Sabri Bey"}),
]


@pytest.mark.parametrize(("text", "expected"), MUST + MUST_NOT)
def test_what_fills_a_place_of_the_verb(text: str, expected: dict[str, str | None]) -> None:
    found = places(text)
    assert {place: found.get(place) for place in expected} == expected


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Celal Bey 1924'te bankanın başına geçirildi.", "appoint"),
        ("Vekil 1924'te halk oylaması yapılması teklifinde bulundu.", "offer"),
        ("5 Haziran 1926'da sınır sorunu çözüme kavuşturuldu.", "end"),
        ("Kira 1931'de yüzde 20 düşürüldü.", None),
    ],
)
def test_verbs_of_reports_on_money_and_treaties(text: str, action: str | None) -> None:
    assert [one.action for one in told(text)] == [action]


def test_a_sum_is_told_with_a_copula_and_a_date() -> None:
    found = told("12 Ağustos 1922'ye kadar gelen toplam 640.300 liradır.")
    assert [(one.action, one.when, len(one.amounts)) for one in found] == [("transfer", "1922-08-12", 1)]
    assert not told("Köprünün boyu 12 Ağustos 1922'de 40 metredir.")
    assert not told("Gelen toplam çoktur.")


def test_one_more_author_has_another_sum() -> None:
    page = "Lord Kinross yardımın 90 bin İngiliz lirası olduğunu öne sürdü. Falih Rıfkı Atay, {} (41)."
    said = told(page.format("200 bin Türk lirası"))[-1]
    assert (said.action, said.attributed_to, len(said.amounts)) == ("say", "Falih Rıfkı Atay", 1)
    assert len(told(page.format("40 yaşında"))) == 1
    assert not told("Falih Rıfkı Atay, 200 bin Türk lirası (41).")


def test_the_main_verbs_subject_is_not_that_of_what_was_written() -> None:
    found = told("Sabri Bey, 125 bin lira gönderildiğini 1921'de yazdı.")
    assert [(one.action, one.firsts["object"].text) for one in found] == [("transfer", "125 bin lira")]
    assert "Sabri Bey" not in [role.text for one in found for _, role in one.roles]


# the day of the paper on which a deed rests is not the day of the deed (GK 17.3.2)
RESTING = [
    ("Belediye 1926 tarihli kanun mucibince araziyi 1930'da köylüye sattı.", "1930"),
    ("5 Mayıs 1921 tarihli mütareke uyarınca, 9 Haziran 1921'de Fransızlar kasabayı boşalttı.", "1921-06-09"),
    ("5 Mayıs 1921 tarihli mütareke gereğince Fransızlar Sivas'a asker çıkardı.", None),
    ("Fransızlar 5 Mayıs 1921 tarihli mütarekeyi imzaladı.", "1921-05-05"),
    ("Fransızlar 5 Mayıs 1921 tarihinde, mütareke uyarınca Sivas'a asker çıkardı.", "1921-05-05"),
]


@pytest.mark.parametrize(("text", "when"), RESTING)
def test_the_day_of_what_a_deed_rests_on(text: str, when: str | None) -> None:
    assert told(text)[-1].when == when
