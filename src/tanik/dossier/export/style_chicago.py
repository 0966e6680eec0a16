"""The Chicago Manual of Style, 17th edition: notes and bibliography (chapter 14).

Comes in: a work. Goes out: its first note, or its entry. A document in a collected volume follows 14.111 (letters in
published collections): its day behind its title. In Turkish the marks stand as Turkish typography has them: a comma
behind the closing quotation mark.
"""

from __future__ import annotations

from tanik.dossier.export.bibliography import Work
from tanik.dossier.export.runs import (
    Run,
    american_date,
    arabic,
    dashed,
    joined,
    plain,
    quoted,
    runs,
    term,
    titled,
    year_of,
)

__all__ = ["chicago_entry", "chicago_note"]

_MOST_AUTHORS = 3


def chicago_note(work: Work, lang: str) -> tuple[Run, ...]:
    """The first note on `work`."""
    title = _title(work, lang, inside=",")
    front = joined([_spoken(work, lang), title], ", ")
    between = " " if lang == "en" and plain(front).endswith((",”", "?”", "!”")) else ", "
    parts = _note_parts(work, lang)
    if work.kind == "book":
        return joined([front + _printed(work, lang), *parts], ", ", ".")
    rest = joined(parts, ", ")
    return joined([joined([front, rest], between if plain(rest) else ", ")], "", ".") if rest else _closed(front)


def _closed(front: tuple[Run, ...]) -> tuple[Run, ...]:
    """A note of author and title alone: the comma inside the marks becomes its full stop."""
    text = plain(front)
    if text.endswith(",”"):
        return (*front[:-1], Run(front[-1].text.removesuffix(",”") + ".”"))
    return joined([front], "", ".")


def _note_parts(work: Work, lang: str) -> list[tuple[Run, ...]]:
    date, pages = american_date(work.date, lang) if work.date else "", dashed(work.pages, "–")
    match work.kind:
        case "book":
            return [runs(_place_in(work))]
        case "chapter":
            held = runs(term("chicago.in", lang), Run(work.container, italic=True))
            printed = () if work.undated_print else _printed(work, lang)
            return [runs(date if work.undated_print else ""), held + printed, runs(_place_in(work))]
        case "article-journal":
            return [_journal(work, lang, pages)]
        case "article-newspaper":
            return [runs(Run(work.container, italic=True)), runs(_issue(work, lang)), runs(date), runs(pages)]
        case "webpage":
            when = date or (_accessed(work, lang, "chicago.accessed") if work.accessed else "")
            return [runs(work.container), runs(when), runs(work.url)]
        case _:
            return [runs(date), runs(work.location), runs(work.archive), runs(work.url)]


def chicago_entry(work: Work, lang: str) -> tuple[Run, ...]:
    """The entry of `work` in a bibliography."""
    return joined([_listed(work, lang), _title(work, lang), *_entry_parts(work, lang)], ". ", ".")


def _entry_parts(work: Work, lang: str) -> list[tuple[Run, ...]]:
    date, pages = american_date(work.date, lang) if work.date else "", dashed(work.pages, "–")
    match work.kind:
        case "book":
            volume = term("chicago.volume", lang, value=arabic(work.volume)) if work.volume else ""
            return [runs(volume), runs(_imprint(work, lang))]
        case "chapter":
            held = runs(term("chicago.In", lang), Run(work.container, italic=True))
            held = joined([held, runs(_place_in(work))], ", ")
            printed = "" if work.undated_print else _imprint(work, lang)
            return [runs(date if work.undated_print else ""), held, runs(printed), runs(work.url)]
        case "article-journal":
            return [_journal(work, lang, pages)]
        case "article-newspaper":
            return [joined([runs(Run(work.container, italic=True)), runs(_issue(work, lang)), runs(date)], ", ")]
        case "webpage":
            site = joined([runs(work.container), runs(date)], ", ")
            seen = "" if date or not work.accessed else _accessed(work, lang, "chicago.Accessed")
            return [site, runs(seen), runs(work.url)]
        case _:
            return [runs(date), runs(work.location), runs(work.archive), runs(work.url)]


def _accessed(work: Work, lang: str, key: str) -> str:
    return term(key, lang, date=american_date(work.accessed, lang))


def _title(work: Work, lang: str, inside: str = ".") -> tuple[Run, ...]:
    if work.kind == "article-newspaper" and not work.title:
        return ()
    if work.kind == "book":
        return runs(Run(titled(work, lang), italic=True))
    return runs(quoted(titled(work, lang), inside if lang == "en" else ""))


def _spoken(work: Work, lang: str) -> tuple[Run, ...]:
    names = [author.plain for author in work.authors]
    if len(names) > _MOST_AUTHORS:
        return runs(f"{names[0]} {term('chicago.others', lang)}")
    return runs(_series(names, lang))


def _listed(work: Work, lang: str) -> tuple[Run, ...]:
    """The first author with the family name in front."""
    if not work.authors:
        return ()
    first, *others = work.authors
    turned = f"{first.family}, {first.given}" if first.given else first.family
    names = [turned, *(author.plain for author in others)]
    if len(names) == 2 and lang == "en":
        return runs(f"{names[0]}, {term('chicago.and', lang)} {names[1]}")
    return runs(_series(names, lang))


def _series(names: list[str], lang: str) -> str:
    if len(names) < 2:
        return "".join(names)
    comma = "," if lang == "en" and len(names) > 2 else ""
    return f"{', '.join(names[:-1])}{comma} {term('chicago.and', lang)} {names[-1]}"


def _imprint(work: Work, lang: str) -> str:
    """Place: publisher, year."""
    house = ": ".join(part for part in (work.place, work.publisher) if part)
    return ", ".join(part for part in (house, year_of(work) or term("chicago.undated", lang)) if part)


def _printed(work: Work, lang: str) -> tuple[Run, ...]:
    return runs(f" ({_imprint(work, lang)})")


def _place_in(work: Work) -> str:
    """Volume and pages: 2:13–14."""
    return ":".join(part for part in (arabic(work.volume), dashed(work.pages, "–")) if part)


def _issue(work: Work, lang: str) -> str:
    return term("chicago.issue", lang, value=work.issue) if work.issue else ""


def _journal(work: Work, lang: str, pages: str) -> tuple[Run, ...]:
    name = runs(Run(work.container, italic=True), f" {work.volume}" if work.volume else "")
    year = runs(f" ({year_of(work)})" if work.date else "", f": {pages}" if pages else "")
    return joined([name, runs(_issue(work, lang))], ", ") + year
