"""Statements of a page: who did what, to whom, how much, when, on whose word.

Comes in: a page and the dates, amounts, names, citations and quotations found on it. Goes out: statements in order.
Each sentence of a paragraph, comment or title is cut into words, predicates, clauses and phrases (one module each);
what this module adds is what runs across them: the subject carried on from the clause before, the date of the
sentence before, the authority on whose word a thing is said, and which of the clauses assert something that can be
checked.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tanik.core.fold import fold
from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.facts.model import Facts, Modality, Name, NameKind, Polarity, Quotation, QuotationForm, Role, Statement
from tanik.facts.statements.build import build, build_deed, build_state, build_untold
from tanik.facts.statements.discourse.authority import heard_of, is_rumoured, is_shown, with_reported_deed
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.discourse.counterparts import with_answers
from tanik.facts.statements.discourse.days import Days, date_beside, lead_date, main_day
from tanik.facts.statements.discourse.focus import pointed_at, told_of
from tanik.facts.statements.discourse.gapping import parts_of
from tanik.facts.statements.discourse.reports import is_told_event, said_in_writing
from tanik.facts.statements.discourse.substance import things_counted
from tanik.facts.statements.discourse.tellers import (
    governs_fact,
    is_nearer,
    is_not_written,
    is_opinion,
    not_written,
    reporter_of,
    source_after,
    teller_after,
    teller_behind,
    voice_of_claim,
)
from tanik.facts.statements.english.bilingual import in_turkish
from tanik.facts.statements.english.find import Memory, find_english
from tanik.facts.statements.figures import Announced, build_figures
from tanik.facts.statements.lexis.citation_form import in_citation_form
from tanik.facts.statements.lexis.mending import damage_of
from tanik.facts.statements.lexis.parted import with_endings
from tanik.facts.statements.lexis.verbs import Form, Predicate, find_predicates
from tanik.facts.statements.lexis.words import Word, pieces_of, words_of
from tanik.facts.statements.nominal import build_nominal
from tanik.facts.statements.repeats import once, outermost, place_of
from tanik.facts.statements.roles.reading import Reading, Sentence, doer_in, heard_from, read_clause, subject_of
from tanik.facts.statements.sources import with_sources
from tanik.facts.statements.syntax.clauses import Clause, claims_after, clauses_of, describes_noun, tells_of_noun
from tanik.facts.statements.syntax.contrasts import without_contrasts
from tanik.facts.statements.syntax.voice import (
    authority_of,
    is_question,
    rejected_after,
    rejects_what_was_said,
)
from tanik.page.model import Page, SegmentKind

__all__ = ["find_statements"]

_READ = (SegmentKind.TITLE, SegmentKind.PARAGRAPH, SegmentKind.COMMENT)
_REPORTING = frozenset(("say", "write"))
_LONG_QUOTATION = 150
_LONGEST_HEADING = 80
_A_SENTENCE = 5  # words
_TO_COME = re.compile(r"m[ae]y[ae]c[ae][kğ]\S*$")
_OF = re.compile(r"['’ʼ`´]n?[iu]n$")
_TOLD_OF = 3  # times as often as the next person


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of a page that one voice speaks, with the quotations in it that are not looked into."""

    span: Span
    authority: str | None
    masks: tuple[Span, ...]
    title: bool = False
    running: bool = False
    denials: bool = False


