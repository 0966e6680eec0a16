"""The dossier as one HTML file.

Comes in: a dossier. Goes out: one file that asks the network for nothing, is read without script, and keeps for as long
as browsers read HTML. A page may be hostile: every character of it is escaped by the template, signs that act on their
surroundings are made visible first, addresses become links only where they are plain http(s), and a content security
policy in the file forbids everything but the one style sheet and the one small script, by their digests.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tanik.compare.model import Finding
from tanik.dossier import phrases
from tanik.dossier.charts import draw_copies
from tanik.dossier.citation import cite
from tanik.dossier.collation import by_id
from tanik.dossier.columns import label_rules
from tanik.dossier.display import clean, in_line, shorten
from tanik.dossier.edtf import in_words
from tanik.dossier.grid import lay_grid
from tanik.dossier.markup import digest, environment, part
from tanik.dossier.messages import evidence, message, title_of
from tanik.dossier.model import Dossier
from tanik.dossier.reasons import in_words as reason_in_words
from tanik.dossier.summary import summary_line
from tanik.dossier.together import amount_told, naming, thing_told
from tanik.dossier.tree import phrase as tree_phrase
from tanik.dossier.view import number_findings, view_page
from tanik.dossier.whereabouts import second_of, stands_at
from tanik.dossier.words import has, number, say, table

if TYPE_CHECKING:
    from jinja2 import Environment

    from tanik.core.span import Span
    from tanik.page.model import Page

__all__ = ["to_html"]

_LANGUAGE = re.compile(r"[a-z]{2,3}")
# Three words before and behind a change are kept to show where it stands.
_RUN = re.compile(r"(\s*(?:\S+\s+){3})(.*\s)((?:\S+\s+){2}\S+\s*)", re.DOTALL)
_LEAST_FOLDED = 12


def to_html(dossier: Dossier) -> str:
    """The dossier as a self-contained HTML document, in the dossier's language.

    >>> from tanik.dossier.build import build
    >>> made = build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=())
    >>> to_html(made).startswith('<!DOCTYPE html><html lang="tr">')
    True
    """
    lang = dossier.language
    findings = number_findings(dossier)
    witnesses = by_id(dossier.witnesses)
    pages = tuple(view_page(place, report, findings, witnesses, lang) for place, report in enumerate(dossier.pages, 1))
    style, script = part("dossier.css") + label_rules(lang), part("dossier.js")
    return (
        _environment(lang)
        .get_template("dossier.html.j2")
        .render(
            dossier=dossier,
            summary=partial(summary_line, dossier, of_pages=False),
            again=partial(phrases.again, dossier),
            event_anchors={event.id: f"e{place}" for place, event in enumerate(dossier.comparison.events, 1)},
            pages=pages,
            findings=findings,
            shown_words=table("words.toml")["ui.rows_shown"][lang],
            grid=lay_grid(dossier),
            drawn=draw_copies(dossier, witnesses),
            finding_counts=Counter(page for one in findings for page in {there for _, there, _ in one.places}),
            page_numbers={view.report.page.id: view.number for view in pages},
            witness_anchors={witness.id: f"w{place}" for place, witness in enumerate(dossier.witnesses, 1)},
            style=style,
            script=script,
            style_digest=digest(style),
            script_digest=digest(script),
        )
    )


def _web_address(address: str | None) -> str:
    """`address` if it is a plain web address that may become a link, else nothing."""
    if not address or clean(address) != address or any(char.isspace() for char in address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.hostname else ""


def _foreign(language: str | None, lang: str) -> str:
    """`language` where it is the code of a language other than the dossier's, for the attribute ``lang``."""
    return language if language and language not in (lang, "und") and _LANGUAGE.fullmatch(language) else ""


def _folded(text: str) -> tuple[str, str, str]:
    """The beginning, the middle and the end of words read alike: the view of changes alone leaves the middle out."""
    found = _RUN.fullmatch(text)
    return (found[1], found[2], found[3]) if found and len(found[2]) >= _LEAST_FOLDED else (text, "", "")


@cache
def _environment(lang: str) -> Environment:
    """The templates with the words of one language; compiled once, for compiling takes longer than filling them in."""
    words: dict[str, object] = {
        "lang": lang,
        "say": partial(_say, lang),
        "has": has,
        "tree_word": lambda name: tree_phrase(f"column.{name}", lang),
    }
    return environment(words, _filters(lang))


def _filters(lang: str) -> dict[str, Callable[..., object]]:
    return {
        "word": lambda value, kind: phrases.word(kind, value, lang),
        "edtf": lambda value: in_words(value, lang),
        "reason": lambda value: reason_in_words(value, lang),
        "number": lambda value, digits=None: number(value, lang, digits),
        "amount": lambda value: phrases.amount_in_words(value, lang),
        "counted": lambda value: phrases.counted_in_words(value, lang),
        "thing_told": thing_told,
        "amount_told": lambda value: amount_told(value, lang),
        "told_values": lambda value: phrases.values_in_words(value, lang),
        "told_in_order": phrases.roles_in_order,
        "question": lambda statement, name: phrases.question(statement, name, lang),
        "role": lambda value, report: phrases.role_in_words(value, lang, report),
        "date": lambda value: phrases.date_in_words(value, lang),
        "problem": lambda value: phrases.problem_in_words(value, lang),
        "voice": lambda value, report: phrases.voice_in_words(value, lang, report),
        "naming": naming,
        "chance": lambda value: phrases.chance_in_words(value, lang),
        "searched": lambda value: phrases.searched_in_words(value, lang),
        "leaf": lambda span, page: stands_at(page, span, lang),
        "at_second": _at_second,
        "cite": lambda value, place=None: cite(value, lang, place),
        "evidence": lambda pair: evidence(pair[0], pair[1], lang),
        "message": lambda value: message(value, lang),
        "kind_title": lambda value: _title(value, lang),
        "shorten": shorten,
        "in_line": in_line,
        "px": round,
        "web": _web_address,
        "foreign": lambda value: _foreign(value, lang),
        "folded": _folded,
    }


def _at_second(span: Span, page: Page) -> str:
    """The address of a film with the second at which words are spoken (W3C Media Fragments), if it has one."""
    second, address = second_of(page, span), _web_address(page.source.url)
    return f"{address.partition('#')[0]}#t={second}" if address and second is not None else ""


def _say(lang: str, key: str, **details: object) -> str:
    return say(key, lang, **details)


def _title(finding: Finding, lang: str) -> str:
    return title_of(finding, lang)
