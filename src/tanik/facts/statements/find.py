"""Statements of a page: who did what, to whom, how much, when, on whose word.

Comes in: a page and the dates, amounts, names, citations and quotations found on it. Goes out: statements in order.
Each sentence is cut into words, predicates, clauses and phrases (one module each); what this module adds is what runs
across them: the context that a stretch goes on with, and what a sentence changes in those told before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from tanik.core.fold import fold_whole
from tanik.core.span import Span
from tanik.facts.model import Facts, Modality, NameKind, Polarity, Statement
from tanik.facts.outline.entries import entries_of
from tanik.facts.outline.papers import Paper, papers_of
from tanik.facts.statements.about import topic_of, town_of
from tanik.facts.statements.asserted import asserted
from tanik.facts.statements.discourse.according import according_to
from tanik.facts.statements.discourse.authority import heard_of
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.discourse.counterparts import with_answers
from tanik.facts.statements.discourse.days import Days, main_day
from tanik.facts.statements.discourse.focus import pointed_at
from tanik.facts.statements.discourse.parties import Parties
from tanik.facts.statements.discourse.substance import things_counted
from tanik.facts.statements.discourse.tellers import source_after, teller_after
from tanik.facts.statements.english.bilingual import in_turkish
from tanik.facts.statements.english.find import Memory, find_english
from tanik.facts.statements.figures import Announced, build_figures
from tanik.facts.statements.further import Passed
from tanik.facts.statements.lexis.citation_form import in_citation_form
from tanik.facts.statements.lexis.kindred import with_kindred
from tanik.facts.statements.lexis.mending import Damage, damage_of
from tanik.facts.statements.lexis.parted import with_endings
from tanik.facts.statements.lexis.verbs import Form, find_predicates
from tanik.facts.statements.lexis.words import Word, words_of
from tanik.facts.statements.outlined.agreed import agreed, is_of_article
from tanik.facts.statements.outlined.dated import HEADLINE, Chronology, build_dated, build_headline
from tanik.facts.statements.outlined.dated_english import build_dated_english, with_person
from tanik.facts.statements.outlined.english_listed import EnglishLists
from tanik.facts.statements.outlined.framed import LETTERS, with_correspondents
from tanik.facts.statements.outlined.listed import Lists
from tanik.facts.statements.outlined.tabled import tabled
from tanik.facts.statements.outlined.talk import Talk
from tanik.facts.statements.quoted import handed_on
from tanik.facts.statements.repeats import once, outermost, place_of
from tanik.facts.statements.roles.reading import Sentence
from tanik.facts.statements.sources import with_sources
from tanik.facts.statements.stretches import Stretch, stretches_of
from tanik.facts.statements.syntax.clauses import clauses_of
from tanik.facts.statements.syntax.contrasts import without_contrasts
from tanik.facts.statements.syntax.voice import is_question, rejects_what_was_said
from tanik.page.model import Page

__all__ = ["find_statements", "sentences_of"]

_LONGEST_HEADING = 80
_DASHES = "-–—•*"


@dataclass(slots=True)
class _Account:
    """The statements found so far: the last `told` may still be answered, the last `just` are the sentence before's."""

    found: list[Statement] = field(default_factory=list)
    told: int = 0
    just: int = 0

    def begin_stretch(self) -> None:
        self.told = self.just = 0

    def reject(self, author: str | None) -> None:
        """Deny what the sentence before reports; what `author` says on his own word is not rejected."""
        low = len(self.found) - self.just
        self.found[low:] = [
            replace(one, polarity=Polarity.DENIED)
            if one.modality is Modality.REPORTED or one.attributed_to not in (None, author)
            else one
            for one in self.found[low:]
        ]

    def ascribe(self, teller: str) -> None:
        """Put rumours on the word of whoever handed them down; what has its authority already keeps it."""
        low = len(self.found) - self.told
        self.found[low:] = [
            replace(one, attributed_to=teller)
            if one.modality is Modality.REPORTED and one.attributed_to is None
            else one
            for one in self.found[low:]
        ]

    def add(self, made: Sequence[Statement]) -> None:
        """Add what a sentence makes, and to what it answers the answer."""
        low = len(self.found) - self.told
        self.found[low:] = with_answers(self.found[low:], made)
        self.just, self.told = len(made), len(made) or self.told


