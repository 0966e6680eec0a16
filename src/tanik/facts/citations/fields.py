"""One entry of a list of sources (or a note, or a parenthesis) taken apart.

Comes in: the words of one entry and the Gregorian years of the dates in it. Goes out: a `Citation` of these words
alone, or None where they show no source. Turkish notes (Author, Title, Publisher, Place Year, s. 12), Chicago and APA
lists are read by the same steps: what is marked comes off first (pages, volume, year with place, publisher), and what
is left is author, title and container in that order.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import readings
from tanik.core.span import Span
from tanik.facts.citations.tables import (
    archive_codes,
    archive_pattern,
    is_journal,
    is_known_newspaper,
    is_newspaper,
    words_of,
)
from tanik.facts.model import Citation, CitationKind

__all__ = ["read_entry"]

_URL: Final = re.compile(r"(?:https?://|www\.)[^\s,;()<>“”]+")
_PAGES: Final = re.compile(
    r"\b(?:sayfalar|sayfa|sahife|syf|say|sah|ss|sf|sh|s|səh|сәһ|с|pp|p|pages?)\b\.?\s*"
    r"(\d+(?:\s*[-–]\s*\d+)?(?:\s*,\s*\d+(?:\s*[-–]\s*\d+)?)*)(?!\s*(?:sayılı|numaralı))",
    re.IGNORECASE,
)
_RANGE_AT_END: Final = re.compile(r"[:,]\s*(\d{1,4}\s*[-–]\s*\d{1,4})\s*\.?\s*$")
_VOLUME: Final = re.compile(r"\b(?:cilt|cild|c|vol|v|ҹ)\b\.?\s*([IVXLC]+|\d+)\b", re.IGNORECASE)
_ISSUE: Final = re.compile(
    r"(?:\b(?:sayı|say|sa|no|nr|nu|number|issue)\b\.?|№|#)\s*:?\s*(\d+(?:[-/]\d+)?)", re.IGNORECASE
)
_VOLUME_ISSUE: Final = re.compile(r"(?:,|\s)\s*(\d{1,3})\s*(?:\((\d+(?:[-/]\d+)?)\))?(?=\s*[,(:])")
_YEAR: Final = re.compile(r"(?<![\d/-])(1[2-9]\d\d|20\d\d)(?![\d/]|\.\d|[-–]\d)")
_CASE_YEAR: Final = re.compile(r"(?:\b|(?<=/))(?:(18[4-9]\d|19\d\d)/\d+\s*[EK]\.|\d+/(18[4-9]\d|19[0-6]\d)\b)")
_QUOTED: Final = re.compile(r"[“\"„«]([^”\"“»]{3,200})[”\"“»]")
_IN_MARKS: Final = re.compile(r"[“\"„«][^”\"“»]*[”\"“»]")
_IN_BRACKETS: Final = re.compile(r"\([^)]*\)")
_BETWEEN_PARTS: Final = re.compile(r",\s+|(?<=[^\W\d_]{3})\.\s+|(?<=\))\.\s+|(?<=[”\"»])\.?\s+(?=[^\W\d_])")
_FULL_DATE: Final = re.compile(
    r"\b\d{1,2}(?:\s+[^\W\d_]{3,}(?:\s?[-ı-]?\s?[^\W\d_]+)?\s+\d{2,4}|[./]\s?(?:\d{1,2}|[IVX]+)[./]\s?\d{2,4})\b"
)
_REGISTER_END: Final = re.compile(r"(?:no|nu|nr|cilt|c|defter|dosya|kutu|vr|varak)\b\.?\s*:?\s*\d", re.I)
_EDITION: Final = re.compile(r"^(?:\d+\.?\s*(?:baskı|basım|bs|b|cilt|ed)\b|çev\b|haz\b|yay\.\s*haz|ed\b|der\b)", re.I)
_SURELY_FINITE: Final = re.compile(r"(?:[dt][ıiuü](?:m|k|n|l[ae]r)?|yor\w*|m[ıiuü]ş(?:t[ıiuü]r?)?|[ae]c[ae][kğ]\w*)$")
_FINITE: Final = re.compile(r"(?:[dt][ıiuü]|yor|m[ıiuü]ş|acak|ecek|[aeıiuü]r|z|m|l[ae]r|sa|se)(?:[dt][ıiuü]r)?$")
_LEAD: Final = re.compile(r"^(?:\W*(?:krş|bkz|bk|bakınız|see|cf|ayrıca|kaynak)\b[.:]?\s*)+", re.IGNORECASE)
_CLOCK: Final = re.compile(r"\b[0-2]?\d:[0-5]\d\b(?![-–]\d)")
_DOMAIN: Final = re.compile(r"\b(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|info|example|tr|az|de|fr|uk)\b(?:/[^\s,;()]*)?")
_LOOKED_AT: Final = re.compile(r"\berisim\b|arsivlendi|\baccessed\b|\bretrieved\b|son giris")
_IMPRINT_YEAR: Final = re.compile(r",\s(?:[^\W\d_][^\d,:()]{1,25}\s)(1[2-9]\d\d|20\d\d)(?=$|[,.)])")
_SHORT_ARTICLE: Final = re.compile(r"\b(?:a\.?\s?g\.?\s?m|adı geçen makale|mezkûr makale)\b\.?", re.IGNORECASE)
_SHORT_BOOK: Final = re.compile(
    r"(?:\ba\.?\s?g\.?\s?[ekt]\b\.?|\badı geçen (?:eser|kitap|tez)\b|\baynı (?:eser|kitap|yer)\b|\bmezkûr eser\b"
    r"|\bibid\b\.?|\bop\.\s?cit\.?|\bloc\.\s?cit\.?|\bgöst\.\s?(?:yer|əsər)\b|\byenə orada\b)",
    re.IGNORECASE,
)
_NEAR_FRONT: Final = 40
_RUMI_YEARS: Final = range(1256, 1342)


def _alone(text: str) -> tuple[Span, str]:
    """The span of an entry in itself, and its words: where it stands on the page is not known here."""
    return Span(0, len(text)), text


def _year(text: str, years: tuple[int, ...]) -> int | None:
    """The year of publication: of the imprint or a full date where there is one, else the last written (Rumi + 584)."""
    imprint = list(_IMPRINT_YEAR.finditer(text))
    if years and not imprint:
        return years[-1]
    if years:
        year = int(imprint[-1].group(1))
        return year + 584 if year in _RUMI_YEARS else year
    written = [int(match.group(1)) for match in _YEAR.finditer(text)]
    if not written:
        return None
    return written[-1] + 584 if written[-1] in _RUMI_YEARS else written[-1]


def _pages(text: str) -> str | None:
    found = _PAGES.search(text) or _RANGE_AT_END.search(text)
    return re.sub(r"\s*[-–]\s*", "-", found.group(1)) if found else None


def _web(text: str, years: tuple[int, ...]) -> Citation | None:
    found = _URL.search(text) or (_DOMAIN.search(text) if _LOOKED_AT.search(fold(text)) else None)
    if not found:
        return None
    # the year beside an address is mostly the day it was looked at, which is no year of publication
    before = text[: found.start()].strip(' .,“”"')
    dated = _YEAR.search(before)
    year = int(dated.group(1)) if dated else None
    return Citation(
        *_alone(text),
        CitationKind.WEB,
        "web",
        title=before or None,
        year=year,
        url=found.group().rstrip(".,;"),
    )


def _court_or_register(text: str) -> Citation | None:
    words = fold(text).replace("'", " ").split(",")[0].split()
    if not words_of("court").isdisjoint(words) and re.search(r"\d{4}/\d+", text):
        return _named_archive(text, "court")
    if words and words[-1] in words_of("register") and "," in text and _REGISTER_END.search(text.split(",", 1)[1]):
        return _named_archive(text, "register")
    if words_of("archive").isdisjoint(fold(text).replace("'", " ").replace(",", " ").replace(":", " ").split()):
        return None
    return _named_archive(text, "archive-name") if re.search(r"\d", text) else None


def _named_archive(text: str, rule: str) -> Citation:
    """Archive, call number and pages of an entry that begins with the archive's name."""
    name, _, call = (text if ":" in text.split(",", maxsplit=1)[0] else text.replace(",", ":", 1)).partition(":")
    page = _PAGES.search(call)
    return Citation(
        *_alone(text),
        CitationKind.ARCHIVE,
        rule,
        pages=page.group(1) if page else None,
        archive=name.strip() or None,
        call_number=(call[: page.start()] if page else call).strip(" ,.;") or None,
    )


