"""Rules of the grammar about who fills which place: for each, sentences where it holds beside such as look like it.

Each row is a text, words of the clause, a place, and what fills it; None is a place that stays open. Sources stand
beside the rules: Göksel & Kerslake 2005 (GK), Lewis 2000, Huddleston & Pullum 2002.
"""

from __future__ import annotations

import pytest

from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _roles(text: str, clause: str) -> dict[str, str]:
    page = read_page(f"{text}\n".encode(), path="a.txt")
    found = [one for one in read_facts(page, fast=True).statements if clause in one.text]
    assert found, clause
    return {place: role.name or role.text for place, role in found[-1].firsts.items()}


def _check(text: str, clause: str, place: str, want: str | None) -> None:
    assert _roles(text, clause).get(place) == want


# an adjective takes its dative with it into the phrase (GK 14.3.2); beside the verb the dative is the verb's own
@pytest.mark.parametrize(
    ("text", "clause", "place", "want"),
    [
        ("Vali 1921'de orduya ait depoyu tüccara verdi.", "verdi", "recipient", "tüccar"),
        ("Ali Bey 1921'de Bursa'ya bağlı bir köye 40 çuval un gönderdi.", "gönderdi", "recipient", "bir köy"),
        ("Ali Bey 1934'te buna benzer bir söz söyledi.", "söyledi", "recipient", None),
        ("Müze 1934'te sultana mahsus bir kılıcı Konya'ya gönderdi.", "gönderdi", "recipient", "Konya"),
        ("Banka 1934'te köylüye yönelik bir kredi verdi.", "verdi", "recipient", None),
        ("Vali 1921'de orduya un verdi.", "verdi", "recipient", "ordu"),
        ("Ali Bey 1921'de Bursa'ya 40 çuval un gönderdi.", "gönderdi", "recipient", "Bursa"),
        ("Ali Bey 1934'te valiye bir söz söyledi.", "söyledi", "recipient", "vali"),
    ],
)
def test_datives_of_adjectives(text: str, clause: str, place: str, want: str | None) -> None:
    _check(text, clause, place, want)


# what "değil" replaces fills no place (GK 20.2)
@pytest.mark.parametrize(
    ("text", "clause", "place", "want"),
    [
        ("Banka parayı 1931'de valiye değil belediyeye verdi.", "verdi", "recipient", "belediye"),
        ("Ali Bey 1931'de Konya'ya değil Bursa'ya gitti.", "gitti", "recipient", "Bursa"),
        ("Köye 1931'de 120 değil 12 çuval un verildi.", "verildi", "object", "12 çuval un"),
        ("Banka parayı 1931'de valiye verdi.", "verdi", "recipient", "vali"),
    ],
)
def test_what_is_named_only_to_be_replaced(text: str, clause: str, place: str, want: str | None) -> None:
    _check(text, clause, place, want)


# of whom a thing is asked stands in the ablative; the dative says for whom (TDK Türkçe Sözlük, istemek)
@pytest.mark.parametrize(
    ("text", "clause", "place", "want"),
    [
        ("Muhtar Ali Ağa 1921'de köye tohumluk istedi.", "istedi", "recipient", None),
        ("Muhtar Ali Ağa 1921'de köye kaymakamdan tohumluk istedi.", "istedi", "recipient", "kaymakam"),
        ("Ali Bey 1921'de öğrencilere kitap talep etti.", "talep etti", "recipient", None),
        ("Ali Bey 1921'de valiye mektup yazdı, köye tohumluk istedi.", "istedi", "recipient", "vali"),
        ("Ali Bey 1921'de hastaneye 50 yatak verilmesini istedi.", "istedi", "recipient", None),
        ("Ali Bey 1921'de Maliye Nezareti'ne başvurdu.", "başvurdu", "recipient", "Maliye Nezareti"),
        ("Fransa 1921'de Ankara'ya bir nota verdi.", "verdi", "recipient", "Ankara"),
        ("Ali Bey 1921'de belediyeye başvurarak 900 lira istedi.", "istedi", "recipient", "belediye"),
        ("Ali Bey 1921'de valiye bir mektup yazıp 900 lira istedi.", "istedi", "recipient", "vali"),
        ("Ali Bey 1921'de trene binerek Konya'ya gitti.", "gitti", "recipient", "Konya"),
    ],
)
def test_of_whom_a_thing_is_asked(text: str, clause: str, place: str, want: str | None) -> None:
    _check(text, clause, place, want)