@dataclass(frozen=True, slots=True)
class _Writing:
    """How a page is written: which language the grammar reads it as, whether without Turkish letters, what it lost."""

    language: str
    plain: bool
    damage: Damage

    def words(self, page: Page, facts: Facts, stretch: Stretch, span: Span) -> tuple[Word, ...]:
        """The words of one sentence of a stretch, as the language of the page has them."""
        words = words_of(page.text, span, facts, stretch.masks_in(span), self.damage)
        if self.language == "az":
            return with_kindred(words, page.text)
        # "at Kars a pact" has no dative in English
        return with_endings(words, page.text, facts) if self.language == "tr" and page.language != "en" else words


def _writing_of(page: Page) -> _Writing:
    # hardly a line of Azerbaijani is without its "ə" (or "ә"); a short Turkish page may be taken for it
    language = "az" if page.language == "az" and any(letter in page.text for letter in "əƏәӘ") else "tr"
    plain = not any(letter in page.text for letter in "şğıöüŞĞÖÜəƏ")
    return _Writing(language, plain, damage_of(page.text))


def sentences_of(page: Page, facts: Facts) -> Iterator[Sentence]:
    """The sentences of a Turkish or Azerbaijani page taken apart, each alone: nothing is carried into one.

    >>> from tanik.facts.read import read as read_facts
    >>> from tanik.page.read import read as read_page
    >>> page = read_page("Vali köprüyü onarttı. Köylüler sevindi.".encode(), path="sayfa.txt")
    >>> [len(sentence.clauses) for sentence in sentences_of(page, read_facts(page, fast=True))]
    [1, 1]
    """
    writing = _writing_of(page)
    for stretch in stretches_of(page, facts):
        for span in stretch.sentences:
            yield _taken_apart(page, facts, writing.words(page, facts, stretch, span), span, writing)


def find_statements(page: Page, facts: Facts, *, every_clause: bool = False) -> tuple[Statement, ...]:
    """The statements that the page makes, in order of their start.

    Spans are code points of `page.text`; `amounts` of a statement index `facts.amounts`. With `every_clause` the
    clauses are told too that are not worth looking up first (`Statement.further`).
    """
    talk, writing = Talk.of_page(page, facts), _writing_of(page)
    stretches = talk.parted(stretches_of(page, facts))
    if any(one.letter is not None for one in stretches) or any(one.form in LETTERS for one in facts.quotations):
        cut = partial(writing.words, page, facts, stretches[0])
        stretches = tuple(with_correspondents(stretches, facts, page.text, cut, english=page.language == "en"))
    papers = papers_of(page, facts.dates, facts.names)
    if page.language == "en":
        found = _english(page, facts, stretches, writing, every_clause=every_clause)
    else:
        found = _turkish(page, facts, stretches, writing, papers, every_clause=every_clause)
    found = talk.with_answers(found, lambda on, held, span: _part_of(on, held, span, writing))
    found, rows = tabled(page, facts, found)
    if page.language in ("az", "en"):
        found = [in_turkish(one, page.language, facts) for one in (*found, *rows)]
    else:
        found = [*(in_citation_form(one, page.text, writing.damage) for one in found), *rows]
    found = agreed(page, facts, found, papers)
    ordered = sorted(dict.fromkeys(found), key=place_of)  # twins stay as they were found, and no set orders them
    read = sorted((span for stretch in stretches for span in stretch.sentences), key=lambda span: span.end)
    return tuple(with_sources(page.text, ordered, read, facts.citations))


