"""Azerbaijani phrases that are two, parties of "arasında", and what is no party though its case looks like one."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as find_facts
from tanik.page.read import read


def _told(text: str, words: str, before: str = "Köhnə günlər.") -> dict[str, str]:
    page = read(f"Səhər qəzeti\n\n{before} {text}\n".encode(), path="a.txt")
    one = next(one for one in find_facts(page).statements if one.text.endswith(words))
    return {place: role.name or role.text for place, role in one.firsts.items()}


@pytest.mark.parametrize(
    ("text", "words", "roles", "without"),
    [
        # a noun that a month owns is closed with its possessive
        (
            "1917-ci il oktyabr çevrilişi idarənin işini dayandırdı.",
            "dayandırdı",
            {"subject": "darbe", "object": "idarenin işi"},
            (),
        ),
        (
            "1917-ci ildə xalq hərəkatı idarənin işini dayandırdı.",
            "dayandırdı",
            {"subject": "halk hareketi", "object": "idarenin işi"},
            (),
        ),
        # whom "arasında" holds together neither begins nor comes along
        (
            "Gürcüstan ilə Türkiyə arasında sülh danışıqları 1921-ci ildə başladı.",
            "başladı",
            {"subject": "barış görüşmeleri"},
            ("companion",),
        ),
        (
            "İran, Gürcüstan və Türkiyə arasında sülh danışıqları 1921-ci ildə başladı.",
            "başladı",
            {"subject": "barış görüşmeleri"},
            ("companion",),
        ),
        (
            "Gürcüstan ilə Türkiyə arasında müqavilə 1921-ci ildə imzalandı.",
            "imzalandı",
            {"subject": "Gürcistan", "recipient": "Türkiye"},
            (),
        ),
        # several who are a state's are no state
        (
            "Gürcüstan yazıçıları 1919-cu ildə Tiflisdə jurnalı yaratdılar.",
            "yaratdılar",
            {},
            ("recipient",),
        ),
        ("Gürcüstan 1919-cu ildə Tiflisdə jurnal yaratdı.", "yaratdı", {"subject": "Gürcistan"}, ()),
        # as what, for what and on whose behalf
        (
            "1921-ci ildə Rza bəy layihəni məclisin müzakirəsinə təqdim etdi.",
            "etdi",
            {"object": "tasarı"},
            ("recipient",),
        ),
        ("1921-ci ildə Rza bəy layihəni məclisə təqdim etdi.", "etdi", {"recipient": "meclis"}, ()),
        ("Müqavilə Gürcüstan da olmaqla 1921-ci ildə Qarsda imzalandı.", "imzalandı", {"place": "Kars"}, ("means",)),
        # what "-lik" makes keeps its letters
        ("1902-ci ildə Rza bəy nazirliyə məktub göndərdi.", "göndərdi", {"recipient": "nezaret"}, ()),
        ("1902-ci ildə Rza bəy kəndliyə məktub göndərdi.", "göndərdi", {"recipient": "köylü"}, ()),
        (
            "1918-ci ildə qonşu Gürcüstan ilə Türkiyə Batumda müqavilə imzaladı.",
            "imzaladı",
            {"object": "sözleşme"},
            (),
        ),
        ("1920-ci il iyulun 28-də axşamüstü Qırmızı Ordu Gəncəyə gəldi.", "gəldi", {"subject": "Kırmızı Ordu"}, ()),
    ],
)
def test_each_phrase_fills_its_own_place(
    text: str, words: str, roles: dict[str, str], without: tuple[str, ...]
) -> None:
    told = _told(text, words)
    assert roles.items() <= told.items()
    assert not {*without} & {*told}


@pytest.mark.parametrize(
    ("before", "text", "words", "place"),
    [
        # whoever the page told of last is no other side of what nobody was asked
        ("Xoyski məclisə 1918-ci ildə proqramı təqdim etdi.", "Məclis qanun qəbul etdi.", "qəbul etdi", "recipient"),
        ("Gürcüstan 1918-ci ildə Türkiyədən pul istədi.", "İran bu dövləti tanıdı.", "tanıdı", "recipient"),
        (
            "Gürcüstan 1918-ci ildə Türkiyədən pul istədi.",
            "Gürcüstan konfrans təklif etdi.",
            "təklif etdi",
            "recipient",
        ),
    ],
)
def test_no_other_side_is_carried_where_there_is_none(before: str, text: str, words: str, place: str) -> None:
    assert place not in _told(text, words, before)
