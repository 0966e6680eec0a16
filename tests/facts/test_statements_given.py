"""What the grammar of a sentence gives a statement: a noun its verb's sense, a day behind the verb, an office."""

from __future__ import annotations

import pytest

from tanik.facts.model import Facts, Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _value(facts: Facts, one: Statement, place: str) -> str:
    if place in ("action", "when"):
        return str(getattr(one, place) or "")
    if place == "amount":
        return " ".join(f"{facts.amounts[at].value:g}" for at in one.amounts)
    role = one.first(place)
    return (role.name or role.text) if role is not None else ""


# each with the words of the statement and what its places hold; "" where a place stays empty
GIVEN = [
    # the noun that a participle describes says what the light verb means (GK 14.4, 25.1.1)
    ("Bu, 4 Mayıs 1925'te gazeteye verilmiş demeçtir.", "verilmiş", "action=say; object=demeç; recipient=gazete"),
    ("Ocak 1921'de kaymakama çekilen telgraf kısadır.", "çekilen", "action=write; object=telgraf; recipient=kaymakam"),
    ("7 Mayıs 1921'de muhtara verilen emir kayıptır.", "verilen", "action=order; object=emir; recipient=muhtar"),
    ("7 Mayıs 1921'de esnafa verilen söz tutulmadı.", "verilen", "action=promise; object=söz; recipient=esnaf"),
    ("7 Mayıs 1921'de Yunanlılara verilen nota reddedildi.", "verilen", "action=request; object=nota"),
    ("7 Mayıs 1921'de Ali Bey'e verilen izin kaldırıldı.", "verilen", "action=accept; object=izin; recipient=Ali Bey"),
    ("Nuri 1930'da öldü. Haziran 1926'da gazeteye verilen demeç kısadır.", "verilen", "action=say; subject="),
    ("7 Mayıs 1921'de esnafa verilen tohum çürüktü.", "verilen", "action=transfer; object=tohum"),
    ("7 Mayıs 1921'de köye verilen para azdı.", "verilen", "action=transfer; object=para"),
    ("1931'de şirkete verilen arsa boştu.", "verilen", "action=transfer; object=arsa"),
    ("1936'da kurulan ordu büyüktü.", "kurulan", "action=found; object=ordu"),
    # a day behind the verb that ends a sentence is added to its clause (GK 23.3.3)
    ("Belediye bahçeyi sattı, 1931 senesinde.", "sattı", "when=1931"),
    ("Alay Konya'ya gitti, 12 Mart 1921'de.", "gitti", "when=1921-03-12"),
    ("Vekâlet gazeteyi kapattı 1925 yazında.", "kapattı", "when=1925-22"),
    ("Vekâlet gazeteyi kapattı, 17 Mart 1925 günü!", "kapattı", "when=1925-03-17"),
    ("Ali Bey kitabı yayımladı, 1931.", "yayımladı", "when="),
    ("Ali Bey 1921'de köyü terk etti, 1923'te.", "terk", "when=1921"),
    ("Ali Bey öldü 1938'de, Veli Bey 1940'ta.", "öldü", "when="),
    # a body's head (TDK, başına getirmek, başına geçmek), and what befell somebody
    ("Nafıa Nezareti'nin başına 1909'da Hasan Bey getirildi.", "getirildi", "action=appoint; recipient=Hasan Bey"),
    ("Okulun başına 1921'de Ali Bey geçti.", "geçti", "action=appoint; recipient=Ali Bey"),
    ("1923'te kurulun başına eski vali Hasan Bey geçirildi.", "geçirildi", "action=appoint; recipient=Hasan Bey"),
    ("Ali Bey türbenin başına gitti, 1921'de Konya'ya geçti.", "geçti", "action=move; recipient=Konya"),
    ("Ali Bey kuyunun başına 1921'de iki kova getirdi.", "getirdi", "action=transfer; object=iki kova"),
    # an office in -lık that no dictionary has as a word of its own (GK 2.1, 7.2.1)
    ("Abdi Bey 1919'da nazırlığı kabul etti.", "nazırlığı", "object=nazırlık"),
    ("Köylüler 1921'de valiliğe yürüdü.", "yürüdü", "recipient=valilik"),
    # whose foundations: a building's that the sentence before is of (GK 14.4, 18.1.5)
    ("Kütüphane iki katlıdır. Temeli 1924'te Vali Fahri Bey tarafından atıldı.", "atıldı", "object=Kütüphane"),
    ("Otelin yapımı uzun sürdü. Temeli 1924'te atıldı, 1926'da kapılarını açtı.", "atıldı", "object=Otel"),
    ("Otelin yapımı uzun sürdü. Temeli 1924'te atıldı, 1926'da kapılarını açtı.", "açtı", "subject=Otel"),
    ("Müze 1926'da kapılarını açtı.", "açtı", "subject=Müze; object=kapı"),
    ("Müze büyüktür. Vali 1926'da kapılarını açtı.", "açtı", "subject=Vali; object=Müze"),
    ("Baraj 1936'da bitti. Temelini Ali Bey 3 Mart 1931'de attı.", "attı", "object=Baraj; subject=Ali Bey"),
    ("Köprünün planı değişti. 1931'de temelleri atıldı.", "atıldı", "object=Köprü"),
    ("Kütüphane iki katlıdır. Okulun temeli 1924'te atıldı.", "temeli", "object=Okulun temeli"),
    ("Vali Ali Bey yaşlıydı. Temeli 1924'te atıldı.", "atıldı", "object=Temel"),
    # which sum "para" goes back to (GK 22.1, 22.3.1), and none where two were told or another is
    ("Köylüler 90 lira topladı. Muhtar parayı Ankara'ya gönderdi.", "gönderdi", "object=para; amount=90"),
    ("Köylüler 90 lira topladı. Bu para 1921'de Ankara'ya gönderildi.", "gönderildi", "object=90 lira; amount=90"),
    ("Köylüler 90 lira topladı, parayı Ankara'ya gönderdi.", "gönderdi", "object=para; amount=90"),
    ("Valinin 700 lira yolladığı söylenir. Vali böyle bir para göndermemiştir.", "böyle", "amount=700"),
    ("Köylüler 90 lira, kasaba 40 lira topladı. Muhtar parayı Ankara'ya gönderdi.", "gönderdi", "amount="),
    # what each gave, and what nobody gave, is not the sum that was sent
    ("Her hane 9 lira topladı. Muhtar parayı Ankara'ya gönderdi.", "gönderdi", "object=para; amount="),
    ("Haneler onar lira topladı. Muhtar parayı Ankara'ya gönderdi.", "gönderdi", "object=para; amount="),
    ("Köylüler 90 lira toplamadı. Muhtar parayı Ankara'ya gönderdi.", "gönderdi", "object=para; amount="),
    ("Köylüler 90 çuval un topladı. Muhtar parayı Ankara'ya gönderdi.", "gönderdi", "amount="),
    ("Köylüler 90 lira topladı. Yıllar geçti. Muhtar parayı Ankara'ya gönderdi.", "gönderdi", "amount="),
    ("Köylüler 90 lira topladı. Muhtar 1921'de para gönderdi.", "para", "amount="),
    # a free relative tells that somebody spoke (GK 27.4), and joined clauses share whoever says it (GK 28.3.1)
    ("Vali Ali Bey esnafa ne söylediyse hepsi yazıldı.", "söylediyse", "action=say; subject=Ali Bey; recipient=esnaf"),
    ("Ali Bey 1921'de Konya'ya gitti, kimse gelmedi dedi.", "dedi", "action=say; subject=Ali Bey"),
    # of two who share a verb the nearer is gone on from (GK 28.3.2), and so is whom a thing befell (GK 18.1.5)
    (
        "Enver Bey Bingazi'de, Nuri Bey Derne'de görev aldı. 1912'de binbaşılığa yükseldi.",
        "yükseldi",
        "recipient=Nuri Bey",
    ),
    (
        "Ali Bey Konya'ya, Veli Bey Sivas'a 1921'de gitti. Ertesi yıl istifa etti.",
        "istifa",
        "subject=Veli Bey",
    ),
    ("Hasan Bey 1920'de geldi. Nuri Bey 1921'de yaralandı. Ertesi yıl öldü.", "öldü", "subject=Nuri Bey"),
    ("Hasan Bey 1920'de geldi. Top 1921'de kayboldu. Ertesi yıl öldü.", "öldü", "subject=Hasan Bey"),
    # who is at the head of those who sit together is their chair (TDK, baş, başkan); of others the head is told
    ("Heyetin başında Hasan Bey vardı.", "vardı", "action=appoint; object=heyet başkanı; recipient=Hasan Bey"),
    ("İzmir Komisyonu'nun başında Hasan Bey bulunuyordu.", "bulunuyordu", "object=İzmir Komisyonu başkanı"),
    ("Okulun başına 1921'de Hasan Bey geçti.", "geçti", "object=Okulun başı"),
    ("Dernek 1921'de kapandı, başına Hasan Bey getirildi.", "getirildi", "object=; recipient=Hasan Bey"),
    # of what is told to be lost its owner is lost (GK 14.4), and what is written is the letter in which it stands
    ("Albay Hasan Bey otuz bin askerin kaybını yazar.", "kaybını", "action=lose; object=otuz bin asker"),
    ("Rapor 40 topun kaybını bildiriyor.", "kaybını", "action=lose; object=40 top"),
    ("Vali Hasan Bey 4 Mart 1925 tarihli mektubunda köyün yandığını bildirdi.", "mektubunda", "object=mektup"),
    ("Vali Hasan Bey 4 Mart 1925'te köyün yandığını bildirdi.", "bildirdi", "action=say; object=köy"),
    # so many of what was counted went into a thing, and did not go anywhere (GK 8.1.3)
    ("Depodan 120 kilo gümüş çıktı; 80'i mermiye gitti.", "mermiye", "action=use; object=gümüş"),
    ("Belediye 900 lira topladı. 300'ü kiraya gitti.", "kiraya", "action=use; object=lira; amount=300"),
    ("Köye 40 asker geldi. 20'si Konya'ya gitti.", "gitti", "action=move; recipient=Konya"),
    ("Kervan 90 çuval un getirdi. 40'ı Sivas'a gitti.", "gitti", "action=transfer; recipient=Sivas"),
    # what is not there, in a compound whose possessive is no owner's (GK 14.4)
    ("Bu hesapta İngiliz parası falan yoktur.", "yoktur", "subject=İngiltere; object=para"),
    # what a paper lays down, told behind a colon, was promised (GK 21.2.3)
    ("Anlaşma bunu öngörüyordu: Fransa da 900 asker tutacaktı.", "tutacaktı", "action=promise; subject=Fransa"),
    ("Sözleşme bir şart koşmuştu: İngiltere limana iki gemi gönderecekti.", "gönderecekti", "object=iki gemi"),
    ("Anlaşma bunu öngörüyordu: Fransa 1921'de iki gemi gönderdi.", "gönderdi", "action=transfer; when=1921"),
]


@pytest.mark.parametrize(("text", "part", "told"), GIVEN, ids=[f"{part} {told}" for _, part, told in GIVEN])
def test_what_the_grammar_gives(text: str, part: str, told: str) -> None:
    facts = read_facts(read_page(f"{text}\n".encode(), path="a.txt"), fast=True)
    one = next(one for one in facts.statements if part in one.text)
    wanted = {place: value for place, _, value in (pair.partition("=") for pair in told.split("; "))}
    assert {place: _value(facts, one, place) for place in wanted} == wanted