def _english(
    page: Page, facts: Facts, stretches: Sequence[Stretch], writing: _Writing, *, every_clause: bool
) -> list[Statement]:
    """The statements of an English page; none are made of its titles."""
    account, author = _Account(), page.authors[0] if page.authors else None
    topic = topic_of(page, facts)
    kinds = {name.name: name.kind for name in facts.names}
    # of a life "he" is whom the title names, until somebody else is told of
    person = topic if topic is not None and kinds.get(topic.name or "") is NameKind.PERSON else None
    shared = Memory(author, person)
    chronology = Chronology(facts, entries_of(page))
    lists = EnglishLists(page, facts, lambda span: words_of(page.text, span, facts, (), writing.damage))
    for stretch in stretches:
        if stretch.title:
            account.found += [one for span in stretch.sentences for one in lists.told(span, None, (), title=True)]
            continue
        memory = shared if stretch.running else Memory(author, letter=stretch.correspondents)
        account.begin_stretch()
        memory.age += 1  # a day does not go without saying across paragraphs
        for span in stretch.sentences:
            if lists.is_item(span):
                continue
            words = writing.words(page, facts, stretch, span)
            words = with_person(words, chronology.date_over(span)) if person is not None else words
            if account.just and rejects_what_was_said(words):
                account.reject(stretch.authority)
            every = list(find_english(page.text, facts, words, stretch.authority, memory))
            every = every or list(build_dated_english(page.text, facts, words, chronology.date_over(span)))
            made = [one for one in every if every_clause or not one.further]
            if stretch.quoted:
                said = (handed_on(one, facts, claims=stretch.in_marks, turkish=False) for one in made)
                made = [one for one in said if one is not None]
            made = lists.told(span, stretch.authority, made)
            account.found += made
            account.just = len(made)
    return account.found


def _turkish(
    page: Page,
    facts: Facts,
    stretches: Sequence[Stretch],
    writing: _Writing,
    papers: Sequence[Paper],
    *,
    every_clause: bool,
) -> list[Statement]:
    """The statements of a Turkish or Azerbaijani page."""
    account, beside, announced = _Account(), _Account(), Announced()
    author = page.authors[0] if page.authors else None
    running = Context.of_page(facts, topic=topic_of(page, facts), author=author, town=town_of(page, facts))
    story = Days(facts, main=main_day(page, facts))
    chronology = Chronology(facts, entries_of(page))
    lists = Lists(page, facts, lambda span: _part_of(page, facts, span, writing))
    for given in stretches:
        stretch = _with_source(page, facts, given, writing)
        # the page's own paragraphs carry their subject on; each comment and each letter begins anew
        # and so does each article
        running_on = stretch.running and not is_of_article(papers, stretch.span)
        context = running if running_on else running.another(stretch.authority, stretch.correspondents)
        if stretch.claim is not None:
            context.topic = None  # who goes round with it is not whom we read of
        context.begin_stretch()
        account.begin_stretch()
        beside.begin_stretch()
        # what a letter tells was done on no day that the page told before
        alone = stretch.correspondents is not None and not stretch.correspondents.quoted
        days = Days(facts) if alone else story.of_stretch(stretch.running)
        for span in stretch.sentences:
            words = chronology.labelled(writing.words(page, facts, stretch, span), span)
            sentence = _taken_apart(page, facts, words, span, writing)
            if (account.just or beside.just) and rejects_what_was_said(sentence.words):
                account.reject(stretch.authority)
                beside.reject(stretch.authority)
            section, item = context.section, lists.is_item(span)
            _enter(sentence, context, days, stretch, item=item)
            said = chronology.enter(sentence, context)
            passed = Passed(context) if every_clause else None
            made = _told_in(sentence, context, passed)
            if not stretch.title and writing.language == "tr":
                made += build_figures(sentence, context, made, account.found, announced)
            if said is not None and not stretch.quoted:
                made += build_dated(sentence, context, said, made)
            elif not (made or stretch.quoted or item):
                made += build_headline(sentence, context)
            if (account.told or beside.told) and (heard := heard_of(sentence)) is not None:
                account.ascribe(heard)
                beside.ascribe(heard)
            made = lists.told(sentence, context, list(_kept(made, stretch, facts)))
            made = days.of_one_teller(sentence, made, context.when_before)
            account.add(made)
            beside.add(list(_kept(passed.told(sentence, made), stretch, facts)) if passed is not None else ())
            _leave(sentence, context, made)
            if item or page.text[span.start] in _DASHES:
                context.section = section  # the day of one item is not the others'
    return account.found + beside.found


