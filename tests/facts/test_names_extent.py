"""How far a name goes where grammar says it, and offices and peoples that are no name."""

from __future__ import annotations

import pytest

from .named import names_in, texts_in


@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Meclis o gün Dostluk, İkamet ve Ticaret Sözleşmesi'ni görüştü.", "Dostluk, İkamet ve Ticaret Sözleşmesi"),
        ("1926 tarihli Ticaret ve İkamet Anlaşması üç yıl uzatıldı.", "Ticaret ve İkamet Anlaşması"),
        (
            "Elçiler Türk-Afgan Dostluk ve İşbirliği Antlaşması'nı imzaladı.",
            "Türk-Afgan Dostluk ve İşbirliği Antlaşması",
        ),
        (
            "Ankara'da Türk-Yunan Dostluk ve Uzlaştırma Anlaşması imzalandı.",
            "Türk-Yunan Dostluk ve Uzlaştırma Anlaşması",
        ),
        ("Taraflar Saldırmazlık ve Hakemlik Paktı için masaya oturdu.", "Saldırmazlık ve Hakemlik Paktı"),
        ("O yıl Ulaşım ve Sınır Protokolü'nü inceledi.", "Ulaşım ve Sınır Protokolü"),
    ],
)
def test_a_treaty_is_of_all_that_its_head_has(text: str, named: str, fast: bool) -> None:
    assert named in texts_in(text, fast=fast)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Hükûmetin Dostluk Antlaşması reddedildi.", "Dostluk Antlaşması"),
        ("Protokol imzalandı ve Ticaret Antlaşması yürürlüğe girdi.", "Ticaret Antlaşması"),
        ("Yunanistan ve Dostluk Antlaşması konuşuldu.", "Dostluk Antlaşması"),
        ("Vali, Ticaret Anlaşması'nı okudu.", "Ticaret Anlaşması"),
    ],
)
def test_what_is_no_matter_of_a_treaty_stays_outside(text: str, named: str) -> None:
    assert named in texts_in(text)


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("Karar AK(b)P MK Siyasi Bürosu tarafından verildi.", "az", "AK(b)P MK Siyasi Bürosu"),
        ("O gün RK(b)P üyeleri Bakü'ye geldi.", "tr", "RK(b)P"),
        ("Sonra ÜİK(b)P MK bu işə qarışdı.", "az", "ÜİK(b)P MK"),
    ],
)
def test_a_partys_letter_in_brackets_is_in_its_name(text: str, language: str, named: str) -> None:
    assert (named, "organisation") in [(name, kind) for name, _, kind in names_in(text, language)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Nota Mustafa Kemal Ankara Heyeti'ne verildi.", ["Mustafa Kemal", "Ankara Heyeti"]),
        ("Ertesi gün Kâzım Karabekir Erzurum Kongresi'ni açtı.", ["Kâzım Karabekir", "Erzurum Kongresi"]),
        ("Dün İsmet Paşa Sivas Kongresi'ni anlattı.", ["İsmet Paşa", "Sivas Kongresi"]),
    ],
)
def test_who_stands_before_a_body_with_its_town_is_another_name(text: str, parts: list[str]) -> None:
    assert texts_in(text) == parts


def test_a_body_that_bears_a_persons_name_keeps_it() -> None:
    assert "Mustafa Kemal Atatürk Lisesi" in texts_in("Çocuklar Mustafa Kemal Atatürk Lisesi'nde okudu.")
    assert "Konya Rıza Bey Lisesi" in texts_in("O yıl Konya Rıza Bey Lisesi açıldı.")


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("O zaman Cənubi Azərbaycan məsələsi müzakirə edildi.", "az", "Cənubi Azərbaycan"),
        ("Qoşun Şərqi Anadolu tərəfə getdi.", "az", "Şərqi Anadolu"),
        ("Cəfər xan Cənubi Azərbaycanda hakim idi.", "az", "Cənubi Azərbaycan"),
        ("The army left Western Thrace in October.", "en", "Western Thrace"),
    ],
)
def test_a_land_has_its_quarter_of_the_sky(text: str, language: str, named: str) -> None:
    assert (named, "place") in [(name, kind) for name, _, kind in names_in(text, language)]


def test_an_armistice_has_its_place() -> None:
    names = names_in("They were forced to sign the Armistice of Mondros (Mudros) in that year.", "en")
    assert ("Armistice of Mondros", "Mondros Mütarekesi", "event") in names


@pytest.mark.parametrize(
    ("text", "language", "never"),
    [
        ("Komitənin Sədri Əli Kərimov gəldi.", "az", "Sədri"),
        ("Bakı Şəhər Sovetinin Sədri çıxış etdi.", "az", "Sədri"),
        ("Qafqaz Canişini Tiflisdə oturdu.", "az", "Canişini"),
        ("Müvəqqəti Milli Şura yaradıldı.", "az", "Müvəqqət"),
        ("Keçmiş Seymin Müsəlman fraksiyası iclasdan çıxdı.", "az", "Müsəlman"),
        ("Halep Valisi o gün döndü.", "tr", "Valisi"),
    ],
)
def test_an_office_or_a_people_is_no_name(text: str, language: str, never: str) -> None:
    assert all(never not in name for name in texts_in(text, language))


