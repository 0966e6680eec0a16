"""What speaks for a mention as the speaker of a quotation: where it stands, its case, the words beside it.

Comes in: a mention and what stands around the quotation. Goes out: the names of the features that hold, each of
which has a weight in ``data/speaker_weights.csv`` (made by training/speakers). Features are the grammar's: a nominative
before the words, a genitive whose letter it is, a dative who is spoken to; so they hold on pages of any manner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tanik.core.morph import Case
from tanik.core.span import Span
from tanik.facts.quotations.around import Around
from tanik.facts.quotations.below import known_names
from tanik.facts.quotations.mentions import Kind, Mention
from tanik.facts.quotations.words import container_pattern, say_pattern

__all__ = ["PageView", "evidence", "is_compound", "is_concerned", "zone_of"]

_OF_SAYING: Final = re.compile(r"\W*(?:diye\s\w+[dt][iu]g|de[dy][iu]g|dediy|soz|lafi|cumle|ifade|deyi[sm]|diyen)")
_SAYING_NOUN: Final = re.compile(
    r"\b(?:soz|soyle(?:di|dik)|dedi[gky]|ifade|cumle|cevab|cavab|agz|anlatt|konusma|demec|nutk|nitq|hitab)"
)
_BELONGS: Final = re.compile(r"['’‘]?\w{1,3}\s(?:m[iu]\s)?(?:ait|atfed|mal\sed|yakistir)|\w{0,4}\s(?:ad[iu]na|imzas)")
# "M. Kemal hakkında şunları söyler": what is spoken about does not speak (Göksel and Kerslake 17.3).
_TOPIC: Final = re.compile(
    r"['’‘]?(?:\w{1,4})?\s"
    r"(?:hakkinda(?:ki)?|haqqinda(?:ki)?|icin|ucun|uzerine|konusunda|aleyhinde|lehinde|ile ilgili|dair)\b"
)
# "bir gazetecinin sorusuna “…” cevabı": whose question is answered does not answer.
_ANSWERED: Final = re.compile(
    r"['’‘]?n?[iu]n\s(?:(?!\S*[iu]n\s)[^\s.,;:]+\s){0,3}?"
    r"(?:soru(?:su|lari)n|teklifin|iddiasin|cagrisin|istegin|talebin|elestirisin|elestirilerin)[ae]\b"
)
_ACCORDING: Final = re.compile(r"['’‘]?\w{1,4}\sgore\b")
# "Kızına sordum", "torununa bu telgrafı gösterdim": whoever is asked or shown by the writer is heard next.
_ASKED: Final = re.compile(
    r"['’‘]?\w{1,4}\s(?:\w+\s){0,3}(?:sor(?:du|mus)\w*|ulas(?:t|m)\w*|danis(?:t|m)\w*|\w+[dt][iu][mk])\W*$"
)
# "Melahat Hanım'la konuştum", "muhtarla görüştük": whom the writer talked with is heard next, too.
_TALKED: Final = re.compile(
    r"['’‘]?y?l[ae]\s(?:[^\W\d_\d]+\s|\S+\s){0,3}(?:konus|gorus|bulus|danis|sohbet\s)\w*[dt][iu][mk]\W*$"
)
_ASIDE: Final = re.compile(r"['’‘]?\w{0,4}\W{0,3}$")
_WROTE_IT: Final = re.compile(r"\b(?:yaz\w*|cek\w+|gonder\w+|yolla\w+|yolladi\w*|vrote|cabled|sent)\b")
# "Ali'ye sordu. O da “…” dedi": whoever was spoken to answers.
_ANSWERS: Final = re.compile(r"\W*o\s(?:da|de|ise)\b")
_PRONOUN: Final = re.compile(r"\b(he|she)\b")
_OFTEN: Final = 2  # more mentions than this make somebody a person of the page
_LEADING: Final = ("nominative", "genitive", "text-of", "saying-of")
# "Karabekir'in kızı Timsal", "Meclis kürsüsünden": the mention only says whose or which the next noun is.
_OWNS_ONE: Final = re.compile(r"['’‘]?\w{1,4}\s(?:[^\W\d_]+\s){0,2}[^\W\d_]*(?:[iu]|s[iu])\s$")
_OWNS_KIN: Final = re.compile(r"['’‘]?\w{1,4}\s")  # "Zekeriya'nın babası"
# "Meclis kürsüsü"; also with the place between, "Fırka Rize mebusu Ali Bey"
_COMPOUND: Final = re.compile(
    r"\s(?:[^\W\d_]+s?[iu](?:n[^\W\d_]*)?|[^\W\d_]+\s(?:milletvekili|mebusu|mutemedi|il baskani|ilce baskani|baskani|"
    r"uyesi|adayi|sozcusu)[^\W\d_]*)(?![^\W\d_])"
)


@dataclass(frozen=True, slots=True)
class PageView:
    """What the page as a whole says of its persons: how often each is named, who most often, who stands in the title,
    who spoke last; in English who is called he or she.
    """

    counts: Mapping[str, int]
    most: str | None
    title: frozenset[str]
    last: str | None
    last_same_paragraph: bool
    genders: Mapping[str, str]


def is_concerned(folded: str, mention: Mention) -> bool:
    """Whether a mention only says whom the words are about, or whose question they answer."""
    return any(pattern.match(folded, mention.span.end) is not None for pattern in (_TOPIC, _ANSWERED))


def zone_of(mention: Mention, around: Around) -> tuple[str, int]:
    """Where a mention stands as the quotation sees it, and how many sentences back."""
    for zone, stretch in (("lead", around.lead), ("tail", around.tail), ("later", around.later)):
        if stretch.contains(mention.span):
            return zone, 0
    for index, sentence in enumerate(around.earlier):
        if sentence.contains(mention.span):
            return "near" if index < around.same else "over", index + 1
    return "far", 0


def _stretch(mention: Mention, around: Around) -> Span:
    held = (around.lead, around.tail, around.later, *around.earlier)
    return next((one for one in held if one.contains(mention.span)), mention.span)


def _reach(mention: Mention, peers: tuple[Mention, ...], end: int, most: int) -> int:
    """How far the words beside a genitive are its own: to the next who could be their subject."""
    other = next(
        (one.span.start for one in peers if one.span.start > mention.span.end and one.case is Case.NOMINATIVE), end
    )
    return min(end, other, mention.span.end + most)


def _role(folded: str, mention: Mention, peers: tuple[Mention, ...], stretch: Span) -> str:
    """What the ending and the words beside it make of a mention in its sentence."""
    end, case = mention.span.end, mention.case
    if _BELONGS.match(folded, end):
        return "belongs"
    if _ACCORDING.match(folded, end):
        return "according"
    met = {Case.DATIVE: _ASKED, Case.INSTRUMENTAL: _TALKED}.get(case)
    if met is not None and met.match(folded, end, stretch.end):
        return "asked"
    if case is Case.GENITIVE:
        return _owns(folded, mention, peers, stretch)
    if case is Case.ABLATIVE and container_pattern().search(folded, end, min(stretch.end, end + 70)):
        return "text-from"
    bodies = mention.kind in (Kind.BODY, Kind.ROLE, Kind.PAPER)
    return "compound" if case is Case.NOMINATIVE and bodies and is_compound(folded, end) else str(case)


def is_compound(folded: str, end: int) -> bool:
    """Whether the word behind `end` is a noun that hangs on the one before it: "Meclis kürsüsü", not "Reis sordu".

    >>> is_compound("meclis kursusu", 6), is_compound("reis sordu", 4)
    (True, False)
    """
    found = _COMPOUND.match(folded, end)
    return found is not None and say_pattern().match(found.group().strip()) is None


def _owns(folded: str, mention: Mention, peers: tuple[Mention, ...], stretch: Span) -> str:
    """What a genitive owns: the next person, a text, what was said, or none of these."""
    end = mention.span.end
    follower = next((one for one in peers if one.span.start > end), None)
    gap = folded[end : follower.span.start] if follower is not None else ""
    if _OWNS_ONE.match(gap) or (
        follower is not None and follower.kind in (Kind.KIN, Kind.ROLE) and _OWNS_KIN.fullmatch(gap)
    ):
        return "owner"
    reach = _reach(mention, peers, stretch.end, 70)
    if container_pattern().search(folded, end, reach):
        return "text-of"
    if _SAYING_NOUN.search(folded, end, reach):
        return "saying-of"
    others = (one for one in peers if one is not mention and one.case is Case.GENITIVE)
    text = any(container_pattern().search(folded, one.span.end, _reach(one, peers, stretch.end, 70)) for one in others)
    return "genitive-beside-text" if text else "genitive"


def _verb(folded: str, mention: Mention, stretch: Span) -> str | None:
    """A verb of saying or writing behind a nominative in its sentence."""
    if mention.case is not Case.NOMINATIVE:
        return None
    if say_pattern().search(folded, mention.span.end, stretch.end):
        return "says"
    return "writes" if _WROTE_IT.search(folded, mention.span.end, stretch.end) else None


def _in_lead(folded: str, mention: Mention, around: Around) -> Iterator[str]:
    if _ASIDE.match(folded, mention.span.end, around.outer.start):
        yield f"lead:beside:{mention.case}"
    if mention.case is Case.GENITIVE and _OF_SAYING.match(folded, around.outer.end):
        yield "lead:said-of"


def _of_page(mention: Mention, view: PageView, place: str) -> Iterator[str]:
    """What the page as a whole says: it weighs more where no sentence near the words names anybody."""
    away = "far" if place == "far" else "here" if place in ("lead", "tail") else "near"
    if mention.name == view.most:
        yield f"most:{away}"
    if mention.name in view.title:
        yield f"in-title:{away}"
    if view.last is not None and mention.name == view.last:
        yield f"again-here:{away}" if view.last_same_paragraph else f"again:{away}"
    if view.counts.get(mention.name, 0) > _OFTEN:
        yield f"often:{away}"
    if mention.kind is Kind.PERSON and mention.name in known_names():
        yield f"known:{away}"


def evidence(
    folded: str, mention: Mention, around: Around, peers: tuple[Mention, ...], view: PageView
) -> tuple[str, ...]:
    """The features of `mention` for the quotation in `around`; `peers` are the mentions of its own sentence.

    A feature that counts (a sentence back) stands as often as it counts.
    """
    zone, back = zone_of(mention, around)
    place = "back" if zone in ("near", "over") else zone
    stretch = _stretch(mention, around)
    role = _role(folded, mention, peers, stretch)
    verb = _verb(folded, mention, stretch)
    found = ["far"] if place == "far" else [f"{place}:{role}", *["step-back"] * back]
    found += [f"{place}:{verb}"] if verb else []
    found += ["other-paragraph"] if zone == "over" else []
    found += list(_in_lead(folded, mention, around)) if zone == "lead" else []
    if role in _LEADING and place != "far":
        alike = [one for one in peers if one.case is mention.case]
        found += [f"{place}:last"] if alike and alike[-1] is mention else []
        found += [f"{place}:first"] if peers and peers[0] is mention else []
    found += list(_of_page(mention, view, place))
    if place == "back" and back == 1 and role in ("dative", "asked") and _ANSWERS.match(folded, around.lead.start):
        found.append("answers")
    called = _PRONOUN.search(folded, around.lead.start, around.lead.end) or _PRONOUN.match(
        folded, around.tail.start + 1
    )
    if called is not None and zone not in ("lead", "tail") and mention.name in view.genders:
        found.append("pronoun:fits" if view.genders[mention.name] == called.group(1) else "pronoun:clashes")
    if mention.kind is Kind.ROLE and mention.name in view.counts:
        found.append(f"bearer:{'here' if zone in ('lead', 'tail') else 'away'}")
    elif mention.kind is not Kind.PERSON:
        found.append(f"{mention.kind}:{'here' if zone in ('lead', 'tail') else 'away'}")
    return tuple(found)