def _with_source(page: Page, facts: Facts, stretch: Stretch, writing: _Writing) -> Stretch:
    """A claim in marks with the paper or picture that its sentence names for it; every other stretch as it is."""
    if stretch.claim is None:
        return stretch
    words = writing.words(page, facts, replace(stretch, masks=()), stretch.claim.frame)
    return replace(stretch, authority=according_to(words, page.text, facts))


def _taken_apart(page: Page, facts: Facts, words: tuple[Word, ...], span: Span, writing: _Writing) -> Sentence:
    predicates = find_predicates(words, writing.language, plain=writing.plain)
    clauses = clauses_of(words, without_contrasts(words, predicates, page.text, facts))
    return Sentence(page.text, facts, span, words, span.of(fold_whole(page.text)), clauses, writing.language)


def _part_of(page: Page, facts: Facts, span: Span, writing: _Writing) -> Sentence:
    """An item of a list or its label, taken apart as a sentence."""
    stretch = Stretch(span, None, (), (span,))
    return _taken_apart(page, facts, writing.words(page, facts, stretch, span), span, writing)


def _enter(sentence: Sentence, context: Context, days: Days, stretch: Stretch, *, item: bool) -> None:
    """Begin a sentence: the date that it goes on from, or, of a heading, the date of the section below."""
    context.begin_sentence(days.before(sentence), pointed=days.pointed, lasts=days.lasts)
    whole = len(sentence.span) == len(stretch.span)
    # a credit below words is no heading: "— Nuri Bey, 3 Mayıs 1931"
    heading = not item and whole and len(sentence.span) <= _LONGEST_HEADING and sentence.folded[:1] not in "-–—"
    if heading and not sentence.clauses:
        context.head(sentence.span, sentence.text)
    elif heading and sentence.span.of(sentence.text).isupper():
        # "SOVYETLER 17 MİLYON ALTIN GÖNDERDİ" opens a section: nothing of the one before is carried into it
        context.subject, context.latest, context.several = context.topic, None, None
        context.parties = Parties(context.cast.assemblies, apart=True)
    context.when = _label_date(sentence)


def _told_in(sentence: Sentence, context: Context, passed: Passed | None) -> list[Statement]:
    """The statements that the clauses of one sentence make."""
    teller = context.teller
    meet = passed.meet if passed is not None else None
    made = [] if _asks_openly(sentence) else list(outermost(list(asserted(sentence, context, meet))))
    context.speak_of(pointed_at(sentence))
    context.teller = teller_after(sentence, context, teller)
    return made


def _leave(sentence: Sentence, context: Context, made: Sequence[Statement]) -> None:
    """End a sentence: what it counted, the paper and the source that it leaves to the next."""
    counted = tuple(dict.fromkeys(word.amount for word in sentence.words if word.amount is not None))
    context.parties.count(things_counted(counted, sentence))
    context.read_paper(sentence)
    context.source = source_after(sentence, context.source, made)


def _kept(made: Iterable[Statement], stretch: Stretch, facts: Facts) -> Iterator[Statement]:
    """Each clause once; of a title what it asks or says without a verb, of words in marks what can be looked up."""
    if stretch.quoted:
        claim = stretch.claim
        made = filter(None, (handed_on(one, facts, claims=stretch.in_marks, claim=claim is not None) for one in made))
        if claim is not None and claim.rejected:
            made = (replace(one, polarity=Polarity.DENIED) for one in made)
    return once(one for one in made if not stretch.title or one.modality is Modality.ASKED or one.rule == HEADLINE)


def _label_date(sentence: Sentence) -> str | None:
    """The date before the own words of the first finite verb: "8 Temmuz 1920: Erzurum'a altın geldi."."""
    first = next((one.start for one in sentence.clauses if one.predicate.form is Form.FINITE), 0)
    dates = [word.date for word in sentence.words[:first] if word.date is not None]
    return sentence.facts.dates[dates[0]].edtf if dates else None


def _asks_openly(sentence: Sentence) -> bool:
    """Whether a sentence asks who, where or how much: it asserts nothing, and not even asks a thing of yes or no."""
    if not sentence.folded.rstrip(" \"')").endswith("?"):
        return False
    return not any(is_question(sentence.words, clause) for clause in sentence.clauses)
