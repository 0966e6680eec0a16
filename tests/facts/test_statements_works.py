"""Works, companies and towns: what was founded, opened, joined and closed, as local histories tell it."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _statements(text: str) -> tuple[Statement, ...]:
    return read_facts(read_page(f"{text}\n".encode(), path="a.txt")).statements


def _told(text: str, part: str) -> dict[str, str | None]:
    """Action, date, modality and roles of the statement that holds `part`."""
    for one in _statements(text):
        if part in one.text:
            roles = {place: role.name or role.text for place, role in one.firsts.items()}
            return {"action": one.action, "when": one.when, "modality": one.modality.value, **roles}
    raise AssertionError(f"no statement holds {part!r}")


@pytest.mark.parametrize(
    ("text", "part", "wanted"),
    [
        # what became of the noun behind a dated participle is told by it
        ("1906 yılında açılan okul, 1921'de hastaneye dönüştürüldü.", "açılan", {"subject": "okul", "when": "1906"}),
        ("1906'da kurulan banka 1930'da battı.", "kurulan", {"object": "banka", "when": "1906"}),
        ("12 Mart 1920'de Konya'da ölen Sabri Bey iki ev bıraktı.", "ölen", {"subject": "Sabri Bey"}),
        ("3 Mart 1906'da açılan okul büyüktü.", "açılan", {"subject": "okul"}),
        # of several -mış in a row the last alone has the -dır of all
        ("Banka 1925'te kurulmuş, 1932'de devlete devredilmiştir.", "kurulmuş", {"modality": "asserted"}),
        ("Vali 1921'de köye un göndermiş ve köylüler sevinmişti.", "göndermiş", {"modality": "asserted"}),
        ("Dedem 1921'de köye un getirmiş, vali de parasını ödemiş.", "getirmiş", {"modality": "reported"}),
        # "arasında" governs both names that "ve" joins
        (
            "Bulgaristan ve Macaristan hükümetleri arasında 12 Mayıs 1924'te bir antlaşma imzalandı.",
            "imzalandı",
            {"subject": "Bulgaristan", "recipient": "Macaristan", "object": "bir antlaşma"},
        ),
        ("Kasım 1924'te Bulgaristan ve Macaristan arasında göç başladı.", "başladı", {"subject": "göç"}),
        # what was built stands in the verb's own noun, with what describes it
        ("Vali 1925'te iki katlı bir okul yaptırdı.", "yaptırdı", {"object": "iki katlı bir okul"}),
        ("Belediye 1933'te parka bir büst dikti.", "dikti", {"object": "bir büst"}),
    ],
)
def test_what_is_told_of_works(text: str, part: str, wanted: dict[str, str]) -> None:
    told = _told(text, part)
    assert {place: told.get(place) for place in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "part", "place"),
    [
        ("Cemiyet 1919'da vücut buldu.", "vücut", "subject"),
        ("Kasım 1924'te Bulgaristan ve Macaristan arasında göç başladı.", "başladı", "object"),
    ],
)
def test_what_no_one_fills(text: str, part: str, place: str) -> None:
    assert place not in _told(text, part)


def test_an_undated_participle_only_describes() -> None:
    assert not any(
        "açılan" in one.text and one.rule == "statement-participle"
        for one in _statements("Yeni açılan okul 1921'de yandı.")
    )


@pytest.mark.parametrize(
    ("text", "part", "wanted"),
    [
        # joined clauses share what stands in the nominative, also where something was done to it
        ("Banka 1925'te kurulmuş, 1932'de İş Bankası'na devredilmiştir.", "devredilmiştir", {"object": "Banka"}),
        ("Fabrika 1925'te kurulmuş, 1926'da üretime başlamıştır.", "üretime", {"subject": "Fabrika"}),
        ("Okul 1921'de açıldı, 1925'te kapandı.", "kapandı", {"subject": "Okul"}),
        # a rounded number is no year
        ("1500'e yakın işçi 12 Mart 1924'te iş bıraktı.", "bıraktı", {"when": "1924-03-12"}),
        ("Nisan 1921'de 1800'ü aşkın göçmen Konya'ya geldi.", "geldi", {"when": "1921-04"}),
    ],
)
def test_what_joined_clauses_share(text: str, part: str, wanted: dict[str, str]) -> None:
    told = _told(text, part)
    assert {place: told.get(place) for place in wanted} == wanted


def test_behind_a_deed_its_doer_is_not_what_was_done_to() -> None:
    assert _told("Ali Bey 1921'de okulu açtı ve 1923'te kapatıldı.", "kapatıldı").get("object") != "Ali Bey"


def test_a_surname_in_the_name_of_a_works_is_no_one() -> None:
    text = "Kurucu Sabri Pamuk 1926'da öldü. Kasabada bir Pamuk Fabrikası vardı. Pamuk fabrikasının işçileri köylüydü."
    text += " Pamuk'un oğlu 1931'de doğdu."
    facts = read_facts(read_page(f"{text}\n".encode(), path="a.txt"))
    people = [one.span.start for one in facts.names if one.name == "Sabri Pamuk"]
    assert text.index("Pamuk Fabrikası") not in people
    assert text.index("Pamuk fabrikasının") not in people
    assert text.index("Pamuk'un") in people


@pytest.mark.parametrize(
    ("text", "part", "wanted"),
    [
        # names that no table has, as their capitals show them
        (
            "Türkiye Cumhuriyeti Liman İşleri 3 Mart 1928'de kuruldu.",
            "kuruldu",
            {"object": "Türkiye Cumhuriyeti Liman İşleri"},
        ),
        ("Bilecik Dokuma T.A.Ş. 1926'da kuruldu.", "kuruldu", {"object": "Bilecik Dokuma T.A.Ş"}),
        ("Bilecik Dokuma A.Ş 1926'da kuruldu.", "kuruldu", {"object": "Bilecik Dokuma A.Ş"}),
        # a line between two towns is neither of them
        ("Konya-Karaman hattı 1925'te işletmeye girdi.", "girdi", {"subject": "Konya-Karaman hattı"}),
        ("Hükûmet Ankara-Sivas hattını 1930'da açtı.", "açtı", {"object": "Ankara-Sivas hattı"}),
        # what was ordered, and who gave
        (
            "Hava Kurumu 1932'de 30 planör siparişinde bulundu.",
            "bulundu",
            {"action": "request", "subject": "Hava Kurumu", "object": "30 planör"},
        ),
        (
            "Tüccar Sabri Bey 1931'de okula 300 lira bağışta bulundu.",
            "bulundu",
            {"action": "transfer", "subject": "Sabri Bey", "recipient": "okul", "object": "300 lira"},
        ),
        # what someone went for is not what was sent
        (
            "Selim Usta 1926'da Fransa'ya eğitim alması için yollandı.",
            "yollandı",
            {"subject": "Selim Usta", "object": None},
        ),
        # of a town and another's name two phrases stay two
        ("Konya Valisi Ali Bey Şubat 1921'de tutuklandı.", "tutuklandı", {"recipient": "Ali Bey"}),
    ],
)
def test_names_of_works_and_lines(text: str, part: str, wanted: dict[str, str | None]) -> None:
    told = _told(text, part)
    assert {place: told.get(place) for place in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "part", "wanted"),
    [
        # a name in marks is one phrase, whatever its words look like
        (
            "Sabri Bey, 13 Haziran 1920'de bir “Kuvayı Bahriye Şubesi” kurdu.",
            "kurdu",
            {"subject": "Sabri Bey", "object": "Kuvayı Bahriye Şubesi"},
        ),
        (
            "Yeni kurulan “Konya Liman İşleri Türk Anonim Şirketi” tarafından 1925'te bir iskele yapıldı.",
            "yapıldı",
            {"subject": "Konya Liman İşleri Türk Anonim Şirketi", "object": "bir iskele"},
        ),
        (
            '1925\'te "Konya ve Karaman Yün Fabrikaları" kuruldu.',
            "kuruldu",
            {"object": "Konya ve Karaman Yün Fabrikaları"},
        ),
        # a semicolon behind the subject is a comma
        ("Sabri Bey; 1886 yılında Konya'da doğdu.", "doğdu", {"subject": "Sabri Bey", "place": "Konya"}),
        # "insan" is a noun, and no condition
        ("Mart 1928'de yüz bine yakın insan yaralandı.", "yaralandı", {"modality": "asserted"}),
    ],
)
def test_names_in_marks(text: str, part: str, wanted: dict[str, str]) -> None:
    told = _told(text, part)
    assert {place: told.get(place) for place in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "part", "wanted"),
    [
        ("Okulun ikinci katı 1962'de yapıldı.", "yapıldı", {"action": "found", "object": "Okulun ikinci katı"}),
        ("Sabri Bey 1926'da tayyare alanı yaptırdı.", "yaptırdı", {"object": "tayyare alanı"}),
        ("Cemiyet 1935'e kadar 351 uçak satın aldı.", "aldı", {"object": "351 uçak", "recipient": "Cemiyet"}),
        (
            "1925 yılında idarenin adı Liman Müdüriyeti olarak değiştirildi.",
            "değiştirildi",
            {"action": None, "object": "idarenin adı", "when": "1925"},
        ),
    ],
)
def test_what_was_built_bought_and_renamed(text: str, part: str, wanted: dict[str, str | None]) -> None:
    told = _told(text, part)
    assert {place: told.get(place) for place in wanted} == wanted
