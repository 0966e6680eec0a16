"""What a short answer says: it fills the open place of the question before it.

Comes in: the turns of a page (facts/outline) and its facts. Goes out: one statement for each answer without a verb of
its own. "Ankara'ya ne kadar para gönderdi? – 125 bin lira" is read as the sentence that it leaves unsaid: the answer in
the place of the question word and of the noun that it asks about, in the case that the question word has (Göksel &
Kerslake 2005, 19.2 on question words, which stand where their answers do; 28.3.1 on what an answer leaves out). "Evet"
and "hayır" answer with the whole question (19.1). Every value stands where the page has it; an answer whose case or
kind does not fit its question fills nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.facts.model import Facts, Polarity, Role, Statement
from tanik.facts.outline.turns import Turn
from tanik.facts.statements.asserted import asserted
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.discourse.correspondents import Correspondents
from tanik.facts.statements.lexis.predicate import Form, Predicate
from tanik.facts.statements.outlined.answered_english import told_in_english
from tanik.facts.statements.outlined.filled import (
    NOWHERE,
    Exchange,
    Filled,
    Take,
    bare,
    joined,
    last_question,
    placed,
    within,
)
from tanik.facts.statements.outlined.spoken import speaker_of
from tanik.facts.statements.repeats import outermost
from tanik.facts.statements.roles.sentence import Sentence
from tanik.page.model import Page

__all__ = ["answered"]

_LONGEST: Final = 160  # characters of an answer
_MOST_CALLED: Final = 3  # words by which a hearer is called
_STEM: Final = 3  # letters that two forms of one verb have in common
_TIMES: Final = (
    "zaman", "vakit", "vaht", "tarih", "yil", "sene", "il", "ay", "gun", "asir", "yuzyil", "donem", "hafta", "mevsim",
)  # fmt: skip
_NO_TIMES: Final = ("ilce", "ile", "aydin", "aylik", "gunes")
# the question words with the case that their answer has (GK 19.2); the Azerbaijani ones beside them
_WORDS: Final[Mapping[str, str]] = {
    "kim": "nom", "kimler": "nom", "kime": "dat", "kimlere": "dat", "kimi": "acc", "kimleri": "acc", "kimden": "abl",
    "kimlerden": "abl", "ne": "nom", "neler": "nom", "neyi": "acc", "nereye": "dat", "nereden": "abl", "nerede": "loc",
    "nerde": "loc", "nerden": "abl", "nereyi": "acc", "hara": "dat", "haraya": "dat", "harada": "loc", "harda": "loc",
    "haradan": "abl", "harani": "acc",
}  # fmt: skip
# "hangi şehri" may be of either case; "kim tarafından" is whoever does it
_LIKE: Final[Mapping[str, tuple[str, ...]]] = {"nom": ("nom", "agent"), "either": ("nom", "acc", "agent")}
_WHEN: Final = frozenset(("zaman", "vakit", "vaht"))
_WHY: Final = frozenset(("nasil", "neden", "nicin", "niye"))
_FOR_WHAT: Final = frozenset(("icin", "ucun", "diye", "sebeple", "sebebe"))  # behind "ne"
_AGREED: Final = re.compile(r"(?P<no>hayir|heyr|heyir|yoh)?(?:evet|elbette|tabii|beli|he)?(?P<end>\W+|$)")
_QUESTION_WORDS: Final = frozenset((*_WORDS, *_WHY, "nece", "kac", "hansi", "hacan", "kim", "ne", "hara"))
_ASKING: Final = re.compile(r"m[iu](?:yd[iu]|ym[iu]s|d[iu]r)?")


@dataclass(frozen=True, slots=True)
class _Asked:
    """Where a question is open: the words to be filled, the noun among them, of which case and kind the answer is.

    `case` is None where the kind alone decides; `kind` is "when", "how-much" or "what".
    """

    span: Span
    case: str | None
    kind: str
    noun: Span | None = None


def answered(
    page: Page, facts: Facts, turns: Sequence[Turn], take: Take, offices: Mapping[str, str]
) -> Iterator[Statement]:
    """The statements that short answers make, on the word of whoever answers; `offices` says who holds which.

    Amounts index the page's facts; the span is the answer's.
    """
    for turn in turns:
        question = last_question(page.text, turn.question) if turn.question is not None else None
        answer = next(iter(sentences(page.text, turn.body)), None) if question is not None else None
        if question is not None and answer is not None and len(answer) <= _LONGEST:
            who = speaker_of(turn, page.text, offices)
            exchange = Exchange(page, facts, question, bare(page.text, answer), take, who)
            yield from told_in_english(exchange) if page.language == "en" else _told(exchange)


def _told(exchange: Exchange) -> Iterator[Statement]:
    """The statements of one answer."""
    posed = exchange.take(exchange.page, exchange.facts, exchange.question)
    clause = next((one for one in reversed(posed.clauses) if one.predicate.form is Form.FINITE), None)
    if clause is None or not exchange.answer:
        return
    verb = clause.predicate
    behind = posed.words[verb.last + 1] if verb.last + 1 < len(posed.words) else None
    if behind is not None and _ASKING.fullmatch(behind.folded):
        yield from _agreed(exchange, posed, verb)
        return
    if exchange.page.language == "az" and _asks_whether(posed, verb) and _AGREED.match(exchange.said):
        yield from _agreed(exchange, posed, verb)
        return
    answer = _without_verb(exchange, posed, verb)
    asked = _asked(posed, verb.first) if answer is not None else None
    if answer is None or asked is None or not _fits(exchange.facts, answer, asked):
        return
    start, end = _opening(posed, asked), posed.words[verb.last].end
    for gap in (asked.span, Span(asked.span.start, asked.noun.start) if asked.noun is not None else None):
        if gap is None:
            continue
        filled = joined(exchange.page.text, (Span(start, gap.start), answer, Span(gap.end, end)), 1)
        made = list(_read(exchange, filled, asked))
        if made:
            yield from made
            return


def _asks_whether(posed: Sentence, verb: Predicate) -> bool:
    """Whether an Azerbaijani question asks for yes or no: by its tone alone, or with -mi on its verb.

    Qurbanov, Müasir Azərbaycan dili, 2003: sual cümləsi.
    """
    return not any(word.folded in _QUESTION_WORDS for word in posed.words[: verb.first])


def _without_verb(exchange: Exchange, posed: Sentence, verb: Predicate) -> Span | None:
    """An answer without a verb, or without that of the question ("Hükûmet verdi"); None where it tells more.

    Who is named in the question and again in the answer is not what was asked for.
    """
    sentence = exchange.take(exchange.page, exchange.facts, exchange.answer)
    finite = [one.predicate for one in sentence.clauses if one.predicate.form is Form.FINITE]
    if not finite:
        return exchange.answer
    first, last = sentence.words[finite[0].first], posed.words[verb.first]
    same = len(finite) == 1 and finite[0].last == len(sentence.words) - 1 and not finite[0].negated
    same = same and first.folded[:_STEM] == last.folded[:_STEM] and finite[0].first > 0
    again = {word.folded for word in posed.words if word.name is not None} & {word.folded for word in sentence.words}
    if not same or again:
        return None
    return bare(exchange.page.text, Span(exchange.answer.start, first.start))


def _opening(posed: Sentence, asked: _Asked) -> int:
    """Where a question begins behind the name by which its hearer is called: "Hocam, …" (GK 28.3.6).

    Who is named before a comma may be who does it, unless that is what is asked.
    """
    before = [word for word in posed.words[: _MOST_CALLED + 1] if word.end <= asked.span.start]
    comma = next((at for at, word in enumerate(before) if word.folded == ","), 0)
    called = posed.words[:comma]
    told = any(word.date is not None or word.amount is not None for word in called)
    named = any(word.name is not None for word in called) and not (asked.kind == "what" and asked.case == "nom")
    return posed.words[comma + 1].start if comma and not told and not named else posed.words[0].start


def _asked(posed: Sentence, verb: int) -> _Asked | None:
    """Where a question is open before word `verb`; None where it asks why or how, or for more than one thing."""
    words, found = posed.words[:verb], list[_Asked]()
    for index, word in enumerate(words):
        after = words[index + 1].folded if index + 1 < verb else ""
        if word.folded == "ne" and after in _WHEN:
            found.append(_Asked(Span(word.start, words[index + 1].end), None, "when"))
        elif word.folded in ("hacan", "kacta"):
            found.append(_Asked(Span(word.start, word.end), None, "when"))
        elif word.folded == "ne" and after in ("kadar", "keder"):
            found.append(_of_noun(posed, (index, index + 2), verb, "how-much"))
        elif word.folded in ("kac", "nece"):
            found.append(_of_noun(posed, (index, index + 1), verb, "how-much"))
            if word.folded == "nece" and found[-1].noun is None and found[-1].kind != "when":
                return None  # "necə gəldi": how
        elif word.folded in ("hangi", "hansi"):
            found.append(_of_noun(posed, (index, index + 1), verb, "what"))
        elif word.folded in _WHY or (word.folded == "ne" and after in _FOR_WHAT):
            return None
        elif word.folded in _WORDS:
            found.append(_Asked(Span(word.start, word.end), _WORDS[word.folded], "what"))
    return found[0] if len(found) == 1 else None


def _of_noun(posed: Sentence, place: tuple[int, int], verb: int, kind: str) -> _Asked:
    """Of "hangi şehri" and "ne kadar para" the noun goes with the question word; of "kaç yılında" the answer is a day.

    `place` is the question word and the first word of the noun.
    """
    start, low = posed.words[place[0]].start, place[1]
    noun = next((one for one in posed.phrases(low, verb) if one.first == low), None) if low < verb else None
    if noun is None:
        return _Asked(Span(start, posed.words[low - 1].end), None, kind)
    whole = Span(start, posed.words[noun.last].end)
    first = posed.words[noun.first].folded
    if first.startswith(_TIMES) and not first.startswith(_NO_TIMES):
        return _Asked(whole, None, "when")
    return _Asked(
        whole, "either" if noun.case == "nom" else noun.case, kind, Span(posed.words[noun.first].start, whole.end)
    )


def _fits(facts: Facts, answer: Span, asked: _Asked) -> bool:
    """Whether an answer is of the kind that is asked for."""
    if asked.kind == "when":
        return any(one.edtf is not None for _, one in within(facts.dates, answer))
    if asked.kind == "how-much":
        return any(within(facts.amounts, answer))
    return True


def _read(exchange: Exchange, filled: Filled, asked: _Asked | None) -> Iterator[Statement]:
    """The statements of a filled question, each on the page, which say what was `asked`."""
    facts, amounts = filled.facts_of(exchange.facts)
    page = replace(exchange.page, text=filled.text, segments=(), landmarks=(), grids=())
    sentence = exchange.take(page, facts, Span(0, len(filled.text)))
    inner = filled.inner
    if asked is not None and asked.case is not None and not _has_case(sentence, inner, asked.case):
        return
    context = Context.of_page(facts, topic=None, author=None, town=None)
    if exchange.who is not None:
        who = Role(NOWHERE, exchange.who.text, exchange.who.name)
        context = context.another(who.name, Correspondents(who, who, spoken=True))
    for one in outermost(list(asserted(sentence, context))):
        if asked is None or _says(one, asked, inner, facts):
            yield placed(one, exchange, filled, amounts)


def _has_case(sentence: Sentence, inner: Span, case: str) -> bool:
    """Whether a phrase that ends in the answer, or that the answer is the first part of, stands in a case."""
    last = sentence.clauses[-1].predicate.first if sentence.clauses else len(sentence.words)
    found = [one for one in sentence.phrases(0, last) if one.span.overlaps(inner)]
    return any(one.case in _LIKE.get(case, (case,)) for one in found)


def _says(one: Statement, asked: _Asked, inner: Span, facts: Facts) -> bool:
    """Whether a statement has the answer in the place that was open."""
    if asked.kind == "when":
        return one.when in {day.edtf for day in facts.dates if inner.contains(day.span)}
    if asked.kind == "how-much":
        return any(inner.contains(facts.amounts[index].span) for index in one.amounts)
    return any(role.span.overlaps(inner) for _, role in one.roles)


def _agreed(exchange: Exchange, posed: Sentence, verb: Predicate) -> Iterator[Statement]:
    """What "evet" and "hayır" say: what was asked, or that it is not so; a day or sum behind "evet" goes with it."""
    match = _AGREED.match(exchange.said)
    if match is None or not match.group().strip(" ,.;:!–—-"):
        return
    text, denied = exchange.page.text, match["no"] is not None
    rest = bare(text, Span(exchange.answer.start + match.end(), exchange.answer.end))
    if rest and (denied or not _is_day_or_sum(exchange, rest)):
        return
    low, high = posed.words[0].start, posed.words[verb.last].end
    thing = next((one for one in posed.phrases(0, verb.first) if one.last == verb.first - 1), None)
    counted = any(within(exchange.facts.amounts, rest))
    gap = thing.span if counted and thing is not None and thing.case == "nom" and thing.name is None else None
    gap = gap or Span(posed.words[verb.first].start, posed.words[verb.first].start)
    for one in _read(exchange, joined(text, (Span(low, gap.start), rest, Span(gap.end, high)), 1), None):
        if denied:
            flipped = Polarity.DENIED if one.polarity is Polarity.AFFIRMED else Polarity.AFFIRMED
            yield replace(one, polarity=flipped)
        else:
            yield one


def _is_day_or_sum(exchange: Exchange, rest: Span) -> bool:
    """Whether what stands behind "evet" is a day, a sum or both, and no sentence of its own."""
    dated = any(within(exchange.facts.dates, rest))
    told = dated or any(within(exchange.facts.amounts, rest))
    sentence = exchange.take(exchange.page, exchange.facts, rest)
    return told and not any(one.predicate.form is Form.FINITE for one in sentence.clauses)
