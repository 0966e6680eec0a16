"""Who stands beside quoted words and yet cannot have spoken them, by the place his word has in its sentence.

Comes in: the folded text, a mention and those beside it, or what speaks for the one who weighs most. Goes out: yes or
no. A speaker is the subject of a verb of saying, the genitive before a noun of it, the owner of a text, or
whoever is asked; an object, a goal, a place or a source of something else is none of these (Göksel and Kerslake,
Turkish: A Comprehensive Grammar, 2005, 14.3.3, 18.2), nor is what somebody is "as" (``olarak``, 19.1) or the subject of
an adverbial clause beside that of its sentence (26.3). An empty speaker misleads nobody.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.morph import Case
from tanik.core.span import Span
from tanik.facts.quotations.around import Around
from tanik.facts.quotations.evidence import is_concerned
from tanik.facts.quotations.mentions import Kind, Mention
from tanik.facts.quotations.nobody import is_taken_up
from tanik.facts.quotations.subject import is_of_clause, sayer_behind

__all__ = ["has_place", "is_aside", "is_line_of_its_own"]

# "başkan olarak", "vali sıfatıyla", "müdürü olan Ali Bey": what somebody is, beside the name that bears it
_CAPACITY: Final = re.compile(r"\w{0,3}\s(?:olarak|sifat[iu]yla|olan|olub|kimi)\b")
_ADVERBIAL: Final = re.compile(
    r"[^.;:!?“”\"\n]*?\b[^\W\d_]{2,}(?:(?:[aeiu]r|m[ae]z|yor|m[iu]s)ken|[dt][iu]g[iu]nd[ae]|d[iu]kd[ae])\b"
)
# Told or given something, the person in the dative speaks next: "Ali Bey'e haber verildiğinde “…” diyerek", "ödül Ali
# Bey'e verildi; kürsüden seslendi: “…”": of a passive he is the one person there (GK 8.2.1.1).
_TOLD: Final = re.compile(
    r"['’‘]?[yn]?[ae]\s(?:[^\W\d_]+\s){0,3}?"
    r"(?:[^\W\d_]+(?:[dt][iu]g[iu]nd[ae]|[iu]nc[ae])\b|[^\W\d_]*[iu][ln]d[iu][;,])"
)
_OBLIQUE: Final = frozenset(("accusative", "dative", "locative", "instrumental", "owner"))
_SAID_LATER: Final = frozenset(("saying-of", "belongs", "according", "text-of"))
_PLACES: Final = ("lead", "tail", "later", "back")
_SENTENCE_IN_LINE: Final = re.compile(r"[^\W\d_]{2}[.!?…][”\"»]?\s+[“\"«]?[A-ZÇĞİÖŞÜƏА-Я]")
_FRAME: Final = re.compile(r"[\s.…,;:!?*•–—\-\d()\[\]]*")


def is_aside(folded: str, one: Mention, peers: tuple[Mention, ...], stretch: Span, *, lead: bool) -> bool:
    """Whether a mention in `stretch` is whom the words are about, what somebody is, or the subject of another clause.

    `peers` are the mentions of the stretch; `lead` says that it is the words' own sentence.

    >>> text = "ali bey gelirken veli efendi kapıyı açtı."
    >>> ali = Mention(Span(0, 7), "Ali Bey", Kind.PERSON, Case.NOMINATIVE)
    >>> veli = Mention(Span(17, 28), "Veli Efendi", Kind.PERSON, Case.NOMINATIVE)
    >>> [is_aside(text, one, (ali, veli), Span(0, len(text)), lead=False) for one in (ali, veli)]
    [True, False]
    """
    if is_concerned(folded, one) or (lead and is_of_clause(folded, one, peers, stretch.end)):
        return True
    if one.case is not Case.NOMINATIVE:
        return False
    if one.kind is not Kind.PERSON and _CAPACITY.match(folded, one.span.end) is not None:
        return True
    clause = _ADVERBIAL.match(folded, one.span.end, stretch.end)
    behind = clause.end() if clause is not None else stretch.end
    return any(
        other.case is Case.NOMINATIVE and other.kind is Kind.PERSON and other.name != one.name
        for other in peers
        if behind <= other.span.start < stretch.end
    )


def has_place(folded: str, mention: Mention, marks: tuple[str, ...], around: Around) -> bool:
    """Whether what speaks for a mention gives it a place from which somebody speaks.

    >>> one = Mention(Span(0, 4), "Ali", Kind.PERSON, Case.ACCUSATIVE)
    >>> around = Around(Span(6, 9), Span(6, 6), Span(9, 9), (), 0, Span(9, 9))
    >>> [has_place("ali'yi", one, (mark,), around) for mark in ("back:accusative", "back:nominative", "far")]
    [False, True, True]
    """
    sayer = sayer_behind(folded, around)
    if sayer is not None and not sayer <= mention.span.start < around.tail.end:
        return False  # "“…” diyen erlerdi": the head of the participle speaks, named or not
    parted = (mark.split(":") for mark in marks)
    place, role = next(((one[0], one[1]) for one in parted if one[0] in _PLACES and len(one) > 1), ("far", ""))
    if place == "later":
        taken_up = is_taken_up(folded, around.later)
        opens = role == "genitive" and not around.earlier  # "“…” dedi. Ali Bey'in sabrı tükenmişti."
        return role in _SAID_LATER or opens or (role == "nominative" and taken_up)
    if role == "dative" and place == "lead":
        return _TOLD.match(folded, mention.span.end) is not None
    if role == "ablative":
        return place == "lead"
    return role not in _OBLIQUE or "answers" in marks


def is_line_of_its_own(text: str, outer: Span, line: Span) -> bool:
    """Whether words fill their line, or stand in one that is no sentence, as headings do.

    >>> text = "Vali: “yol açıldı”\\nO gün “yol açıldı” yazısı asıldı."
    >>> is_line_of_its_own(text, Span(6, 18), Span(0, 18)), is_line_of_its_own(text, Span(25, 37), Span(19, 53))
    (True, False)
    """
    bare = _FRAME.fullmatch(text, line.start, outer.start) and _FRAME.fullmatch(text, outer.end, line.end)
    return bool(bare) or text[line.start : line.end].rstrip()[-1:] not in tuple(".…")
