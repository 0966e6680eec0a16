"""Whose words a quotation is said to be.

Comes in: the page's text, the names on it, and the place of the quotation. Goes out: the speaker's canonical name and
the words that name him. Where the grammar leaves no choice it decides: a source line or signature below, the
subject behind the verb of saying ("diye ekledi Refet Paşa"). Where several could have spoken, all of them are weighed
by what speaks for each (`evidence`), with weights learned from pages answered by hand: on pages left out of the
learning this is right more often than rules tried in an order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import Case
from tanik.core.span import Span
from tanik.facts.cover import Cover
from tanik.facts.model import Citation, Name
from tanik.facts.quotations.around import Around, Parted
from tanik.facts.quotations.below import known_person, named_below, signed_within, source_line, undersigned, with_office
from tanik.facts.quotations.carried import goes_on_below, is_announced_above, is_away, may_be_taken_over, takes_up
from tanik.facts.quotations.credits import Credit, CreditKind
from tanik.facts.quotations.english_lead import english_after, english_subject, is_judged
from tanik.facts.quotations.english_said import english_before, in_english, name_in
from tanik.facts.quotations.evidence import PageView, evidence, is_concerned
from tanik.facts.quotations.genders import genders, last_words
from tanik.facts.quotations.labels import Label, label_beside, read_as_written
from tanik.facts.quotations.mentions import Kind, Mention, Mentions
from tanik.facts.quotations.nobody import is_nobodys, may_be_carried
from tanik.facts.quotations.posts import repeats_post
from tanik.facts.quotations.subject import addressed, grammatical_subject
from tanik.facts.quotations.unfit import has_place, is_aside, is_in_marks, is_line_of_its_own, is_spoken_to, is_told_by
from tanik.facts.quotations.unnamed import group_speaking, said_to_belong, stranger, subject_beside, unnamed_subject
from tanik.facts.quotations.words import container_pattern, say_pattern, says_behind
from tanik.facts.tables import rows
from tanik.page.model import Page, SegmentKind

__all__ = ["Speakers"]

_VERB_AFTER: Final = re.compile(
    r"\W*(?:diye\s\w+(?<!inca)(?<!unca)(?<!ken)(?<!ip)(?<!up)(?<!arak)(?<!erek)(?<!an)(?<!en)(?<!ince)|de(?:di|mis\w*|r|rdi|yir\w*)|diyor\w*|dey\w+|yaz\w+|soyle\w+|sor\w+|ekle\w*|bagir\w+|haykir\w+|"
    r"cevap\sver\w+|cevabini\sver\w+|sesle?n\w+|buyur\w+)(?:\s(?:ki|ve))?\s"
)
# "“… again.” A fisherman shouted": behind a full stop another sentence begins.
_SENTENCE_OVER: Final = re.compile(r"\.[”\"’']?\s[A-Z]$")
# "diye konuştu Tekin.": a name that no table has ends the sentence
_UNLISTED: Final = re.compile(r"((?:[A-ZÇĞİÖŞÜƏ][a-zçğıöşüə]+\s)?[A-ZÇĞİÖŞÜƏ][a-zçğıöşüə]{2,})(?=\s*[.;]|\s*$)")
_BACK: Final = 4000  # characters before, in which a name stands in full
_NEAR: Final = 150
_VERB_REACH: Final = 25  # letters at the end of a lead that may hold its verb
_NEXT: Final = 300
_FAR: Final = 60  # mentions far before that are looked through
_TAKES_UP: Final = frozenset({"pronoun:fits", "again:near"})  # what English needs to carry a speaker over
_FAR_PERSONS: Final = 5  # different persons of these that are weighed


class Speakers:
    """Finds speakers on one page: its mentions by place, its folded text."""

    def __init__(
        self,
        page: Page,
        names: tuple[Name, ...],
        folded: str,
        *,
        citations: tuple[Citation, ...] = (),
        quoted: tuple[Span, ...] = (),
        parted: Parted | None = None,
        near: tuple[Span, ...] | None = None,
        weights: Mapping[str, float] | None = None,
    ) -> None:
        self._weights = _learned() if weights is None else weights
        self._text = page.text
        self._folded = folded
        self._page = page
        self._citations = citations
        self._quoted = Cover(quoted)
        self._mentions = Mentions(page, names, folded, near)
        self._parted = parted or Parted(page.text)
        blocks = (one for one in page.segments if one.kind is SegmentKind.QUOTATION and one.author)
        self._blocks = sorted((one for one in blocks if not repeats_post(page, one)), key=lambda one: one.span)
        self._block_starts = [one.span.start for one in self._blocks]
        self._title = self._in_title(page)
        self._first = {one.name: one for one in reversed(self._mentions.all)}
        persons = {one.name for one in self._mentions.all if one.kind is Kind.PERSON}
        self._counts = Counter(one.name for one in self._mentions.all if one.name in persons)
        self._most = max(self._counts, key=lambda name: (self._counts[name], name), default=None)
        self._last: tuple[str, Span] | None = None
        self._chain: tuple[Span, Span | None] | None = None  # quoted paragraphs that one line announced
        self._genders = genders(page.text, self._mentions.all) if page.language == "en" else {}

    def of(
        self, outer: Span, lines: tuple[Span, ...], credit: Span | None = None, below: Credit | None = None
    ) -> tuple[str | None, Span | None]:
        """Speaker and basis of the quotation whose marks span `outer`; `lines` are the paragraphs before and at it,
        `credit` the name that a list gives below it, `below` what stands behind it of whose the words are.
        """
        around = self._parted.around(outer, lines)
        label = label_beside(self._text, around, lines[-1], self._mentions) if credit is None else None
        if credit is None and below is not None and below.kind is CreditKind.OWN:
            # "Nuri Bey: “…” (Vakit gazetesi, 3 Mart 1921)": the bracket says where the words stand
            credit = below.named if label is None or label.name is None else None
        sure = (self._as_written(credit), credit) if credit is not None else self._sure(around, lines[-1], label)
        if (
            sure is None
            and below is not None
            and below.named is not None
            and not self._is_announced(around)
            and not is_told_by(self._folded, around)
        ):
            sure = self._as_written(below.named), below.named
        goes_on = self._going_on(outer, lines) or self._taken_up(around) if sure is None else None
        if sure is None and goes_on is None and is_nobodys(self._text, self._folded, around):
            return None, None
        name, basis = sure or goes_on or self._best(around, lines[-1])
        if name is not None:
            self.heard(name, outer)
        begun = name is not None and (goes_on is not None or is_announced_above(self._text, outer, lines[-1]))
        self._chain = (outer, basis) if begun else None
        return name, basis

    def _going_on(self, outer: Span, lines: tuple[Span, ...]) -> tuple[str, Span | None] | None:
        """Whoever was announced over the quoted paragraph right above, where this one goes on."""
        if self._chain is None or self._last is None or len(lines) < 2 or not lines[-2].overlaps(self._chain[0]):
            return None
        return (self._last[0], self._chain[1]) if goes_on_below(self._text, self._chain[0], outer, lines[-1]) else None

    def _taken_up(self, around: Around) -> tuple[str, Span | None] | None:
        """Whom "o" means before words: the last speaker near, else the one subject of the sentence before."""
        if self._page.language == "en" or not takes_up(self._text, around.lead):
            return None
        near = min((one.start for one in around.earlier), default=around.lead.start)
        if self._last is not None and self._last[1].end > near:
            return self._last[0], None
        before = self._mentions.within(around.earlier[0].start, around.earlier[0].end) if around.earlier else ()
        subjects = [one for one in before if one.kind is Kind.PERSON and one.case is Case.NOMINATIVE]
        return (subjects[0].name, subjects[0].span) if len(subjects) == 1 else None

    def heard(self, name: str, outer: Span) -> None:
        """Take `name` for the speaker of the quotation at `outer`, which the next ones then follow."""
        self._last = name, outer

    def kind_at(self, basis: Span | None) -> Kind | None:
        """What sort of speaker the words at `basis` name."""
        held = self._mentions.within(basis.start, basis.start + 1) if basis is not None else ()
        return held[0].kind if held else None

    def candidates(self, outer: Span, lines: tuple[Span, ...]) -> tuple[tuple[Mention, tuple[str, ...]], ...] | None:
        """All who may have spoken, with what speaks for each; None where the grammar leaves no choice."""
        around = self._parted.around(outer, lines)
        label = label_beside(self._text, around, lines[-1], self._mentions)
        return None if self._sure(around, lines[-1], label) is not None else self._weighed(around)

    def _credited(self, outer: Span) -> tuple[str, Span | None] | None:
        """Whom the page's own markup names as the speaker of a block (`cite`, `footer`, a wiki's template)."""
        at = bisect_right(self._block_starts, outer.start) - 1
        name = self._blocks[at].author if at >= 0 and self._blocks[at].span.contains(outer) else None
        if name is None or container_pattern().search(fold(name)):
            return None
        known = known_person(name) or next((one.name for one in self._mentions.persons if one.text == name), None)
        if known is None and " " not in name:
            return None  # one word that nobody else on the page bears is as often a book's
        at = self._text.find(name, outer.end, outer.end + _NEXT)
        return known or name, Span(at, at + len(name)) if at >= 0 else None

    def _sure(self, around: Around, line: Span, label: Label | None) -> tuple[str | None, Span | None] | None:
        """Who spoke where it needs no weighing: by markup, by the `label` beside, by a name below, by grammar."""
        credited = self._credited(around.outer)
        if credited is not None:
            return credited
        if label is not None:
            return label.name, label.span if label.name is not None else None
        persons = self._mentions.persons_from(around.outer.end, around.outer.end + _NEAR)
        below = named_below(self._text, around.outer, persons, (), sure=True)
        inside = self._mentions.persons_from(around.outer.start, around.outer.end)
        signed = signed_within(self._text, around.outer, inside)
        if below is None and signed is not None:
            return self._signatory(*signed, around.outer)
        below = below or undersigned(self._text, around.outer, persons)
        if below is not None and source_line(self._text, around.outer) is None and self._is_led(around):
            # a name under words that the sentence before gives to somebody signs the page
            below = with_office(self._text, around.outer)
        english = in_english(self._text, around, self._mentions) if self._page.language == "en" else None
        return below or self._subject(around) or self._after(around.outer, line) or english

    def _is_announced(self, around: Around) -> bool:
        """Whether a verb of saying, whose subject is asked for, stands beside the words in their sentence."""
        lead = say_pattern().search(self._folded, around.lead.start, around.lead.end)
        return lead is not None or says_behind().match(self._folded, around.outer.end) is not None

    def _is_led(self, around: Around) -> bool:
        """Whether marked words are announced by a verb of saying with its subject: ``Ryan telgrafta şöyle der:``."""
        talk = self._text[around.outer.start] in "—–-"
        marked = talk or self._text[around.outer.start] in '“"«„'
        said = say_pattern().search(
            self._folded, max(around.lead.start, around.lead.end - _VERB_REACH), around.lead.end
        )
        lead = self._mentions.within(around.lead.start, around.lead.end)
        return marked and said is not None and (talk or any(one.case is Case.NOMINATIVE for one in lead))

    def _subject(self, around: Around) -> tuple[str, Span] | None:
        """The subject that the grammar of Turkish and Azerbaijani leaves no choice about."""
        if self._page.language == "en":
            return None
        group = group_speaking(self._text, self._folded, around.lead, around.outer)
        if group is not None:
            return group
        owner = said_to_belong(self._text, self._folded, around.outer, around.tail.end)
        if owner is not None:
            return self._as_written(owner), owner
        found = grammatical_subject(self._text, self._folded, around, self._mentions, self._is_quoted)
        if found is not None:
            return found.name, found.span
        beside = subject_beside(self._text, self._folded, around.lead, around.outer)
        held = self._mentions.within(around.lead.start, around.lead.end)
        return (name_in(self._text, beside, self._mentions), beside) if beside is not None and not held else None

    def _signatory(self, words: str, basis: Span, outer: Span) -> tuple[str, Span]:
        """Who signs with his given name ("Ağabeyin Refik"): the person of that name whom the page named last before."""
        given = words.rsplit(maxsplit=1)[-1]
        named = (one for one in reversed(self._mentions.persons_from(0, outer.start)) if given in one.text.split())
        return next((one.name for one in named), words), basis

    def _after(self, outer: Span, line: Span) -> tuple[str, Span] | None:
        """The subject behind the verb of saying: “…” diye ekledi Refet Paşa; “…” diye sorar Cavit Bey."""
        limit = next((s.end for s in self._parted.behind(outer, line)), outer.end)
        closed = _SENTENCE_OVER.search(self._text, outer.start, min(outer.end + 2, len(self._text)))
        english = english_after(self._text, outer.end, limit) if closed is None else None
        if english is not None:
            return name_in(self._text, english, self._mentions), english
        verb = _VERB_AFTER.match(self._folded, outer.end, limit)
        if verb is None:
            return None
        start = verb.end()
        for one in self._mentions.within(start, start + 4):
            ends = re.match(r"\W*(?:[.,;]|$)", self._text[one.span.end : limit]) is not None
            fits = one.case is Case.NOMINATIVE and one.span.end <= limit
            if fits and (one.kind is Kind.PERSON or ends):
                return one.name, one.span
        unlisted = _UNLISTED.match(self._text, start, limit)
        if unlisted is None or self._mentions.within(start, unlisted.end(1)):
            return None
        return self._full_name(unlisted.group(1), start), Span(*unlisted.span(1))

    def _full_name(self, surname: str, before: int) -> str:
        """A name that no table has as the page gave it in full before: "Tekin" is "Havva Tekin"."""
        full = re.compile(rf"(?<![.!?] )((?:[A-ZÇĞİÖŞÜƏ][a-zçğıöşüə]+ ){{1,2}}{re.escape(surname)})(?!\w)")
        found = full.findall(self._text[max(0, before - _BACK) : before])
        return found[-1] if found else surname

    def _as_written(self, label: Span) -> str:
        return read_as_written(self._text, label, self._mentions)

    def _best(self, around: Around, line: Span) -> tuple[str | None, Span | None]:
        unlisted = self._unlisted_subject(around)
        if unlisted is not None:
            return unlisted.of(self._text), unlisted
        weighed = self._weighed(around)
        if not weighed and is_line_of_its_own(self._text, around.outer, line):  # a heading: who says it is told below
            below = self._mentions.within(around.outer.end, around.outer.end + _NEXT)
            first = next((one for one in below if one.kind is Kind.PERSON and not self._is_quoted(one)), None)
            return (first.name, first.span) if first is not None else (None, None)
        lead = self._mentions.within(around.lead.start, around.lead.end)
        told = {one.name for one in lead if is_spoken_to(self._folded, one, around.outer)}
        weighed = tuple(one for one in weighed if has_place(self._folded, *one, around) and one[0].name not in told)
        if self._page.language == "en":
            weighed = tuple(one for one in weighed if not is_away(one[1]) or _TAKES_UP & set(one[1]))
        if not may_be_carried(self._folded, around, line):
            own = (around.lead, around.tail, around.later)
            weighed = tuple(one for one in weighed if any(part.contains(one[0].span) for part in own))
        if not weighed:
            return None, None
        table = self._weights
        best, marks = max(weighed, key=lambda one: (sum(table.get(mark, 0.0) for mark in one[1]), one[0].span.start))
        held = may_be_taken_over(marks) and not self._is_passed_over(best, around)
        return (best.name, best.span) if held else (None, None)

    def _is_passed_over(self, best: Mention, around: Around) -> bool:
        """Whether a speaker is carried from another paragraph over somebody who is the subject of a sentence here."""
        paragraph = self._text.rfind("\n", 0, around.outer.start) + 1
        if best.span.start >= paragraph:
            return False
        between = self._mentions.within(paragraph, around.outer.start)
        others = (one for one in between if one.kind is Kind.PERSON and one.name != best.name)
        return any(one.case is Case.NOMINATIVE and not self._is_quoted(one) for one in others)

    def _unlisted_subject(self, around: Around) -> Span | None:
        """A subject that no list has where a verb of saying stands and nobody else is its subject."""
        if self._page.language != "tr" or not self._is_announced(around):
            return None
        lead = around.lead
        held = self._mentions.within(lead.start, lead.end)
        if any(one.case is Case.NOMINATIVE and not is_concerned(self._folded, one) for one in held):
            return None
        near = self._mentions.listed_within(max(0, lead.start - _FAR), lead.end)
        return stranger(self._text, lead, (*near, *(one.span for one in held)))

    def _weighed(self, around: Around) -> tuple[tuple[Mention, tuple[str, ...]], ...]:
        found = tuple(dict.fromkeys(self._possible(around)))
        view = self._view(around)
        peers = {id(one): self._peers(one, found, around) for one in found}
        return tuple((one, evidence(self._folded, one, around, peers[id(one)], view)) for one in found)

    def _possible(self, around: Around) -> Iterator[Mention]:
        """Mentions in the quotation's sentence and those before and behind, and who was named last far before."""
        for stretch in (around.lead, around.tail, around.later, *around.earlier):
            behind = stretch is around.tail and self._page.language != "en"
            held = (one for one in self._mentions.within(stretch.start, stretch.end) if not self._is_quoted(one))
            spoken = (one for one in held if not self._is_beside_matter(one, stretch, around))
            yield from (one for one in spoken if not (behind and addressed(self._folded, one)))
        yield from self._without_name(around)
        yield from self._cited(around)
        yield from self._far(around)

    def _is_beside_matter(self, one: Mention, stretch: Span, around: Around) -> bool:
        """Whether a mention is whom the words are about, or the subject of a clause that is no saying of its own."""
        judged = self._page.language == "en" and is_judged(self._text, one.span, around.outer)
        if judged or is_in_marks(self._text, one, stretch):
            return True
        peers = self._mentions.within(stretch.start, stretch.end)
        return is_aside(self._folded, one, peers, stretch, lead=stretch is around.lead)

    def _without_name(self, around: Around) -> Iterator[Mention]:
        span = english_subject(self._text, around.lead)
        if self._page.language == "en":
            before = english_before(self._text, around) if span is None else None
            span = before if before is not None and not self._quoted.holds(before) else span
        else:
            span = span or unnamed_subject(self._text, self._folded, around.lead, around.outer)
        if span is not None and not any(one.span.overlaps(span) for one in self._mentions.within(span.start, span.end)):
            yield Mention(span, name_in(self._text, span, self._mentions), Kind.NOUN, Case.NOMINATIVE)

    def _cited(self, around: Around) -> Iterator[Mention]:
        """The author of the book in brackets behind the words."""
        near = tuple(one for one in self._citations if 0 <= one.span.start - around.outer.end < _NEAR)
        persons = self._mentions.persons_from(around.outer.end, around.outer.end + _NEAR)
        found = named_below(self._text, around.outer, persons, near, sure=False)
        if found is not None:
            yield Mention(found[1], found[0], Kind.CITED, Case.NOMINATIVE)

    def _far(self, around: Around) -> Iterator[Mention]:
        """The last mention of each person named last before the sentences that are read."""
        start = min((one.start for one in (*around.earlier, around.lead)), default=around.outer.start)
        seen: set[str] = set()
        for one in reversed(self._mentions.before(start, _FAR)):
            concerned = is_concerned(self._folded, one)
            if one.kind is Kind.PERSON and one.name not in seen and not concerned and not self._is_quoted(one):
                seen.add(one.name)
                yield one
            if len(seen) == _FAR_PERSONS:
                break
        yield from self._title_persons(around)

    def _title_persons(self, around: Around) -> Iterator[Mention]:
        first = (self._first[name] for name in sorted(self._title))
        before = (one for one in first if one.span.start < around.outer.start)
        yield from (one for one in before if not is_concerned(self._folded, one))

    def _peers(self, mention: Mention, found: tuple[Mention, ...], around: Around) -> tuple[Mention, ...]:
        stretches = (around.lead, around.tail, around.later, *around.earlier)
        own = next((one for one in stretches if one.contains(mention.span)), mention.span)
        return tuple(sorted((one for one in found if own.contains(one.span)), key=lambda one: one.span))

    def _view(self, around: Around) -> PageView:
        last, same = None, False
        if self._last is not None:
            last = self._last[0]
            same = "\n" not in self._text[self._last[1].end : around.outer.start]
        return PageView(self._counts, self._most, self._title, last, same, self._genders)

    def _in_title(self, page: Page) -> frozenset[str]:
        """Persons whose last name stands in the page's title, where names are not always looked for."""
        spans = [segment.span for segment in page.segments if segment.kind is SegmentKind.TITLE]
        words = set(re.findall(r"\w+", fold(" ".join([page.title or "", *(span.of(page.text) for span in spans)]))))
        held = (one for one in self._mentions.all if one.kind is Kind.PERSON)
        return frozenset(one.name for one in held if words & last_words(fold(one.span.of(page.text))))

    def _is_quoted(self, mention: Mention) -> bool:
        return self._quoted.holds(mention.span)


@cache
def _learned() -> dict[str, float]:
    """How much each feature says, as learned by training/speakers."""
    return {row["feature"]: float(row["weight"]) for row in rows("speaker_weights.csv")}
