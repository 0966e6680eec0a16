"""Who said it where the grammar of Turkish and Azerbaijani leaves no choice.

Comes in: the mentions of a page and what stands around one quotation. Goes out: the mention that is the subject of
the saying, or None where the grammar leaves it open. Seven constructions are read (Göksel and Kerslake, Turkish: A
Comprehensive Grammar, 2005, chapters 24-26): the head noun behind a subject participle of saying is the sayer, in
whatever case it stands ("“…” diyen Ali Bey'i"); the subject of a converb is that of the next verb ("“…” diyerek
Veli'yi suçlayan Ali Bey"); the subject of a nominalised saying stands in the genitive ("Ali Bey'in “…” dediğini");
whoever is asked gives the answer that is had ("Ali Bey'e sorduğunda “…” yanıtını aldı"); whoever the writer says that
he talked with speaks next ("Ali Bey'le konuştum. “…” dedi"); whoever opens the sentence and is parted by a comma from
its verb is its subject ("Ali Bey, Veli'nin mektubuna cevabında ekliyordu: “…”"); and whoever signed a text speaks in
it ("Ali Bey imzalı haberde şöyle deniyordu"). They decide before anything is weighed: how often the page names
somebody else is nothing against them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from tanik.core.morph import Case, readings
from tanik.core.span import Span
from tanik.facts.quotations.around import Around
from tanik.facts.quotations.evidence import is_compound, is_concerned
from tanik.facts.quotations.mentions import Kind, Mention, Mentions
from tanik.facts.quotations.nobody import is_made_so
from tanik.facts.quotations.words import container_pattern

__all__ = ["addressed", "grammatical_subject", "is_of_clause", "sayer_behind"]

_SAYING: Final = (
    r"(?:diyen|deyen|soyleyen|yazan|bagiran|haykiran|soran|sorusan|seslenen|ekleyen|konusan|anlatan|danisan|"
    r"belirten|bildiren|buyuran|mirildanan|fisildayan|vurgulayan|savunan|yakinan|uyaran|itiraz eden|"
    r"(?:cevap|yanit|karsilik|cavab) veren)"
)
_WORDS_OF: Final = r"(?:soz|ifade|cumle|cevab|yanit|karsilig|laf|satir|not)(?:l[ae]r)?[iu](?:n[iu])?"
_SAYER: Final = re.compile(
    rf"\W*(?:(?:(?:diye|deye|seklinde)\s(?:[^\W\d_]+\s)?)?{_SAYING}|"
    rf"{_WORDS_OF}\s(?:[^\W\d_]+\s)?(?:soyleyen|kullanan|veren|yazan|dusen|sarf eden|dile getiren|isleden))\s"
)
_CONVERB: Final = re.compile(
    r"\W*(?:diyerek|deyip|diyip|dedikten\ssonra|diye|deyerek|deyib|deye|dedikden\ssonra)\b[,\s]*"
)
_OBJECT_CLAUSE: Final = re.compile(
    r"\w+[dt][iu][gk]"
)  # "diye yazdığı mektup": the subject is a genitive before the words
_PARTICIPLE: Final = re.compile(r"[^\W\d_]{2,}[ae]n(?=\s)")
# Of a passive the head is no sayer: "diye bilinen", "diye gelen telgraf".
_PASSIVE: Final = re.compile(
    r"(?:bilin|anil|tanin|den|denil|yazil|soylen|okun|duyul|gecin|adlandiril|cagril|gel)[ae]n$"
)
_CLAUSE_ENDS: Final = re.compile(r"[,;:.!?]\s")
_POSTPOSITION: Final = re.compile(r"\s(?:ile|icin|gibi|kadar|hakkinda|uzerine|tarafindan|ve|veya|adina|ucun|kimi)\b")
_NOMINALISED: Final = re.compile(
    r"\W*(?:diye\s\w+|deye\s\w+|de|soyle|yaz|anlat)(?:di[gk]|digi|diy|dig|tig)(?:i|ini|ine|inin|ina)?\b(?!\ssonra)"
    r"|\W*(?:seklinde\s)?(?:cevap|cevabi|yanit|karsilik|karsilig)\w*\sverdi[gk]\w*"
    r"|\W*(?:sorusu|suali)(?:n[iu]|n[ae])?\b"
)
# The complement's own subject is a genitive, and what "şöyle" points to is the complement's (GK 18.2, 24.4.2).
_ANNOUNCED: Final = re.compile(
    r"\b(?:(?:soyle|sunu|sunlari|(?:su|asagidaki)\s[^\W\d_]+)\s(?:[^\W\d_]+\s){0,2}?"
    r"[^\W\d_]+[dt][iu](?:g[iu]|kl[ae]r[iu])n[iu]|de(?:digi|dikleri)ni)\s(?:[^\W\d_]+\s){0,2}[^\W\d_]+\s?[:;]\s*$"
)
_MET: Final = r"(?:konus|gorus|bulus|sohbet\s|dertles|danis)\w*[dt][iu][mk]"
_ASKED: Final = r"(?:sor|danis|ulas|telefon\s\w)\w*[dt][iu][mk]"
_WITH: Final = re.compile(rf"(?:['’‘]?y?l[ae]|\sile)\s(?:\S+\s){{0,3}}{_MET}(?:\s[^\W\d_]+){{0,3}}\W*$")
_TO: Final = re.compile(rf"['’‘]?[yn]?[ae],?\s(?:(?!ve\b)\S+\s){{0,3}}{_ASKED}(?:\s[^\W\d_]+){{0,3}}\W*$")
_SAID: Final = re.compile(
    r"\W*(?:de(?:di|r|yir|yirdi|mis(?:ti)?)|diyor(?:du)?|diye\s\w+[dt][iu]|deye\s\w+|anlatti|danisdi)\b"
)
# "Bana dedi ki:", "Şöyle cevap verdi:": nobody is named
_SAID_THEN: Final = re.compile(
    r"\W*(?:(?:o|bana|bize|kendisi|soyle|su|aynen|gulerek)\s){0,3}(?:dedi|soyledi|anlatti|yanitladi|cevapladi|"
    r"(?:cevap|yanit|karsilik|cavab) verdi)(?:\ski)?\s*[:,]\s*"
)
# Whom one asks stands in the dative, of whom one has the answer in the ablative (Göksel & Kerslake 14.3.3).
_ANSWER: Final = re.compile(r"\W*(?:yanit|ceva[bp]|karsilik|karsilig)\w*\s(?:[^\W\d_]+\s)?al(?!k|g)\w+")
_ASKED_OF: Final = re.compile(r"['’‘]?[yn]?[ae]\s(?:[^\W_]+\s){0,5}?(?:sor|danis)[^\W\d_]+[,\s]*$")
# Beside the words, or parted from them by when and where alone: "Ali Bey 1921'de mecliste “…” diyerek".
_BESIDE: Final = re.compile(
    r"(?:\s(?:de|da|ise)\b)?(?:\s(?:[^\W_]+\s){0,3}?[^\W_]+(?:['’‘]|(?<=[^\W\d_]{2}))[dt][ae]){0,2}\s?[,:]?\s*"
)
_WHEN_DONE: Final = re.compile(r"(?:[dt][iu]g[iu]|[aeiu]rken|ken|inca|ince|unca|ip|up|ar[ae]k)\w{0,4}(?:\s|$)")
_SAYS_BEHIND: Final = re.compile(
    r"\W*(?:diye\s|deye\s|de(?:di|r|rdi|mis\w*|yince|yip|yerek|yir\w*|yib)\b|di(?:yor\w*|yerek|yince|yip)\b)"
)
_IN_TEXT: Final = re.compile(
    r"['’‘]?n?[iu]n\s(?:[^\W\d_]+\s){0,2}?(?P<text>[^\W\d_]+[dt][ae])\s(?:ise\s|de\s|da\s|acikca\s|aynen\s)?[,:]?\s*$"
)
_STANDS: Final = re.compile(r"\W*(?:yaz|de(?:niyor|nili|r\b|mekte|yir)|diyor|gec|diye\s(?:yaz|gec|bas))")
_WITH_WHOM: Final = re.compile(
    r"(?:['’‘]?y?l[ae]|\sile)\syap[iu]lan\s(?:[^\W\d_]+\s)?(?:roportaj|mulakat|soylesi|gorusme|musahibe|sohbet)[^\W\d_]*[dt][ae]\b"
)
_SIGNED_BY: Final = re.compile(r"\simza(?:l[iu]|siyla|sini tasiyan)\s[^:;!?“”\"]{0,80}:\s*$")
_OF_CLAUSE: Final = re.compile(
    r"[^.;:!?“”\"\n]*?\b[^\W\d_]{2,}(?:[dt][iu]g[iu]n[iu]n?|[ae]c[ae]g[iu]n[iu]n?|m[ae]s[iu]n[iu]n?)\b"
)
_PARTED: Final = re.compile(r"['’‘]?,\s")
_SAID_OF: Final = re.compile(r"\b(?:de|soyle|buyur|anlat|haykir)d[iu]g[iu]n[iu]\b")
_LONGEST_GAP: Final = 60
_MOST_GAP_WORDS: Final = 5
_COMPOUND_BLANKS: Final = 2
_TRADE: Final = re.compile(r"[^\W\d_]{2,}[cç][ıiuü]$")  # "tuzcu", which dictionaries lack
_THE_THEN: Final = frozenset(("dönemin", "devrin", "zamanın", "günün"))  # "dönemin Maliye Vekili": the then minister
_SPEAKERS: Final = (Kind.PERSON, Kind.KIN, Kind.ROLE)
_ANSWERING: Final = (*_SPEAKERS, Kind.BODY)


def addressed(folded: str, mention: Mention) -> bool:
    """Whether a mention behind the words is no sayer: whom they blame, or whom they were said to.

    A dative that says whose opinion or whose words it is ("Ali'ye göre", "Ali'ye ait") is none of these.
    """
    if mention.case is Case.ACCUSATIVE:
        return True
    belongs = re.match(
        r"['’‘]?\w{0,4}\s(?:m[iu]\s)?(?:gore|ait|atfed|mal\sed|yakistir|mehsus)",
        folded[mention.span.end : mention.span.end + 40],
    )
    return mention.case is Case.DATIVE and belongs is None


def sayer_behind(folded: str, around: Around) -> int | None:
    """Where the noun begins that a participle of saying behind the words describes: ``“…” diyen | kahraman erler``.

    None where there is none, or where it is a letter or another text, which speaks for its writer.
    """
    found = _SAYER.match(folded, around.outer.end, around.tail.end)
    near = found.end() + _LONGEST_GAP // 2 if found is not None else 0
    if found is None or container_pattern().search(folded, found.end(), min(near, around.tail.end)) is not None:
        return None
    return found.end()


def is_of_clause(folded: str, mention: Mention, peers: tuple[Mention, ...], end: int) -> bool:
    """Whether a genitive before `end` is the subject of a clause made a noun, beside a nominative that is the sayer's.

    ``Ali Bey, Veli'nin geldiğini belirterek “…” dedi`` (Göksel & Kerslake 24.4.2); `peers` are the mentions beside it.

    >>> from tanik.core.span import Span
    >>> text = "ali bey, veli'nin geldigini belirterek “yol acik” dedi"
    >>> ali = Mention(Span(0, 7), "Ali Bey", Kind.PERSON, Case.NOMINATIVE)
    >>> veli = Mention(Span(9, 13), "Veli", Kind.PERSON, Case.GENITIVE)
    >>> is_of_clause(text, veli, (ali, veli), 39), is_of_clause(text, veli, (veli,), 39)
    (True, False)
    """
    if mention.case is not Case.GENITIVE or _OF_CLAUSE.match(folded, mention.span.end, end) is None:
        return False
    before = (one for one in peers if one.span.start < mention.span.start)
    return any(one.kind is Kind.PERSON and one.case is Case.NOMINATIVE for one in before)


def _is_participle(word: str) -> bool:
    return not _PASSIVE.search(word) and any("PresPart" in one.marks for one in readings(word))


def _describes(words: str, folded_words: str) -> bool:
    """Whether words may stand between a participle and its head: adjectives, places, an office, no other noun."""
    held = words.split()
    if not held:
        return True
    if len(held) > _MOST_GAP_WORDS or re.search(r"[.,;:!?“”\"«»]", words) or container_pattern().search(folded_words):
        return False
    last = held[-1]
    return last[0].isupper() or last in _THE_THEN or any(one.part == "Adj" for one in readings(last))


def _is_craft(word: str) -> bool:
    """Whether a bare noun may stand before a name as what its bearer is: ``çırak Osman``."""
    return _TRADE.search(word) is not None or any(one.part == "Noun" and one.bare for one in readings(word))


class _Behind:
    """The words behind one quotation in its sentence."""

    def __init__(self, text: str, folded: str, around: Around, held: tuple[Mention, ...]) -> None:
        self._text, self._folded = text, folded
        self._outer, self._tail = around.outer, around.tail
        self._held = held

    def _from(self, start: int, end: int) -> tuple[Mention, ...]:
        return tuple(one for one in self._held if start <= one.span.start < end)

    def head(self, at: int) -> Mention | None:
        """The mention that the participle which ends at `at` describes."""
        near = self._from(at, min(self._tail.end, at + _LONGEST_GAP))
        for index, one in enumerate(near):
            gap = Span(at, one.span.start)
            if not _describes(gap.of(self._text), gap.of(self._folded)) and not self._beside_craft(gap, one):
                return None
            follower = near[index + 1] if index + 1 < len(near) else None
            between = self._text[one.span.end : follower.span.start] if follower is not None else ""
            if (
                one.case is Case.GENITIVE
                and follower is not None
                and follower.kind is Kind.KIN
                and between.count(" ") == 1
            ):
                return follower
            # "diyen Meclis üyesi Ali Bey": the body only says whose member the next one is
            bare = one.case is Case.NOMINATIVE and between.count(" ") == _COMPOUND_BLANKS
            hangs = bare and is_compound(self._folded, one.span.end)
            if one.kind not in (Kind.BODY, Kind.ROLE) or follower is None or not hangs:
                return one
        return None

    def _beside_craft(self, gap: Span, one: Mention) -> bool:
        """``diyen çırak Osman'ı usta azarladı``; with no other subject the apprentice himself would be it."""
        words = gap.of(self._text).split()
        if not words or len(words) > 1 or one.kind is not Kind.PERSON or not _is_craft(words[0]):
            return False
        if container_pattern().search(gap.of(self._folded)):
            return False
        others = (other for other in self._held if other.span.start > one.span.end)
        return one.case is Case.NOMINATIVE or any(other.case is Case.NOMINATIVE for other in others)

    def sayer(self) -> Mention | None:
        """``“…” diyen Ali Bey'i``."""
        found = _SAYER.match(self._folded, self._outer.end, self._tail.end)
        return self.head(found.end()) if found is not None else None

    def of_next_verb(self, led: bool) -> Mention | None:
        """``“…” diyerek Veli'yi suçlayan Ali Bey``; `led` says that a subject already stands before the words."""
        found = _CONVERB.match(self._folded, self._outer.end, self._tail.end)
        if found is None or led or is_made_so(self._folded, self._outer.end):
            return None
        if _OBJECT_CLAUSE.match(self._folded, found.end()):
            return None
        stop = _CLAUSE_ENDS.search(self._folded, found.end(), self._tail.end)
        end = stop.start() if stop is not None else self._tail.end
        plain = next((one for one in self._from(found.end(), end) if self._is_subject(one)), None)
        last = plain.span.start if plain is not None else end
        for word in _PARTICIPLE.finditer(self._folded, found.end(), last):
            if _is_participle(self._text[word.start() : word.end()].lower()):
                head = self.head(word.end())
                if head is not None:
                    return head
        return plain

    def _is_subject(self, one: Mention) -> bool:
        if one.kind not in _SPEAKERS or one.case is not Case.NOMINATIVE:
            return False
        beside = _POSTPOSITION.match(self._folded, one.span.end) or is_compound(self._folded, one.span.end)
        return not (beside and one.kind is not Kind.PERSON) and not _POSTPOSITION.match(self._folded, one.span.end)


