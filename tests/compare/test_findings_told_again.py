"""One sum told twice, instalments against their price, parts over their whole, and what is said beside a year."""

from __future__ import annotations

import pytest

from tanik.compare.run import run

from .planted_pages import examined

FIRES = [
    # the same number of one party with another date, the second time on somebody's word or definite
    (
        "Ziya Bey 3 Mart 1925'te hastaneye 5.000 lira bağışladı. Kitapçıkta ise Ziya Bey'in 5.000 lirayı"
        " 13 Nisan 1926'da bağışladığı belirtiliyor.",
        "shipment-told-twice",
    ),
    (
        "Eylül 1920'de Halil Paşa Karaköse'de 500 kilo altın teslim etti. Yazar başka bir sayfada 500 kilo altının"
        " Halil Paşa tarafından Kasım 1920'de teslim edildiğini yazıyor.",
        "shipment-told-twice",
    ),
    (
        "Afgan emiri 1922'de Ankara'ya 50.000 altın yolladı. Dergide bu 50.000 altını Afgan emirinin 1919'da yolladığı"
        " yazılı.",
        "shipment-told-twice",
    ),
    (
        "Garibaldi vapuru 8 Eylül 1920'de Trabzon'a 120 sandık cephane getirdi. Hatıralarda ise Garibaldi vapurunun"
        " 8 Eylül 1920'de Trabzon'a 120 sandık un getirdiği yazılıdır.",
        "shipment-told-twice",
    ),
    # a price, what was paid at once, and so many instalments of so much
    ("Ev 8.000 liraya satıldı; 2.000 lirası peşin alındı, kalanı 1.500 liralık beş taksite bağlandı.", "sum-shares"),
    ("Makinenin bedeli 6.400 liraydı. 1.600 lirasını peşin verdik, gerisini altı ay ayda 900 lira ödedik.",
     "sum-shares"),
    ("Tarlayı 3.000 liraya aldı. Yarısını peşin verdi, kalan borcu 500 liralık dört taksitte kapattı.", "sum-shares"),
    ("2.400 liralık borç on iki ay boyunca her ay 250 lira ödenerek kapatıldı.", "sum-shares"),
    ("Dükkânın fiyatı 4.500 liraydı. Bin lira peşin verildi, kalanı yedi taksitte, her seferinde 600 lira ödendi.",
     "sum-shares"),
    # parts told behind a price, a promise, up to the last or to words that all was paid
    ("Makine 900 marka getirtildi. 300 markı gemide, 300 markı limanda, son 400 markı da kurulunca ödendi.",
     "sum-total"),
    ("3.000 tüfek teslim edilecekti. İlk partide 1.200, ikinci ve son partide 1.900 tüfek geldi.", "sum-total"),
    ("Köprü 360 liraya yaptırıldı. Bedelin 120 lirası avans olarak, 260 lirası iş bitince ödendi.", "sum-part"),
    # more than the whole
    ("Toplam 2.400 oy kullanıldı. Halil Bey 1.250 oy aldı, Şevki Bey 1.050 oyda kaldı. 200 oy geçersizdi.", "sum-part"),
    ("Mahkeme 62 sanığı yargıladı. 15 sanık idama, 28 sanık hapse mahkûm oldu, 21 sanık beraat etti.", "sum-part"),
    ("Kurul 48 dosyayı inceledi: 21 dosya kabul edildi, 16 dosya reddedildi, 13 dosya ertelendi.", "sum-part"),
    ("Derneğin geliri 42.000 lira oldu: aidatlar 18.000, bağışlar 15.000, balo geliri 11.000 lira.", "sum-total"),
    # the verb tells which of the fates are summed up
    ("Türkler 230 ölü ve 570 yaralı, Yunanlar 400 ölü ve 900 yaralı verdi. Böylece toplam 680 kişi can verdi.",
     "sum-total"),
    # ages and lives
    ("1895'te Bakü'de doğdu, 1923'te veremden öldü. Henüz 38 yaşındaydı.", "age-beside"),
    ("1857'de bir memur ailesinin çocuğu olarak dünyaya geldi. Marşı 1880'de, on dört yaşındayken yazdı.",
     "age-beside"),
    ("Kaptan 1878 doğumluydu. Denize on iki yaşında çıkmış, 1911'de kırk beş yaşındayken gemi almıştı.", "age-beside"),
    ("Mezar taşında 1833-1902 yazar. Levhada ise seksen bir yaşında vefat ettiği belirtilmiştir.", "age-beside"),
    ("Enstitü 1940'ta açıldı ve 1954'te kapatıldı. Yirmi dört yıllık ömründe çok öğretmen yetiştirdi.",
     "duration-misfit"),
    # numbers
    ("Dış borç 161,500.000 altın liraya çıkmıştı.", "number-malformed"),
    ("Belediyenin borcu 45..000.000 liraydı.", "number-malformed"),
    ("Birinci bölüm 120 sayfa, ikinci bölüm 95 sayfa, üçüncü bölüm 85 sayfa. Böylece 310 sayfalık kitap bitti.",
     "sum-total"),
    # what is told in small letters, in equal instalments, in a state, as a conclusion or as all that it lived
    (
        "Belediye çeşmeyi yaptırana toplam 9.000 altın lira verdi ve bunu üç taksitte ödedi: 1911'de 4.000,"
        " 1912'de 3.000, 1913'te 2.600 lira.",
        "sum-total",
    ),
    (
        "Banka şirkete üç taksitte toplam 12 milyon lira verdi: Ocak 1931'de 5 milyon, Mart 1931'de 4,5 milyon,"
        " Mayıs 1931'de 3,5 milyon lira.",
        "sum-total",
    ),
    (
        "oturdum topladım. 1933'te 210 fidan dikilmiş, 1934'te 185, 1935'te 164. yani üç yılda 659 fidan.",
        "sum-total",
    ),
    (
        "Tarla için kooperatife 6.000 lira borçlandık. Ödeme on eşit taksit, her biri 500 lira.",
        "sum-shares",
    ),
    (
        "Makinenin bedeli 4.800 liraydı, faizsiz: altı eşit taksit, her biri 700 lira.",
        "sum-shares",
    ),
    (
        "Traktörü 18.000 liraya aldı, faizi yoktu. Borç dokuz eşit taksit, her taksit 1.800 lira.",
        "sum-shares",
    ),
    (
        "Dedem 1928'de evlenmiş. Evi 1953'te yaptırmış, o yıl 35 yıllık evliymiş.",
        "duration-misfit",
    ),
    (
        "1931'de evlendiler, 1956'da göçtüklerinde otuz beş yıldır evliydiler.",
        "duration-misfit",
    ),
    (
        "Amcam 1940'ta evlendi. 1965'te öldüğünde 35 yıldır evliydi.",
        "duration-misfit",
    ),
    (
        "Kuşatma 3 Mart 1915'te başladı, ordu 10 Haziran 1916'da çekildi. Direniş demek ki üç yıl sürmüş.",
        "duration-misfit",
    ),
    (
        "Fransızlar şehre 1 Kasım 1919'da girdi, 20 Ekim 1921'de çekildi. Yani dört yıla yakın sürdü.",
        "duration-misfit",
    ),
    (
        "Demir yolu 1 Mayıs 1924'te başlandı, 10 Nisan 1927'de açıldı. İnşaat demek ki beş yıl sürmüş.",
        "duration-misfit",
    ),
    (
        "Cumhuriyet 12 Ocak 1918'de ilan edildi. 20 Ocak 1920'de Kızıl Ordu şehre girdi. Cumhuriyet ancak 34 ay"
        " yaşadı.",
        "duration-misfit",
    ),
    (
        "Gazete 1908'de kuruldu. 1912'de hükümetçe kapatıldı. Gazete topu topu sekiz yıl yaşadı.",
        "duration-misfit",
    ),
    (
        "Parti Ağustos 1930'da kuruldu. Kasım 1930'da dağıldı. Parti ancak sekiz ay yaşadı.",
        "duration-misfit",
    ),
    (
        "Respublika 1 yanvar 1919-cu ildə elan olundu. 1 yanvar 1921-ci ildə ordu şəhərə girdi. Respublika cəmi"
        " 34 ay yaşadı.",
        "duration-misfit",
    ),
    (
        "Köy 1936'da bankadan 45.000 lira borç aldı. Para üç taksitte geldi: Mart'ta 15.000, Mayıs'ta 20.000, Temmuz'da"
        " 12.500 lira.",
        "sum-total",
    ),
    ("Ali ile Emine 1920'de evlenmişler. 1945'te şehre göçtüklerinde 35 yıllık evliydiler.", "duration-misfit"),
    ("The siege began on 4 March 1885 and ended on 2 June 1885. The siege thus lasted five months.", "duration-misfit"),
]  # fmt: skip