def _archive(text: str) -> Citation | None:
    """An archive by its abbreviation or name, a register, a court's file."""
    code = archive_pattern().search(text)
    if code and re.search(r"\d", text[code.end() :]):
        case = _CASE_YEAR.search(text, code.end())
        year = next((int(group) for group in (case.groups() if case else ()) if group), None)
        foreign = code.group() in {"FO", "CAB", "WO", "ADM"}
        call = text[code.start() if foreign else code.end() :].strip(" ,.:;")
        title = text[: code.start()].strip(" ,.") or None
        # in Russian archives "p." is a folder (papka)
        page = None if code.group().startswith(("AVP", "RG", "GARF", "РГ")) else _PAGES.search(call)
        return Citation(
            *_alone(text),
            CitationKind.ARCHIVE,
            "archive",
            title=title,
            year=None if foreign else year,
            pages=page.group(1) if page else None,
            archive=archive_codes()[code.group()],
            call_number=(call[: page.start()] if page else call).strip(" ,.;") or None,
        )
    named = _court_or_register(text)
    if named is None:
        return None
    case = _CASE_YEAR.search(text)
    year = next((int(group) for group in (case.groups() if case else ()) if group), None)
    return replace(named, year=year)


def _parts(text: str) -> list[str]:
    """The entry's parts between commas (and between full stops in bibliographies), parentheses kept whole."""
    bare = _IN_MARKS.sub(lambda found: found.group().replace(",", "\0"), text)
    bare = _IN_BRACKETS.sub(lambda found: found.group().replace(",", "\0"), bare)
    pieces = _BETWEEN_PARTS.split(bare)
    return [piece.replace("\0", ",").strip(" .") for piece in pieces if piece.strip(" .")]


