"""Findings in the wordings of public pages: each sentence has one fault of its kind, or none."""

from __future__ import annotations

import pytest

from tanik.compare.run import run

from .planted_pages import examined

FAULTS = [
    ("sum-", "Depodaki 300 çuvalın 120'si Bolu'ya, 200'ü Düzce'ye gitti."),
    ("sum-", "Toplam 900 liranın 500'ü okula, 450'si camiye harcandı."),
    ("sum-", "Tonu 20 liradan 15 ton kömür alındı, 400 lira ödendi."),
    ("sum-", "Köylüler 120 çuval arpa, 80 çuval buğday olmak üzere 250 çuval tahıl verdi."),
    ("sum-", "Her biri 40 kilo gelen 12 sandık toplam 560 kilo tutuyordu."),
    ("sum-", "Kalabalıkta 30 erkek, 25 kadın ve 15 çocuk vardı; yani toplam 80 kişi."),
    ("sum-", "Mektepte 45 kız, 60 erkek olmak üzere 115 talebe okurdu."),
    ("sum-", "Köyün nüfusu 420'ydi: 210 kadın, 230 erkek."),
    ("sum-", "5.000 tüfekten 2.000'i Kars'a, 3.500'ü Van'a yollandı."),
    ("sum-", "Gelir 400 lira, gider 250 lira, kalan 200 liradır."),
    ("sum-", "Kampta 40 çadırda 120 kadın, 90 çocuk, toplam 250 kişi kalıyordu."),
    ("sum-", "Bolu'da 14, Düzce'de 9, Gerede'de 6 olmak üzere toplam 31 şehit verildi."),
    ("sum-", "Geziye 30 öğrenci, 4 öğretmen ve 12 bekçi olmak üzere 56 kişi gitti."),
    ("sum-", "Buğdayın yüzde 50'si Bolu'dan, yüzde 35'i Düzce'den, yüzde 25'i Gerede'den geldi."),
    ("sum-", "Her birinde 30 çuval bulunan 12 arabayla toplam 400 çuval un taşındı."),
    ("sum-", "Komite üç taksit hâlinde 900 lira verdi: 300 lira, 300 lira ve 400 lira."),
    ("sum-", "80 askerin 30'u şehit oldu, 60'ı yaralandı."),
    ("sum-", "The company had 80 men, of whom 30 were killed and 60 wounded."),
    ("sum-", "Bölük 640 kişiyle gitti, 210 şehit, 155 yaralı verdi; toplam kayıp 390 kişiydi."),
    ("sum-", "Komite üç taksitte 90 lira verdi. İlk taksit 30, ikincisi 20, üçüncüsü 60 liraydı."),
    ("sum-", "Of the 90 settlers aboard, 40 went to Samsun and 65 to Trabzon."),
    ("date-", "Açılış 1921 yılının 17 Mart Cuma günü yapıldı."),
    ("date-", "Açılış 17 Mart 1921'de, bir Cuma günü yapıldı."),
    ("date-", "Cuma günü (17 Mart 1921) açıldı."),
    ("date-", "17 Mart 1921 tarihinde Cuma günü açıldı."),
    ("date-", "17/03/1921 Cuma günü geldi."),
    ("age-", "1872'de doğan Hasan Tuğ 1934'te yetmiş beş yaşında öldü."),
    ("age-", "Hasan Tuğ (1872-1934) öldüğünde 75 yaşındaydı."),
    ("age-", "Hasan Tuğ 1872'de doğdu. Hasan Tuğ 1934'te öldüğünde 75 yaşındaydı."),
    ("age-", "Hasan Tuğ 1872'de Bolu'da doğdu. 1934'te 75 yaşında hayatını kaybetti."),
    ("age-", "Enver Paşa 1922'de 52 yaşında öldü."),
    ("office-", "Dönemin Başbakanı İsmet İnönü 1921'de köye bir mektup gönderdi."),
    ("office-", "Sadrazam Talat Paşa'nın 1910'da gönderdiği emirname duvarda asılıydı."),
    ("office-", "Başbakan Adnan Menderes 1947'de köprüyü açtı."),
    ("office-", "Köprüyü 1947'de Başbakan Adnan Menderes açtı."),
    ("office-", "1911 yılında Harbiye Nazırı Enver Paşa'nın emriyle kışla yapıldı."),
    ("office-", "Padişah Vahdettin 1915'te okulun yapılmasını emretti."),
    ("office-", "Cumhurbaşkanı İsmet İnönü 1935'te okulu ziyaret etti."),
    ("office-", "İsmet İnönü, Cumhurbaşkanı sıfatıyla 1936'da köyü gezdi."),
    ("office-", "1912'de Sultan Vahdettin'in fermanıyla köy kuruldu."),
    ("office-", "Dönemin Dahiliye Vekili Şükrü Kaya 1923'te köye geldi."),
    ("body-", "Türk Tarih Kurumu'nun 1926'da yayımladığı kitapta köyün adı geçer."),
    ("body-", "Paralarını 1921'de Merkez Bankası'na yatırdı."),
    ("body-", "Türk Dil Kurumu 1927'de bir sözlük yayımladı."),
    ("body-", "Kitabı 1926'da Türk Tarih Kurumu yayımladı."),
    ("body-", "1955'te Anayasa Mahkemesi'ne başvurdu."),
    ("body-", "1930'da Demokrat Parti'ye üye oldu."),
    ("body-", "Kızı 1921'de Ankara Üniversitesi'nden mezun oldu."),
    ("deed-", "Enver Paşa 1925'te köye geldi."),
    ("deed-", "1925 yılında Enver Paşa ile görüştü."),
    ("deed-", "Köye 1926'da Ziya Gökalp geldi ve bir gece kaldı."),
    ("body-", "1920'de Türk Tarih Kurumu'nun açtığı yarışmada ikinci oldu."),
    ("deed-", "Ziya Gökalp 1926'da köye gelmişti."),
    ("deed-", "Ziya Gökalp'in 1927'de verdiği konferansı dinledi."),
    ("deed-", "Ziya Gökalp'le 1928'de tanıştı."),
    ("deed-", "1926'da Ziya Gökalp'e bir mektup yazdı."),
    ("deed-", "Ömer Seyfettin 1924'te bir öykü yayımladı."),
    ("victory-", "15 Ağustos 1922'de Büyük Taarruz'un zaferle bitmesi kutlandı."),
    ("number-", "Bütçe 12.50.000 liraydı."),
    (
        "surname-",
        "12 Mayıs 1923 tarihli mektupta “Ankara'ya vardım, Fevzi Çakmak ile görüştüm” diye yazar.",
    ),
    (
        "office-too-early",  # of two dates the one right behind him is his
        "Kitap, Celal Bayar'ın Başvekil sıfatıyla 4 Mayıs 1936'da limanı gezdiğini, rıhtımın 1931'de bittiğini yazar.",
    ),
]
SOUND = [
    "Depodaki 300 çuvalın 120'si Bolu'ya, 150'si Düzce'ye gitti.",
    "Toplam 900 liranın 500'ü okula, 400'ü camiye harcandı; 300'ü sonradan geldi.",
    "Kampta 40 çadırda 120 kadın, 90 çocuk, toplam 210 kişi kalıyordu.",
    "Beş köyde 120, 85 ve 60 çuval toplandı, toplam 400 çuvaldı.",
    "Buğdayın yüzde 50'si, arpanın yüzde 60'ı Bolu'dan geldi.",
    "Buğdayın yüzde 50'si Bolu'dan, yüzde 35'i Düzce'den, arpanın yüzde 25'i Gerede'den geldi.",
    "Geziye 30 öğrenci, 4 öğretmen ve 12 bekçi olmak üzere 46 kişi gitti.",
    "Bölük 640 kişiyle gitti, 210 şehit, 155 yaralı verdi; toplam kayıp 365 kişiydi.",
    "Komite üç taksitte 90 lira verdi. İlk taksit 30, ikincisi 20, üçüncüsü 40 liraydı.",
    "Of the 90 settlers aboard, 40 went to Samsun and 45 to Trabzon.",
    "Of the 90 settlers aboard, 60 were women and 40 came from Kars.",
    "80 askerin 30'u okur yazardı, 60'ı köylüydü.",
    "80 askerin 30'u şehit oldu, 40'ı yaralandı.",
    "10 Kasım 1938 Cuma günüydü denir; oysa takvim perşembeyi gösterir.",
    "Celal Bayar, Başbakan sıfatıyla 1938'de köyü gezdi.",
    "1919'da Sultan Vahdettin'in fermanıyla köy kuruldu.",
    "Eski Dahiliye Vekili Şükrü Kaya 1940'ta köye geldi.",
    "Enver Paşa'nın naaşı 1996'da İstanbul'a geldi.",
    "Enver Paşa 1996'da İstanbul'a getirildi.",
    "1926'da Ziya Gökalp'in kitabı yayımlandı.",
    "Ziya Gökalp'in 1924'te verdiği konferansı dinledi.",
    "Türk Tarih Kurumu'nun 1936'da yayımladığı kitapta 1926'dan söz edilir.",
    "Cumhurbaşkanı Celal Bayar 1921'de İktisat Vekili idi.",
    "Başbakan Adnan Menderes 1899'da doğdu.",
    "Köyün nüfusu 420'ydi, 1950'de 210 kadın, 230 erkek oldu.",
    "Yeni köprü 2001'de Adnan Menderes adıyla açıldı.",
    "Hasan Tuğ 1872'de doğdu, oğlu 1896'da 14 yaşında askere gitti.",
    "Kalabalıkta 12'si kadın, 8'i çocuk olmak üzere 40 kişi vardı.",
    "Öğrencilerin sayısı 60'tı; 60 öğrencinin 40'ı kız, 35'i yatılıydı.",
    "Padişah II. Abdülhamid 1907'de köprünün onarılmasını emretti.",
    "Sultan Abdülhamid 1913'te bir hekime mektup yazdırdı.",
    "Eski Başbakan İsmet İnönü 1938'in Kasım başında bir mektup yazdı.",
    "Dönemin Başbakanı İsmet İnönü 1931'de köye bir mektup gönderdi.",
    "Demokrat Parti'ye 1947'de üye oldu.",
    "1930'da Ziya Gökalp'in mektubu bulundu.",
    "Yarışma 18 Mart 1921 Cuma günü yapıldı.",
    "Babası o on yaşındayken 1890'da göçtü. Hasan Tuğ 1872'de doğdu.",
    "Ayda 40 liradan bir yıllık kira 480 lira tutuyordu.",
    "Tonu 20 liradan 15 ton kömür alındı, 300 lira ödendi.",
    "1938 tarihli yazıda “Bingöl Valiliği” adı geçiyor.",  # the province had that name ten years before its town
    "The letter of 3 March 1912 speaks of the proclamation of the republic.",  # of any republic
    "The report of 3 March 1924 mentions an alphabet reform.",  # there was talk of one for sixty years
]


