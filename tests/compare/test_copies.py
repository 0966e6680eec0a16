"""Groups of copies: who took a text from whom, what each brought in, how many are independent, what was first."""

from __future__ import annotations

from itertools import permutations, product
from pathlib import Path

import pytest

import tanik
from tanik.compare.copies import find_copies, independent_groups, passages
from tanik.compare.first_seen import first_seen
from tanik.compare.model import CopyGroup, CopyLink, Examined, Place
from tanik.core.span import Span
from tanik.facts.model import Citation, CitationKind, Facts, Quotation, QuotationForm
from tanik.page.model import Page, Segment, SegmentKind, Source
from tanik.trace.model import Witness

from .six_pages import DOCUMENT, PAGES, STRETCH, texts_of, write_pages

MILL = (
    "Değirmenci sabah ezanından önce kalkar, suyun yolunu açar, taşı ağır ağır döndürmeye başlardı. Köylüler "
    "çuvallarını eşeklerin sırtında getirir, gölgede sıralarını bekler, bir yandan da geçen yılın kuraklığını "
    "konuşurlardı. Un torbalara dolunca herkes payını bırakıp evinin yolunu tutardı."
)
LEARNT = MILL.replace("sabah ezanından", "gün doğumundan").replace("kuraklığını", "bereketini")
PASSED_ON = LEARNT.replace("ağır ağır ", "").replace("herkes", "her hane")


def page(name: str, text: str, published: str | None = None, **more: object) -> Examined:
    url = more.pop("url", None)
    facts = more.pop("facts", Facts())
    assert isinstance(facts, Facts)
    body = (Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "test"),)
    source = Source("0" * 64, "text/plain", url=str(url) if url else None)
    return Examined(Page(name, source, text, body, published=published, **more), facts)  # type: ignore[arg-type]


def told(group: CopyGroup) -> set[tuple[str, str]]:
    return {(link.from_, link.to) for link in group.links}


def link_to(group: CopyGroup, name: str) -> CopyLink:
    return next(link for link in (*group.links, *group.unsure) if link.to == name)


def test_errors_that_are_handed_on_tell_the_source_and_dates_the_way() -> None:
    pages = [page("a", MILL, "2001"), page("b", LEARNT, "2004"), page("c", PASSED_ON, "2009")]
    for order in permutations(pages):
        (group,) = find_copies(order)
        assert told(group) == {("a", "b"), ("b", "c")}
    assert [(one.before, one.after) for one in link_to(group, "b").readings] == [
        ("sabah ezanından", "gün doğumundan"),
        ("kuraklığını", "bereketini"),
    ]
    assert any("gün doğumundan" in why for why in link_to(group, "c").why)


def test_a_copy_that_lacks_the_words_is_not_said_to_share_their_reading() -> None:
    third = page("c", LEARNT.replace("bereketini ", ""), "2009")
    (group,) = find_copies([page("a", MILL, "2001"), page("b", LEARNT, "2004"), third])
    assert ("b", "c") in told(group)
    why = " ".join(link_to(group, "c").why)
    assert "gün doğumundan" in why
    assert "bereketini" not in why


def test_a_reading_is_shown_where_it_stands() -> None:
    pages = [page("a", f"Başlık. {MILL}", "2001"), page("b", f"Uzunca bir giriş sözü. {LEARNT}", "2004")]
    (group,) = find_copies(pages)
    texts = {one.id: one.text for one in pages}
    for reading in link_to(group, "b").readings:
        (place,) = reading.places
        assert place.span.of(texts[place.page]) == reading.after


def test_without_dates_the_direction_is_not_claimed() -> None:
    (group,) = find_copies([page("a", MILL), page("b", LEARNT)])
    assert group.links == ()
    assert [{link.from_, link.to} for link in group.unsure] == [{"a", "b"}]


def test_a_named_source_tells_the_way() -> None:
    cited = Citation(Span(0, 4), "kaynak", CitationKind.WEB, "test", url="https://www.ornek.org/degirmen/")
    pages = [
        page("a", MILL, url="http://ornek.org/degirmen"),
        page("b", MILL, facts=Facts(citations=(cited,))),
    ]
    (group,) = find_copies(pages)
    assert told(group) == {("a", "b")}
    assert "names it as its source" in link_to(group, "b").why


def test_spelling_counts_or_not() -> None:
    spelt = MILL.replace("herkes", "herkez").replace("torbalara", "torpalara")
    later = spelt.replace("kuraklığını", "bolluğunu")
    pages = [page("a", MILL, "2001"), page("b", spelt, "2004"), page("c", later, "2009")]
    (with_spelling,) = find_copies(pages)
    (without,) = find_copies(pages, spelling=False)
    assert told(with_spelling) == {("a", "b"), ("b", "c")}
    kinds = {one.kind for link in (*without.links, *without.unsure) for one in link.readings}
    assert "spelling" not in kinds


