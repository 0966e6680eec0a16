"""Text of strangers made fit to be shown.

Comes in: text of a page, a title, a path: whatever someone else wrote. Goes out: the same text in which nothing
can act on what stands around it. Marks that turn the direction of writing, terminal controls and half characters
become visible signs, because a reader who checks a page should see that they are there. Escaping for HTML or
Markdown comes after this and belongs to the form that is written.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["clean", "escape_markdown", "in_line", "shorten"]

# Unicode Standard Annex 9, table 4: embeddings, overrides and isolates reach beyond the words they stand in.
_BIDI: Final = {
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
}
_CELLS: Final = re.compile(r"(?<=\S)[ \t]*\t\s*(?=\S)")
_KEPT: Final = frozenset("\n\t")
# What formats or links wherever it stands; then what does so at the start of a line, or makes an address a link.
_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]<>#|~&$@])")
_LINE_START: Final = re.compile(r"^([-+=:]|\d{1,9}(?=[.)]))")
_ADDRESS: Final = re.compile(r"(?<=www)\.|:(?=//)|(?<=xmpp):|(?<=mailto):", re.IGNORECASE)


def _signs() -> dict[int, str]:
    """A visible sign for every character that must not be passed on."""
    signs = {code: f"⟨{name}⟩" for code, name in _BIDI.items()}
    signs |= {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in _KEPT}
    signs |= dict.fromkeys(range(0x7F, 0xA0), "\ufffd")
    signs |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    signs |= dict.fromkeys((0xFFFE, 0xFFFF, *range(0xFDD0, 0xFDF0)), "\ufffd")
    signs |= {plane << 16 | last: "\ufffd" for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)}
    signs |= {0x0D: "\n", 0x2028: "\n", 0x2029: "\n"}
    return signs


_SIGNS: Final = _signs()


def clean(text: str) -> str:
    """`text` without characters that act on their surroundings; each leaves a visible sign.

    >>> clean("gel" + chr(0x202E) + "kalk" + chr(0x1B) + "[31m")
    'gel⟨RLO⟩kalk␛[31m'
    """
    return text.translate(_SIGNS)


def in_line(text: str) -> str:
    """`text` on one line, the cells of a table's row parted by a mark that is seen.

    >>> in_line("3 Mart 1921\\t40 çuval\\nun")
    '3 Mart 1921 · 40 çuval un'
    """
    return " ".join(_CELLS.sub(" · ", clean(text)).split())


def shorten(text: str, most: int) -> str:
    """`text` on one line, with its middle left out if it has more than `most` code points.

    >>> shorten("birinci ikinci üçüncü dördüncü", 20)
    'birinci … dördüncü'
    """
    line = in_line(text)
    if len(line) <= most:
        return line
    half = max((most - 3) // 2, 1)
    head, tail = line[: half + 1], line[-half - 1 :]
    head = head.rpartition(" ")[0] or head[:half]
    tail = tail.partition(" ")[2] or tail[-half:]
    return f"{head} … {tail}"


def escape_markdown(text: str) -> str:
    """`text` on one line, with every character that Markdown or HTML would give a meaning here escaped.

    >>> escape_markdown("*kalın* <b>"), escape_markdown("- http://example.org")
    ('\\\\*kalın\\\\* \\\\<b\\\\>', '\\\\- http\\\\://example.org')
    """
    line = _MARKDOWN.sub(r"\\\1", in_line(text))
    line = _ADDRESS.sub(lambda found: "\\" + found[0], line)
    return _LINE_START.sub(_held, line)


def _held(found: re.Match[str]) -> str:
    """A list's number keeps its digits: the sign after them is what makes the list."""
    return found[0] + "\\" if found[0].isdigit() else "\\" + found[0]