def find_statements(page: Page, facts: Facts) -> tuple[Statement, ...]:
    """The statements that the page makes, in order of their start.

    Spans are code points of `page.text`; `amounts` of a statement index `facts.amounts`.
    """
    found: list[Statement] = []
    plain = not any(letter in page.text for letter in "şğıöüŞĞÖÜəƏ")
    damage = damage_of(page.text)
    # hardly a line of Azerbaijani is without its "ə" (or "ә"); a short Turkish page may be taken for it
    language = "az" if page.language == "az" and any(letter in page.text for letter in "əƏәӘ") else "tr"
    author = page.authors[0] if page.authors else None
    running = Context(facts, topic=_topic(page, facts), author=author, town=_town(page, facts))
    shared, story = Memory(running.author), Days(facts, main=main_day(page, facts))
    announced = Announced()
    read: list[Span] = []
    for stretch in _stretches(page, facts):
        # the page's own paragraphs carry their subject on; each comment and each letter begins anew
        context = running if stretch.running else running.another(stretch.authority)
        memory = shared if stretch.running else Memory(running.author)
        context.begin_stretch()
        days = story.of_stretch(stretch.running)
        # the statements that the stretch ends with so far, and those of the sentence before
        told = just = 0
        for span in _read_spans(page.text, stretch.span):
            read.append(span)
            words = words_of(page.text, span, facts, _masks_in(stretch.masks, span), damage)
            words = with_endings(words, page.text, facts) if language == "tr" else words
            if just and rejects_what_was_said(words):
                found[-just:] = [_rejected(one) for one in found[-just:]]
            if page.language == "en":
                english = find_english(page.text, facts, words, stretch.authority, memory)
                made = list(english) if not stretch.title and not stretch.denials else []
                found.extend(made)
                just = len(made)
                continue
            clauses = clauses_of(
                words, without_contrasts(words, find_predicates(words, language, plain=plain), page.text, facts)
            )
            sentence = Sentence(page.text, facts, span, words, fold(span.of(page.text)), clauses)
            _enter(sentence, context, days, stretch)
            teller = context.teller
            made = _told_in(sentence, context, stretch)
            context.teller = teller_after(sentence, context, teller)
            if not stretch.title and language == "tr":
                made += build_figures(sentence, context, made, found, announced)
            if told and (heard := heard_of(sentence)) is not None:
                found[-told:] = [_on_word_of(one, heard) for one in found[-told:]]
            made = list(_kept(made, stretch))
            context.parties.count(things_counted(_amounts_in(words), sentence))
            found[len(found) - told :] = with_answers(found[len(found) - told :], made)
            just, told = len(made), len(made) or told
            context.read_paper(sentence)
            context.source = source_after(sentence, context.source, made)
    if page.language in ("az", "en"):
        found = [in_turkish(one, page.language, facts) for one in found]
    else:
        found = [in_citation_form(one, page.text, damage) for one in found]
    ordered = sorted(set(found), key=place_of)
    return tuple(with_sources(page.text, ordered, sorted(read, key=lambda span: span.end), facts.citations))


def _amounts_in(words: Sequence[Word]) -> tuple[int, ...]:
    """The amounts of a sentence, in order."""
    return tuple(dict.fromkeys(word.amount for word in words if word.amount is not None))


def _enter(sentence: Sentence, context: Context, days: Days, stretch: _Stretch) -> None:
    """Begin a sentence: the date that it goes on from, or, of a heading, the date of the section below."""
    context.begin_sentence(sentence.span, days.before(sentence.span, sentence.folded))
    whole = len(sentence.span) == len(stretch.span)
    if not sentence.clauses and whole and len(sentence.span) <= _LONGEST_HEADING:
        context.head(sentence.span)
    context.when = _label_date(sentence)


def _told_in(sentence: Sentence, context: Context, stretch: _Stretch) -> list[Statement]:
    """The statements that the clauses of one sentence make."""
    made = [] if _asks_openly(sentence) else list(outermost(list(_of_sentence(sentence, context))))
    context.speak_of(pointed_at(sentence))
    return made


def _kept(made: Iterable[Statement], stretch: _Stretch) -> Iterator[Statement]:
    """Each clause once; of a title what it asks, of words in marks what they deny."""
    if stretch.denials:
        made = [one for one in made if one.polarity is Polarity.DENIED and _TO_COME.search(one.text) is None]
    return once(one for one in made if not stretch.title or one.modality is Modality.ASKED)