def _beside(folded: str, around: Around, lead: tuple[Mention, ...]) -> Mention | None:
    """``Ali Bey “…” deyince``: a nominative right beside the words, with the verb of saying right behind them."""
    last = lead[-1] if lead else None
    if last is None or last.case is not Case.NOMINATIVE or last.kind not in _SPEAKERS:
        return None
    near = _BESIDE.fullmatch(folded, last.span.end, around.outer.start) is not None
    near = near and _WHEN_DONE.search(folded, last.span.end, around.outer.start) is None
    return last if near and _SAYS_BEHIND.match(folded, around.outer.end) is not None else None


def _whose_text(folded: str, around: Around, lead: tuple[Mention, ...], tail: tuple[Mention, ...]) -> Mention | None:
    """``Reisliğin raporunda “…” yazıyor``: a text's owner, where nobody else could be the subject."""
    last = lead[-1] if lead else None
    if last is None or last.case is not Case.GENITIVE or any(one.case is Case.NOMINATIVE for one in tail):
        return None
    found = _IN_TEXT.match(folded, last.span.end, around.outer.start)
    if found is None or container_pattern().match(folded, found.start("text")) is None:
        return None
    return last if _STANDS.match(folded, around.outer.end) is not None else None


def _of_nominalised(folded: str, around: Around, lead: tuple[Mention, ...]) -> Mention | None:
    """``Ali Bey'in “…” dediğini``, ``Veli, Ali Bey'in şöyle dediğini yazar: “…”``: of two who say, the nearer one."""
    announced = _ANNOUNCED.search(folded, around.lead.start, around.outer.start)
    if announced is None and _NOMINALISED.match(folded, around.outer.end) is None:
        return None
    end = announced.start() if announced is not None else around.outer.start
    subjects = (one for one in reversed(lead) if one.span.start < end and not is_concerned(folded, one))
    last = next((one for one in subjects if one.case in (Case.GENITIVE, Case.NOMINATIVE)), None)
    return last if last is not None and last.case is Case.GENITIVE else None


