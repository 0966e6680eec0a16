"""One clause of an article: what its predicate lays down, and which of its words say what is laid down.

Comes in: a sentence of an article. Goes out: its clauses, each with its deed, or None where its predicate lays nothing
down. Only the end of a Turkish clause and the modal or performative verb of an English one are asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import readings
from tanik.core.span import Span
from tanik.facts.model import Role

__all__ = ["Deed", "Piece", "as_infinitive", "deed_in", "pieces_of"]

# all folded; a future that "ve" or a comma joins to the next predicate ends a clause, one before a future does not
_PARTED: Final = re.compile(
    r"(?P<mark>;)\s*|[ae]c[ae]k(?:t[iu]r?|d[iu]r)?(?:l[ae]r)?(?:d[iu])?(?P<joint>,| ve(?=\s)) *(?![^\W\d]+[ae]c[ae]k)"
)
_DOES: Final = (
    r"(?:ed(?:er|iyor|ir)|eyler|eyliyor|et(?:mekte(?:dir)?|mistir|misdir)|olur|olmustur"
    r"|olunur|olunmustur|edil(?:ir|mistir)|eleyir|verir|veriyor|goturur)(?:l[ae]r)?(?:d[iu])?"
)
_PROMISE: Final = re.compile(
    rf"\b(?:(?:kabul ve )?(?:taahhu[dt]|teehhu[dt]|tekeffu?l|vaa?[dt]|soz|garanti|temin|deruhte)(?: ve \w+)? {_DOES}"
    r"|(?:yukumlenir|ustlenir|(?:uzerine|ustune) alir|(?:ohdesine|uzerine) goturur)(?:l[ae]r)?)$"
)
_REFUSE: Final = re.compile(
    rf"\b(?:(?:feragat|imtina) {_DOES}|vaz ?gec(?:er|ir|mistir|iyor)(?:l[ae]r)?(?:d[iu])?|el cekir(?:ler)?"
    r"|(?:kabul|kebul) et(?:mez|mir)(?:ler)?|tanima(?:z|yir)(?:lar)?)$"
)
_ACCEPT: Final = re.compile(
    rf"\b(?:(?:kabul|kebul|razi|muvafakat|mutabik|tasdik|raziliq|razilik)(?: ve \w+)? {_DOES}"
    r"|(?:benimser|benimsiyor|onaylar|onayliyor|tanir|taniyir|taniyor|uygun gor(?:ur|uyor))(?:l[ae]r)?(?:d[iu])?)$"
)
_SAY: Final = re.compile(rf"\b(?:(?:beyan|ilan|teyi[dt]) {_DOES}|bildirir(?:l[ae]r)?)$")
_SAYS: Final = ((_PROMISE, "promise"), (_REFUSE, "refuse"), (_ACCEPT, "accept"), (_SAY, "say"))
_TO_BE: Final = re.compile(
    r"[ae]c[ae]k(?:t[iu]r?|d[iu]r)?(?:l[ae]r)?(?:d[iu]r?)?$|m[ae]l[iu](?:d[iu]r)?(?:l[ae]r)?(?:d[iu]r)?$"
    r"|m[ae]k (?:zorunda|mecburiyetinde)(?:d[iu]r)?(?:l[ae]r)?$"
    r"|m[ae][yg][ae] (?:mecbur|yukumlu|borclu)(?:d[iu]r)?(?:l[ae]r)?$"
)
_IS: Final = re.compile(
    r"(?:[iu]l|[aeiu]n|[^\Wl][iu]n)(?:[iu]r(?:l[ae]r)?|[iu]yor(?:l[ae]r)?(?:d[iu])?)$|\b(?:verir|odeyir|oder|birakir|olusturur)(?:l[ae]r)?$"
)
_CANNOT: Final = re.compile(r"(?:[ae]m[ae]|[iu]lm[ae]|[aeiu]nm[ae])z(?:l[ae]r)?$")
_NOT: Final = re.compile(r"m[ae]y[ae]c[ae]k\w*$|m[ae]m[ae]l[iu]\w*$|m[ae]z(?:l[ae]r)?$|\bnot$")
_ENDED: Final = re.compile(
    r"\b(?:kaldirilmistir|(?:ilga|lagv|legv|fesh) ?(?:ed|ol|kil)\w*m[iu][sş]t[iu]r|kaldirildi|mulgadir)$"
)
_FOUNDED: Final = re.compile(r"\b(?:kurulmustur|(?:teskil|ihdas|tesis) (?:ed|ol)\w*m[iu]st[iu]r)$")
_MODAL: Final = re.compile(r"\b(?:shall|vill|must|is to|are to)(?: (?P<negated>not|never))?\b")
_ENGLISH: Final = (
    (
        re.compile(
            r"\b(?:undertakes?|engages?|pledges?|binds?)(?: (?:itself|himself|themselves))?(?:, [^,]{3,90},)?"
            r"(?: not)? (?:to|that)\b"
        ),
        "promise",
    ),
    (re.compile(r"\b(?:(?:mutually )?agrees?(?: not)? (?:to|that)|consents? to|accepts?|recogni[sz]es?)\b"), "accept"),
    (re.compile(r"\b(?:renounces?|vaives?)\b"), "refuse"),
    (re.compile(r"\bdeclares? that\b"), "say"),
)
_BE_DONE: Final = re.compile(r" (?:also |thereupon )?be \w+(?:ed|en|id|un|ovn|ut|t)\b")
_GIVES: Final = re.compile(
    r"\b(?:ver|ode|gonder|teslim|iade|devred|birak|terk|tediye|ita|tevdi|kaytar"
    r"|pay|paid|give|deliver|cede|hand|transfer|return|restor|surrender)"
)
_NOMINAL: Final = re.compile(
    r"(?P<deed>m[ae])[yg][iu]\b|(?P<fact>d[iu]g[iu]|[ae]c[ae]g[iu])n[iu]\b|(?P<to>m[ae])[yg][ae]\b"
    r"|(?P<its>m[ae]s[iu])n[iua]\b|(?P<kindred>m[ae])[kg][iu]\b|(?P<off>l[ae]r[iu])nd[ae]n$|(?P<many>l[ae]r)[iu]$|(?P<name>[^\W\d])['’][yn]?[iu]$"
)
_FUTURE: Final = re.compile(r"y?[ae]c[ae]k(?:t[ıi]r?)?(?:l[ae]r)?(?:d[ıi]r?)?$")
_HEAD: Final = re.compile(
    r"(?:the )?(?:(?:imperial|royal|provisional) )?(?:(?:government|republic|kingdom|empire|state) of )?(?:the )?"
)
_OPENER: Final = re.compile(r"(?:(?:is)?bu \w+ (?:geregince|uyarinca|mucibince|ile),? )?")
_CONNECTIVE: Final = re.compile(r"(?:ancak|fakat|lakin|ayrica|keza|bundan baska|hovever|moreover),? ")
_BEFORE: Final = re.compile(r", |d[iu]g[iu]nd[ae]n |[ae]r[ae]k ")  # what stands before the object: why, how
_PARTICLE: Final = re.compile(r",? (?:de|da|dahi|ise),? ")
_PASSIVE: Final = re.compile(r"[iu]l$|[^y][iu]n$|[ae]n$|olun$|edil$")
_CLOSE: Final = " \t\n.;:,!…)”\"'»"
_OPEN: Final = " \t\n,;:–—-“\"'"
_NEAR: Final = 40  # characters before the end of a clause in which its deed stands
_LEAST: Final = 4  # letters of what is agreed to
_TAIL: Final = 4  # words that may stand between what is agreed and its verb: "ilke olarak"


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause of an article with its folded words."""

    text: str
    span: Span
    folded: str
    english: bool

    @property
    def opening(self) -> int:
        """How many characters in a state's name may begin: behind "The Government of", "Bu antlaşma gereğince,"."""
        match = (_HEAD if self.english else _OPENER).match(self.folded)
        return match.end() if match is not None else 0

    def placed(self, found: re.Match[str]) -> Span:
        """The span on the page of what was found in the folded words."""
        return Span(self.span.start + found.start(), self.span.start + found.end())