# a complement stands right before its verb, and neither in the locative nor before a noun (GK 24.4, 25.1.1.2)
@pytest.mark.parametrize(
    ("text", "clause", "place", "want"),
    [
        ("Ali Bey 1921'de savunmasında suçu reddetti.", "reddetti", "object", "suç"),
        ("Ali Bey 8 Mayıs 1931'de gazeteye verdiği demeçte kuruma teşekkür etti.", "teşekkür", "object", None),
        ("Ali Bey 1921'de okul yapmayı vaat etti.", "vaat", "object", "okul yapma"),
        ("Paşa 1922'de bir gazeteye kapıyı herkese açık tuttuğunu söyledi.", "söyledi", "recipient", "bir gazete"),
        ("Banka 1922'de köye yol yapılmasını kabul etti.", "kabul etti", "recipient", None),
        ("Vali 1922'de kaymakama köyü boşaltmasını emretti.", "emretti", "recipient", "kaymakam"),
        ("Meclis 1926'da altının galiplere teslimini onayladı.", "onayladı", "recipient", None),
    ],
)
def test_what_is_said_and_what_only_stands_before(text: str, clause: str, place: str, want: str | None) -> None:
    _check(text, clause, place, want)


# a clause whose verb takes no object has its own nominative as subject, and no other's (GK 26.3)
@pytest.mark.parametrize(
    ("text", "clause", "place", "want"),
    [
        ("Sivas Kongresi 4 Eylül 1919'da açıldığında yüz lira toplandı.", "toplandı", "object", "yüz lira"),
        ("Vali gelince 1921'de köye un dağıtıldı.", "dağıtıldı", "object", "un"),
        ("Vali 1921'de gelince Ali Bey Konya'ya gitti.", "gitti", "subject", "Ali Bey"),
        ("Vali Konya'ya gelince 1921'de on top istedi.", "istedi", "subject", "Vali"),
        ("Şerife Bacı 1921'de Kastamonu'da donarak öldü.", "öldü", "subject", "Şerife Bacı"),
        ("Şerife Bacı 1921'de Kastamonu'da donarak öldü.", "öldü", "object", "Kastamonu"),
        ("Ali Bey, sırtında çocuğu, elinde mektubu, 1921'de Van'da öldü.", "öldü", "subject", "Ali Bey"),
        ("Sözleşme beş yıllıktı, 1933'te ders vermeye imza attılar.", "imza", "subject", None),
        ("Köylüler 1933'te valiye bir dilekçe verdiler.", "verdiler", "subject", "Köylüler"),
    ],
)
def test_whose_nominative_it_is(text: str, clause: str, place: str, want: str | None) -> None:
    _check(text, clause, place, want)


# a possessed head closes its phrase; an izafet needs a possessed head (GK 14.4)
@pytest.mark.parametrize(
    ("text", "clause", "place", "want"),
    [
        ("Antlaşmanın 14. maddesi gelirin yüzde onunu 1926'da Ankara'ya bıraktı.", "bıraktı", "object", "gelir"),
        ("Uçağı Fransız subayı 1922'de belediyeye sattı.", "sattı", "object", "uçak"),
        ("Dumas parayı 1922'de valiye verdi.", "verdi", "object", "para"),
        ("Halam saati 1912'de müzeye verdi.", "verdi", "object", "saat"),
        ("Belediye 1922'de hükûmet konağını sattı.", "sattı", "object", "hükûmet konağı"),
        ("Ali Bey 1921'de gaz ve benzin istedi.", "istedi", "object", "gaz"),
        ("Ali Bey 1921'de 40 ton gaz ve 20 ton benzin istedi.", "benzin istedi", "object", "20 ton benzin"),
        ("Taşları Eskişehirli bir tüccar 1923'te 90 liraya satın aldı.", "aldı", "recipient", "Eskişehirli bir tüccar"),
        ("Hanedandan 155 kişi 1924'te yurt dışına gönderildi.", "gönderildi", "subject", "Hanedan"),
        ("İstanbul'dan 40 kişi 1924'te Konya'ya gönderildi.", "gönderildi", "subject", "40 kişi"),
    ],
)
def test_where_a_phrase_ends(text: str, clause: str, place: str, want: str | None) -> None:
    _check(text, clause, place, want)