def _talked_with(folded: str, around: Around, mentions: Callable[[Span], tuple[Mention, ...]]) -> Mention | None:
    """``Ali Bey'le konuştum. “…” dedi.``, ``Ali Bey'e sordum. Bana dedi ki: “…”``"""
    if not around.same or not around.earlier or mentions(around.lead):
        return None
    said = _SAID_THEN.fullmatch(folded, around.lead.start, around.lead.end)
    if said is None and _SAID.match(folded, around.outer.end) is None:
        return None
    if said is None and any(one.case is Case.NOMINATIVE for one in mentions(around.tail)):
        return None
    before = around.earlier[0]
    for one in reversed(mentions(before)):
        if _WITH.match(folded, one.span.end, before.end) or _TO.match(folded, one.span.end, before.end):
            return one
    return None


def _answering(folded: str, around: Around, lead: tuple[Mention, ...]) -> Mention | None:
    """``Ali Bey'e sorduğunda “…” yanıtını aldı``, ``Ali Bey'den “…” cevabını aldı``: whoever is asked answers."""
    if _ANSWER.match(folded, around.outer.end) is None:
        return None
    for one in reversed(lead):
        asked = one.case is Case.DATIVE and _ASKED_OF.match(folded, one.span.end, around.outer.start)
        if one.kind in _ANSWERING and (asked or one.case is Case.ABLATIVE):
            return one
    return None


