"""A denial or a number that was changed is told wherever the passage is found, however the language writes it."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.fold import fold
from tanik.trace.lexicon import load_lexicon
from tanik.trace.memory import Memory
from tanik.trace.model import Difference, DifferenceKind, Status, Trace, Witness
from tanik.trace.readings import Reading, read_pair
from tanik.trace.run import run

from .conjugation import Denial, azerbaijani_denials, denials, verbs

_BEFORE = "Değirmenin önünde toplanan köylüler o kış"
_BEHIND = "diye anlatır, ambarın bekçisi ise çuvalları saymaya giderdi."
_LEXICON = load_lexicon()


@cache
def _turkish() -> tuple[Denial, ...]:
    return tuple(denial for verb in verbs() for denial in denials(verb))


@cache
def _azerbaijani() -> tuple[Denial, ...]:
    stems = "gəl gör yaz al ver götür çap tap aç bil işlət göndər öyrən qal qayıt".split()  # noqa: SIM905
    return tuple(denial for stem in stems for denial in azerbaijani_denials(stem))


def _traced(page: str, witness: str) -> Trace:
    return run(f"{_BEFORE} {page} {_BEHIND}", Memory([Witness("a:1", f"{_BEFORE} {witness} {_BEHIND}", "a")]))


def _told(trace: Trace, kind: DifferenceKind) -> list[Difference]:
    return [d for match in trace.matches for d in match.differences if d.kind is kind]


def _is_told(page: str, witness: str, kind: DifferenceKind) -> bool:
    """Whether the change of one word is told by its words, as of that kind."""
    told = _told(_traced(page, witness), kind)
    return any(d.changes_meaning and (d.page_text, d.witness_text) == (page, witness) for d in told)


def test_every_form_of_every_verb_is_told_from_its_denial() -> None:
    missed = [
        denial
        for denial in (*_turkish(), *_azerbaijani())
        for one, other in ((denial.affirmed, denial.denied), (denial.denied, denial.affirmed))
        for verdict in [read_pair(Reading((fold(one),), one), Reading((fold(other),), other), _LEXICON)]
        if verdict is None or verdict[0] is not DifferenceKind.POLARITY
    ]
    assert not missed


@settings(max_examples=120, deadline=None)
@given(denial=st.sampled_from(_turkish()) | st.sampled_from(_azerbaijani()), turned=st.booleans())
def test_a_denial_put_in_or_taken_out_is_told_in_its_passage(denial: Denial, *, turned: bool) -> None:
    page, witness = (denial.affirmed, denial.denied) if turned else (denial.denied, denial.affirmed)
    assert _is_told(page, witness, DifferenceKind.POLARITY)


@pytest.mark.parametrize(
    ("affirmed", "denied"),
    [
        ("çaresi vardır", "çaresi yoktur"),
        ("arpa varmış", "arpa yokmuş"),
        ("un varken", "un yokken"),
        ("buğday varsa", "buğday yoksa"),
        ("pul var", "pul yox"),
        ("şübhə vardır", "şübhə yoxdur"),
        ("hazır idiler", "hazır değildiler"),
        ("haklıdır", "haklı değildir"),
        ("doğrudur", "doğru deyil"),
        ("kazançlı sandılar", "kazançsız sandılar"),
        ("lüzumlu gördüler", "lüzumsuz gördüler"),
        ("bakarak döndüler", "bakmadan döndüler"),
        ("sorup geldiler", "sormaksızın geldiler"),
        ("un ve arpa aldılar", "ne un ne arpa aldılar"),
        ("hem un hem arpa aldılar", "ne un ne arpa aldılar"),
        ("kimseye sordular", "hiç kimseye sordular"),
        ("oraya giderdi", "oraya asla giderdi"),
        ("resmî sayıldı", "gayriresmî sayıldı"),
        ("resmî sayıldı", "gayr-i resmî sayıldı"),
        ("istisna verildi", "bilâ istisna verildi"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_words_and_endings_that_deny_are_told(affirmed: str, denied: str, *, turned: bool) -> None:
    trace = _traced(affirmed, denied) if turned else _traced(denied, affirmed)
    assert trace.matches
    assert trace.status is Status.ALTERED
    assert any(d.changes_meaning for d in _told(trace, DifferenceKind.POLARITY))


_ONES = ("", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
_TENS = ("", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")
_RANKS = {
    "bir": "birinci", "iki": "ikinci", "üç": "üçüncü", "dört": "dördüncü", "beş": "beşinci", "altı": "altıncı",
    "yedi": "yedinci", "sekiz": "sekizinci", "dokuz": "dokuzuncu", "on": "onuncu", "yirmi": "yirminci",
    "otuz": "otuzuncu", "kırk": "kırkıncı", "elli": "ellinci", "altmış": "altmışıncı", "yetmiş": "yetmişinci",
    "seksen": "sekseninci", "doksan": "doksanıncı", "yüz": "yüzüncü", "bin": "bininci",
}  # fmt: skip
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def _in_words(number: int) -> str:
    for size, name in ((1000, "bin"), (100, "yüz")):
        if number >= size:
            many, rest = divmod(number, size)
            return f"{'' if many == 1 else _in_words(many)} {name} {_in_words(rest)}".strip()
    return f"{_TENS[number // 10]} {_ONES[number % 10]}".strip()


def _rank(number: int) -> str:
    *before, last = _in_words(number).split()
    return " ".join([*before, _RANKS[last]])


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _counts(number: int) -> list[str]:
    """How a number of things is written."""
    dotted = f"{number:,}".replace(",", ".")
    thousands = [f"{number // 1000} bin"] if number % 1000 == 0 else []
    return [str(number), dotted, dotted.replace(".", " "), _in_words(number), *thousands]


def _ranks(number: int) -> list[str]:
    """How the place in a row is written."""
    ending = re.search("[ıiuü]?nc[ıiuü]$", _rank(number))
    assert ending is not None
    return [_rank(number), f"{number}.", f"{number}’{ending[0]}", *([_roman(number)] if number < 40 else [])]


_NUMBER = st.one_of(st.integers(2, 99), st.integers(100, 2500), st.integers(2, 900).map(lambda n: 1000 * n))
_PLACE = st.integers(2, 120)


@settings(max_examples=150, deadline=None)
@given(one=_NUMBER, other=_NUMBER, data=st.data())
def test_a_changed_number_is_told_in_every_writing(one: int, other: int, data: st.DataObject) -> None:
    page, witness = (data.draw(st.sampled_from(_counts(number))) for number in (one, other))
    trace = _traced(f"{page} çuval unu", f"{witness} çuval unu")
    assert trace.matches
    assert bool(_told(trace, DifferenceKind.NUMBER)) == (one != other)
    assert (trace.status is Status.ALTERED) == (one != other)


@settings(max_examples=150, deadline=None)
@given(one=_PLACE, other=_PLACE, data=st.data())
def test_a_changed_rank_is_told_in_every_writing(one: int, other: int, data: st.DataObject) -> None:
    page, witness = (data.draw(st.sampled_from(_ranks(number))) for number in (one, other))
    trace = _traced(f"{page} bölüme", f"{witness} bölüme")
    assert trace.matches
    assert bool(_told(trace, DifferenceKind.NUMBER)) == (one != other)


_PARTS = {
    "yarısını": 1 / 2, "nısfını": 1 / 2, "yüzde ellisini": 1 / 2, "ikide birini": 1 / 2, "üçte birini": 1 / 3,
    "sülüsünü": 1 / 3, "dörtte birini": 1 / 4, "çeyreğini": 1 / 4, "rubunu": 1 / 4, "yüzde yirmi beşini": 1 / 4,
    "dörtte üçünü": 3 / 4, "üçte ikisini": 2 / 3, "onda birini": 1 / 10, "yüzde onunu": 1 / 10, "binde onunu": 1 / 100,
    "beşte dördünü": 4 / 5, "yüzde seksenini": 4 / 5, "yüzde kırkını": 2 / 5,
}  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(page=st.sampled_from(sorted(_PARTS)), witness=st.sampled_from(sorted(_PARTS)))
def test_a_changed_part_is_told_in_every_writing(page: str, witness: str) -> None:
    trace = _traced(f"unun {page} ayırdı", f"unun {witness} ayırdı")
    assert trace.matches
    if _PARTS[page] != _PARTS[witness]:
        assert any(d.changes_meaning for d in _told(trace, DifferenceKind.NUMBER))
        assert trace.status is Status.ALTERED


@pytest.mark.parametrize(
    ("page", "witness", "changed"),
    [
        ("binlerce çuval", "yüzlerce çuval", True),
        ("binlerce çuval", "bin çuval", True),
        ("11 çuval", "1 1 çuval", True),
        ("10 000 çuval", "10000 çuval", False),
        ("1000 çuval", "binlerce çuval", True),
        ("beşer çuval", "beş çuval", True),
        ("üç milyon okka", "üç milyar okka", True),
        ("iki buçuk okka", "iki okka", True),
        ("%40 noksan", "yüzde 40 noksan", False),
        ("40 % noksan", "yüzde kırk noksan", False),
        ("%60 noksan", "yüzde kırk noksan", True),
        ("XIX. asırda", "19. asırda", False),
        ("XX. asırda", "on dokuzuncu asırda", True),
        ("II. Murat", "III. Murat", True),
        ("23 Nisan 1920 günü", "23 Nisan 1921 günü", True),
        ("24 Nisan 1920 günü", "23 Nisan 1920 günü", True),
        ("23 Mayıs 1920 günü", "23 Nisan 1920 günü", True),
        ("23.4.1920 günü", "23.5.1920 günü", True),
        ("saat 14.30’da", "saat 13.30’da", True),
    ],
)
def test_numbers_of_other_kinds(page: str, witness: str, *, changed: bool) -> None:
    trace = _traced(page, witness)
    assert trace.matches
    assert any(d.changes_meaning for d in trace.matches[0].differences) == changed
    assert (trace.status is Status.ALTERED) == changed