@dataclass(frozen=True, slots=True)
class Deed:
    """What a clause lays down.

    `performed` deeds are done by saying so, by whoever stands first; of those that are still to be done the `whole`
    clause says which, and whoever stands first does them where `active`. `gives` says that something changes hands,
    `negated` that it is not to be done, `ends` that something is abolished or founded by the article itself.
    """

    action: str
    piece: Piece
    verb: Span
    performed: bool = False
    active: bool = False
    gives: bool = False
    negated: bool = False
    ends: bool = False

    def thing(self, low: int, *, told: bool) -> Role | None:
        """What is promised, accepted or laid down; `low` is where the words behind the doer begin, who is `told`."""
        piece = self.piece
        particle = _PARTICLE.match(piece.folded, low - piece.span.start) if low > piece.span.start else None
        low = piece.span.start + particle.end() if particle is not None else low
        if self.ends:
            grounds = [0, *(one.end() for one in _BEFORE.finditer(piece.folded, 0, self.verb.start - piece.span.start))]
            return _filled(piece.text, Span(piece.span.start + grounds[-1], self.verb.start), 1)
        if self.performed and piece.english:
            return _filled(piece.text, Span(self.verb.end, piece.span.end), 1)
        if self.performed:
            span = _trimmed(piece.text, Span(low, self.verb.start))
            return _without_case(piece.text, span) if len(span) > _LEAST else None
        thing = _filled(piece.text, Span(low, piece.span.end), 2)
        deed = told and not piece.english
        return Role(thing.span, thing.text, as_infinitive(thing.text)) if thing is not None and deed else thing


