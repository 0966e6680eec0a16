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

__all__ = ["has_place", "is_aside", "is_in_marks", "is_line_of_its_own", "is_spoken_to", "is_told_by"]

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
_OPEN: Final = re.compile(r"[“«„][^”»\n]*$")
# "mebusun bulunduğu bir zeminde": the subject of a relative clause, unless it says or writes there (GK 25.1.1)
_RELATIVE: Final = re.compile(
    r"['’‘]?n?[iu]n\s(?:[^\W\d_]+\s){0,3}?(?!de|soyle|yaz|anlat|aktar|naklet|ver|cek|gonder|yolla|yap|kaleme|kullan)"
    r"[^\W\d_]{2,}[dt][iu]g[iu]\s(?!gibi|kadar|icin|zaman|anda|halde|sirada)[^\W\d_]"
)
_PLURAL: Final = re.compile(
    r"\W*(?:(?:diye|deye)\s(?:[^\W\d_]+\s){0,2}?)?(?!buyur)[^\W\d_]*(?:d[iu]l[ae]r|yorl[ae]r|m[iu]sl[ae]r|[^\W\d_][aeiu]rl[ae]r|dilar)"
    r"(?:d[iu]|m[iu]s)?(?![^\W\d_])"
)
_PLURAL_LEAD: Final = re.compile(
    r"\b(?!buyur)[^\W\d_]+(?:d[iu]l[ae]r|yorl[ae]r|m[iu]sl[ae]r|[^\W\d_][aeiu]rl[ae]r)(?:d[iu]|m[iu]s)?(?:\ski)?\s?[:,]\s*$"
)
_TOLD_BY: Final = re.compile(r"n?[iu]n\s(?:naklet|anlat|aktar|soyle|yaz)[dt][iu]g[iu]\b[^.:;!?]*:\s*$")
_SPOKEN_TO: Final = re.compile(
    r"['’‘]?[yn]?[ae]\s(?:[^\W\d_]+\s){0,2}?(?:don|seslen|hitab|hitap|egil|bak|yaklas|soyle|sor|de|bagir)[^\W\d_]*(?<!d[iu][mk])"
    r"(?:\s[^\W\d_]+)?\W*"
)
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


def is_in_marks(text: str, one: Mention, stretch: Span) -> bool:
    """Whether a mention stands inside marks that are no quotation: ``“İmamı Âzam” isimli kitabında``."""
    return one.kind is not Kind.PAPER and _OPEN.search(text, stretch.start, one.span.start) is not None


def is_told_by(folded: str, around: Around) -> bool:
    """Whether the words before a colon say who tells what follows: ``Ali Bey'in naklettiği hatıra ilginçtir:``."""
    return _TOLD_BY.search(folded, around.lead.start, around.lead.end) is not None


def is_spoken_to(folded: str, one: Mention, outer: Span) -> bool:
    """Whether words before quoted ones say that they are spoken to somebody: ``Ali'ye dönerek:``.

    >>> is_spoken_to("ali'ye donerek: ", Mention(Span(0, 3), "Ali", Kind.PERSON, Case.DATIVE), Span(16, 20))
    True
    """
    return one.case is Case.DATIVE and _SPOKEN_TO.fullmatch(folded, one.span.end, outer.start) is not None


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
    # a verb in the plural has several for its subject (GK 8.4), whom two names stand for only if joined
    several = _PLURAL.match(folded, around.outer.end) or _PLURAL_LEAD.search(folded, around.lead.start, around.lead.end)
    if mention.kind in (Kind.PERSON, Kind.ROLE) and several is not None:
        return False
    return _stands_so(folded, mention, marks, around)


def _stands_so(folded: str, mention: Mention, marks: tuple[str, ...], around: Around) -> bool:
    """Whether somebody speaks from the place and role that `marks` give a mention."""
    parted = (mark.split(":") for mark in marks)
    place, role = next(((one[0], one[1]) for one in parted if one[0] in _PLACES and len(one) > 1), ("far", ""))
    if place == "later":
        taken_up = is_taken_up(folded, around.later)
        opens = role == "genitive" and not around.earlier  # "“…” dedi. Ali Bey'in sabrı tükenmişti."
        return role in _SAID_LATER or opens or (role == "nominative" and taken_up)
    if place == "lead" and role in ("dative", "genitive"):
        told = _TOLD.match(folded, mention.span.end) is not None
        return told if role == "dative" else _RELATIVE.match(folded, mention.span.end) is None
    if role == "ablative":
        return place == "lead"
    if role == "genitive" and place == "back":
        return bool({"most:near", "in-title:near", "again:near"} & set(marks))
    return role not in _OBLIQUE or "answers" in marks


def is_line_of_its_own(text: str, outer: Span, line: Span) -> bool:
    """Whether words fill their line, or stand in one that is no sentence, as headings do.

    >>> text = "Vali: “yol açıldı”\\nO gün “yol açıldı” yazısı asıldı."
    >>> is_line_of_its_own(text, Span(6, 18), Span(0, 18)), is_line_of_its_own(text, Span(25, 37), Span(19, 53))
    (True, False)
    """
    bare = _FRAME.fullmatch(text, line.start, outer.start) and _FRAME.fullmatch(text, outer.end, line.end)
    return bool(bare) or text[line.start : line.end].rstrip()[-1:] not in tuple(".…")