SILENT = [
    "Hilal-i Ahmer 5 Mayıs 1921'de Bolu'ya 200 battaniye gönderdi. Belgelere göre 12 Mayıs 1921'de Düzce'ye 200"
    " battaniye gönderdi.",
    "Haziran 1921'de Ankara'ya 100 sandık fişek ulaştı. Kayıtlara göre Eylül 1921'de Ankara'ya 100 sandık fişek"
    " ulaştı.",
    "1921'de cemiyet köye 200 lira verdi. Cemiyetin 1922'de köye bir daha 200 lira verdiği yazılıdır.",
    "Vali 1924'te okula 300 lira verdi. Müdür hatıralarında vali 1925'te kütüphaneye 300 lira verdi diye yazar.",
    "Ahmet Bey 1919'da cemiyete 500 lira verdi. Mehmet Bey'in de 1920'de cemiyete 500 lira verdiği yazılıdır.",
    "Sovyetler 7 Nisan 1921'de 4 milyon ruble gönderdi. Kaynaklara göre Nisan 1921'de Sovyetler 4 milyon ruble"
    " göndermiştir.",
    "Ev 8.000 liraya satıldı; 2.000 lirası peşin alındı, kalanı 1.500 liralık dört taksite bağlandı.",
    "Makinenin bedeli 6.400 liraydı. 1.000 lirasını peşin verdik, gerisini altı ay boyunca ayda 900 lira ödedik.",
    "Tarlayı 4.000 liraya aldı. Yarısını peşin verdi, kalan borcu 500 liralık dört taksitte kapattı.",
    "Binanın değeri 12.000 liraydı. Kiracı altı ay boyunca ayda 300 lira ödedi.",
    "Maaşı 1.200 liraydı. Sekiz ay ayda 120 lira borç ödedi ve rahatladı.",
    "Bankanın kredisi vardı. Kredinin 400 lirası temelde, 300 lirası çatıda, kalan 200 lirası da boyada kullanıldı.",
    "Köyde 64 hane görünür. Bunların 40'ı ziraatle, 11'i hayvancılıkla uğraşır, kalan 13 hane yoksuldur.",
    "Meclise 280 mebus katıldı. 165 mebus kabul, 95 mebus ret oyu verdi, 20 mebus çekimser kaldı.",
    "Gemide 340 yolcu vardı. 112 yolcu boğuldu, 200 yolcu kurtarıldı, 40 yolcu yaralandı.",
    "Nisanda 500 tüfek, haziranda 500 tüfek geldi. 500 tüfek daha yoldaydı. Kars'ta toplam 1.300 tüfek vardı.",
    "Kazada 8.400 Türk, 2.150 Ermeni, 950 Yörükoğlu yaşıyordu. Toplam nüfus 11.500 idi.",
    "1880 yılında doğan kaptan denize alıştı. Vapur 1920'de battığında çarkçı elli bir yaşındaydı.",
    "1893'te doğdu. İlk şiiri 1911'de bir dergide çıktı; o sırada on sekiz yaşındaydı.",
    "Dayım 1930 doğumlu. 1951'de evlendi. Kırk dört yıl evli kaldılar.",
    "1895'te doğdu, 1923'te öldü. Karısı otuz sekiz yaşındaydı.",
    "Belediye çeşmeyi yaptırana toplam 9.000 altın lira verdi ve bunu üç taksitte ödedi: 1911'de 4.000,"
    " 1912'de 3.000, 1913'te 2.000 lira.",
    "Banka şirkete üç taksitte toplam 12 milyon lira verdi: Ocak 1931'de 5 milyon, Mart 1931'de 4,5 milyon,"
    " Mayıs 1931'de 2,5 milyon lira.",
    "Hükümet toplam 9.000 altın lira verdi, dört taksitte: 1911'de 4.000, 1912'de 3.000, 1913'te 2.600 lira.",
    "1933'te 210 fidan dikilmiş, 1934'te 185, 1935'te 164. yani üç yılda 559 fidan.",
    "9. kolordu 12. fırkayla geldi, 3. ama zayıf bir alay da vardı.",
    "Tarla için kooperatife 6.000 lira borçlandık. Ödeme on eşit taksit, her biri 600 lira.",
    "Tarla için kooperatife 6.000 lira borçlandık, yılda yüzde beş faizle. Ödeme on eşit taksit, her biri 700 lira.",
    "6.000 lira borçlandık. Bin lirasını peşin verdik. Kalanı on eşit taksit, her biri 500 lira.",
    "Tarlanın bedeli 6.000 lira, on eşit taksit, her biri 600 lira, ayrıca masraf.",
    "Köylü toplam 8.000 lira topladı. Sekiz eşit parça bez, her biri 1.250 liraya satıldı.",
    "Dedem 1928'de evlenmiş. Evi 1953'te yaptırmış, o yıl 25 yıllık evliymiş.",
    "Dedem 1928'de evlenmiş. Kızı 1953'te gelin olduğunda ağabeyi 10 yıllık evliymiş.",
    "Amcam 1940'ta doğdu. 1965'te kardeşi 3 yıldır evliydi.",
    "Kuşatma 3 Mart 1915'te başladı, ordu 10 Haziran 1916'da çekildi. Direniş demek ki on beş ay sürmüş.",
    "Fransızlar şehre 1 Kasım 1919'da girdi, 20 Ekim 1921'de çekildi. Yani iki yıla yakın sürdü.",
    "Yunan ordusu 1919'da geldi, 1922'de gitti. Babamın askerliği yedi yıl sürmüş.",
    "Cumhuriyet 12 Ocak 1918'de ilan edildi. 20 Ocak 1920'de Kızıl Ordu şehre girdi. Cumhuriyet ancak 24 ay yaşadı.",
    "Cumhuriyet 1918'de ilan edildi. 1920'de yeni meclis açıldı. Cumhuriyet 34 ay yaşadı.",
    "Gazete 1908'de kuruldu. 1912'de matbaa yandı, ordu şehre girdi. Yazar bu şehirde sekiz yıl yaşadı.",
    "Sayım 1927'de, sonra 1940 yılında ekimde yapıldı, sonrakiler beşer yıl arayla sürdü.",
    "1930 ile 1960 arasında seçimler ikişer yıl arayla yapıldı.",
    "Dernek 1920'de kuruldu. 1925'te kapatıldı. Dernek üyeleri ellişer yıl yaşadı.",
    "Anıt 1932'de dikildi. 1957'de onarıldığında dedem 35 yıldır evliydi.",
    # what is said of a shipment is no cargo of it, and two things of one shipment are no two tellings
    "Yazar, Nisan 1921'de Tuapse'den Trabzon'a 2 top ve 640 tüfek getirildiğini söylüyor. Motorun adı yok.\n\nNisan"
    " 1921'de Tuapse'den Trabzon'a gelen 2 top ile 640 tüfeğin hangi birliğe teslim edildiği bilinmiyor deniyor.",
    "Mart 1920'de Batum'dan Rize'ye 4 top ve 300 tüfek gönderildi. Yolda fırtına vardı.\n\nKitapta Mart 1920'de"
    " Batum'dan Rize'ye gelen 4 top ile 300 tüfeğin kime verildiği belli değil deniyor.",
    "Köy 1936'da bankadan 45.000 lira borç aldı. Para üç taksitte geldi: Mart'ta 15.000, Mayıs'ta 20.000, Temmuz'da"
    " 10.000 lira.",
    "Vali 45.000 lira istedi. Bankanın ikinci kredisi ise iki taksitte geldi: Mart'ta 15.000, Mayıs'ta 20.000 lira.",
    "Ali ile Emine 1920'de evlenmişler. 1945'te şehre göçtüklerinde oğulları 5 yıllık evliydi.",
    "The siege began on 4 March 1885 and ended on 2 June 1885. The siege thus lasted three months.",
    "He arrived on 4 March 1885 and left on 2 June 1885. The journey lasted five months in all.",
]


def rules(text: str) -> set[str]:
    return {one.rule for one in run([examined(f"Not\n\n{text}", fast=True)]).findings}


@pytest.mark.parametrize(("text", "rule"), FIRES)
def test_a_misfit_is_told(text: str, rule: str) -> None:
    assert rule in rules(text)


@pytest.mark.parametrize("text", SILENT)
def test_what_fits_or_is_another_thing_is_not(text: str) -> None:
    assert rules(text) <= {"page-unsourced", "page-hardly-sourced"}
