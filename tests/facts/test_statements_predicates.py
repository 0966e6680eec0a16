"""What is done: modal and phasal verbs over infinitives, nouns as predicates, clefts, wages, reports with a date."""

from __future__ import annotations

import pytest

from tanik.core.tables import read_rows
from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _statements(text: str) -> tuple[Statement, ...]:
    return read_facts(read_page(f"{text}\n".encode(), path="a.txt")).statements


@pytest.mark.parametrize(
    "text",
    [
        "yüzbaşı o sırada bitlis'teydi, harput'ta değil. fabrikanın hazineye devri 1924'te gerçekleşti.",
    ],
)
def test_any_sentence_is_read_without_an_error(text: str) -> None:
    for one in _statements(text):
        assert one.span.of(f"{text}\n") == one.text


# a deed and the verb that says whether it was done: GK 24.4.1, Karttunen 1971
CARRIED_OUT = [
    ("Köylü 1921'de orduya otuz öküz vermek zorunda kaldı.", "transfer", "affirmed"),
    ("Banka 1931'de şubeyi kapatmaya mecbur oldu.", "abolish", "affirmed"),
    ("Esirler 1921'de Konya'ya kaçmayı başardı.", "move", "affirmed"),
    ("Vali 1921'de köye un göndermeyi başaramadı.", "transfer", "denied"),
    ("Kasaba 1921'de işgal edilmekten kurtuldu.", "occupy", "denied"),
    ("Vali 1921'de köye un göndermeyi unuttu.", "transfer", "denied"),
    ("Vali 1921'de köye un göndermeyi ihmal etmedi.", "transfer", "affirmed"),
    ("Vali 1921'de köye otuz çuval un göndermiş oldu.", "transfer", "affirmed"),
    ("Şirket 1931'de Ali Bey'e tazminat ödemek zorunda bırakıldı.", "transfer", "affirmed"),
    ("Vali 1921'de köye otuz çuval un göndermekle yetindi.", "transfer", "affirmed"),
]
# what is only tried, wished, decided or made others do is not told as done
NOT_CARRIED_OUT = [
    ("Köylü 1921'de orduya otuz öküz vermeye çalıştı.", "transfer"),
    ("Vali 1921'de köye un göndermeye karar verdi.", "transfer"),
    ("Vali 1921'de köylüyü malını satmak zorunda bıraktı.", "transfer"),
    ("Vali 1921'de köye un göndermeyi reddetti.", "transfer"),
    ("Vali 1921'de köye un göndermeyi taahhüt etti.", "transfer"),
    ("Vali 1921'de köye un göndermeyi teklif etti.", "transfer"),
    ("Esirler 1921'de Konya'ya kaçmaya kalkıştı.", "move"),
    ("Vali 1921'de köye gitmek istedi.", "move"),
    ("Vali 1921'de Ali Bey'den un göndermesini rica etti.", "transfer"),
    ("Vali 1921'de gitmek üzere olan Ali Bey'e bir mektup yazdı.", "move"),
]


@pytest.mark.parametrize(("text", "action", "polarity"), CARRIED_OUT)
def test_a_deed_that_was_carried_out_is_told(text: str, action: str, polarity: str) -> None:
    assert [(one.action, one.polarity.value) for one in _statements(text)] == [(action, polarity)]


@pytest.mark.parametrize(("text", "action"), NOT_CARRIED_OUT)
def test_a_deed_that_was_only_meant_is_not_told(text: str, action: str) -> None:
    assert action not in [one.action for one in _statements(text)]