def test_identical_copies_hang_below_the_earliest_and_claim_no_more() -> None:
    (group,) = find_copies([page("a", MILL, "2001"), page("b", MILL, "2004"), page("c", MILL, "2009")])
    assert told(group) == {("a", "b")}
    assert [(link.from_, link.to, link.support) for link in group.unsure] == [("a", "c", 0.5)]


def test_a_lost_copy_is_drawn_when_dates_forbid_what_readings_say() -> None:
    """Two pages of one day share errors that the older page lacks, and each has errors of its own."""
    words = ["".join(syllables) for syllables in product(("ba", "ke", "lo", "mu", "si", "tü"), repeat=3)][:200]

    def changed(made: list[str], name: str, first: int) -> list[str]:
        others = product((name,), ("zer", "pan", "vıl"), ("gaç", "dof"))
        return ["".join(next(others)) if at % 40 == first else word for at, word in enumerate(made)]

    shared = changed(changed(words, "ortak", 5), "yine", 15)
    one, other = (" ".join(changed(shared, name, first)) for name, first in (("bir", 25), ("iki", 35)))
    day = "2005-03-01"
    (group,) = find_copies([page("a", " ".join(words), "2001"), page("b", one, day), page("c", other, day)])
    assert group.lost == ("*1",)
    assert {frozenset((link.from_, link.to)) for link in (*group.links, *group.unsure)} == {
        frozenset(("a", "*1")),
        frozenset(("*1", "b")),
        frozenset(("*1", "c")),
    }


def test_parts_of_one_text_are_one_group() -> None:
    """Between two passages that both pages have stands the same text, much changed: no five words of it in a row."""
    first, last = " ".join(f"baş{at}" for at in range(40)), " ".join(f"son{at}" for at in range(40))
    words = [f"orta{at}" for at in range(36)]
    changed = [f"başka{at}" if at % 3 == 0 else word for at, word in enumerate(words)]
    pages = [page("a", f"{first} {' '.join(words)} {last}"), page("b", f"{first} {' '.join(changed)} {last}")]
    (group,) = find_copies(pages)
    assert [place.page for place in group.passages] == ["a", "a", "b", "b"]
    (link,) = (*group.links, *group.unsure)
    assert sum(len(one.before.split()) for one in link.readings) >= 10


def test_two_texts_of_the_same_two_pages_stay_two_groups() -> None:
    first, last = " ".join(f"baş{at}" for at in range(40)), " ".join(f"son{at}" for at in range(40))
    own = {name: " ".join(f"{name}{at}" for at in range(36)) for name in "ab"}
    assert len(find_copies([page(name, f"{first} {own[name]} {last}") for name in "ab"])) == 2


def test_many_copies_do_not_make_many_pairs() -> None:
    """Of 120 pages with one text each is compared with a few neighbours, and still all are one group."""
    words = MILL.split()
    pages = [page(f"p{n:03}", " ".join([*words[: n % 40], f"ek{n}", *words[n % 40 :]])) for n in range(120)]
    (group,) = find_copies(pages)
    assert {place.page for place in group.passages} == {one.id for one in pages}


