"""Who is named below the words: a source line, a signature, a name in parentheses.

Comes in: the page's text, its names and citations, and the place of the words. Goes out: the name that stands there.
Whoever quotes a paragraph on its own says below it whose it is (``— İsmet İnönü, Hatıralar``), and a letter is signed.
Such lines often are bylines or citations, in which no names are looked for; their words are looked up in the table.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Citation, Name
from tanik.facts.quotations.words import alternation
from tanik.facts.tables import rows

__all__ = ["known_names", "known_person", "named_below", "signed_within", "source_line", "undersigned", "with_office"]

_DASHED: Final = re.compile(r"[ \t”\"»’'.)]*\n*[ \t]*[(\[]?[ \t]*(?:[—–]|--?)[ \t]*(?=\w)")
_BRACKETED: Final = re.compile(r"[ \t”\"»’'.]*\n*[ \t]*[(\[][ \t]*(?=\w)")
_SIGNED: Final = re.compile(r"[ \t”\"»’'.]*\n+[ \t]*(?=\w)")
# "Salih Korkmaz (Liman Başkanı)" as a whole line
_WITH_OFFICE: Final = re.compile(
    r"[^\S\n]*(?P<name>(?:[^\W\d_a-zçğıöşüə][^\W\d_]*\.?[ -]){1,4}[^\W\d_a-zçğıöşüə][^\W\d_]*)\s{0,4}"
    r"\([^()\d\n]{3,120}\)[^\S\n]*(?:\n|\Z)"
)
_PERSON_WORDS: Final = re.compile(r"(?:[^\W\d_a-zçğıöşüə][^\W\d_]*\.?[ -]?){1,5}")
_LINE: Final = re.compile(r"[^\n]*")
_SPEECH_ENDS: Final = ".!?:;…"
_MOST_SIGNED: Final = 6
_MOST_BARE: Final = 3
_FEWEST_LINES: Final = 2
_ABOVE: Final = 200  # letters over a paragraph in which the line above it is looked at
_RANK: Final = 40  # letters of an office between "altında" and the name
_UNDER: Final = re.compile(r"[”\"»’'.!?]*\s+(?:Altında(?:ki)?|Altta|Sonunda|Altındaki imza)\b\s*")
_NAMED_THERE: Final = re.compile(r"['’]?n?[ıiuü]n\s(?:adı|ismi|imzası|mührü|soyadı)\b")
_MOST_SIGNATURE_LINES: Final = 4
_AROUND: Final = "> \t“”\"»’'."  # with the mark that e-mail and Markdown put before quoted lines
# "Ankara, 12 Mart 1921", "5.5.1935": place and day under a signature.
_DATELINE: Final = re.compile(r"(?:[^\W\d_][^\W\d_]*,?\s){0,2}\d[\d./ ]*(?:[^\W\d_]+\s\d{3,4})?")


@cache
def _people() -> dict[str, str]:
    held: dict[str, str] = {}
    for row in rows("people.csv"):
        for form in (row["name"], *row["aliases"].split(";")):
            held.setdefault(fold(form.strip()), row["name"])
    return held


@cache
def known_names() -> frozenset[str]:
    """The canonical names of the table of persons."""
    return frozenset(_people().values())


def known_person(words: str) -> str | None:
    """The person whom the table knows by `words`.

    >>> known_person("İsmet Paşa"), known_person("Bilinmez Kişi")
    ('İsmet İnönü', None)
    """
    return _people().get(fold(words.strip(" .,")))


def _read(text: str, start: int, names: tuple[Name, ...]) -> tuple[str, Span] | None:
    """The person whose name begins at `start`: one of the page's names, or capital words of which the table knows the
    first ones."""
    for name in names:
        if start <= name.span.start <= start + 1:
            return name.name, name.span
    match = _PERSON_WORDS.match(text, start)
    if match is None:
        return None
    words = match.group().split()
    for count in range(len(words), 0, -1):
        held = " ".join(words[:count])
        known = known_person(held)
        if known is not None:
            return known, Span(start, start + len(held))
    return None


def source_line(text: str, outer: Span) -> Span | None:
    """The line below the words that opens with a dash and says where they stand, without the dash; else None.

    >>> text = "“Yol açıldı.”\\n— Ali Bey, Hatıralar"
    >>> source_line(text, Span(0, 13)).of(text)
    'Ali Bey, Hatıralar'
    """
    match = _DASHED.match(text, outer.end)
    if match is None or match.group().count("\n") > 2:
        return None
    line = _LINE.match(text, match.end())
    return Span(match.end(), line.end()) if line is not None else None


def _dashed(text: str, outer: Span, names: tuple[Name, ...]) -> tuple[str, Span] | None:
    line = source_line(text, outer)
    if line is None or len(line) > 160:
        return None
    found = _read(text, line.start, names)
    if found is not None:
        return found
    words = _PERSON_WORDS.match(text, line.start)
    whole = words is not None and (words.end() == line.end or text[words.end()] in ",(")
    if words is None or not whole or len(words.group().split()) < 2:
        return None
    span = Span(line.start, line.start + len(words.group().rstrip()))
    return span.of(text), span


def _signed(text: str, outer: Span, names: tuple[Name, ...]) -> tuple[str, Span] | None:
    """A line right below that is a name and, at most, an office: the signature of a letter or telegram."""
    match = _SIGNED.match(text, outer.end)
    if match is None or match.group().count("\n") > 2:
        return None
    line = _LINE.match(text, match.end())
    words = line.group().rstrip() if line is not None else ""
    if not words or words[-1] in _SPEECH_ENDS or len(words.split()) > _MOST_SIGNED:
        return None
    end = match.end() + len(words)
    for name in names:
        if name.span.start >= end:
            break
        begins = name.span.start == match.end() and text[name.span.end : name.span.end + 1] == ","
        if name.span.start >= match.end() and (begins or name.span.end == end):
            return name.name, name.span
    return None


def with_office(text: str, outer: Span) -> tuple[str, Span] | None:
    """Who stands right below a quoted paragraph as a name with an office in brackets, if nothing above gives it."""
    breaks = _SIGNED.match(text, outer.end)
    near = breaks is not None and breaks.group().count("\n") <= 2
    found = _WITH_OFFICE.match(text, breaks.end()) if breaks is not None and near else None
    head = text.rfind("\n", 0, outer.start) + 1
    above = text[max(0, head - _ABOVE) : head].rstrip().rsplit("\n", 1)[-1]
    if found is None or text[head : outer.start].strip() or above.endswith(":") or _WITH_OFFICE.fullmatch(above):
        return None
    span = Span(*found.span("name"))
    return known_person(span.of(text)) or span.of(text), span


@cache
def _office() -> re.Pattern[str]:
    """An office as the last word of folded text: ``iktisat vekili``, ``cumhurbaskani``."""
    forms = alternation(fold(row["form"]) for row in rows("roles.csv"))
    return re.compile(rf"\b{forms}(?:s?[iu]|m[iu]z)?\W*$")


def _lines_of(text: str, words: Span) -> list[Span]:
    """The lines of `words` that hold something, without blanks and marks around it."""
    found = []
    for match in re.finditer(r"[^\n]+", text[words.start : words.end]):
        line = match.group().strip(_AROUND)
        if line:
            start = words.start + match.start() + match.group().find(line)
            found.append(Span(start, start + len(line)))
    return found


def _signature(text: str, lines: list[Span]) -> Span | None:
    """The line with the name: the last one, or the one over an office ("İktisat Vekili") or over place and day."""
    left = list(lines[-_MOST_SIGNATURE_LINES:])
    while len(left) > 1 and _DATELINE.fullmatch(left[-1].of(text)):
        left.pop()
    line = left[-1] if len(lines) >= _FEWEST_LINES else None
    if line is None:
        return None
    above = left[-2] if len(left) > 1 else line
    is_name = _PERSON_WORDS.fullmatch(above.of(text)) is not None and not _office().search(fold(above.of(text)))
    return above if is_name and len(lines) > _FEWEST_LINES and _office().search(fold(line.of(text))) else line


def undersigned(text: str, outer: Span, names: tuple[Name, ...]) -> tuple[str, Span] | None:
    """Whose name the sentence behind the words says stands below them: ``Altında Haydar Bey'in adı okunuyor``.

    `names` are the persons that stand behind `outer`.
    """
    found = _UNDER.match(text, outer.end)
    if found is None:
        return None
    near = (name for name in names if found.end() <= name.span.start <= found.end() + _RANK)
    name = next((one for one in near if _NAMED_THERE.match(text, one.span.end)), None)
    return (name.name, name.span) if name is not None else None


def signed_within(text: str, words: Span, names: tuple[Name, ...]) -> tuple[str, Span] | None:
    """Who signed a letter whose signature is its last line; `names` are the persons inside `words`.

    >>> text = "Sevgili kardeşim,\\nYollar kapandı.\\nCemal"
    >>> signed_within(text, Span(0, len(text)), ())[0]
    'Cemal'
    >>> text = "Sayın Reis,\\nİşlerim izin vermedi.\\nHasan Saka\\nİktisat Vekili"
    >>> signed_within(text, Span(0, len(text)), ())[0]
    'Hasan Saka'
    """
    span = _signature(text, _lines_of(text, words))
    line = span.of(text) if span is not None else ""
    if span is None or len(line.split()) > _MOST_SIGNED or any(char.isdigit() for char in line):
        return None
    named = next((name for name in names if span.contains(name.span)), None)
    if named is not None:
        return named.name, named.span
    whole = _PERSON_WORDS.fullmatch(line) is not None and len(line.split()) <= _MOST_BARE
    return (known_person(line) or line, span) if whole else None


def _bracketed(
    text: str, outer: Span, names: tuple[Name, ...], citations: tuple[Citation, ...]
) -> tuple[str, Span] | None:
    """``“…” (Falih Rıfkı Atay, Çankaya, s. 5)``."""
    match = _BRACKETED.match(text, outer.end)
    if match is None or "\n\n" in match.group():
        return None
    found = _read(text, match.end(), names)
    if found is not None:
        return found
    for citation in citations:
        if match.end() - 1 <= citation.span.start <= match.end() and citation.author is not None:
            at = text.find(citation.author, citation.span.start, citation.span.end)
            basis = Span(at, at + len(citation.author)) if at >= 0 else citation.span
            return known_person(citation.author) or citation.author, basis
    return None


def named_below(
    text: str, outer: Span, names: tuple[Name, ...], citations: tuple[Citation, ...], *, sure: bool
) -> tuple[str, Span] | None:
    """Who is named below or right behind the words that end with `outer`, with the words that name him.

    `sure` asks for a source line or a signature; without it a name in parentheses will do, which may be only the
    author of the book in which the words stand. `names` are the persons that stand behind `outer`.

    >>> text = "“Yol açıldı.”\\n— İsmet Paşa, Hatıralar"
    >>> named_below(text, Span(0, 13), (), (), sure=True)[0]
    'İsmet İnönü'
    """
    if sure:
        return _dashed(text, outer, names) or _signed(text, outer, names) or with_office(text, outer)
    return _bracketed(text, outer, names, citations)