@pytest.mark.parametrize(
    ("text", "language", "bearer"),
    [
        ("Fətəli xan İsgəndər oğlu Xoyski 1920-ci ildə öldürüldü.", "az", "Feteli Han Hoyski"),
        ("Sonra F.X.Xoyski hökumətin sədri oldu.", "az", "Feteli Han Hoyski"),
        ("Əlimərdan bəy Ələkbər oğlu Topçubaşov Parisdə idi.", "az", "Alimerdan Topçubaşov"),
        ("Bu konuda H. E. Adıvar da yazdı.", "tr", "Halide Edip Adıvar"),
        ("Raporu M. C. Bayar imzaladı.", "tr", "Celal Bayar"),
    ],
)
def test_a_fathers_name_and_initials_leave_the_bearer_known(text: str, language: str, bearer: str) -> None:
    assert bearer in [name for _, name, _ in names_in(text, language)]


def test_initials_of_another_are_nobodys_of_the_tables() -> None:
    assert ("K. E. Adıvar", "K. E. Adıvar", "person") in names_in("Bu konuda K. E. Adıvar konuştu.")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Başkomutan Mustafa Kemal Paşa cepheye gitti.", ("Mustafa Kemal Paşa", "Mustafa Kemal Atatürk")),
        ("Serasker Rıza Paşa orduyu topladı.", ("Rıza Paşa", "Rıza Paşa")),
        ("Toplantıya Dersvekili Halis Efendi katıldı.", ("Halis Efendi", "Halis Efendi")),
        ("Sonra Başmüfettiş İbrahim Tali konuştu.", ("İbrahim Tali", "İbrahim Tali")),
    ],
)
def test_an_office_before_a_person_is_no_part_of_him(text: str, named: tuple[str, str]) -> None:
    assert named in [(name, bearer) for name, bearer, _ in names_in(text)]


@pytest.mark.parametrize("text", ["Topal Rıza Efendi geldi.", "Prens Sabahattin geldi.", "Vali Paşa geldi."])
def test_bynames_and_styles_are_no_offices(text: str) -> None:
    assert all(name not in ("Rıza Efendi", "Sabahattin", "Paşa") for name in texts_in(text))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Karabük Demir Çelik İşletmeleri 1939'da üretime geçti.", "Karabük Demir Çelik İşletmeleri"),
        ("Kuzgun Demir-Çelik İşletmeleri o yıl kuruldu.", "Kuzgun Demir-Çelik İşletmeleri"),
        ("Parayı Kuzgun Şeker Fabrikaları ödedi.", "Kuzgun Şeker Fabrikaları"),
        ("Divriği Demir Madenleri İşletmesi'ne on memur alındı.", "Divriği Demir Madenleri İşletmesi"),
    ],
)
def test_a_body_goes_up_to_the_word_that_makes_it_one(text: str, named: str) -> None:
    assert (named, "organisation") in [(name, kind) for name, _, kind in names_in(text)]


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("Yardımı Türkiye Kızılay Derneği Genel Başkanı Ali Rıza duyurdu.", "tr", "Türkiye Kızılay Derneği"),
        ("O gün İstanbul Emniyet Müdürü geldi.", "tr", "İstanbul"),
        ("British High Commissioner Sir Horace Rumbold arrived.", "en", "Horace Rumbold"),
        ("The Secretary of State for Foreign Affairs wrote to Monsieur Gounaris.", "en", "Gounaris"),
        ("Miss Gertrude Bell met Count Sforza.", "en", "Sforza"),
    ],
)
def test_an_office_behind_or_before_stays_outside(text: str, language: str, named: str) -> None:
    found = texts_in(text, language)
    assert named in found
    assert all(word not in name for name in found for word in ("Genel", "High", "Affairs", "Emniyet", "Count"))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Mühendis H.A. Brassert 1937'de geldi.", "H.A. Brassert"),
        ("Raporu R. S. Kuzgunay yazdı.", "R. S. Kuzgunay"),
    ],
)
def test_initials_are_the_persons_behind_them(text: str, named: str) -> None:
    assert named in texts_in(text)


def test_a_surname_written_as_its_two_words_is_the_bearers() -> None:
    assert ("Necip Fazıl Kısa Kürek", "Necip Fazıl Kısakürek", "person") in names_in(
        "Necip Fazıl Kısa Kürek'in dergisi 1943'te çıktı."
    )
    assert "Necip Fazıl" in texts_in("Necip Fazıl Büyük Doğu'yu çıkardı.")