def test_small_groups_cost_what_their_pages_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as many groups of four take twice as many comparisons of two pages, and no page meets a stranger."""
    asked: list[tuple[int, int]] = []
    compared = passages._shared

    def noted(left: int, right: int, hits: list[tuple[int, int]]) -> object:
        asked.append((left, right))
        return compared(left, right, hits)

    monkeypatch.setattr(passages, "_shared", noted)
    for groups in (10, 20):
        asked.clear()
        texts = [" ".join(f"kök{number}s{at}" for at in range(30)) for number in range(groups)]
        pages = [page(f"p{n:03}", f"{texts[n % groups]} ek{n}") for n in range(4 * groups)]
        assert len(find_copies(pages)) == groups
        assert len(asked) <= 6 * groups
        assert all(left % groups == right % groups for left, right in asked)


# --- independence -----------------------------------------------------------------------------------------------------


def quoting(name: str, before: str, after: str) -> tuple[Examined, Span]:
    text = f"{before} “{MILL}” {after}"
    start = text.index(MILL)
    quotation = Quotation(Span(start, start + len(MILL)), MILL, QuotationForm.LETTER, "“”", "test")
    return page(name, text, facts=Facts(quotations=(quotation,))), Span(start, start + 60)


def test_what_a_shared_text_tells_is_told_once() -> None:
    (one, there), (other, here) = quoting("a", "Dedemden kalan:", "Böyle."), quoting("b", "Bir mektup:", "Güzel.")
    copies = find_copies([one, other])
    inside = [Place("a", there), Place("b", here)]
    outside = [Place("a", Span(0, 8)), Place("b", Span(0, 8))]
    assert independent_groups(["a", "b"], copies, [one, other], inside) == 1
    assert independent_groups(["a", "b"], copies, [one, other], outside) == 2


def test_a_page_that_names_another_as_its_source_is_no_second_witness() -> None:
    cited = Citation(Span(0, 4), "kaynak", CitationKind.WEB, "test", url="https://ornek.org/a")
    pages = [page("a", "Gemi geldi.", url="https://ornek.org/a"), page("b", "Gelmiş.", facts=Facts(citations=(cited,)))]
    assert independent_groups(["a", "b"], (), pages) == 1
    assert independent_groups(["a", "b"], (), [pages[0], page("b", "Gelmiş.")]) == 2


# --- the history of a sentence ----------------------------------------------------------------------------------------

SENTENCE = "Köylüler çuvallarını eşeklerin sırtında getirir, gölgede sıralarını bekler."


def test_the_history_of_a_sentence() -> None:
    changed = SENTENCE.replace("eşeklerin", "atların")
    pages = [
        page("new", f"Okudum ki: {changed} Ne güzel.", "2015"),
        page("old", f"Eskiden. {SENTENCE} Sonra dönerler.", "1999"),
        page("other", "Bunun değirmenle de köyle de ilgisi yok, yalnız bir not.", "1990"),
        page("undated", f"Not: {SENTENCE}"),
    ]
    for order in permutations(pages):
        history = first_seen(SENTENCE, order)
        assert [one.id for one in history.sightings] == ["old", "new", "undated"]
        assert history.first is not None
        assert history.first.id == "old"
    (link,) = (link for link in history.descent.links if link.to == "new")
    assert (link.from_, [(one.before, one.after) for one in link.readings]) == ("old", [("eşeklerin", "atların")])


def test_a_document_can_be_the_first() -> None:
    document = Witness("k:1", f"Giriş. {SENTENCE} Son.", "k", date="1950")
    history = first_seen(SENTENCE, [page("old", f"Eskiden. {SENTENCE}", "1999")], [document])
    assert history.first is not None
    assert (history.first.id, history.first.text) == ("k:1", SENTENCE.rstrip("."))


def test_what_is_not_there_is_not_seen() -> None:
    history = first_seen("Gökyüzünde üç ayrı renkte uçurtma vardı.", [page("a", MILL)])
    assert (history.sightings, history.first, history.descent.links) == ((), None, ())


# --- six pages --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def letter(speeches: Path) -> str:
    with tanik.Library.open(speeches) as library:
        return library.named(DOCUMENT).text[STRETCH[0] : STRETCH[1]]


@pytest.mark.parametrize("dated", [True, False], ids=["dated", "undated"])
def test_six_pages_that_carry_one_letter(speeches: Path, letter: str, tmp_path: Path, dated: bool) -> None:
    written = write_pages(tmp_path, letter, dated=dated)
    with tanik.Library.open(speeches) as library:
        found = tanik.copies(written.values(), library)
    (group,) = found.groups
    name = {report.page.id: report.page.title for report in found.dossier.pages} | {DOCUMENT: ""}
    links = {(name.get(link.from_, link.from_), name[link.to]) for link in group.links if link.to in name}
    assert links == {(planted.source, copy) for copy, planted in PAGES.items()}
    assert _planted(letter) <= {
        (name[link.to], one.after) if one.after else (name[link.to], f"-{len(one.before.split())}")
        for link in group.links
        if link.to in name
        for one in link.readings
    }
    for copy, put in ((copy, put.strip("()")) for copy, page in PAGES.items() for a, b, put in page.changes if a == b):
        into = [one for link in group.links if name.get(link.to) == copy for one in link.readings]
        assert [one.kind for one in into if put in one.after and put not in one.before] == ["addition"]


def _planted(letter: str) -> set[tuple[str, str]]:
    """What each page changed in place: its own words, or how many words it left out."""
    made = set()
    for copy, planted in PAGES.items():
        for start, end, put in planted.changes:
            if not put:
                made.add((copy, f"-{end - start}"))
            elif start < end:
                own = next(w for w in texts_of(letter)[copy].split() if w not in letter.split() and w not in
                           (texts_of(letter)[planted.source].split() if planted.source else []) and
                           (put == w or "{" in put))  # fmt: skip
                made.add((copy, own.strip(",.;")))
    return made


def test_the_base_text_leads_its_entries_even_where_it_ends_a_word_before_others() -> None:
    """Two copies go on after the passage, one puts a word in there: the oldest, which ends before, is told from."""
    tail = "Sonra çarşıya inerdi."
    pages = [
        page("a", MILL, "1999"),
        page("b", f"{MILL} {tail}", "2003"),
        page("c", f"{MILL} Ertesi {tail}", "2005"),
        page("d", f"{MILL} {tail}", "2008"),
    ]
    (group,) = find_copies(pages)
    assert group.apparatus is not None
    assert group.apparatus.base == "a"
    (entry,) = [one for one in group.apparatus.entries if any(r.text == "Ertesi" for r in one.readings)]
    first = entry.readings[0]
    assert (first.text, set(first.witnesses)) == ("", {"a", "b", "d"})
    assert first.spans[first.witnesses.index("a")] == Span(len(MILL) - 1, len(MILL) - 1)
