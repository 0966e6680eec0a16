"""Azerbaijani clauses whose words Turkish has otherwise: adjectives, nouns, converbs, what an adjective governs."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as find_facts
from tanik.page.read import read


def _told(text: str, words: str) -> dict[str, str]:
    head = "Köhnə günlər keçdi." if "ə" in text else "Eski günler geçti."
    page = read(f"{head}\n\n{text}\n".encode(), path="a.txt")
    one = next(one for one in find_facts(page, fast=True).statements if one.text.endswith(words))
    return {place: role.name or role.text for place, role in one.firsts.items()}


@pytest.mark.parametrize(
    ("text", "words", "roles", "without"),
    [
        # adjectives in -i are no objects, and go before their noun
        (
            "Müvəqqəti idarə 1917-ci ildə iki məktəb açdı.",
            "açdı",
            {"subject": "Müvəqqəti idarə", "object": "iki okul"},
            (),
        ),
        ("Xarici şirkət 1912-ci ildə zavodu satdı.", "satdı", {"subject": "Xarici şirkət", "object": "fabrika"}, ()),
        # "nazir" is a minister, though Turkish has an adjective so
        ("Nazir orduya 1919-cu ildə əmr verdi.", "verdi", {"subject": "nazır", "recipient": "ordu"}, ()),
        ("Nazir heç vaxt Tiflisə köçmədi.", "köçmədi", {"subject": "nazır", "recipient": "Tiflis"}, ()),
        # "bəyin" is of the bey; "kəndi" is the village, "öz" one's own
        ("Kamil bəyin məktubu 1919-cu ildə Bakıya göndərildi.", "göndərildi", {"recipient": "Bakü"}, ("subject",)),
        ("Alay 1918-ci ildə kəndi azad etdi.", "etdi", {"subject": "alay", "object": "köy"}, ()),
        ("Almaniya öz elçilərini 1918-ci ildə konfransa göndərdi.", "göndərdi", {"subject": "Almanya"}, ()),
        # what "olan" and an adjective govern describes with them
        (
            "Şamaxıya varid olan elçini 1918-ci ildə şəhər sakinlərindən ibarət heyət qarşıladı.",
            "qarşıladı",
            {"recipient": "elçi", "subject": "heyet"},
            (),
        ),
        # as, until and when something else is done
        ("Qatar Tiflisə çatdıqda əsgərlər 1918-ci ildə stansiyanı tutdular.", "tutdular", {"object": "istasyon"}, ()),
        ("Mühəndis körpünü möhkəmləndirərək 1911-ci ildə məktəb tikdi.", "tikdi", {"object": "okul"}, ()),
        ("Cəmiyyət elan olunandan sonra məktəb 1918-ci ildə şəhərə verildi.", "verildi", {"object": "okul"}, ()),
        ("Müharibə başlayandan sonra zavod 1915-ci ildə bağlandı.", "bağlandı", {"object": "fabrika"}, ()),
        # nobody owns what stands in "-ya"
        ("1895-ci ildə gəlir qiraətxanaya verildi.", "verildi", {"object": "gelir", "recipient": "kıraathane"}, ()),
        # a genitive in letters of Turkish before a place
        ("Nazir konfransın Batumda açılmasını 1918-ci ildə təklif etdi.", "etdi", {"subject": "nazır"}, ("place",)),
        # whoever is taught is taught in a clause of its own
        ("Bəy müəllimə uşağı öyrətməsini 1901-ci ildə tapşırdı.", "tapşırdı", {"subject": "bey"}, ()),
    ],
)
def test_words_of_azerbaijani_alone(text: str, words: str, roles: dict[str, str], without: tuple[str, ...]) -> None:
    told = _told(text, words)
    assert roles.items() <= told.items()
    assert not told.keys() & set(without)


@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        # by whom it was done is no part of what was done to, in both languages
        ("Üsyan ordu tərəfindən 1920-ci ildə yatırıldı.", "yatırıldı", {"object": "isyan", "subject": "ordu"}),
        ("Bu kitab 1911-ci ildə mətbəə tərəfindən çap edildi.", "edildi", {"subject": "matbaa"}),
    ],
)
def test_by_whom(text: str, words: str, roles: dict[str, str]) -> None:
    assert roles.items() <= _told(text, words).items()


def test_a_time_counted_from_something_leaves_nothing_over() -> None:
    for text in (
        "Ordu 27 Nisan 1920'de Bakü'yü işgal etti. Vali Bakü'ye işgalden 20 gün sonra geldi.",
        "Ordu 1920-ci il aprelin 27-də Bakını işğal etdi. Nazir Bakıya işğaldan 20 gün sonra gəldi.",
    ):
        page = read(f"Eski günler\n\n{text}\n".encode(), path="a.txt")
        told = find_facts(page, fast=True).statements[-1]
        assert told.when == "1920-05-17"
        assert "object" not in told.firsts


@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        # a bare object stands before its verb: who stands apart behind "-ınca" acts, in both languages
        ("Alay şehre girince ahali 1918'de komutana ekmek bağışladı.", "bağışladı", {"subject": "ahali"}),
        ("Alay köye varınca askerler 1918'de köprüyü tuttular.", "tuttular", {"subject": "askerler"}),
        ("Ali Bey İzmir'e varınca vali 1919'da heyete mektup verdi.", "verdi", {"subject": "vali"}),
        ("Alay kəndə girdikdə ahali 1918-ci ildə komandana çörək verdi.", "verdi", {"subject": "ahali"}),
        ("Heyət geri qayıdanda nazir 1919-cu ildə hökumətə hesabat verdi.", "verdi", {"subject": "nazır"}),
        # and right before the verb, joined or in a case it does not
        ("Alay köye varınca 1919'da asker topladı.", "topladı", {"subject": "Alay", "object": "asker"}),
        ("Heyet Ankara'ya varınca hükûmete 1920'de mektup verdi.", "verdi", {"subject": "Heyet"}),
        ("Heyet Ankara'ya varınca 1920'de hükûmete mektup verdi.", "verdi", {"subject": "Heyet"}),
        ("Heyət geri qayıdanda 1919-cu ildə hökumətə hesabat verdi.", "verdi", {"subject": "heyet"}),
    ],
)
def test_who_acts_behind_a_time(text: str, words: str, roles: dict[str, str]) -> None:
    assert roles.items() <= _told(text, words).items()


@pytest.mark.parametrize(
    ("text", "when", "objects"),
    [
        ("Quyuların sayı 1921-ci ildə üç yüz ədədə çatdı.", "1921", ()),
        ("Məktəbdə 1913-cü ildə 86 şagird oxudu.", "1913", ()),
        ("Sədrə 1937-ci ildə siyahını hazırlamaq tapşırıldı.", "1937", ("siyahını hazırlamaq",)),
    ],
)
def test_numbers_reached_and_deeds_ordered(text: str, when: str, objects: tuple[str, ...]) -> None:
    page = read(f"Köhnə günlər keçdi.\n\n{text}\n".encode(), path="a.txt")
    facts = find_facts(page, fast=True)
    assert [one.edtf for one in facts.dates] == [when]
    for one in facts.statements:
        assert "recipient" not in one.firsts or one.firsts["recipient"].text == "Sədr"
        assert tuple(one.firsts[place].text for place in ("object",) if place in one.firsts and objects) == objects


@pytest.mark.parametrize(
    ("text", "words", "roles", "without"),
    [
        # what a state is may stand behind the second name, too
        (
            "1918-ci ildə Azərbaycan ilə Osmanlı dövləti arasında saziş imzalandı.",
            "imzalandı",
            {"subject": "Azerbaycan", "recipient": "Osmanlı Devleti"},
            (),
        ),
        # the post before a passive of choosing is what somebody was chosen for, and a house where
        ("Fətəli bəy 1918-ci ildə sədr seçildi.", "seçildi", {"object": "başkan", "recipient": "Feteli Bey"}, ()),
        ("1908-ci ildə Dumaya deputat seçildi.", "seçildi", {"object": "milletvekili"}, ("recipient",)),
        ("Kamil bəy 1911-ci ildə müdir təyin olundu.", "olundu", {"object": "müdür", "recipient": "Kamil Bey"}, ()),
        # who studies, those whom a head counts, since when
        ("Moskvada təhsil alan üç tələbə 1923-cü ildə geri qayıtmadı.", "qayıtmadı", {"subject": "üç öğrenci"}, ()),
        ("1918-ci ildə yüz nəfər əsgər öldürüldü.", "öldürüldü", {"object": "yüz kişi asker"}, ()),
        ("Hökumət 1929-cu ildən başlayaraq məscidləri bağladı.", "bağladı", {"subject": "hükûmet"}, ()),
        # elections are held, and how much is nowhere
        ("Hökumət 1917-ci ildə seçkilər keçirdi.", "keçirdi", {"subject": "hükûmet"}, ("recipient",)),
        ("Tacir 1917-ci ildə min rubl məbləğində yardım aldı.", "aldı", {"recipient": "tüccar"}, ("place",)),
        ("Heyət nazirə 1919-cu ildə hesabat təqdim etdi.", "etdi", {"recipient": "nazır", "object": "rapor"}, ()),
        ("Türk alayı 1918-ci ildə bolşevikləri məğlub etdi.", "etdi", {"subject": "Türk alayı"}, ("recipient",)),
    ],
)
def test_offices_parties_and_counts(text: str, words: str, roles: dict[str, str], without: tuple[str, ...]) -> None:
    told = _told(text, words)
    assert roles.items() <= told.items()
    assert not told.keys() & set(without)


@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        # "-ıb" inside a clause is the converb, of verbs that no table has, too
        (
            "Xan 1919-cu ildə ayağa qalxıb nazirə pul vəd etdi.",
            "vəd etdi",
            {"recipient": "nazır", "object": "para", "subject": "han"},
        ),
        ("Xan 1919-cu ildə Bakıya gəlib nazirə pul vəd etdi.", "vəd etdi", {"recipient": "nazır", "subject": "han"}),
        ("Хан 1919-ҹу илдә Бакыја ҝәлиб назирә пул вәд етди.", "вәд етди", {"recipient": "nazır", "subject": "han"}),
        ("Ordu 1918-ci ildə çayı keçib şəhəri tutdu.", "tutdu", {"subject": "ordu", "object": "şehir"}),
        # "-anda" is when
        ("Polis Bakıya çatanda fəhlələr 1914-cü ildə zavodu yandırdılar.", "yandırdılar", {"subject": "işçiler"}),
        ("Mühəndis cavab verməyəndə nazir 1912-ci ildə zavodu satdı.", "satdı", {"subject": "nazır"}),
        # "çəkən" is no letter
        ("1914-cü ildə aclıq çəkən kəndlilərə 300 rubl verildi.", "verildi", {"recipient": "köylüler"}),
    ],
)
def test_converbs_of_azerbaijani(text: str, words: str, roles: dict[str, str]) -> None:
    assert roles.items() <= _told(text, words).items()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # at a clause's end "-ıb" is the perfect, which is told by itself
        ("Nazir 1919-cu ildə zavodu satıb, müdir məktəb açıb.", "satıb"),
        ("Nazir 1919-cu ildə zavodu satıb və məktəb açıb.", "satıb"),
        ("Nazir 1919-cu ildə zavodu satıblar.", "satıblar"),
        ("Katib 1919-cu ildə zavodu satdı.", "satdı"),
    ],
)
def test_the_perfect_of_azerbaijani_is_told(text: str, words: str) -> None:
    assert _told(text, words)["object"] == "fabrika"


def test_what_is_so_has_no_object() -> None:
    for text in (
        "Meclis 1922'de projeyi pahalı olduğu için reddetti.",
        "Vali köprüyü 1921'de yıkık olduğu için sattı.",
    ):
        assert _told(text, text.split()[-1].rstrip(".")).get("object") in ("proje", "köprü")
    told = _told("Kâtip 1921'de sahibi olduğu evi sattı.", "sattı")
    assert told["object"] == "ev"


@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        # kin of kin is one phrase
        ("Rza bəyin qardaşı oğlu 1908-ci ildə zavodu satdı.", "satdı", {"subject": "Rza beyin kardeşi oğlu"}),
        ("Rza bəyin xalası qızı 1912-ci ildə zavodu satdı.", "satdı", {"subject": "Rza bəyin xalası qızı"}),
        ("Rza bəyin bacısı 1912-ci ildə zavodu satdı.", "satdı", {"subject": "Rza beyin kız kardeşi"}),
        ("Bacısı oğlunu 1912-ci ildə Bakıya göndərdi.", "göndərdi", {"subject": "kız kardeş", "recipient": "Bakü"}),
        # what is confiscated comes to whoever does it, and who sets out goes there
        ("Bank 1920-ci ildə evi müsadirə etdi.", "etdi", {"recipient": "banka", "object": "ev"}),
        ("Heyət 1919-cu ildə Parisə yollandı.", "yollandı", {"subject": "heyet", "recipient": "Paris"}),
        ("Nazir 1920-ci ildə məktub göndərib Bakıya çağırdı.", "çağırdı", {"subject": "nazır", "object": "Bakü"}),
    ],
)
def test_kin_of_kin_and_verbs_of_azerbaijani(text: str, words: str, roles: dict[str, str]) -> None:
    assert roles.items() <= _told(text, words).items()