# a saying with a day of its own is what is told; without one, or where something is counted, what is said: GK 23.1.2
REPORTS = [
    ("27 Aralık 1927'de başbakan, İhsan Bey'in o maddeyi sildiğini açıkladı.", ["say"]),
    ("Mutasarrıf Sabri Bey, 4 Mart 1925 tarihli telgrafında tüccarın parayı istediğini bildirmiştir.", ["write"]),
    ("Ali Bey denizi geçmek zorunda kaldığını kardeşine 5 Ekim 1911 günü yazdı.", ["write"]),
    ("Vali 3 Mayıs 1921'de Ali Bey'in Konya'ya kaçtığını duyurdu.", ["say"]),
    ("Vali köye on çuval un gönderdiğini bildirdi.", ["transfer"]),
    ("Vali Ali Bey'in 3 Mayıs 1921'de köye on çuval un gönderdiğini bildirdi.", ["transfer"]),
    ("Vali 3 Mayıs 1921'de Ali Bey'in köye on çuval un gönderdiğini bildirdi.", ["transfer"]),
    ("Gazete Ali Bey'in 3 Mayıs 1921'de Konya'ya kaçtığını yazar.", ["move"]),
    ("Avusturya 5 Ekim 1908'de Bosna'yı işgal ettiğini bildirdi.", ["occupy"]),
]


@pytest.mark.parametrize(("text", "actions"), REPORTS)
def test_which_of_a_report_is_told(text: str, actions: list[str]) -> None:
    assert [one.action for one in _statements(text)] == actions


# a noun, a name or "oldu" as predicate: GK 12.1, 25.3
NOMINAL = [
    ("Parayı 1921'de ödeyen Almanya'ydı.", "transfer", {"subject": "Almanya"}),
    ("Köprüyü 1931'de yıkan Sabri Bey'di.", "abolish", {"subject": "Sabri Bey"}),
    ("Okulu 1912'de kuran da tüccar Sabri Bey oldu.", "found", {"subject": "Sabri Bey"}),
    ("Sabri Bey 3 Mart 1921'de Konya'daydı.", "move", {"subject": "Sabri Bey", "recipient": "Konya"}),
    ("Yüzbaşı Rasim o sırada Bitlis'teydi.", "move", {"subject": "Rasim", "recipient": "Bitlis"}),
    ("Sabri Bey 1919'da Sivas valisiydi.", "appoint", {"recipient": "Sabri Bey"}),
    ("Sabri Bey 1908'de derneğin kurucusuydu.", "found", {"subject": "Sabri Bey"}),
    ("Arıtma tesisi 1987 yapımıdır.", "found", {"object": "Arıtma tesisi"}),
    ("Sabri Bey 1881 doğumluydu.", "born", {"subject": "Sabri Bey"}),
    ("işçilere günde 3 kuruş.", "transfer", {"recipient": "işçiler"}),
]
# what only describes, or names no deed
ONLY_DESCRIBED = [
    "Sabri Bey çok çalışkandı.",
    "Köprü taştandı.",
    "Sabri Bey Konya'dandı.",
    "Konya güzel bir şehirdi.",
    "Konağın sahibi Sabri Bey'di.",
    "Sabri Bey bir valiydi.",
    "En sevdiğim kişi Sabri Bey'di.",
    "Köyün adı Tepecik'ti.",
    "Orada oturan Sabri Bey'di.",
    "Bina eski bir yapıydı.",
]


@pytest.mark.parametrize(("text", "action", "roles"), NOMINAL)
def test_nouns_as_predicates(text: str, action: str, roles: dict[str, str]) -> None:
    (told,) = _statements(text)
    assert told.action == action
    assert {place: role.name or role.text for place, role in told.firsts.items() if place in roles} == roles


@pytest.mark.parametrize("text", ONLY_DESCRIBED)
def test_what_only_describes_is_no_statement(text: str) -> None:
    assert _statements(text) == ()


def test_each_noun_of_the_table_is_read_in_its_example() -> None:
    for row in read_rows("tanik.facts", "nominal_predicates.csv"):
        assert [one.action for one in _statements(row["example"])] == [row["action"]], row
        assert row["source"]


def test_lines_of_an_announced_list_have_their_givers() -> None:
    text = "Gelirler şöyleydi:\n\n– Kızılay: 18.000 lira\n\n– Tuz Cemiyeti: 240 çuval un, 60 teneke süt\n"
    told = [(one.firsts["subject"].text, one.firsts["object"].text) for one in _statements(text)]
    assert told == [("Kızılay", "18.000 lira"), ("Tuz Cemiyeti", "240 çuval un"), ("Tuz Cemiyeti", "60 teneke süt")]
