"""One saying on several pages: to whom it is given, who denies it, what is only handed on."""

from __future__ import annotations

from tanik.compare.copies import find_copies
from tanik.compare.model import Examined, Finding, FindingKind
from tanik.compare.sayings import check_sayings
from tanik.facts.read import read as read_facts
from tanik.page.read import read

WORDS = "Sular durulmadan köprüden kimse geçmez"


def findings(*texts: str) -> list[Finding]:
    pages = []
    for at, text in enumerate(texts):
        page = read(text.encode(), path=f"{at}.txt", id=f"p{at}")
        pages.append(Examined(page, read_facts(page, fast=True)))
    called = {page.id: page.page.source.label for page in pages}
    return list(check_sayings(pages, find_copies(pages, ()), called))


def test_a_saying_given_to_two_people() -> None:
    (found,) = findings(f"Refet Paşa “{WORDS}” demişti.", f"Kâzım Karabekir “{WORDS}” dedi.")
    assert (found.kind, found.rule) == (FindingKind.CONFLICT, "saying-several-speakers")
    assert dict(found.details)["whose"] == "Kâzım Karabekir: 1.txt; Refet Bele: 0.txt"


def test_a_saying_that_one_page_denies() -> None:
    (found,) = findings(f"Refet Paşa “{WORDS}” demişti.", f"“{WORDS}” sözü Refet Paşa'ya ait değildir.")
    told = dict(found.details)
    assert (found.rule, told["given"], told["denying"]) == ("saying-denied-elsewhere", "0.txt", "1.txt")


def test_a_saying_that_both_deny_and_one_handed_on() -> None:
    denied = f"“{WORDS}” sözü Refet Paşa'ya ait değildir."
    assert [one.rule for one in findings(denied, f"Refet Paşa'nın söylemediği “{WORDS}” sözü duvarda.")] == [
        "saying-denied"
    ]
    (found,) = findings(f"Refet Paşa “{WORDS}” demişti.", f"Refet Paşa'nın “{WORDS} artık” dediğini duydum.")
    assert (found.kind, found.rule) == (FindingKind.COPIED, "saying-shared")


def test_other_words_and_one_page_alone_are_no_finding() -> None:
    other = "Kâzım Karabekir “Sular çekilince köyden herkes göç eder” dedi."
    assert findings(f"Refet Paşa “{WORDS}” demişti.", other) == []
    assert findings(f"Refet Paşa “{WORDS}” demişti.\n\nKâzım Karabekir de “{WORDS}” dedi.") == []
    long = f"Vali Hilmi Bey “Dün köye indik, yaşlılarla konuştuk, {WORDS} diyenler çoktu, biz yine de geçtik” dedi."
    assert findings(f"Refet Paşa “{WORDS}” demişti.", long) == []


def test_two_spellings_of_one_name_are_no_conflict() -> None:
    (found,) = findings(f"Derviş Mehmet “{WORDS}” diye bağırdı.", f"Derviş Mehmed “{WORDS}” diye bağırdı.")
    assert found.rule == "saying-shared"
