"""The words platforms print around people's words, as patterns over the comparison form.

Comes in: a line of a page. Goes out: whether it is boilerplate, a control, a heading of sources or of comments,
and whom it names. The rows stand in `data/phrases.toml`, each with an example and its source.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.fold import fold
from tanik.core.tables import read_toml

__all__ = [
    "announces_words",
    "clean_name",
    "credited_name",
    "has_printed_place",
    "is_bare",
    "is_boilerplate",
    "is_boilerplate_folded",
    "is_caption",
    "is_citation",
    "is_closing",
    "is_comment_heading",
    "is_control",
    "is_control_folded",
    "is_date_field",
    "is_document_noun",
    "is_field",
    "is_section_heading",
    "is_sources",
    "looks_like_name",
    "named_author",
    "owner_of",
]

_TABLE: Final = read_toml("tanik.page", "phrases.toml")


def _in_comparison_form(match: str) -> str:
    """An expression with the letters that the comparison form writes otherwise (w→v, x→h, q→k); `\\w` stays."""
    return re.sub(r"(?<!\\)[wxq]", lambda letter: {"w": "v", "x": "h", "q": "k"}[letter[0]], match)


def _alternatives(expression: str) -> list[str]:
    """The alternatives of an expression at its top level."""
    parts, depth, start, at = [], 0, 0, 0
    while at < len(expression):
        sign = expression[at]
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            parts.append(expression[start:at])
            start = at + 1
        at += 2 if sign == "\\" else 1
    return [*parts, expression[start:]]


def _line_starts(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The rows that look at a line's beginning only, and those that may stand anywhere: the first are tried once."""
    rows = [part for row in _TABLE[name] for part in _alternatives(_in_comparison_form(row["match"]))]
    start = [row for row in rows if row.startswith("^")]
    anywhere = [row for row in rows if not row.startswith("^")]
    return re.compile("|".join(start)), re.compile("|".join(anywhere))


def _any(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_in_comparison_form(row['match'])})" for row in _TABLE[name]))


def _each(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_in_comparison_form(row["match"])) for row in _TABLE[name])


_PLATE_STARTS, _PLATE_WORDS = _line_starts("boilerplate")
_CONTROL: Final = _any("control")
_CAPTION: Final = _any("caption")
_COMMENT_HEADING: Final = _any("comment_heading")
_SOURCES: Final = _any("sources")
# "şöyle ki:" goes on with the writer's own words (Göksel & Kerslake 28.3), "fotoğraf şu şekilde:" shows a picture
_NO_WORDS: Final = re.compile(
    r"\b(?:soyle|var|demek) ki$|"
    r"\b(?:fotograf|gorsel|goruntu|video|harita|resim|resm)\w*\s(?:su sekilde|soyle|asagida)\w*$"
)
_ANNOUNCES: Final = _any("announces")
_DOCUMENT: Final = _any("document")
_CLOSING: Final = _any("closing")
_CITATION: Final = _any("citation")
_UPDATED: Final = _any("updated")
_SECTION_HEADING: Final = _any("section_heading")
_PRINTED_PLACE: Final = _any("printed_place")
_FIELD: Final = _any("field")
_DATE_FIELD: Final = _any("date_field")
_SUBJECT_FIELD: Final = _any("subject_field")
_AUTHOR: Final = _each("author")
_SAYS: Final = _each("says")
_OWNER: Final = _each("owner")
# Longer lines are somebody's prose, whatever phrase they contain.
_LINE: Final = 320
_CAPTION_LINE: Final = 160
_SECTION_LINE: Final = 40
_FIELD_LINE: Final = 160
# The platform's lines say what they are at once.
_HEAD: Final = 140
# Behind a speaker's name stands where the words are from: "— Falih Rıfkı Atay, Çankaya", "Nermin Örnek (1926)".
_WORK: Final = re.compile(r",\s|\s[(\[]")
_EDGES: Final = "↑↓→ \t\n,;:|·•»«–—-/()[]*^#…"
_NO_NAME: Final = re.compile(r"[!;]|\?(?:\s|$)|\.{2}|https?:|\d{5}|\b(?:ve|ile|bir|icin|the|of|and|var|yok|daha)\b")
_SENTENCE: Final = 70
_SENTENCE_END: Final = re.compile(r"[^\W\d_]{2}[.!?][”\")\]\[\d]*$")
_AFTER_NAME: Final = re.compile(r"\s-\s|,|\s{2,}|\bTarih\s*:")
_MAIL: Final = re.compile(r"\S+@\S+\.\S+")