# a permission is someone's or for a thing; "sonra" follows an ablative or a time, else it is an adverb (GK 17.2)
@pytest.mark.parametrize(
    ("text", "clause", "place", "want"),
    [
        ("Hükûmet 1896'da Ali Bey'e izin vermedi.", "vermedi", "recipient", "Ali Bey"),
        ("Hükûmet 1896'da Ali Bey'e izin vermedi.", "vermedi", "object", "izin"),
        ("Valilik 1922'de yola izin verdi.", "verdi", "object", "yol"),
        ("Telsizi sonra 1921'de İnebolu'ya yolladılar.", "yolladılar", "object", "Telsiz"),
        ("Ali Bey 1921'de savaştan sonra İnebolu'ya gitti.", "gitti", "recipient", "İnebolu"),
        ("Mahkeme 1928'de onu iki yıl hapse mahkûm etti. Ali Bey kaçtı.", "mahkûm", "object", "iki yıl hapis"),
        (
            "Ermenistan temsilcisi Mravyan ikinci oturumda 1921'de Konya'yı istedi.",
            "istedi",
            "subject",
            "Mravyan",
        ),
        ("Rus askeri 1916'da Hatay'a girdi.", "girdi", "subject", "Rus askeri"),
        ("Dedem Hüseyin Ağa sustu. Maliye Vekâleti dedeme 1924'te 18 lira ödedi.", "ödedi", "recipient", "Hüseyin Ağa"),
        ("Maliye Vekâleti dedesine 1924'te 18 lira ödedi.", "ödedi", "object", "18 lira"),
    ],
)
def test_permissions_terms_and_names(text: str, clause: str, place: str, want: str | None) -> None:
    _check(text, clause, place, want)


# the locative of a time is no place (GK 16.4), nor is where a thing was found who got it
@pytest.mark.parametrize(
    ("text", "clause", "place", "want"),
    [
        ("Halk 1925'te bir buçuk yılda 900 lira bağışladı.", "bağışladı", "place", None),
        ("Fabrika 1925'ten sonra yılda 800 ton bakır gönderdi.", "gönderdi", "subject", "Fabrika"),
        ("Halk 1925'te Konya'da 900 lira bağışladı.", "bağışladı", "place", "Konya"),
        ("Ordu 1918'de Bakü'yü aldı. Şehirde 52 ton petrol bulundu.", "bulundu", "recipient", "Ordu"),
        ("Ali Bey 1918'de Bakü'ye gitti. Depoda 52 ton petrol bulundu.", "bulundu", "recipient", None),
    ],
)
def test_places_and_times(text: str, clause: str, place: str, want: str | None) -> None:
    _check(text, clause, place, want)


