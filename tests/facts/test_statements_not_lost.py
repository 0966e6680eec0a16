"""Clauses that assert a deed are not lost: each table has what must be told, and beside it what must not."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _told(text: str) -> list[Statement]:
    page = read_page(f"{text}\n".encode(), path="a.txt")
    return list(read_facts(page, fast=True).statements)


# "gerçek şudur:" points forward to what was so; "cevabı şudur:" to words (Göksel & Kerslake 2005, 18.1.4)
_POINTS_FORWARD = (
    ("Olan şudur: Köprü kanunu 12 Mayıs 1924'te Meclis'ten geçti.", "accept"),
    ("Yanıldığınız nokta şu: sandıklar Odesa'dan Trabzon'a vapurla geldi.", "transfer"),
    ("İşin doğrusu şudur: Vali Hamdi Bey 1921'de Kayseri'ye gitti.", "move"),
    ("Gerçek şu: Banka 1931'de iflas etti.", "end"),
    ("Hikâyenin aslı şöyle: Taka 3 Mart 1921'de Sinop'a demirledi.", "move"),
    ("Bilinen şu: Okul 1912'de Manastır'da açıldı.", "begin"),
    ("Kısacası şu: Depo 1919'da yağmalandı.", "attack"),
    ("Mesele ise şudur: Vali Hamdi Bey 1921'de istifa etti.", "end"),
    ("Aradaki fark şu: Banka 1931'de köylüye 300 bin lira verdi.", "transfer"),
    ("Bunun sebebi şu: Hamdi Bey 1921'de Kayseri'ye gitti.", "move"),
)
_QUOTES = (
    "Vali şunları söyledi: Köprü 1921'de yıkıldı ve kasaba aç kaldı.",
    "Paşanın sözü şudur: Ordu 1921'de Kayseri'ye gitti.",
    "Mektubun metni şöyledir: Hamdi Bey 1921'de Kayseri'ye gitti.",
    "Cevabı şudur: Ben o gün 1921'de Sivas'a gittim.",
    "Telgrafın sureti şudur: Hamdi Bey 1921'de Kayseri'ye gitti.",
    "Levhada yazılı olan şudur: Hamdi Bey 1921'de Kayseri'ye gitti.",
    "Son cümlesi şöyledir: Hamdi Bey 1921'de Kayseri'ye gitti.",
    "Kararın sureti şöyle: Hamdi Bey 1921'de Kayseri'ye gitti.",
    "Vali dedi ki: Hamdi Bey 1921'de Kayseri'ye gitti.",
    "Komutan şöyle yazmış: Hamdi Bey 1921'de Kayseri'ye gitti.",
)


@pytest.mark.parametrize(("text", "action"), _POINTS_FORWARD)
def test_what_points_forward_to_a_fact_announces_no_words(text: str, action: str) -> None:
    assert action in [one.action for one in _told(text)]


@pytest.mark.parametrize("text", _QUOTES)
def test_what_announces_words_still_does(text: str) -> None:
    assert not [one for one in _told(text) if one.action in ("move", "abolish")]


# what was done by an authority, who is known by his post or kin, who went where: it stands on record without a name
_TOLD_WITHOUT_NAMES = (
    ("Gazete süresiz kapatıldı.", "abolish"),
    ("Un köylüye hibe edildi.", "transfer"),
    ("Arsanın bedeli ödendi.", "transfer"),
    ("Elebaşılar şafakta idam edildi.", "kill"),
    ("Makinelerden biri müzeye taşındı.", "move"),
    ("Taka limana demirledi.", "move"),
    ("Biri şikâyet için kazaya gitti.", "move"),
    ("Gece kasabaya vardılar.", "move"),
    ("Alay tepeyi sardı. Çekilirken çarşıyı yaktı.", "attack"),
    ("Kongre heyeti kasabaya geldi. Otelde gazetecileri kabul etti.", "accept"),
    ("Kâtip divanıharbe verildi.", "order"),
)
_TELLS_NOTHING = (
    "Bedeli sonra ödenecekti.",
    "Üç ay bile verilmedi.",
    "O da kapatıldı.",
    "Gazete kapatılır.",
    "Makine müzeye taşınacaktı.",
    "Köye dönülür.",
    "Söz dönüp bayrama geldi.",
    "Bu maddeye itiraz gelmedi.",
    "Her ilçede bir komisyon kurulacaktı.",
    "Sonra dövüştüler.",
    "Cuma da gitti.",
)


@pytest.mark.parametrize(("text", "action"), _TOLD_WITHOUT_NAMES)
def test_a_deed_on_record_needs_no_name(text: str, action: str) -> None:
    assert action in [one.action for one in _told(text)]


@pytest.mark.parametrize("text", _TELLS_NOTHING)
def test_a_clause_without_who_or_what_tells_nothing(text: str) -> None:
    assert not _told(text)


# whose the thing is, vowels that drop in the passive, an object that is the passive's subject, deeds without an object
_FITS_A_ROW = (
    ("Kalabalık iki bekçinin silahını aldı.", "transfer"),
    ("Rıza Bey'in teklifi geri çevrildi.", "refuse"),
    ("Okula bu yıl 300 lira ayrıldı.", "transfer"),
    ("Hamdi Bey 1921'de Ankara'ya geri çağrıldı.", "order"),
    ("Köylünün çadırları geri alındı.", "transfer"),
    ("Hazine bankaya tek kuruş koymadı.", "transfer"),
    ("Kurum 1932'de ilk kurultayını Ankara'da topladı.", "meet"),
    ("Rıza Bey yola çıktı. Ertesi gün oraya vardı.", "move"),
    ("Rıza Bey o yıl valiydi. Bey silahla karşılık verdi.", "attack"),
    ("Bakan, binaların yıkılmayacağına söz verdi.", "promise"),
    ("üstelik cemiyet bunun bedelini ödemiş.", "transfer"),
)
_FITS_NONE = (
    "Kapıdaki çağrılar uzundu.",
    "Sandığın kapağı aralıktı.",
    "Amiral söz verdi.",
    "O da alındı.",
    "Oraya varacaktı.",
    "Hazine tek kuruş koymaz.",
    "Çevre yeşildi.",
    "Sonra ayrıldı.",
    "Kapılar kapalıydı.",
    "Her çocuk alınır.",
    "Kazanın merkezini sordum: Ödemiş.",
    "ula azerbaycanlı tarihçiler bile bizi sattı",
    "Gürcüler de sizi satmış.",
    "Valinin yeğeni Rıza Bey ile senelerce komşuluk yaptık.",
)


@pytest.mark.parametrize(("text", "action"), _FITS_A_ROW)
def test_a_deed_finds_its_row(text: str, action: str) -> None:
    assert action in [one.action for one in _told(text)]


@pytest.mark.parametrize("text", _FITS_NONE)
def test_what_only_looks_like_the_deed_is_none(text: str) -> None:
    assert not _told(text)


# what is known or stands on record is told, each of several complements; an open question is not
_ON_RECORD = (
    ("Hamdi Bey'in 1921'de Kayseri'ye gittiği biliniyor.", "move"),
    ("Hamdi Bey'in 1921'de Kayseri'ye gittiği doğrudur.", "move"),
    ("Emine Hanım'ın bağı 1917'de Osman'a sattığı görülür.", "transfer"),
    ("Emine Hanım'ın bağı 1917'de Osman'a sattığı, Osman'ın 1918'de öldüğü yazılıdır.", "transfer"),
    ("Bankanın 1931'de iflas ettiği malum.", "end"),
    ("Heyetin 12 Mayıs 1921'de Roma'ya gittiği okunuyor.", "move"),
    ("Köprünün 1921'de yıkıldığı kesin.", "end"),
    ("Rıza Bey'in 1919'da Sivas'tan ayrıldığı sabittir.", "move"),
    ("Almanya'nın 1963'te teklif ettiği, Türkiye'nin reddettiği biliniyor.", "refuse"),
    ("Köylünün 1921'de valiye 300 lira verdiği ortada.", "transfer"),
)
_LEFT_OPEN = (
    "Hamdi Bey'in 1921'de Kayseri'ye gittiği belli değil.",
    "Hamdi Bey'in 1921'de Kayseri'ye gittiği doğru mu?",
    "Hamdi Bey'in 1921'de Kayseri'ye gittiği bilinmiyor.",
    "Hamdi Bey'in 1921'de nereye gittiği biliniyor.",
    "Hamdi Bey'in 1921'de Kayseri'ye gidip gitmediği biliniyor.",
    "Bunun böyle olduğu biliniyor.",
    "Kaptanın ne yaptığı ortada.",
    "Neden gittiği malum.",
    "Kimin aldığı belli.",
    "İşin zor olduğu kesin.",
    "Onun haklı olduğu doğrudur.",
)


@pytest.mark.parametrize(("text", "action"), _ON_RECORD)
def test_what_is_on_record_is_told(text: str, action: str) -> None:
    assert action in [one.action for one in _told(text)]


@pytest.mark.parametrize("text", _LEFT_OPEN)
def test_an_open_question_tells_nothing(text: str) -> None:
    assert not _told(text)
