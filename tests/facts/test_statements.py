"""Statements: sentences of our own with what must be read in them, and what must hold of any text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import (
    Amount,
    Basis,
    Calendar,
    DateMention,
    Facts,
    Modality,
    Name,
    NameKind,
    Polarity,
    Quotation,
    QuotationForm,
    Statement,
)
from tanik.facts.statements.find import find_statements
from tanik.page.model import Page, Segment, SegmentKind, Source

_PARAGRAPH = SegmentKind.PARAGRAPH
_NAMES = {
    "Rıfat Paşa": ("Rıfat Paşa", NameKind.PERSON),
    "Selim Bey": ("Selim Bey", NameKind.PERSON),
    "Nazım Bey": ("Nazım Bey", NameKind.PERSON),
    "Konya": ("Konya", NameKind.PLACE),
    "Bağdat": ("Bağdat", NameKind.PLACE),
    "İran": ("İran", NameKind.PLACE),
    "Felahiye Kongresi": ("Felahiye Kongresi", NameKind.EVENT),
    "Tuz Cemiyeti": ("Tuz Cemiyeti", NameKind.ORGANISATION),
    "Wilkins": ("Henry Wilkins", NameKind.PERSON),
    "Bəhram bəy": ("Behram Bey", NameKind.PERSON),
    "Şuşa": ("Şuşa", NameKind.PLACE),
}
_UNITS = {"ton": "t", "lira": "lira", "vagon": "wagon", "sandık": "count", "tüfek": "count", "pounds": "pound_sterling"}
_AMOUNT = re.compile(r"(\d+) (" + "|".join(_UNITS) + r")\b")
_DATE = re.compile(r"\b(\d{1,2}) (Mart|Mayıs|May|mart) (1\d{3})|\b(19\d\d)\b")


def _facts(text: str, quotations: tuple[Quotation, ...] = ()) -> Facts:
    """The facts of a test sentence, found with tables of this file alone."""
    names = tuple(
        Name(Span(*match.span()), match.group(), *_NAMES[match.group()], fold(match.group()), "test")
        for match in re.finditer("|".join(_NAMES), text)
    )
    amounts = tuple(
        Amount(Span(*m.span()), m.group(), float(m.group(1)), _UNITS[m.group(2)], "test")
        for m in _AMOUNT.finditer(text)
    )
    months = {"Mart": "03", "mart": "03", "Mayıs": "05", "May": "05"}
    dates = tuple(
        DateMention(
            Span(*m.span()),
            m.group(),
            m.group(4) or f"{m.group(3)}-{months[m.group(2)]}-{int(m.group(1)):02}",
            Calendar.GREGORIAN,
            Basis.WRITTEN,
            "test",
        )
        for m in _DATE.finditer(text)
    )
    return Facts(dates, amounts, names, (), quotations)


def _page(text: str, *, language: str = "tr", kind: SegmentKind = _PARAGRAPH, author: str | None = None) -> Page:
    segments = (Segment(kind, Span(0, len(text)), "test", author=author),) if text else ()
    return Page("p1", Source("0" * 64, "text/plain"), text, segments, language=language)


def _find(text: str, *, language: str = "tr") -> tuple[Statement, ...]:
    return find_statements(_page(text, language=language), _facts(text))


def _roles(statement: Statement) -> dict[str, str]:
    return {place: role.name or role.text for place, role in statement.firsts.items()}


READ: list[tuple[str, str, str, dict[str, str], str | None]] = [
    # sentence, action, polarity, some of its roles, when
    (
        "Rıfat Paşa 3 Mart 1921 günü Konya'ya gitti.",
        "move",
        "affirmed",
        {"subject": "Rıfat Paşa", "recipient": "Konya"},
        "1921-03-03",
    ),
    (
        "Selim Bey cemiyete 900 lira bağışladı.",
        "transfer",
        "affirmed",
        {"subject": "Selim Bey", "recipient": "cemiyet"},
        None,
    ),
    (
        "İran, Bağdat'a 30 vagon buğday göndermedi.",
        "transfer",
        "denied",
        {"subject": "İran", "recipient": "Bağdat"},
        None,
    ),
    ("Rıfat Paşa teklifi kabul etmedi.", "refuse", "affirmed", {"subject": "Rıfat Paşa", "object": "teklif"}, None),
    ("Konya 1921 yılında işgal edildi.", "occupy", "affirmed", {"object": "Konya"}, "1921"),
    (
        "Selim Bey, Rıfat Paşa tarafından valiliğe atandı.",
        "appoint",
        "affirmed",
        {"subject": "Rıfat Paşa", "recipient": "Selim Bey"},
        None,
    ),
    ("Hazine, Selim Bey'e 400 lira ita eyledi.", "transfer", "affirmed", {"recipient": "Selim Bey"}, None),
    ("İran 1925'te 20 ton tuz vermeyi taahhüt etti.", "promise", "affirmed", {"subject": "İran"}, "1925"),
    ("Rıfat Paşa'dan 500 tüfek istendi.", "request", "affirmed", {"recipient": "Rıfat Paşa"}, None),
    (
        "Felahiye Kongresi 5 Mayıs 1919 günü açıldı.",
        "begin",
        "affirmed",
        {"subject": "Felahiye Kongresi"},
        "1919-05-05",
    ),
    ("Selim Bey 1936 yılında Bağdat'ta öldü.", "die", "affirmed", {"subject": "Selim Bey", "place": "Bağdat"}, "1936"),
    (
        "Rıfat Paşa Selim Bey ile 1920'de görüştü.",
        "meet",
        "affirmed",
        {"subject": "Rıfat Paşa", "recipient": "Selim Bey"},
        "1920",
    ),
    (
        "Okulun temeli 4 Mayıs 1930 günü Rıfat Paşa tarafından atıldı.",
        "begin",
        "affirmed",
        {"subject": "Rıfat Paşa"},
        "1930-05-04",
    ),
    ("Rifat Pasa'nin yegeni 1921 yilinda Konya'ya gitti.", "move", "affirmed", {"recipient": "Konya"}, "1921"),
]


@pytest.mark.parametrize(("text", "action", "polarity", "roles", "when"), READ, ids=[row[0][:40] for row in READ])
def test_one_clause(text: str, action: str, polarity: str, roles: dict[str, str], when: str | None) -> None:
    (found,) = _find(text)
    assert (found.action, found.polarity, found.when) == (action, Polarity(polarity), when)
    assert _roles(found).items() >= roles.items()


def test_things_that_share_a_verb_are_statements_of_their_own() -> None:
    found = _find("İran, Konya'ya 30 vagon tuz, 20 ton un ve 5 sandık çay gönderdi.")
    assert [one.action for one in found] == ["transfer"] * 3
    assert [one.amounts for one in found] == [(0,), (1,), (2,)]
    assert len({one.span for one in found}) == 1
    assert "çay" in _roles(found[2])["object"]


def test_what_is_reported_stands_on_the_reporters_word() -> None:
    (found,) = _find("Selim Bey, İran'ın Konya'ya 30 vagon tuz gönderdiğini bildiriyordu.")
    assert (found.action, found.attributed_to, found.modality) == ("transfer", "Selim Bey", Modality.REPORTED)
    assert _roles(found)["subject"] == "İran"


@pytest.mark.parametrize(
    "text",
    [
        "Selim Bey'e göre Rıfat Paşa 1921 yılında Konya'ya gitti.",
        "Selim Bey'in anlattığına göre Rıfat Paşa 1921 yılında Konya'ya gitti.",
        "Selim Bey kardeşine anlatmış: Rıfat Paşa 1921 yılında Konya'ya gitmiş.",
    ],
)
def test_the_authority_is_named_in_many_ways(text: str) -> None:
    moved = [one for one in _find(text) if one.action == "move"]
    assert [one.attributed_to for one in moved] == ["Selim Bey"]


def test_a_promise_on_a_condition_is_conditional() -> None:
    (found,) = _find("Selim Bey yolu açarsa İran 20 ton tuz vermeyi taahhüt eyler.")
    assert (found.action, found.modality) == ("promise", Modality.CONDITIONAL)
    assert found.text.startswith("Selim Bey yolu açarsa")


@pytest.mark.parametrize(
    "text",
    [
        "Rıfat Paşa'nın Konya'ya 30 vagon tuz verdiği doğru değildir.",
        "İran'ın Bağdat'a 500 tüfek gönderdiği iddiası asılsızdır.",
        "Selim Bey'in 900 lira aldığını gösteren belge yoktur.",
    ],
)
def test_what_is_put_into_words_and_rejected_is_denied(text: str) -> None:
    assert [(one.action, one.polarity) for one in _find(text)] == [("transfer", Polarity.DENIED)]


def test_a_deed_said_not_to_exist_is_denied() -> None:
    (_, found) = _find("Rıfat Paşa 1921 yılında Konya'ya gitti. Böyle bir emri hiçbir arşivde yoktur.")
    assert (found.action, found.polarity, _roles(found)["subject"]) == ("order", Polarity.DENIED, "Rıfat Paşa")


@pytest.mark.parametrize(
    "text", ["Rivayete göre Rıfat Paşa Konya'ya gitti.", "Rıfat Paşa 1921 yılında Konya'ya gitmiş."]
)
def test_hearsay_is_reported(text: str) -> None:
    assert [one.modality for one in _find(text)] == [Modality.REPORTED]


def test_the_subject_left_unsaid_is_carried_on() -> None:
    found = _find("Rıfat Paşa 3 Mart 1921 günü Konya'ya gitti. Ertesi sabah belediyeye 400 lira verdi.")
    assert [_roles(one)["subject"] for one in found] == ["Rıfat Paşa", "Rıfat Paşa"]
    assert found[1].when == "1921-03-03"


def test_short_forms_stand_for_the_name_before_them() -> None:
    found = _find(
        "Tuz Cemiyeti 1921'de kuruldu. Cemiyet 1925'te Konya'ya taşındı. Rıfat Paşa geldi. Paşa 1926'da öldü."
    )
    assert [(one.action, _roles(one).get("subject") or _roles(one).get("object")) for one in found if one.when] == [
        ("found", "Tuz Cemiyeti"),
        ("move", "Tuz Cemiyeti"),
        ("die", "Rıfat Paşa"),
    ]


def test_a_comment_speaks_for_its_author() -> None:
    text = "Selim Bey 1936 yılında Bağdat'ta öldü."
    (found,) = find_statements(_page(text, kind=SegmentKind.COMMENT, author="okur"), _facts(text))
    assert found.attributed_to == "okur"


def test_a_title_gives_a_statement_only_where_it_asks() -> None:
    asked, told = "Rıfat Paşa Konya'yı İran'a sattı mı?", "Rıfat Paşa Konya'yı İran'a sattı"
    (found,) = find_statements(_page(asked, kind=SegmentKind.TITLE), _facts(asked))
    assert (found.action, found.modality) == ("transfer", Modality.ASKED)
    assert find_statements(_page(told, kind=SegmentKind.TITLE), _facts(told)) == ()


def test_a_headmaster_asks_nothing() -> None:
    text = "1934'te Bolu'da ölen müdür Naci Tuğ köylüydü. Rıfat Paşa 1921'de öldü müydü?"
    told = find_statements(_page(text), _facts(text))
    assert [one.modality for one in told if one.action == "die"] == [Modality.ASSERTED, Modality.ASKED]


@pytest.mark.parametrize(
    "text",
    [
        "Hava çok güzeldi ve herkes mutluydu.",
        "Rıfat Paşa ne zaman geldi?",
        "Kimi 1921 der, kimi 1922 yazar.",
        "Konya altın gibi bir şehirdi.",
    ],
)
def test_what_asserts_nothing_gives_no_statement(text: str) -> None:
    assert _find(text) == ()


def test_words_of_a_short_quotation_are_not_the_pages_own() -> None:
    text = "Selim Bey “Rıfat Paşa Konya'yı sattı” dedi."
    start = text.index("“") + 1
    quotation = Quotation(
        Span(start, text.index("”")), text[start : text.index("”")], QuotationForm.DIRECT, "“”", "test"
    )
    (found,) = find_statements(_page(text), _facts(text, (quotation,)))
    assert (found.action, _roles(found)["subject"]) == ("say", "Selim Bey")


@pytest.mark.parametrize(
    ("text", "language", "action", "roles"),
    [
        ("Bəhram bəy 1919 ilində Şuşaya getdi.", "az", "move", {"subject": "Behram Bey", "recipient": "Şuşa"}),
        ("Wilkins donated 500 pounds to the school in 1925.", "en", "transfer", {"subject": "Henry Wilkins"}),
        ("The society was founded by Wilkins in 1925.", "en", "found", {"subject": "Henry Wilkins"}),
        ("In 1925 nobody came.", "en", None, {}),
    ],
)
def test_other_languages(text: str, language: str, action: str | None, roles: dict[str, str]) -> None:
    found = _find(text, language=language)
    assert [one.action for one in found] == ([action] if action else [])
    if found:
        assert _roles(found[0]).items() >= roles.items()


_PIECES = st.sampled_from(
    [
        "Rıfat",
        "Paşa",
        "Konya'ya",
        "İran'dan",
        "gönderdi",
        "gönderdiğini",
        "bildirdi",
        "30",
        "vagon",
        "900",
        "lira",
        "3",
        "Mart",
        "1921",
        "günü",
        "yoktur",
        ".",
        ",",
        ";",
        "?",
        "(",
        ")",
        "“",
        "”",
        "mi",
        "ile",
        "tarafından",
        "verirse",
        "taahhüt",
        "etti",
        "böyle",
        "bir",
        "söz",
        "aldı",
        "olarak",
        "atandı",
        "İ",
        "ı",
        "’",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.lists(_PIECES, max_size=30).map(" ".join), st.text(max_size=80)), st.sampled_from(["tr", "az", "en"])
)
def test_any_text_gives_statements_that_read_back(text: str, language: str) -> None:
    facts = _facts(text)
    for one in find_statements(_page(text, language=language), facts):
        assert one.text == one.span.of(text)
        assert all(role.text == role.span.of(text) for _, role in one.roles)
        assert all(0 <= index < len(facts.amounts) for index in one.amounts)
