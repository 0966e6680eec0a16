"""Which day a clause has that names none: the one before the head of its sentence, and no other clause's."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _statements(text: str) -> list[Statement]:
    return list(read_facts(read_page(text.encode(), path="x.txt")).statements)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("1921 yılında vali Tevfik Bey, gönderdiği telgrafta köylünün 40 çuval un verdiğini bildiriyordu.", "1921"),
        ("3 Mayıs 1922'de Kaymakam Nuri Bey, yazdığı mektupta halkın 12 top verdiğini anlatıyordu.", "1922-05-03"),
        ("1920 güzünde komutan Selim Bey, çektiği telgrafta; herkesi kutluyoruz diyor ve "
         "köyün 30 at gönderdiğini bildiriyordu.", "1920-23"),
        ("1923 yılında elçi Rıza Bey, yapılan toplantıda Sofya'nın 3 vagon tütün yolladığını söylüyordu.", "1923"),
        ("12 Haziran 1919: Erzurum'a 80 sandık fişek geldi.", "1919-06-12"),
    ],
)  # fmt: skip
def test_the_date_at_the_head_is_the_main_verbs_and_of_what_it_reports(text: str, when: str) -> None:
    sent = [one for one in _statements(text) if one.action in ("transfer", "move")]
    assert [one.when for one in sent] == [when]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        # a date in the participle's own words tells when the thing described was done
        ("Vali Tevfik Bey, 1921'de gönderdiği telgrafta 1919'da köylünün 40 çuval un verdiğini bildiriyordu.", "1919"),
        # of a clause in -ince the nominative is its own subject, and the main clause has its own date
        ("1921'de savaş başlayınca köylü 1922'de 40 çuval un verdi.", "1922"),
        ("1921'de yağmur yağdı; köylü 1922'de orduya 40 çuval un verdi.", "1922"),
    ],
)  # fmt: skip
def test_a_clause_with_a_date_of_its_own_keeps_it(text: str, when: str) -> None:
    sent = [one for one in _statements(text) if one.action == "transfer" and one.amounts]
    assert [one.when for one in sent] == [when]


@pytest.mark.parametrize(
    "behind",
    [
        "Daha sonra Vali Tevfik Bey kasabaya bir alay gönderdi.",
        "Bir süre sonra Vali Tevfik Bey kasabaya bir alay gönderdi.",
        "Kısa bir süre içinde Vali Tevfik Bey kasabaya bir alay gönderdi.",
        "Kısa zamanda Vali Tevfik Bey kasabaya bir alay gönderdi.",
        "Daha önce Vali Tevfik Bey kasabaya bir alay göndermişti.",
        "Vali Tevfik Bey sonradan kasabaya bir alay gönderdi.",
        # and nothing goes on from the day that was left
        "Daha sonra kasaba boşaldı. Vali Tevfik Bey kasabaya bir alay gönderdi.",
    ],
)
def test_a_clause_of_another_time_has_not_the_day_told_before(behind: str) -> None:
    told = f"7 Mart 1924'te Vali Tevfik Bey Bozova'yı bastı. {behind}"
    assert [one.when for one in _statements(told) if one.action == "transfer"] == [None]


@pytest.mark.parametrize(
    ("behind", "when"),
    [
        ("Vali Tevfik Bey kasabaya bir alay gönderdi.", "1924-03-07"),
        ("Sonra Vali Tevfik Bey kasabaya bir alay gönderdi.", "1924-03-07"),
        ("Ertesi gün Vali Tevfik Bey kasabaya bir alay gönderdi.", "1924-03-08"),
        ("Bir süre sonra, 2 Nisan 1924'te Vali Tevfik Bey kasabaya bir alay gönderdi.", "1924-04-02"),
        ("Vali Tevfik Bey daha sonrasını düşünüp kasabaya bir alay gönderdi.", "1924-03-07"),
    ],
)
def test_a_clause_that_goes_on_or_has_its_own_day_is_not_parted_from_it(behind: str, when: str) -> None:
    told = f"7 Mart 1924'te Vali Tevfik Bey Bozova'yı bastı. {behind}"
    assert [one.when for one in _statements(told) if one.action == "transfer"] == [when]


@pytest.mark.parametrize(
    ("behind", "when"),
    [
        ("Musul valiliğine atandı.", None),
        ("Aynı yıl Musul valiliğine atandı.", "1911"),
        ("1913'te Musul valiliğine atandı.", "1913"),
    ],
)
def test_a_year_of_a_life_is_not_that_of_the_next_deed(behind: str, when: str | None) -> None:
    told = _statements(f"Sabri Tan (1887, Ohri – 1951), asker. 1911'de Harbiye'yi bitirdi. {behind}")
    assert [one.when for one in told if one.action == "appoint"] == [when]


@pytest.mark.parametrize(
    ("told", "behind", "when"),
    [
        # who is then said to have done it did that one: what a passive leaves unsaid
        ("Ohri'deki değirmen 1938'de satıldı.", "Değirmeni 300 liraya Ohri Belediyesi aldı.", "1938"),
        ("Defter Mayıs 1950'de açık artırmada satıldı.", "Defteri 400 liraya Ankara Üniversitesi aldı.", "1950-05"),
        ("Köyün davası 1927'de reddedildi.", "Mahkeme tarlanın vakfa ait olduğuna hükmetti.", "1927"),
        # of another thing, by nobody named, or on a day of its own it is another deed
        ("Sabri Tan'ın evi 1938'de Ohri'de satıldı.", "Bahçeyi 300 liraya belediye aldı.", None),
        ("Ohri'deki değirmen 1938'de satıldı.", "Değirmeni 1941'de 300 liraya Ohri Belediyesi aldı.", "1941"),
        ("Defter Mayıs 1950'de açık artırmada satıldı.", "Defteri 400 liraya Ankara Üniversitesi almadı.", None),
    ],
)
def test_who_did_what_was_just_told_in_the_passive_did_it_then(told: str, behind: str, when: str | None) -> None:
    assert [one.when for one in _statements(f"{told} {behind}")][-1:] == [when]


@pytest.mark.parametrize(
    "behind",
    [
        "Vali köye 40 çuval un gönderdi.",
        "Bu sırada vali köye 40 çuval un gönderdi.",
        "Vali köye doktor yolladı ve 40 çuval un gönderdi.",
        "Kasaba küçüktü. Vali köye 40 çuval un gönderdi.",
        "Vali o gün köye 40 çuval un göndermişti.",
        "O gece yazılan telgraf elimizdedir. Vali köye 40 çuval un göndermişti.",
    ],
)
def test_the_story_goes_on_on_the_day_it_has_come_to(behind: str) -> None:
    sent = [one for one in _statements(f"Vali 7 Mart 1924'te Bozova'yı bastı. {behind}") if one.amounts]
    assert [one.when for one in sent] == ["1924-03-07"]


@pytest.mark.parametrize(
    "behind",
    [
        "Vali köye 40 çuval un göndermişti.",
        "Vali köye 40 çuval un gönderecekti.",
        "Vali köye ayda 40 çuval un gönderirdi.",
        "Vali köye 40 çuval un gönderiyordu.",
        "Vali köye 40 çuval un göndermiştir.",
        "Vali doktor göndermiş, 40 çuval un vermiştir.",
        "Vali iki hafta içinde köye 40 çuval un gönderdi.",
        "Vali baskından sonra köye 40 çuval un gönderdi.",
        "Baskının ardından vali köye 40 çuval un gönderdi.",
        "Bunun üzerine vali köye 40 çuval un gönderdi.",
        "Böylece vali köye 40 çuval un gönderdi.",
        "Vali ise köye 40 çuval un gönderdi.",
        "Yollar açılınca vali köye 40 çuval un gönderdi.",
        "Konya'da vali köye 40 çuval un gönderdi.",
        "O günlerde vali köye 40 çuval un gönderdi.",
        "Jandarma Urfa'ya kaçtı. Vali köye 40 çuval un gönderdi.",
        "Kâtip, valinin köye 40 çuval un gönderdiğini yazdı.",
    ],
)
def test_what_lies_beside_the_story_has_not_its_day(behind: str) -> None:
    sent = [one for one in _statements(f"Vali 7 Mart 1924'te Bozova'yı bastı. {behind}") if one.amounts]
    assert [one.when for one in sent] == [None]


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ("Mart 1924'te vali Bozova'yı bastı.", None),
        ("1924'te vali Bozova'yı bastı.", None),
        ("7 Mart 1924'te yola çıkan vali Bozova'yı bastı.", None),
        ("Vali, eşkıyanın 7 Mart 1924'te yola çıktığını duydu.", None),
        ("7 Mart 1924'ten itibaren vali Bozova'yı bastı.", None),
        ("7 Mart 1924'ten sonra vali Bozova'yı bastı.", None),
        ("7 Mart 1924'te vali, yola çıkan köylüyü bastı.", "1924-03-07"),
        ("7 Mart 1924'te vali, gelen eşkıyayı bastı.", "1924-03-07"),
    ],
)
def test_only_the_day_of_a_main_clause_is_gone_on_from(told: str, when: str | None) -> None:
    sent = [one for one in _statements(f"{told} Vali kasabaya 40 çuval un gönderdi.") if one.amounts]
    assert [one.when for one in sent] == [when]


@pytest.mark.parametrize(
    ("behind", "when"),
    [
        ("bundan sonra her ay üç vagon kömür göndermeyi taahhüt etti.", "1924-03-07"),
        ("bundan sonra yeniden üç vagon kömür gönderdi.", None),
    ],
)
def test_from_now_on_is_what_is_promised_and_not_the_promise(behind: str, when: str | None) -> None:
    told = _statements(f"7 Mart 1924'te Vali Tevfik Bey kasabaya bir alay yolladı, {behind}")
    assert [one.when for one in told if one.action in ("promise", "transfer")][-1] == when


@pytest.mark.parametrize(
    ("behind", "when"),
    [
        ("O yıl vali kasabaya bir alay gönderdi.", "1924"),
        ("O sene ürün azdı; vali kasabaya bir alay gönderdi.", "1924"),
        ("O gün vali kasabaya bir alay gönderdi.", "1924-03-07"),
        ("Vali kasabaya bir alay gönderdi.", "1924-03-07"),
    ],
)
def test_that_year_is_no_longer_that_day(behind: str, when: str) -> None:
    sent = [one for one in _statements(f"Vali 7 Mart 1924'te Bozova'yı bastı. {behind}") if one.action == "transfer"]
    assert [one.when for one in sent] == [when]


@pytest.mark.parametrize(
    ("text", "whens"),
    [
        # what one tells happened on no day of what another tells
        (
            "Yazar Cemal Okan'a göre 1919 yılının eylülünde Tahir Paşa kasaya 4.000 lira teslim etti. "
            "Rıfat Bey ise hatıralarında kasaya 900 lira yatırdığını anlatır.",
            ["1919-09", None],
        ),
        (
            "Cemal Okan'a göre 3 Mayıs 1921'de Sinop'a 40 top geldi. Rıfat Okay'a göre Fransa 12 top verdi.",
            ["1921-05-03", None],
        ),
        # a paper of a day tells of what was before it
        (
            "1923 yılının martında Sinop'a 40 top geldi. "
            "Rıfat Paşa'nın 8 Ağustos 1921 tarihli telgrafına göre Fransa 12 top gönderdi.",
            ["1923-03", None],
        ),
        # one teller goes on, and the page itself does
        (
            "Cemal Okan'a göre 3 Mayıs 1921'de Sinop'a 40 top geldi. Cemal Okan'a göre topların 12'sini Fransa verdi.",
            ["1921-05-03", "1921-05-03"],
        ),
        ("3 Mayıs 1921'de Sinop'a 40 top geldi. Cemal Okan'a göre köylü 12 kağnı verdi.", ["1921-05-03"] * 2),
        ("Cemal Okan'a göre 3 Mayıs 1921'de Sinop'a 40 top geldi. Köylü 12 kağnı verdi.", ["1921-05-03"] * 2),
    ],
)
def test_a_day_is_not_carried_from_one_teller_to_another(text: str, whens: list[str | None]) -> None:
    assert [one.when for one in _statements(text) if one.action in ("transfer", None)] == whens


@pytest.mark.parametrize(
    ("behind", "when"),
    [
        ("Bundan sonra vali kâğıt yazdı ve köylüye 500 lira verdi.", None),
        ("Daha sonra vali okul yaptırdı, köylüye 500 lira verdi.", None),
        ("Vali kâğıt yazdı ve köylüye 500 lira verdi.", "1920-05-23"),
        ("Bundan sonra vali kâğıt yazdı ve 3 Haziran'da köylüye 500 lira verdi.", "1920-06-03"),
    ],
)
def test_an_adverb_at_the_head_of_joined_clauses_is_that_of_each(behind: str, when: str | None) -> None:
    assert [one.when for one in _statements(f"Vali 23 Mayıs 1920'de ambarı açtı. {behind}") if one.amounts] == [when]


@pytest.mark.parametrize(
    "text",
    [
        # the same one goes on acting, named again or left unsaid
        "Nuri Bey 5 Nisan 1921'de Sinop'a geldi. Belediyeye 300 lira verdi.",
        "Nuri Bey 5 Nisan 1921'de Sinop'a geldi. Hava soğuktu. Belediyeye 300 lira verdi.",
        "Nuri Bey 5 Nisan 1921'de Sinop'ta karşılandı. Belediyeye 300 lira verdi.",
        "Nuri Bey 5 Nisan 1921'de Sinop'a geldi. Nuri Bey belediyeye 300 lira verdi.",
        # the same is done again, by whomever
        "Nuri Bey 5 Nisan 1921'de okula 100 lira verdi. Tüccarlar da belediyeye 300 lira verdiler.",
        # what was just told of is handed on
        "Nuri Bey 5 Nisan 1921'de bir senet yazdı. Kâtip senedi 300 liraya Van'a gönderdi.",
        # what came of a blow
        "Uçaklar 5 Nisan 1921'de Sinop'a saldırdı. Kasabada 300 kişi öldü.",
        # somebody appointed where a body met
        "Kurul 5 Nisan 1921'de toplandı. Başkanlığa 300 oyla Nuri Bey seçildi.",
        # a word says that it was then
        "Uçaklar 5 Nisan 1921'de Sinop'a saldırdı. Bu sırada vali köye 300 lira gönderdi.",
        "Kurul 5 Nisan 1921'de toplandı. Bu toplantıda vali köye 300 lira verdi.",
        "Uçaklar 5 Nisan 1921'de Sinop'a saldırdı. Kâtip tutanağı tuttu ve 300 lira aldı.",
        # the day alone is told
        "5 Nisan 1921 güneşli bir gündü. Vali köye 300 lira gönderdi.",
        # what a participle tells of its noun is told again with a verb
        "5 Nisan 1921'de dağıtılan para, ilk yardımdır. Vali köye 300 lira verdi.",
    ],
)
def test_a_day_is_gone_on_from_where_something_holds_the_two_together(text: str) -> None:
    assert [one.when for one in _statements(text) if one.amounts][-1] == "1921-04-05"


@pytest.mark.parametrize(
    "text",
    [
        # that one event follows another does not say when
        "Uçaklar 5 Nisan 1921'de Sinop'a saldırdı. Vali köye 300 lira gönderdi.",
        "Kurul 5 Nisan 1921'de bir bildiri yayımladı. Dosya mahkemeye 300 lira harçla gönderildi.",
        "Konak 5 Nisan 1921'de işgal edildi. Mahkeme 300 tutukluyu serbest bıraktı.",
        "Heyet 5 Nisan 1921'de Sinop'a geldi. Ajans 300 kişinin karşıladığını duyurdu.",
        "Nuri Bey 5 Nisan 1921'de evlendi. Kasabada 300 kişi öldü.",
        "Uçaklar 5 Nisan 1921'de Sinop'a saldırdı. Başkanlığa 300 oyla Nuri Bey seçildi.",
        # nor does who acts, an officer or the police, where minutes ("zabıt") would
        "Uçaklar 5 Nisan 1921'de Sinop'a saldırdı. Zabitler köye 300 lira gönderdi.",
        "Uçaklar 5 Nisan 1921'de Sinop'a saldırdı. Zabıtalar köye 300 lira gönderdi.",
        # a battle that a noun names by its day is no day of the story
        "Sinop Baskını, 5 Nisan 1921'de yapılan saldırıdır. Baskın 300 ailenin göçüne yol açtı.",
        "Gelenlerden biri 5 Nisan 1921'de Sinop'a ulaşan Nuri Bey'di. Vali köye 300 lira verdi.",
        # nor is what is told two events later
        "Nuri Bey 5 Nisan 1921'de Sinop'a geldi. Halk dağıldı. Nuri Bey belediyeye 300 lira verdi.",
    ],
)
def test_that_one_event_follows_another_does_not_date_it(text: str) -> None:
    assert [one.when for one in _statements(text) if one.amounts][-1] is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Sinop Sergisi (5 Nisan 1921)\n\nVali sergiye 300 lira gönderdi.", "1921-04-05"),
        ("Sinop Sergisi, 5 Nisan 1921\n\nVali sergiye 300 lira gönderdi.", "1921-04-05"),
        # a line that ends with when something was is a piece of a sentence, and no heading
        ("Sergiden sonra, 5 Nisan 1921'de\n\nHava soğudu.\n\nVali köye 300 lira gönderdi.", None),
        ("Serginin ardından, 5 Nisan 1921'den sonra\n\nHava soğudu.\n\nVali köye 300 lira gönderdi.", None),
        # and of a section that has come to another day nothing is told of its heading's
        (
            "Sinop Sergisi (5 Nisan 1921)\n\nKâtip 9 Haziran 1921'de Van'a gitti. Hava soğuktu. Yol kapandı.\n\n"
            "Vali köye 300 lira gönderdi.",
            None,
        ),
    ],
)
def test_a_heading_gives_its_day_to_what_stands_below_it(text: str, when: str | None) -> None:
    assert [one.when for one in _statements(text) if one.amounts] == [when]