def is_boilerplate(line: str) -> bool:
    """Whether the platform wrote the line.

    >>> is_boilerplate("Powered by phpBB"), is_boilerplate("Heyet Ankara'ya vardı.")
    (True, False)
    """
    return is_boilerplate_folded(fold(line.strip()))


def is_boilerplate_folded(folded: str) -> bool:
    """The same for a line that is in comparison form already."""
    if len(folded) >= _LINE:
        return False
    head = folded[:_HEAD]
    return _PLATE_STARTS.match(head) is not None or _PLATE_WORDS.search(head) is not None


def is_caption(folded: str) -> bool:
    """Whether a line in comparison form is the credit of a picture.

    >>> is_caption(fold("Fotoğraf: Ali Örnek")), is_caption(fold("Fotoğraf makinesi 1925'te geldi."))
    (True, False)
    """
    return len(folded) < _CAPTION_LINE and _CAPTION.search(folded) is not None


def is_control_folded(folded: str) -> bool:
    """Whether a line in comparison form is a button under a comment."""
    return len(folded) < 40 and _CONTROL.match(folded) is not None


def is_control(line: str) -> bool:
    """Whether the line is a button under a comment (`Yanıtla`)."""
    return is_control_folded(fold(line))


def is_comment_heading(line: str) -> bool:
    """Whether the line stands over a page's comments."""
    return len(line) < 200 and _COMMENT_HEADING.search(fold(line)) is not None


def has_printed_place(line: str) -> bool:
    """Whether the line says where in a printed work something stands.

    >>> has_printed_place("Ahenk, 19 Ağustos 1924, s. 2"), has_printed_place("Ahenk, 19 Ağustos 1924")
    (True, False)
    """
    return _PRINTED_PLACE.search(fold(line)) is not None


def is_field(line: str) -> bool:
    """Whether the line is a field of a form that tells of what happened, not of the page: place, who took part.

    >>> is_field("Yer: Bilecik"), is_field("Bilecik: bir köy")
    (True, False)
    """
    return len(line) < _FIELD_LINE and _FIELD.match(fold(line)) is not None


def is_date_field(line: str) -> bool:
    """Whether the line is a field that gives a day (`Tarih: 3 Mayıs 1931`), not a title ("Tarih: ne işe yarar")."""
    dated = len(line) < _FIELD_LINE and any(map(str.isdigit, line))
    return dated and _DATE_FIELD.match(fold(line)) is not None


def subject_at(line: str) -> int:
    """Where the title begins in a line that gives it as a field; 0 in any other.

    >>> subject_at("Konu: Köy düğünü"), subject_at("Köy düğünü")
    (6, 0)
    """
    match = _SUBJECT_FIELD.match(fold(line))
    return match.end() if match is not None and match.end() < len(line) else 0


def is_section_heading(line: str) -> bool:
    """Whether the line heads a part that every article has, so that it cannot be a page's title.

    >>> is_section_heading("1. GİRİŞ"), is_section_heading("Giriş kapısının tamiri")
    (True, False)
    """
    return len(line) < _SECTION_LINE and _SECTION_HEADING.match(fold(line)) is not None


def is_sources(line: str) -> bool:
    """Whether a list of sources begins with the line: a heading, or a heading and a colon."""
    return _SOURCES.match(fold(line[:90])) is not None


def announces_words(line: str) -> bool:
    """Whether the line ends with a colon and promises somebody's words.

    >>> [announces_words(f"{line}:") for line in ("Paşa kürsüden şöyle demiş", "Maddeler", "Fotoğraf şu şekilde")]
    [True, False, False]
    """
    head, colon, rest = line.rpartition(":")
    folded = fold(head[-120:]).rstrip()
    promised = _ANNOUNCES.search(folded) is not None and _NO_WORDS.search(folded) is None
    return bool(colon) and not rest.strip() and promised


