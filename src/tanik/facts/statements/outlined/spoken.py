"""Whose words the paragraphs of a dialogue are: each turn is a stretch of its own, on the word of its speaker.

Comes in: the stretches of a page and its turns (facts/outline). Goes out: the stretches, those with turns in them
parted at their labels, which say nothing themselves. A turn without a name goes on in the page's own voice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tanik.core.fold import fold
from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.facts.cover import Cover
from tanik.facts.model import Role
from tanik.facts.outline.turns import Turn
from tanik.facts.statements.discourse.correspondents import Correspondents
from tanik.facts.statements.lexis.words import pieces_of
from tanik.facts.statements.stretches import Stretch

__all__ = ["in_turns", "speaker_of"]


def speaker_of(turn: Turn, text: str, offices: Mapping[str, str]) -> Role | None:
    """Who speaks in a turn: of an office whoever the head of the page says to hold it.

    >>> label = Span(0, 4)
    >>> held = speaker_of(Turn(Span(6, 9), label, "Reis", label), "REİS: Gel", {"reis": "Ferit Bey"})
    >>> (held.text, held.name) if held else None
    ('REİS', 'Ferit Bey')
    """
    if turn.speaker is None or turn.basis is None:
        return None
    return Role(turn.basis, turn.basis.of(text), offices.get(fold(turn.speaker), turn.speaker))


def in_turns(
    stretches: Iterable[Stretch], turns: Sequence[Turn], text: str, offices: Mapping[str, str]
) -> Iterator[Stretch]:
    """The stretches of a page with each turn apart; `offices` says who holds which.

    >>> whole = Stretch(Span(0, 17), None, (), (Span(0, 17),), running=True)
    >>> turn = Turn(Span(6, 17), Span(0, 4), "Reis", Span(0, 4))
    >>> [(one.span.start, one.authority) for one in in_turns([whole], [turn], "REİS: Oturum bitti", {})]
    [(6, 'Reis')]
    """
    told = [turn for turn in turns if turn.label is not None or turn.speaker is not None]
    cover = Cover(turn.body for turn in told)
    for stretch in stretches:
        near = (told[index] for index in cover.near(stretch.span))
        inside = [turn for turn in near if stretch.span.overlaps(turn.body)]
        yield from _parted(stretch, inside, text, offices) if stretch.running and inside else (stretch,)


def _parted(stretch: Stretch, turns: Sequence[Turn], text: str, offices: Mapping[str, str]) -> Iterator[Stretch]:
    at = stretch.span.start
    for turn in turns:
        label = turn.label.start if turn.label is not None else turn.body.start
        if text[at : max(at, label)].strip(" \t\n*_>#-–—"):
            yield _cut(stretch, Span(at, label), text)
        at = max(at, turn.body.start)
        body = Span(at, min(turn.body.end, stretch.span.end))
        told = _cut(stretch, body, text)
        who = speaker_of(turn, text, offices)
        if who is not None:
            told = replace(told, authority=who.name, running=False, correspondents=Correspondents(who, spoken=True))
        yield told
        at = body.end
    if text[at : stretch.span.end].strip():
        yield _cut(stretch, Span(at, stretch.span.end), text)


def _cut(stretch: Stretch, span: Span, text: str) -> Stretch:
    read = (piece for sentence in sentences(text, span) for piece in pieces_of(text, sentence))
    kept = tuple(one for one in read if any(one.overlaps(whole) for whole in stretch.sentences))
    return replace(stretch, span=span, sentences=kept)