@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("O gazetede Necmeddin Sadak yazıyordu.", "Necmettin Sadak"),
        ("Romanı Halid Ziya Uşaklıgil yazdı.", "Halit Ziya Uşaklıgil"),
        ("Orduyu Mahmud Şevket Paşa getirdi.", "Mahmut Şevket Paşa"),
        ("Heyette Ahmed Ağaoğlu da vardı.", "Ahmet Ağaoğlu"),
    ],
)
def test_a_given_name_has_two_spellings(text: str, bearer: str, fast: bool) -> None:
    assert bearer in [name for _, name, _ in names_in(text, fast=fast)]


def test_a_surname_that_the_page_spells_otherwise_is_the_one_it_named() -> None:
    text = "Nəsib bəy Yusifbəyli hökuməti qurdu. Sonra Yusifbəyli hökuməti istefa verdi. Yusifbəyli getdi."
    assert [(name, kind) for _, name, kind in names_in(text, "az")] == [("Nesib Yusufbeyli", "person")] * 3


def test_who_lives_in_a_place_is_no_body() -> None:
    assert "Lüksemburglu" not in texts_in("O yıl Lüksemburglu mühendisler geldi.")
    assert "Anadolu Ajansı" in texts_in("Haberi Anadolu Ajansı verdi.")


@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Karar dün Bakanlar Kurulunca alındı.", "Bakanlar Kurulu"),
        ("Bu iş Maliye Vekâletince yürütüldü.", "Maliye Vekâleti"),
        ("O dernek Osmanlı Hükûmetince kapatıldı.", "Osmanlı Hükûmeti"),
        ("O para Kuzgun Bankasınca ödendi.", "Kuzgun Bankası"),
        ("Subaylar İngiliz İşgal Kuvvetlerince tutuklandı.", "İngiliz İşgal Kuvvetleri"),
    ],
)
def test_by_whom_a_thing_was_done_is_no_part_of_a_body(text: str, named: str, fast: bool) -> None:
    assert named in texts_in(text, fast=fast)


@pytest.mark.parametrize("text", ["Ahmet Sakınca geldi.", "Hasan Karınca yazdı.", "Köy Darıca'ya yakındır."])
def test_a_name_in_nca_keeps_it(text: str) -> None:
    assert any(name.endswith(("Sakınca", "Karınca", "Darıca")) for name in texts_in(text))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Sonra 2. Balkan Savaşı çıktı.", "2. Balkan Savaşı"),
        ("Bu konu III. Tarım Kurultayı sırasında açıldı.", "III. Tarım Kurultayı"),
        ("Toplantı Sivas Kongresi'nden önceydi.", "Sivas Kongresi"),
    ],
)
def test_an_event_has_its_ordinal(text: str, named: str) -> None:
    assert named in texts_in(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Dağda Kıllıoğlu Hüseyin Efe vardı.", "Kıllıoğlu Hüseyin Efe"),
        ("Defteri Kantarcızade Rıza Bey tuttu.", "Kantarcızade Rıza Bey"),
    ],
)
def test_a_familys_name_stands_before_the_given_one(text: str, named: str) -> None:
    assert named in texts_in(text)


def test_a_town_in_oglu_is_nobodys_family() -> None:
    assert "Rıza Bey" in texts_in("O gün Beyoğlu Rıza Bey'i sevdi.")


@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize("named", ["Percy Loraine", "Henry Moraine", "Robert Delavine", "Thomas Kelande"])
def test_an_english_name_has_no_turkish_case(named: str, fast: bool) -> None:
    assert named in texts_in(f"Colonel {named} left the town in that year.", "en", fast=fast)


@pytest.mark.parametrize("fast", [False, True])
def test_a_town_is_not_the_surname_that_tables_do_not_call_its_bearer_by(fast: bool) -> None:
    names = names_in("Halil Kut left Bagdad before the fall of Kut in that year.", "en", fast=fast)
    assert ("Kut", "Halil Paşa", "person") not in names


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Curzon, British Secretary of State for Foreign Affairs, wrote in a minute.", "Foreign Affairs"),
        ("He was the Commissar for Foreign Trade in that year.", "Foreign Trade"),
        ("It opened the Anatolian chapter of the settlement.", "Anatolian"),
        ("He was a deputy of the Bolshevik regime in Denmark.", "Bolshevik"),
    ],
)
def test_what_an_office_is_for_and_a_lands_adjective_are_no_names(text: str, never: str) -> None:
    assert never not in texts_in(text, "en")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Hindistan Müslümanları Kurtuluş Savaşı için para topladı.", "Kurtuluş Savaşı"),
        ("Rusya Türkleri Balkan Savaşı'nda orduya para yolladı.", "Balkan Savaşı"),
        ("Doğu Halkları Kurultayı eylülde toplandı.", "Doğu Halkları Kurultayı"),
        ("Türk Kurtuluş Savaşı üç yıl sürdü.", "Türk Kurtuluş Savaşı"),
    ],
)
def test_a_war_is_not_the_peoples_before_it(text: str, named: str) -> None:
    assert named in texts_in(text, fast=True)