def pieces_of(text: str, sentence: Span, language: str) -> Iterator[Piece]:
    """The clauses of a sentence: what semicolons part, and what is joined behind a future.

    >>> text = "Köprü açılacak ve geçişten para alınmayacaktır; yol iki tarafındır."
    >>> [piece.span.of(text) for piece in pieces_of(text, Span(0, len(text)), "tr")]
    ['Köprü açılacak', 'geçişten para alınmayacaktır', 'yol iki tarafındır']
    """
    folded = fold(sentence.of(text))
    english, low = language == "en", 0
    for found in [*_PARTED.finditer(folded), None]:
        if found is not None and english and found["mark"] is None:
            continue
        high = len(folded) if found is None else found.start("mark" if found["mark"] else "joint")
        span = _trimmed(text, Span(sentence.start + low, sentence.start + high))
        if (joint := _CONNECTIVE.match(fold(span.of(text)))) is not None:
            span = Span(span.start + joint.end(), span.end)
        if len(span):
            yield Piece(text, span, fold(span.of(text)), english)
        low = found.end() if found is not None else high


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _OPEN:
        start += 1
    while end > start and text[end - 1] in _CLOSE:
        end -= 1
    return Span(start, end)


def _filled(text: str, span: Span, least: int) -> Role | None:
    """A role of at least so many words."""
    told = _trimmed(text, span)
    return Role(told, told.of(text)) if len(told.of(text).split()) >= least else None


def deed_in(piece: Piece, *, law: bool) -> Deed | None:
    """What the predicate of a clause lays down; None where it lays down nothing.

    >>> def told(text: str) -> str | None:
    ...     (piece,) = pieces_of(text, Span(0, len(text)), "tr")
    ...     deed = deed_in(piece, law=False)
    ...     return deed.action if deed else None
    >>> told("Taraflar esirleri iade etmeyi taahhüt eder."), told("Köprü açık tutulacaktır."), told("Köprü taştandır.")
    ('promise', 'promise', None)
    """
    return _english(piece, law=law) if piece.english else _turkish(piece, law=law)