def _interviewed(folded: str, around: Around, lead: tuple[Mention, ...]) -> Mention | None:
    """``Sevim Hanım'la yapılan röportajda … anlatıyor: “…”``: whoever an interview is with speaks in it."""
    if any(one.case is Case.NOMINATIVE and one.kind is Kind.PERSON for one in lead):
        return None
    found = (one for one in lead if _WITH_WHOM.match(folded, one.span.end, around.outer.start))
    return next(found, None)


def _signing(folded: str, around: Around, lead: tuple[Mention, ...]) -> Mention | None:
    """``Ali Bey imzalı haberin sonunda açıklanıyordu: “…”``: whoever signed the text in which the words stand."""
    last = lead[-1] if lead else None
    if last is None or last.case is not Case.NOMINATIVE or last.kind is not Kind.PERSON:
        return None
    found = _SIGNED_BY.match(folded, last.span.end, around.outer.start)
    return last if found is not None else None


def _parted(text: str, folded: str, around: Around, lead: tuple[Mention, ...]) -> Mention | None:
    """``Ali Bey, Veli Paşa'nın mektubuna cevabında … ekliyordu: “…”``: a comma parts a subject from a verb far off.

    It opens the sentence, and nobody else in it is a nominative; of "… dediğini yazar:" the words are another's.
    """
    first, *others = lead or (None,)
    opens = first is not None and not folded[around.lead.start : first.span.start].strip()
    if first is None or not opens or first.kind not in _SPEAKERS or first.case is not Case.NOMINATIVE:
        return None
    if any(one.case is Case.NOMINATIVE for one in others) or _PARTED.match(folded, first.span.end) is None:
        return None
    announced = text[around.lead.start : around.outer.start].rstrip()[-1:] in (":", ";")
    said_of = _SAID_OF.search(folded, first.span.end, around.outer.start)
    return first if others and announced and said_of is None else None