def is_document_noun(line: str) -> bool:
    """Whether the line speaks of a letter, telegram or paper of state."""
    return _DOCUMENT.search(fold(line)) is not None


def is_closing(line: str) -> bool:
    """Whether the line looks like the signature under an official letter: short, an office or title, no full stop."""
    words = line.split()
    return 1 < len(words) <= 9 and line.rstrip()[-1] not in ".:;?!" and _CLOSING.search(fold(line)) is not None


def is_bare(heading: str) -> bool:
    """Whether a heading stands alone, its list below it.

    >>> is_bare("Kaynaklar:"), is_bare("Kaynak: Defter, s. 3")
    (True, False)
    """
    head, colon, rest = heading.partition(":")
    return not rest.strip() if colon else len(head) < 45


def is_citation(line: str) -> bool:
    """Whether the line reads like a reference to a work."""
    return len(line) < 500 and _CITATION.search(fold(line)) is not None


def tells_update(folded: str) -> bool:
    """Whether what stands before a time, in comparison form, says that the page was changed then.

    >>> tells_update(fold("Güncelleme: ")), tells_update(fold("Haber: "))
    (True, False)
    """
    return _UPDATED.search(folded) is not None


def looks_like_name(text: str, *, most: int = 5) -> bool:
    """Whether `text` may be a person's or a user's name: few words, no sentence."""
    words = text.split()
    return (
        0 < len(words) <= most and len(text) <= 60 and not _NO_NAME.search(fold(text)) and any(map(str.isalpha, text))
    )


def clean_name(text: str) -> str:
    """A name without the words and marks platforms put around it.

    >>> clean_name("Nermin Örnek dedi ki:"), clean_name("Nickli üyeden alıntı: Poyraz")
    ('Nermin Örnek', 'Poyraz')
    """
    name = _MAIL.sub("", text).strip(_EDGES)
    for _ in range(2):
        for pattern in _SAYS:
            match = pattern.search(fold(name))
            if match and match.end() - match.start() < len(name):
                name = (name[: match.start()] + name[match.end() :]).strip(_EDGES)
    return name


def credited_name(line: str) -> str:
    """Who is named in the line under a quotation, without the work and the year that stand behind the name.

    >>> credited_name("— Falih Rıfkı Atay, Çankaya"), credited_name("Nermin Örnek (1926)")
    ('Falih Rıfkı Atay', 'Nermin Örnek')
    """
    return clean_name(_WORK.split(clean_name(line), maxsplit=1)[0])


# "Vali köprüyü açtı": a sentence and no name, which has small letters at its end only where it has them throughout
_HEADLINE: Final = re.compile(r"[A-ZÇĞİÖŞÜƏ]\w*(?: [\w'’.]+)+ [a-zçğıöşüə]+[dt][ıiuü]$")


def named_author(line: str, folded: str | None = None) -> str | None:
    """Whom the line names as its page's or post's author, or None; `folded` is its comparison form if at hand."""
    if len(line) > _SENTENCE and _SENTENCE_END.search(line):
        return None
    folded = fold(line) if folded is None else folded
    for pattern in _AUTHOR:
        match = pattern.search(folded)
        if match:
            written = line[match.start("name") : match.end("name")]
            name = clean_name(_AFTER_NAME.split(written, maxsplit=1)[0]).strip(_EDGES)
            told = _HEADLINE.match(name)  # "Haber: Vali köprüyü açtı"
            if looks_like_name(name, most=7) and told is None:
                return name
    return None


def owner_of(site: str) -> str | None:
    """Whose page a page's name says it is (`Ayşe Örnek'in Sayfası`), or None."""
    folded = fold(site.strip())
    for pattern in _OWNER:
        match = pattern.match(folded)
        if match:
            return site.strip()[match.start("name") : match.end("name")].strip(_EDGES + "'’")
    return None
