"""English noun phrases get a Turkish name as a whole or none."""

from __future__ import annotations

import pytest

from tanik.core.span import Span
from tanik.facts.model import Role
from tanik.facts.read import read as find_facts
from tanik.page.model import Page, Segment, SegmentKind, Source


def _role(text: str, words: str) -> Role:
    segment = Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "t")
    page = Page("p", Source("0" * 64, "text/plain"), text, (segment,), language="en")
    roles = [role for one in find_facts(page, fast=True).statements for _, role in one.roles]
    return next(role for role in roles if role.text == words)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("In 1922 it paid 1.1 million gold roubles to Italy.", "1.1 million gold roubles", "1,1 milyon altın ruble"),
        ("In May 1921 the envoy signed a trade agreement with Italy.", "trade agreement", "ticaret anlaşması"),
        ("In May 1921 the army captured 300 machine guns.", "300 machine guns", "300 makineli tüfek"),
        ("In May 1921 the army captured guns from the Greeks.", "Greeks", "Yunanlar"),
        ("In May 1921 the Greek army attacked the port.", "Greek army", "Yunan ordusu"),
        ("The Greek school received 40 books in May 1921.", "Greek school", "Rum okulu"),
        ("British officers inspected the rifle factory in 1919.", "British officers", "İngiliz subayları"),
        ("The firm delivered 12 crates of rifles in 1921.", "12 crates of rifles", "12 sandık tüfek"),
        ("In June 1920 Kemal accepted the peace treaty.", "peace treaty", "barış antlaşması"),
        ("The consul sold 33,275 rifles in May 1921.", "33,275 rifles", "33.275 tüfek"),
        ("The bank bought iron bridges in 1921.", "iron bridges", "demir köprü"),
    ],
)
def test_a_phrase_of_known_words_is_named_whole(text: str, words: str, name: str) -> None:
    assert _role(text, words).name == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The consul sold 500 weird blobs in May 1921.", "500 weird blobs"),
        ("The consul signed a lopsided treaty in May 1921.", "lopsided treaty"),
        ("The bank sold the shoddy rifles in May 1921.", "shoddy rifles"),
        ("Three bearded tinkers attacked the port in 1921.", "Three bearded tinkers"),
        ("The army captured mouldy bread in 1921.", "mouldy bread"),
        ("The firm sent purple wagons to Kars in 1921.", "purple wagons"),
        ("The firm sent 12 purple wagons to Kars in 1921.", "12 purple wagons"),
        ("The loose committee refused the loan in 1921.", "loose committee"),
        ("A dusty ledger arrived in Kars in May 1921.", "dusty ledger"),
        ("The consul bought musty old maps in May 1921.", "musty old maps"),
    ],
)
def test_a_phrase_with_an_unknown_word_keeps_the_words_of_the_page(text: str, words: str) -> None:
    assert _role(text, words).name is None