def grammatical_subject(
    text: str, folded: str, around: Around, mentions: Mentions, is_quoted: Callable[[Mention], bool]
) -> Mention | None:
    """The subject of the saying where the sentence leaves no choice; `is_quoted` bars what other quotations hold.

    >>> from tanik.core.fold import fold
    >>> from tanik.facts.quotations.around import Parted
    >>> from tanik.page.model import Page, Source
    >>> text = "“Yol açıldı” diyen muhtara vali güldü."
    >>> held = Mentions(Page("p1", Source("0", "text/plain"), text, ()), (), fold(text))
    >>> around = Parted(text).around(Span(0, 12), (Span(0, len(text)),))
    >>> grammatical_subject(text, fold(text), around, held, lambda one: False).name
    'muhtar'
    """

    def within(stretch: Span) -> tuple[Mention, ...]:
        return tuple(one for one in mentions.within(stretch.start, stretch.end) if not is_quoted(one))

    lead = within(around.lead)
    behind = _Behind(text, folded, around, within(around.tail))
    led = any(one.case is Case.NOMINATIVE and one.kind in _SPEAKERS for one in lead)
    return (
        behind.sayer()
        or _answering(folded, around, lead)
        or _beside(folded, around, lead)
        or behind.of_next_verb(led)
        or _of_nominalised(folded, around, lead)
        or _parted(text, folded, around, lead)
        or _whose_text(folded, around, lead, within(around.tail))
        or _signing(folded, around, lead)
        or _interviewed(folded, around, lead)
        or _talked_with(folded, around, within)
    )
