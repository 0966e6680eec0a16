"""Wholes, ages and lengths that lie near what was reckoned, whatever their words: where they fire, where not."""

from __future__ import annotations

import pytest

from tanik.compare.run import run
from tanik.dossier.messages import message

from .planted_pages import examined


def rules(text: str) -> list[str]:
    found = run([examined(f"Not\n\n{text}", fast=True)]).findings
    return sorted({one.rule for one in found} - {"page-unsourced", "page-hardly-sourced"})


FIRES = [
    # what a dated paper speaks of, and when it was written
    ("3 Mayıs 1923 tarihli mektupta Soyadı Kanunu'ndan söz ediliyor.", "cites-later-event"),
    # a whole that takes up what was told: by place, by its verb, by its ablative, by a part of a compound
    ("Bahçede 24 elma, 16 armut fidanı vardı. Bahçedeki 45 fidanın yarısı kurudu.", "sum-total"),
    ("Ahırda 14 inek, 9 manda duruyordu. Yağmur başladı. Ahırdaki yirmi altı hayvanın sahibi kaçtı.", "sum-total"),
    ("Doğu kapısından 140, batı kapısından 95 çuval girmişti. Giren 255 çuvalın hepsi yandı.", "sum-total"),
    ("Sahilde 12, içeride 31 karakol vardı. Mevcut 48 uçkarakoldan ancak onunda soba vardı.", "sum-total"),
    ("Kilerde 18 küp, 14 fıçı ve 9 sandık vardı. 46 parçanın dökümü kapıya asıldı.", "sum-total"),
    ("It took in 60 boys and 45 girls. In June all 115 children were sent home.", "sum-total"),
    ("Heyetin 14'ü hanım, 9'u bey idi. Kasımda yirmi beş kişinin tamamı geri döndü.", "sum-total"),
    ("Sandaldan sekiz, salapuryadan on bir kişi kurtarıldı. Kurtulan yirmi bir yolcunun üçü ağırdı.", "sum-total"),
    ("Geminin bedeli 21.500 İngiliz lirasıydı. İlk yıl 8.000 lira ödendi. Sonra 6.000 lira verildi."
     " Kalan 6.000 lirayla hesap kapandı.", "sum-total"),
    ("Kampa 17 kız, 9 oğlan gitti. Kampa giden 24 çocuğun tamamı döndü.", "sum-total"),
    ("Sergiye 17 tablo, 9 heykel kondu. Sergiye konan 24 eserin tamamı satıldı.", "sum-total"),
    # shares
    ("120 gencin yüzde 25'i, yani 42 kişi, köyüne döndü.", "sum-shares"),
    ("200 evin yüzde 15'i (45 ev) yanmıştı.", "sum-shares"),
    ("Of the school, 25 per cent of the 80 pupils, or 32 boys, had shoes.", "sum-shares"),
    ("Üye sayısı bir yılda 300'den 450'ye, yüzde 30 artarak çıktı.", "sum-growth"),
    ("Kasabanın nüfusu 1.200'den 1.800'e, yüzde 30 artarak çıktı.", "sum-growth"),
    ("Ücret yüzde 15 oranında artarak 400 kuruştan 500 kuruşa çıktı.", "sum-growth"),
    ("Halkın %70'i Türk, %24'ü Rum, %15'i Levanten idi.", "sum-hundred"),
    ("Gelirin yüzde 40'ı tütünden, yüzde 25'i incirden gelirdi. Kış sertti. Kalan yüzde 45'i bağdandı.", "sum-hundred"),
    # so much for each, of waggons, of weeks, of people and days
    ("Trende 20 vagon vardı, her vagona 12 ton buğday yüklendi. Böylece 280 ton limana indi.", "sum-shares"),
    ("Haftada 6 lira alıyor, kırk hafta boyunca çalışıyordu. Eline geçen 310 lirayla ev tuttu.", "sum-shares"),
    ("On beş amele on gün çalıştı, her birine günde 4 kuruş verildi. Ödenen 750 kuruş azdı.", "sum-shares"),
    # what stands or was added
    ("Ambara 30 ton arpa indirildi, 12 tonu satıldı. Ambarda duran 22 ton arpa çürüdü.", "sum-rest"),
    ("Mahzende 90 fıçı vardı, 35 fıçı satıldı. Mahzende hâlâ bekleyen 65 fıçı mühürlendi.", "sum-rest"),
    ("Kasabada 1927'de 4.200, 1935'te 6.900 kişi sayıldı. Kasabaya eklenen 3.400 kişi açtı.", "sum-difference"),
    # lengths
    ("Kazı 1926'da başladı. Altı yıl süren çalışmanın ardından 1929'da müze açıldı.", "duration-misfit"),
    ("Kuşatma 1911'de başladı, 1914'te bitti. Yedi yıl süren kuşatma şehri tüketti.", "duration-misfit"),
    ("Okul 1908'de açıldı. Beş yıl sonra, 1911'de, kapandı.", "duration-misfit"),
    ("Kafile 3 Mayıs 1912'de yola çıktı, 21 Mayıs 1912'de şehre vardı. Otuz gün süren yürüyüşte kimse ölmedi.",
     "duration-misfit"),
    ("Zindana 1911'de girdi, 1914'te çıktı; içeride geçen altı senede saçı ağardı.", "duration-misfit"),
    ("They downed tools on 4 May 1909 and came back on 20 May 1909, after a strike of 30 days.", "duration-misfit"),
    ("The press ran from May 1894 to June 1909. In those twenty-two years it printed forty books.", "duration-misfit"),
    # ages
    ("Halit Usta 1864'te Bolu'da doğdu. Bir ocak günü, 1929'da, yetmiş dört yaşında gözlerini kapadı.", "age-beside"),
    ("1893 doğumlu Nezihe Hanım öğretmendi. 1920'de diplomasını aldığında henüz on dokuzundaydı.", "age-beside"),
    ("1885'li Zehra Hanım hiç evlenmedi. Mührü aldığı 1931 yılında otuz dokuzundaydı.", "age-beside"),
    ("Münir Bey (1890–1938) öğretmendi. Vefatında elli sekiz yaşındaydı.", "age-beside"),
    ("Born in Leeds in 1850, he laid rails. He died in 1921 at the age of 63.", "age-beside"),
    ("She was born in 1890. In 1921, when she was only nineteen, she opened a shop.", "age-beside"),
    ("Born in 1860, he drew maps. He was 38 when he printed the first one in 1911.", "age-beside"),
    ("Sürgünü 1909'da başladı. On iki yıl süren bu sürgünden 1916'da döndü.", "duration-misfit"),
    # times
    ("1893 doğumlu Rıza Tevfik Çelik, 1890'da Tıbbiye'den mezun oldu.", "deed-before-birth"),
    ("Mektupları torunundadır. İlki 5 Mart 1915 tarihli ve “Leningrad'a vardık” diye başlıyor.", "place-too-early"),
    ("Talat Paşa Mart 1924'te Roma'da gazetecilere yemek verdi.", "deed-after-death"),
    ("Talat Paşa 1923'te dedesinin mezarını ziyaret etti.", "deed-after-death"),
    ("Ziya Gökalp 1926'da bir okula 40 kitap verdi.", "deed-after-death"),
    ("It was first told by the New York Times on 3 May 1843 in a short wire.", "source-before-newspaper"),
    ("Depoya 1.3400 metreküp kereste yığıldı.", "number-malformed"),
]  # fmt: skip