def _read_spans(text: str, stretch: Span) -> Iterator[Span]:
    """The sentences of a stretch; one that goes on for hundreds of words without a stop comes in pieces."""
    for sentence in sentences(text, stretch):
        yield from pieces_of(text, sentence)


def _on_word_of(one: Statement, teller: str) -> Statement:
    """A rumour on the word of whoever handed it down; what has its authority already keeps it."""
    rumour = one.modality is Modality.REPORTED and one.attributed_to is None
    return replace(one, attributed_to=teller) if rumour else one


def _rejected(one: Statement) -> Statement:
    """A claim that the next sentence rejects; what the page says on its own word it does not reject."""
    return replace(one, polarity=Polarity.DENIED) if one.modality is Modality.REPORTED else one


def _label_date(sentence: Sentence) -> str | None:
    """The date before the own words of the first finite verb: "8 Temmuz 1920: Erzurum'a altın geldi."."""
    first = next((one.start for one in sentence.clauses if one.predicate.form is Form.FINITE), 0)
    dates = [word.date for word in sentence.words[:first] if word.date is not None]
    return sentence.facts.dates[dates[0]].edtf if dates else None


def _masks_in(masks: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """The masks that overlap a sentence; those that start before it can reach into it from one place back only."""
    low = max(0, bisect_left(masks, span.start, key=lambda mask: mask.start) - 1)
    high = bisect_left(masks, span.end, key=lambda mask: mask.start)
    return tuple(mask for mask in masks[low:high] if mask.overlaps(span))


def _in_titles(page: Page, facts: Facts, kind: NameKind) -> list[Name]:
    """The names of a kind that the page's titles mention."""
    titles = [segment.span for segment in page.segments if segment.kind is SegmentKind.TITLE]
    return [name for name in facts.names if name.kind is kind and any(span.contains(name.span) for span in titles)]


def _topic(page: Page, facts: Facts) -> Role | None:
    """Who the text is about until it names someone else: the one person of its title, else whom it names most."""
    titled = _in_titles(page, facts, NameKind.PERSON)
    if len({name.id for name in titled}) > 1:
        return None
    people = [name for name in facts.names if name.kind is NameKind.PERSON]
    often = Counter(name.id for name in people).most_common(2)
    if not titled and often and often[0][1] >= _TOLD_OF * (1 if len(often) == 1 else often[1][1]):
        titled = [name for name in people if name.id == often[0][0]]
    # who is named first and no less often than anyone is whom the rest is told of
    if not titled and often and often[0][1] > 1 and people[0].id == often[0][0]:
        titled = people[:1]
    bodies = _in_titles(page, facts, NameKind.ORGANISATION)
    if not titled and len({name.id for name in bodies}) == 1:
        titled = bodies
    return Role(titled[0].span, titled[0].text, titled[0].name) if titled else None


def _town(page: Page, facts: Facts) -> Role | None:
    """The one place of the title: what "kasaba" and "şehir" stand for in the text."""
    places = _in_titles(page, facts, NameKind.PLACE)
    return Role(places[0].span, places[0].text, places[0].name) if len({name.id for name in places}) == 1 else None


def _stretches(page: Page, facts: Facts) -> Iterator[_Stretch]:
    """What is read: titles, paragraphs and comments, and the letters and documents quoted at length."""
    documents = [quotation for quotation in facts.quotations if _is_document(quotation)]
    for segment in page.segments:
        if segment.kind in _READ:
            inside = tuple(q.span for q in facts.quotations if q.span.overlaps(segment.span) and not _is_woven(q))
            author = segment.author if segment.kind is SegmentKind.COMMENT else None
            own = segment.kind is SegmentKind.PARAGRAPH
            yield _Stretch(segment.span, author, inside, title=segment.kind is SegmentKind.TITLE, running=own)
    for quotation in documents:
        inside = tuple(q.span for q in facts.quotations if q is not quotation and quotation.span.contains(q.span))
        yield _Stretch(quotation.span, quotation.speaker, inside)
    for quotation in facts.quotations:
        # what someone is quoted to say at length is not the page's; that they deny a thing is told of the thing
        if quotation.speaker and quotation.form is QuotationForm.DIRECT and len(quotation.text.split()) >= _A_SENTENCE:
            yield _Stretch(quotation.span, quotation.speaker, (), denials=True)


def _asks_openly(sentence: Sentence) -> bool:
    """Whether a sentence asks who, where or how much: it asserts nothing, and not even asks a thing of yes or no."""
    if not sentence.folded.rstrip(" \"')").endswith("?"):
        return False
    return not any(is_question(sentence.words, clause) for clause in sentence.clauses)


def _is_woven(quotation: Quotation) -> bool:
    """Whether words are given without marks inside their sentence ("borç kalmadı diyor"): the grammar reads them."""
    return quotation.marks == "colon" and quotation.rule in ("closed-by-verb", "announced-text")


def _is_document(quotation: Quotation) -> bool:
    forms = (QuotationForm.LETTER, QuotationForm.TELEGRAM, QuotationForm.DOCUMENT)
    return quotation.form in forms and len(quotation.span) > _LONG_QUOTATION


def _of_sentence(sentence: Sentence, context: Context) -> Iterator[Statement]:
    """The statements of one sentence; `context` learns from each finite clause."""
    denied, claimed = False, dict[str | None, Role]()
    for clause in sentence.clauses:
        if clause.predicate.form is Form.FINITE:
            reading = read_clause(sentence, clause)
            nouns = list(build_nominal(sentence, clause, context)) if reading is None else []
            yield from nouns
            if reading is None and not nouns and clause.predicate.ending != "copula":
                yield from build_untold(sentence, clause, context)
            elif reading is None and not nouns:
                yield from build_state(sentence, clause, context)
            if reading is None:
                context.subject = subject_of(sentence, clause) or context.subject
                context.here = doer_in(sentence, clause) or context.here
                context.teller = heard_from(sentence, clause) or context.teller
                context.when = date_beside(sentence, clause) or context.when
                continue
            parts = parts_of(sentence, clause)
            read = [reading] if len(parts) == 1 else [read_clause(sentence, part) for part in parts]
            for part in read:
                for statement in _of_finite(sentence, part, context) if part is not None else ():
                    denied = denied or statement.polarity is Polarity.DENIED
                    yield statement
            teller = context.teller
            context.learn(sentence, reading)
            context.teller = teller_behind(sentence, reading, context, teller)
        elif _speaks_for_itself(sentence, clause) or is_rumoured(sentence, clause) or is_shown(sentence, clause):
            reading = read_clause(sentence, clause)
            if reading is not None:
                # a participle is told of its noun, and what is rejected behind it is something else
                described = clause.predicate.form is Form.PARTICIPLE
                rejected = not described and rejected_after(sentence.words, clause.predicate.last)
                voice = voice_of_claim(sentence, clause, context)
                for statement in build(sentence, reading, voice, rejected=rejected):
                    denied = denied or statement.polarity is Polarity.DENIED
                    if (doer := dict(statement.roles).get("subject")) is not None:
                        claimed[statement.action] = doer
                    yield statement
    if not denied:
        yield from build_deed(sentence, context, claimed)


def _of_finite(sentence: Sentence, reading: Reading, context: Context) -> Iterator[Statement]:
    """A finite clause: itself, or, where it only reports, what it reports."""
    if reading.row.action in _REPORTING:
        authority = reporter_of(sentence, reading, context)
        # a saying with a day of its own is what is told
        event = is_told_event(sentence, reading)
        inner = [] if event else list(_reported(sentence, reading, context, authority))
        context.speak_of(told_of(sentence, reading))
        if inner:
            yield from inner
            return
        reports = governs_fact(sentence, reading.clause) and not reading.clause.predicate.negated
        for one in build(sentence, reading, context):
            # what the report says has no statement of its own: it stands on the reporter's word in this one
            alone = authority if reports and not event else None
            own = alone if one.attributed_to in (None, context.authority) and alone else one.attributed_to
            written = event and one.action == "say" and said_in_writing(sentence, reading)
            told = replace(one, action="write" if written else one.action, attributed_to=own)
            yield with_reported_deed(told, reading)
        return
    yield from build(sentence, reading, context)


def _reported(sentence: Sentence, outer: Reading, context: Context, authority: str | None) -> Iterator[Statement]:
    """The nominalised clauses that a reporting verb governs, on its subject's word."""
    for clause in sentence.clauses:
        verb = clause.predicate
        if clause.outer is outer.clause.predicate and verb.form is Form.NOMINAL and verb.ending == "nominal":
            reading = read_clause(sentence, clause) or _dated_claim(sentence, clause)
            if reading is not None and not describes_noun(sentence.words, verb):
                told = context.told_by(_nested_teller(sentence, clause) or authority, outer.roles.get("subject"))
                told.when = lead_date(sentence, outer.clause) or told.when
                nearer = told.authority if is_nearer(sentence, outer, verb.first) else None
                for one in build(sentence, reading, told, within=outer):
                    said = replace(one, attributed_to=nearer or one.attributed_to)
                    yield not_written(said, context) if is_not_written(outer) else said


def _dated_claim(sentence: Sentence, clause: Clause) -> Reading | None:
    """What is reported with a date of its own, though its verb has no action: "fotoğrafın 1921'de çekildiği"."""
    dated = any(word.date is not None for word in sentence.words[clause.own : clause.predicate.first])
    sensed = bool(clause.predicate.rows) and bool(clause.predicate.rows[0].lead)
    return read_clause(sentence, clause, anything=True) if dated and sensed else None


def _nested_teller(sentence: Sentence, clause: Clause) -> str | None:
    """Who says what another reports: of "Ali'nin köprünün yıkıldığını söylediğini yazar" it is Ali (GK 24.4.2)."""
    saying = next((one for one in sentence.clauses if one.predicate.first == clause.predicate.last + 1), None)
    if saying is None or saying.predicate.form is not Form.NOMINAL or not _reports(saying.predicate):
        return None
    for word in sentence.words[clause.start : clause.predicate.first]:
        name = sentence.facts.names[word.name] if word.name is not None else None
        if name is not None and name.kind is NameKind.PERSON and _OF.search(word.folded):
            return name.name
    reading = read_clause(sentence, saying)
    return authority_of(reading.roles.get("subject")) if reading is not None else None


def _reports(verb: Predicate | None) -> bool:
    """Whether a verb only says what someone said."""
    return verb is not None and any(row.action in _REPORTING for row in verb.rows)


def _speaks_for_itself(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause that is no main clause asserts something all the same."""
    verb, words = clause.predicate, sentence.words
    if verb.form is Form.NOMINAL:
        # of "… kaçtığını iddia etti" the claim is the main verb, which has its own say of it
        behind = clause.outer is not None and clause.outer.first == verb.last + 1
        claimed = claims_after(words, verb.last) and not (behind and _reports(clause.outer))
        return (
            claimed or is_opinion(sentence, clause) or (verb.ending == "nominal" and rejected_after(words, verb.last))
        )
    dated = any(words[index].date is not None for index in range(clause.own, verb.first))
    if verb.form is Form.PARTICIPLE:
        return dated and tells_of_noun(verb)
    main = clause.outer
    # of "açıldığında para toplandı" the deed is the collecting, and the opening tells when
    told = main is not None and any(row.action and row.action not in _REPORTING for row in main.rows)
    return dated and verb.form is Form.TEMPORAL and not told