# who is answered, who is meant by a short form, and which town "şehir" is (GK 18.1.5, 22.3.1)
@pytest.mark.parametrize(
    ("text", "clause", "place", "want"),
    [
        (
            "Albert Lang 1933'te bakana bir mektup yazdı.\n\nMektup uzundu.\n\nBakan Nuri Bey teklifi geri çevirdi.",
            "geri çevirdi",
            "recipient",
            "Albert Lang",
        ),
        ("Ali Bey 1933'te mektubu yazdı. Ali Bey 1934'te teklifi geri çevirdi.", "geri çevirdi", "recipient", None),
        (
            "Valilik 1922'de yola izin vereceğini bildirdi. Henry Wingate şartı kabul etti.",
            "şartı",
            "recipient",
            "Valilik",
        ),
        ("Köylüler 1921'de validen un istedi. Vali köylülere un verdi.", "verdi", "recipient", "köylüler"),
        ("Enver Paşa 1921'de Buhara'ya vardı. Kasımda şehirden ayrıldı.", "ayrıldı", "object", "Buhara"),
        ("Konya Sergisi\n\nAli Bey 1921'de Bursa'ya vardı. Konya halkı şehri süsledi.", "vardı", "recipient", "Bursa"),
        ("Halam Saffet Hanım 1912'de Van'a gitti. Halam 1915'te öldü.", "öldü", "subject", "Saffet Hanım"),
        ("Halam 1915'te Van'da öldü.", "öldü", "subject", "hala"),
        ("Anahtarı 1923'te vali göndermedi, kâtip Ali Bey teslim etti.", "teslim", "object", "Anahtar"),
        ("Sultan Mehmed Reşad 1909'da Bursa'ya gitti. Padişah 1918'de öldü.", "öldü", "subject", "Sultan Reşad"),
    ],
)
def test_whom_the_sentence_before_gives(text: str, clause: str, place: str, want: str | None) -> None:
    _check(text, clause, place, want)


# Azerbaijani phrases end as Turkish ones do, though the dictionary is another
@pytest.mark.parametrize(
    ("text", "clause", "place", "want"),
    [
        ("Şirkət 1906-cı ildə fəhlələrə 900 manat verdi.", "verdi", "recipient", "işçiler"),
        ("Şirkət 1906-cı ildə fəhlələrə 900 manat verdi.", "verdi", "subject", "şirket"),
        ("1906-cı ildə hökumət vətəgəni şirkətə verdi.", "verdi", "subject", "hükûmet"),
        ("Zavod 1906-cı ildən sonra ildə 800 ton mis göndərirdi.", "göndərirdi", "subject", "fabrika"),
        ("Nuru Paşa 1918-ci ildə qardaşı Ənvər Paşaya bir teleqram vurdu.", "vurdu", "object", "bir telgraf"),
        ("Nuru Paşa 1918-ci ildə qardaşı Ənvər Paşaya bir teleqram vurdu.", "vurdu", "recipient", "Enver Paşa"),
        ("Sülh 1918-ci ildə bağlandı. Nuru Paşa Bakıya gəldi.", "bağlandı", "subject", None),
    ],
)
def test_azerbaijani_phrases(text: str, clause: str, place: str, want: str | None) -> None:
    _check(text, clause, place, want)


# of two bare objects the first is the recipient; "asked for" and "demanded … for" differ (H&P 4.3)
@pytest.mark.parametrize(
    ("text", "clause", "place", "want"),
    [
        ("In May 1922 France sold the villagers 400 coats.", "sold", "object", "400 palto"),
        ("In May 1922 France sold the villagers 400 coats.", "sold", "recipient", "köylü"),
        ("In May 1922 the bank paid Arnold Lennep only 300 pounds.", "paid", "recipient", "Arnold Lennep"),
        ("In May 1922 the bank sold 400 sacks of flour.", "sold", "recipient", None),
        ("The town was poor. In May 1922 the Ottoman Bank sold the mill.", "sold", "object", "değirmen"),
        (
            "In May 1922 Arnold Lennep asked the bank for 300 pounds. The bank rejected the request.",
            "rejected",
            "recipient",
            "Arnold Lennep",
        ),
    ],
)
def test_english_objects(text: str, clause: str, place: str, want: str | None) -> None:
    _check(text, clause, place, want)


@pytest.mark.parametrize(
    ("text", "object_"),
    [
        ("Sebebini sorduğumuzda muhtar 1930'da 40 lira verdi.", "40 lira"),
        ("Evini sattığınızda komşu 40 lira verdi.", "40 lira"),
        ("Parayı istediğimde vali 40 lira verdi.", "40 lira"),
    ],
)
def test_when_we_did_a_thing_is_a_time_and_no_object(text: str, object_: str) -> None:
    _check(text, "verdi", "object", object_)  # -DIğIndA with each person (GK 26.3.16)