SILENT = [
    "3 Mayıs 1923 tarihli mektupta, Soyadı Kanunu çıkmadan önce kullandığı addan söz ediliyor.",
    "Soyadı Kanunu çıkmadan önce, 3 Mayıs 1923 tarihli senette, adını yazdığı söyleniyor.",
    "Bahçede 24 elma, 16 armut fidanı vardı. Bahçedeki 40 fidanın yarısı kurudu.",
    "Anbara pazartesi 40 çuval, salı 50 çuval un girdi. Çarşamba fırıncıların getirdiği 105 çuval da eklendi.",
    "Sınıfın 17'si hanım, 9'u bey. Geziye katılan 20 kişinin hepsi memnundu.",
    "Sınıfta 17 kız, 9 oğlan vardı. Yarışmaya katılan 24 çocuğun her biri sevindi.",
    "Sınıfta 17 kız, 9 oğlan vardı. Kampa giden 24 çocuğun her biri sevindi.",
    "Kasabada 40 ev, köyde 25 ev yandı. Komşu köydeki 70 ev kurtuldu.",
    "Kolera 214 can aldı. Bunların 130'u haziranda, 61'i temmuzda öldü. Hastaneye yatan 500 kişinin 286'sı iyileşti.",
    "Masraf 18.000 lira tuttu: 7.500'ü nakliye, 9.000'i işçilik, gerisi gümrük.",
    "Satıcıya 900 lira, komisyoncuya 90 lira ödendi; toplamda 1.000 lirayı aşmayan bir iş.",
    "33.685 yaralının 33.460'ı kurşunla, 225'i süngüyle yaralandı. Şehit düşen 12 ere karşı bir subay öldü.",
    "120 gencin yüzde 25'i, yani 30 kişi, köyüne döndü.",
    "120 gencin yüzde 33'ü, yani 40 kişi, köyüne döndü.",
    "Üye sayısı 300'den 450'ye, yüzde 50 artarak çıktı.",
    "Üye sayısı 300'den 450'ye yükseldi, bunların yüzde 30'u kadındı.",
    "Kasabanın nüfusu 1.200'den 1.800'e, yılda yüzde 30 artarak çıktı.",
    "Kasabanın nüfusu her yıl yüzde 30 artarak 1.200'den 1.800'e çıktı.",
    "Halkın yüzde 60'ı kadın, yüzde 50'si evli, yüzde 20'si okuryazardı.",
    "Çarşı sandığında 312, istasyon sandığında 205 oy çıktı. Oy sahiplerinin 517'si de imza verdi.",
    "Trende 20 vagon vardı, her vagona 12 ton buğday yüklendi. Böylece 240 ton buğday limana indi.",
    "Ambara 30 ton arpa indirildi, 12 tonu satıldı. Ambarda duran 18 ton arpa çürüdü.",
    "Ambara 30 ton arpa indirildi, 12 tonu satıldı. Limanda bekleyen 22 ton arpa çürüdü.",
    "Mahzende 90 fıçı vardı, 35 fıçı satıldı. İskelede duran 60 fıçı başkasınındı.",
    "Kuyu 38.4237 enlem ve 27.1428 boylamdadır.",
    "Savaş 1914'te başladı, kardeşi 1918'de döndü. Altı yıl süren hastalığı onu yormuştu.",
    "Savaş 1911'de başladı, 1923'te bitti. On yıl süren savaşlar nesli tüketti.",
    "Savaş 1914'te başladı, 1918'de bitti. On yıl süren kıtlık ardından geldi.",
    "Okul 1908'de açıldı. Üç yıl sonra, 1911'de, kapandı.",
    "Okul 1908'de açıldı. Savaştan beş yıl sonra, 1911'de, kapandı.",
    "Okul 1908'de açıldı. Kurucusu, babasının ölümünden tam beş yıl sonra, 1911'de, evlendi.",
    "Okul 1908'de açıldı, 1911'de yandı. Dört yıl sonra, 1915'te, yenisi yapıldı.",
    "They downed tools on 4 May 1909 and came back on 20 May 1909, after a strike of 16 days.",
    "Dedem 1895 doğumluydu. 1938'de babam 14 yaşındayken onu Ankara'ya götürmüş.",
    "1893 doğumlu Nezihe Hanım öğretmendi. 1920'de diplomasını aldığında yirmi yedisindeydi.",
    "Münir Bey (1890–1938) öğretmendi. Vefatında kırk sekiz yaşındaydı.",
    "1880 yılında doğan kaptan denize alıştı. Vapur 1920'de battığında çarkçı elli bir yaşındaydı.",
    "Sürgünü 1909'da başladı. Yedi yıl süren bu sürgünden 1916'da döndü.",
    "Born in 1860, he drew maps. He was 51 when he printed the first one in 1911.",
    "1893 doğumlu Rıza Tevfik Çelik, 1890'da kurulan okulda okudu.",
    "1893 doğumlu Rıza Tevfik Çelik'in babası 1890'da Tıbbiye'den mezun oldu.",
    "Ayın 31'inde doğan amcama bu yüzden Mart derlerdi.",
    "Ziya Gökalp 1926'da bir okula adını verdi.",
    "Ziya Gökalp 1931'de bir caddeye ismini verdi.",
    "Talat Paşa 1926'da bir romana ilham verdi.",
    "Talat Paşa 1922'de Berlin'deki mezarında ziyaret edildi.",
    "Talat Paşa 1922'de anıt mezarında çiçeklerle karşılandı.",
    "It was told by the New York Times on 3 May 1913 in a short wire.",
    "Mektupları torunundadır. En eskisi 5 Mart 1935 tarihli ve “Leningrad'a vardık” diye başlıyor.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "rule"), FIRES)
def test_it_fires(text: str, rule: str) -> None:
    assert rule in rules(text)


@pytest.mark.parametrize("text", SILENT)
def test_it_is_silent(text: str) -> None:
    assert rules(text) == []


def test_a_title_asks_of_others() -> None:
    own = run([examined("Atatürk o okulu açtı mı?\n\nAtatürk o okulu 1931'de açtı.", fast=True)]).findings
    others = run([examined("Atatürk o okulu açtı mı?\n\nO okulu İsmet İnönü 1931'de açtı.", fast=True)]).findings
    assert "title-question" in {one.rule for one in own}
    assert "title-question" not in {one.rule for one in others}


def told(text: str, rule: str, lang: str) -> str:
    found = run([examined(f"Not\n\n{text}", fast=True)]).findings
    return message(next(one for one in found if one.rule == rule), lang)


def test_what_was_seen_is_told() -> None:
    length = told("Okul 4 Mart 1908'de açıldı. Beş yıl sonra, 6 Mart 1911'de, kapandı.", "duration-misfit", "tr")
    assert length.startswith("4 Mart 1908 ile 6 Mart 1911 arası")
    assert "yaklaşık 3 yıl ediyor" in length
    growth = told("Kasabanın nüfusu 1.200'den 1.800'e, yüzde 30 artarak çıktı.", "sum-growth", "tr")
    assert growth.startswith("Sayılardaki değişme (1.200 → 1.800) yüzde 50 ediyor")
    rest = "Gelirin yüzde 40'ı tütünden, yüzde 25'i incirden gelirdi. Kalan yüzde 25'i bağdandı."
    assert "90 per cent and not to 100" in told(rest, "sum-hundred", "en")


def test_a_day_has_its_ending() -> None:
    dead = told("Talat Paşa Mart 1924'te Roma'da gazetecilere yemek verdi.", "deed-after-death", "tr")
    assert "bu cümleye göre Mart 1924’te hâlâ sağ" in dead