def _rules(text: str) -> list[str]:
    findings = run((examined(f"Başlık\n\n{text}", fast=True),)).findings
    return [finding.rule for finding in findings if finding.rule != "page-unsourced"]


@pytest.mark.parametrize(("family", "text"), FAULTS)
def test_a_fault_is_found_in_the_words_that_pages_use(family: str, text: str) -> None:
    assert any(rule.startswith(family) for rule in _rules(text))


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_sentence_gives_no_finding(text: str) -> None:
    assert _rules(text) == []


def test_lines_of_a_list_make_the_total_below_them() -> None:
    lines = ["• 20 çuval un", "• 15 çuval arpa", "• 5 çuval tuz"]
    assert _rules("\n\n".join([*lines, "Toplam: 45 çuval"])) == ["sum-total"]
    assert _rules("\n\n".join([*lines, "Toplam: 40 çuval"])) == []
    assert _rules("\n\n".join([*lines, "7 koyun", "Toplam: 40 çuval"])) == []


def test_parcels_make_the_total_that_was_told_before() -> None:
    told = "Komite iki parti hâlinde toplam 30 bin lira yolladı. "
    assert _rules(f"{told}İlk partide 12 bin, ikincisinde 28 bin lira gitti.") == ["sum-total"]
    assert _rules(f"{told}İlk partide 12 bin, ikincisinde 18 bin lira gitti.") == []
    assert _rules(f"{told}Okula 12 bin, camiye 28 bin lira vermişti.") == []


def test_an_office_that_another_held_is_told_with_the_holder() -> None:
    finding = next(
        one
        for one in run(
            (examined("Köprü\n\nPadişah Abdülhamid 1913'te köprünün onarılmasını emretti.", fast=True),)
        ).findings
        if one.rule == "office-too-late"
    )
    assert dict(finding.details)["holder"] == "Sultan Reşad"