def _newspaper(text: str, years: tuple[int, ...]) -> Citation | None:
    """``[“Title”,] Newspaper, 3 Mart 1921[, sayı 12][, s. 1]``."""
    title = _QUOTED.match(text.strip())
    rest = text.strip()[title.end() :].lstrip(" .,") if title else text.strip()
    if title and not is_newspaper((_parts(rest) or [""])[0]):
        title, rest = None, text.strip()
    parts = _parts(rest)
    if not parts:
        return None
    named = next((part for part in parts[:2] if is_newspaper(part)), None)
    short = len(parts[0].split()) <= 4 and not is_journal(parts[0]) and parts[0][:1].isupper()
    by_form = short and len(parts) > 1 and _FULL_DATE.match(parts[1]) and len(parts) <= 3 and not _ISSUE.search(rest)
    by_form = by_form and not re.search(r"\d", parts[0])  # "Temmuz 1918, 24 Ramazan 1336" are two dates
    numbered = len(parts) <= 4 and is_known_newspaper(parts[0]) and _ISSUE.search(rest)  # "Takvim-i Vekayi, nr. 3556"
    dated = bool(years) or _YEAR.search(rest) or numbered
    if not dated or not (named or by_form) or (title is None and _URL.search(text)):
        return None
    if named and not (numbered or _FULL_DATE.search(rest) or fold(named).split()[-1] in words_of("newspaper")):
        return None
    name = re.sub(r"\s*(?:gazetesi|qəzeti|гәзети)$", "", (named or parts[0]).strip('“”"«» '), flags=re.IGNORECASE)
    return Citation(
        *_alone(text),
        CitationKind.NEWSPAPER,
        "newspaper",
        author=parts[0] if named and named != parts[0] else None,
        title=title.group(1) if title else None,
        container=name,
        year=_year(rest, years),
        volume=issue.group(1) if (issue := _ISSUE.search(rest)) else None,
        pages=_pages(rest),
    )