def _turkish(piece: Piece, *, law: bool) -> Deed | None:
    """What the end of a Turkish or Azerbaijani clause lays down."""
    folded = piece.folded
    gives = _GIVES.search(folded[-_NEAR:]) is not None
    for pattern, action in _SAYS:
        if (verb := pattern.search(folded)) is not None:
            return Deed(action, piece, piece.placed(verb), performed=True, gives=gives)
    for pattern, action in ((_ENDED, "abolish"), (_FOUNDED, "found")):
        if law and (verb := pattern.search(folded)) is not None:
            return Deed(action, piece, piece.placed(verb), ends=True)
    bound = _TO_BE.search(folded) or _CANNOT.search(folded)
    verb = bound or _IS.search(folded)
    if verb is None:
        return None
    # "üçüncü maddede sayılır": the aorist of a treaty only says how things stand
    action = "order" if law else "promise" if bound or gives else "accept"
    active = _is_active(piece) and action == "promise"
    negated = _NOT.search(folded) is not None
    return Deed(action, piece, piece.placed(verb), active=active, gives=gives, negated=negated)


def _is_active(piece: Piece) -> bool:
    """Whether the last verb is no passive, so that who stands first does it."""
    last = piece.folded.split()[-1]
    stem = re.sub(r"(?:m?[ae]?y?[ae]c[ae]k|m[ae]l[iu]|[iu]r).*$", "", last)
    return stem == "bulun" or _PASSIVE.search(stem) is None  # "yardımda bulunacak"


def _english(piece: Piece, *, law: bool) -> Deed | None:
    """What the performative or modal verb of an English clause lays down, whichever stands first."""
    folded = piece.folded
    modal = _MODAL.search(folded)
    for pattern, action in _ENGLISH:
        verb = pattern.search(folded)
        if verb is not None and (modal is None or verb.start() < modal.start()):
            behind = folded[verb.end() : verb.end() + _NEAR]
            negated = " not " in verb.group()
            end = piece.span.start + (verb.start() + verb.group().rindex("not") if negated else verb.end())
            return Deed(
                action,
                piece,
                Span(piece.span.start + verb.start(), end),
                performed=True,
                gives=_GIVES.match(behind.lstrip()) is not None,
                negated=negated,
            )
    if modal is None:
        return None
    behind = folded[modal.end() :]
    passive = _BE_DONE.match(behind) is not None
    gives = _GIVES.match(behind.lstrip()) is not None and not passive
    negated = modal["negated"] is not None
    action = "order" if law else "promise"
    return Deed(action, piece, piece.placed(modal), active=not passive and not law, gives=gives, negated=negated)


def _without_case(text: str, span: Span) -> Role:
    """What is agreed to, without the case that the verb asks: "tanımamayı" is "tanımama" (GK 8.5.1)."""
    found = list(_NOMINAL.finditer(fold(span.of(text))))
    last = found[-1] if found else None
    if last is None or len(text[span.start + last.end() : span.end].split()) > _TAIL:
        return Role(span, span.of(text))
    group = next(name for name, value in last.groupdict().items() if value is not None)
    cut = Span(span.start, span.start + last.end(group))
    return Role(cut, cut.of(text))


def as_infinitive(words: str) -> str | None:
    """What somebody is to do, as the infinitive of its verb.

    >>> as_infinitive("borcu ödeyecektir"), as_infinitive("bu hakkı bırakmayacaklardı"), as_infinitive("sancağı verir")
    ('borcu ödemek', 'bu hakkı bırakmamak', None)
    """
    *before, verb = words.split()
    ending = _FUTURE.search(verb)
    if ending is None or not before:
        return None
    root = verb[: ending.start()]
    lemmas = {one.lemma for one in readings(verb) if one.part == "Verb"}
    root = root[:-1] + "t" if root.endswith("d") and root not in lemmas and root[:-1] + "t" in lemmas else root
    return " ".join((*before, root + ("mak" if "a" in ending.group() else "mek")))