def _article(text: str, years: tuple[int, ...]) -> Citation | None:
    """``Author, “Title”, Journal, cilt 3, sayı 5, 1949, s. 7`` and its Chicago and APA sisters."""
    quoted = _QUOTED.search(text)
    before = text[: quoted.start()] if quoted else ""
    behind = text[quoted.end() :] if quoted else text
    issue, volume = _ISSUE.search(behind), _VOLUME.search(behind)
    journal = next((part for part in _parts(behind) if is_journal(part)), None)
    serial = _VOLUME_ISSUE.search(behind) if journal or quoted else None
    if (
        not (quoted and (issue or serial or journal))
        and not (journal and (issue or serial or volume))
        and not (issue and not quoted and _serial_form(text))
    ):
        return None
    first = next(iter(_parts(behind)), None)
    container = journal or first
    author, title = before.strip(" ,.()0123456789") or None, quoted.group(1) if quoted else None
    if not quoted and container and container != next(iter(_parts(text)), None):
        lead = _parts(text[: text.find(container)])
        author, title = (lead[0], lead[-1]) if len(lead) > 1 else (None, lead[0] if lead else None)
    number = volume.group(1) if volume else serial.group(1) if serial else None
    return Citation(
        *_alone(text),
        CitationKind.ARTICLE,
        "article",
        author=author,
        title=title,
        container=re.sub(r"\s+(?:\d+|cilt.*|vol.*)$", "", container, flags=re.I) if container else None,
        year=_year(text, years),
        volume=number or (issue.group(1) if issue else None),
        pages=_pages(text),
    )


def _short_book(text: str) -> Citation | None:
    """``a.g.e., s. 12``, ``Er, a.g.e., s. 12``, ``ibid., p. 5``: a work named before, with the page now meant."""
    found = _SHORT_BOOK.search(text)
    if found is None or found.start() > _NEAR_FRONT or not (_pages(text) or len(text) <= _NEAR_FRONT):
        return None
    author = text[: found.start()].strip(" ,.") or None
    volume = _VOLUME.search(text, found.end())
    return Citation(
        *_alone(text),
        CitationKind.BOOK,
        "short-form",
        author=author,
        title=found.group(),
        volume=volume.group(1) if volume else None,
        pages=_pages(text),
    )


def _short_article(text: str, years: tuple[int, ...]) -> Citation | None:
    """``Er, a.g.m., s. 55``: an article named before."""
    found = _SHORT_ARTICLE.search(text)
    if found is None or found.start() > _NEAR_FRONT:
        return None
    author = text[: found.start()].strip(" ,.") or None
    return Citation(
        *_alone(text),
        CitationKind.ARTICLE,
        "short-form",
        author=author,
        title=found.group(),
        year=_year(text, years),
        pages=_pages(text),
    )


def _serial_form(text: str) -> bool:
    """``Demiryollar Dergisi, sayı 27, 5 Mart 1938``: a short name with a number right behind it."""
    parts = _parts(text)
    numbered = len(parts) > 1 and any(_ISSUE.match(part) or _VOLUME.match(part) for part in parts[1:3])
    return numbered and len(parts[0].split()) <= 5 and _YEAR.search(text) is not None


def _is_publisher(part: str) -> bool:
    words = fold(part).replace(":", " ").replace(".", " ").split()
    return bool(words) and not words_of("publisher").isdisjoint(words[-1:] + words[:1])


def _imprint_later(parts: list[str]) -> bool:
    return any(re.fullmatch(r"[^\W\d_][^\d]{1,25}\s(?:1[2-9]\d\d|20\d\d)", part) for part in parts)


def _book_parts(parts: list[str]) -> tuple[list[str], str | None, str | None]:
    """What is left of a book's parts once place with year and publisher are taken off."""
    left: list[str] = []
    place = publisher = None
    for index, part in enumerate(parts):
        imprint = re.fullmatch(r"\(?([^\W\d_][^\d():,]{1,25}?)(?::\s*([^,()]+))?[,\s]+\(?(1[2-9]\d\d|20\d\d)\)?", part)
        split = re.fullmatch(r"([^\W\d_][^\d():,]{1,20}):\s*([^:]+)", part)
        if imprint and index:
            place, publisher = imprint.group(1).strip(" ."), imprint.group(2) or publisher
        elif split and index and not _imprint_later(parts[index + 1 :]) and len(split.group(1).split()) <= 2:
            place, publisher = split.group(1), split.group(2)
        elif index and left and _is_publisher(part):
            publisher = part
        elif not (_PAGES.match(part) or _VOLUME.match(part) or _YEAR.fullmatch(part) or _EDITION.match(part)):
            left.append(part)
    return left, place, publisher


def _author_and_title(left: list[str]) -> tuple[str | None, str | None]:
    """Author and title of what is left of an entry: ``Surname, Name`` is one author, a title may hold commas."""
    if len(left) < 2:
        return None, left[0] if left else None
    inverted = len(left) > 2 and len(left[0].split()) == 1 and len(left[1].split()) <= 2
    cut = 2 if inverted else 1
    return ", ".join(left[:cut]), ", ".join(left[cut:])


def _book(text: str, years: tuple[int, ...]) -> Citation | None:
    """``Author, Title, Publisher, Place Year, s. 12``, Chicago and APA lists, a well-known title with a volume."""
    pages, year = _pages(text), _year(text, years)
    volume = _VOLUME.search(text) or re.search(r"\s([IVX]{1,4})\.?$", text.strip())
    known = any(title in fold(text) for title in words_of("title"))
    if not (pages or year or (known and volume)) or len(text.split()) < 2 or _is_sentence(text):
        return None
    head = text
    place: str | None = None
    imprint = re.search(r"\(([^\W\d_][^()\d:,]*?)(?::\s*([^()\d,]+))?,\s*(\d{4})\)", text)
    if imprint:
        head, place = text[: imprint.start()], imprint.group(1)
    apa = re.search(r"\((\d{4})\)\.?\s*", text)
    if apa and apa.start() < 60 and apa.start() > 3:
        left, found, publisher = _book_parts(["", *_parts(text[apa.end() :])])
        title = next((part for part in left if part), None)
        author: str | None = text[: apa.start()].strip(" ,.")
    else:
        left, found, publisher = _book_parts(_parts(head))
        author, title = _author_and_title(left)
    if not title:
        return None
    return Citation(
        *_alone(text),
        CitationKind.BOOK,
        "book",
        author=author,
        title=title,
        publisher=publisher or (imprint.group(2) if imprint else None),
        place=place or found,
        year=year,
        volume=volume.group(1) if volume else None,
        pages=pages,
    )


def _is_sentence(text: str) -> bool:
    """Whether the words are a sentence about something rather than an entry: a finite verb in small letters."""
    bare = _QUOTED.sub("", re.sub(r"\([^)]*\)", "", text))
    words = [word for word in re.findall(r"[^\W\d_]+", bare) if len(word) > 3 and word[0].islower()]
    return any(_is_finite(word) for word in words)


def _is_finite(word: str) -> bool:
    found = readings(word)
    verbs = [reading.part == "Verb" for reading in found]
    surely = any(verbs) and len(word) > 4 and _SURELY_FINITE.search(word) is not None
    return surely or (bool(verbs) and all(verbs) and _FINITE.search(word) is not None)


def read_entry(text: str, years: tuple[int, ...] = ()) -> Citation | None:
    """One entry by itself as a citation, or None; `years` are the Gregorian years of the full dates in it.

    >>> found = read_entry("Ali Er, Köprünün Öyküsü, Yaka Kitabevi, İzmir 1931, s. 12-14.")
    >>> found.author, found.title, found.publisher, found.place, found.year, found.pages
    ('Ali Er', 'Köprünün Öyküsü', 'Yaka Kitabevi', 'İzmir', 1931, '12-14')
    """
    text = _LEAD.sub("", text.strip(" \t*^•-–—"))
    text = re.sub(r"^\(|\)$", "", text) if text.count("(") != text.count(")") else text
    if len(text) < 4 or len(text) > 500 or _CLOCK.search(text) or text[0] in "©®":
        return None
    for reader in (_web, _newspaper, _short_article, _article, _book):
        archive = (_archive(text) or _short_book(text)) if reader is _newspaper else None
        found = archive or reader(text, years)
        if found is not None:
            return found
    return None
