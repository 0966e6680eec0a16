"""Posts of a social network as a clipboard gives them: who, where from, when, the words, and a row of counters.

Comes in: the lines of a plain text. Goes out: remarks, as `threads` has them, the first of them the post itself. Two
shapes: a thread of short posts (a name, `@account`, a time, whom it answers, the words, bare counters), and comments
each under an account's name with its age ("ayse.okur · 3g"). Counters are told by standing below the words, because a
bare number above them may be text. Also here: who posted, where a page begins with nothing but an account's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tanik.core.fold import fold
from tanik.page.lines import Line, is_plate
from tanik.page.threads import Remark
from tanik.page.vocabulary import looks_like_name

__all__ = ["account_at_head", "find_aged", "find_short_posts", "trailing_tags"]

_ACCOUNT: Final = re.compile(r"^@\w{2,30}(?=$|\s)")
_DOT: Final = re.compile(r"^[·•.]$")
_LEAST_AGE: Final = r"\d{1,3} ?(?:sn|dk|sa|s|g|gun|h|hf|hafta|ay|a|y|yil|il|m|min|d|v|mo)\.?"
_AGE: Final = re.compile(rf"^{_LEAST_AGE}$")
_AGED: Final = re.compile(rf"^(?P<who>\S[^·•]{{1,40}}?) ?[·•] ?(?:duzenlendi ?[·•] ?)?{_LEAST_AGE}$")
_LONG_AGE: Final = r"\d{1,3} (?:saniye|dakika|saat|gun|hafta|ay|yil|sene) once"
_LONG_AGED: Final = re.compile(rf"^(?P<who>\S[^·•]{{1,40}}?) ?[-–—|·•] ?{_LONG_AGE}$")
# a post's whole header in one line: "Ayşe Kaya @ayse_k · 29 Eki 2020"
_IN_LINE: Final = re.compile(r"^(?P<who>\S.{0,40}?) @\w{2,30} ?[·•-] ?")
_COUNTER: Final = re.compile(r"^[\d.,]{1,9} ?(?:b|k|m|mn|bin|min|mln)?$")
# An account's name: no blank, and small letters with a figure, a dot or a low line, as networks have them.
_LOWER: Final = re.compile(r"^[a-zçğıöşüə0-9._]{3,30}$")
_BESIDE: Final = 3  # letters that may stand beside a time
_HEADER: Final = 4  # lines that a post's header has at most: name, account, dot, time


def find_short_posts(lines: Sequence[Line]) -> tuple[Remark, ...]:
    """The posts of a thread, each under a name, an account and a time; () where there is no such header.

    >>> from tanik.page.lines import split_lines
    >>> text = "Ayşe\\n@ayse_o\\n·\\n3 May 2021\\nHan yandı.\\n14\\n1,2 B\\n\\nAli\\n@ali\\n·\\n4 May 2021\\nYalan."
    >>> [(post.author, post.published, post.body) for post in find_short_posts(split_lines(text))]
    [('Ayşe', '2021-05-03', (4,)), ('Ali', '2021-05-04', (11,))]
    """
    heads = [head for at in range(len(lines) - 1) if (head := _head(lines, at))]
    bounds = [*(head[0] for head in heads[1:]), len(lines)][: len(heads)]
    return tuple(_post(lines, head, end) for head, end in zip(heads, bounds, strict=True))


def _head(lines: Sequence[Line], at: int) -> tuple[int, ...]:
    """The header lines of a post whose writer's name stands at `at`: up to its time."""
    if (alone := _IN_LINE.match(lines[at].text)) is not None:
        timed = lines[at].stamps and lines[at].stamps[0].span.start == alone.end()
        aged = _AGE.match(fold(lines[at].text[alone.end() :]))
        return (at,) if looks_like_name(alone["who"]) and (timed or aged) else ()
    if not looks_like_name(lines[at].text) or _ACCOUNT.match(lines[at + 1].text) is None or lines[at + 1].gap:
        return ()
    for near in range(at + 1, min(at + _HEADER, len(lines))):
        rest = _ACCOUNT.sub("", lines[near].text).strip(" ·•")
        beside = _ACCOUNT.sub("", lines[near].rest).strip(" ·•")
        if (lines[near].stamps and len(beside) < _BESIDE) or _AGE.match(fold(rest)):
            return tuple(range(at, near + 1))
        if rest and _DOT.match(rest) is None:
            return ()
    return ()


def _post(lines: Sequence[Line], head: tuple[int, ...], end: int) -> Remark:
    last = end - 1
    while last > head[-1] and (_COUNTER.match(fold(lines[last].text)) or is_plate(lines[last].text)):
        last -= 1
    body = tuple(at for at in range(head[-1] + 1, last + 1) if not is_plate(lines[at].text))
    stamps = lines[head[-1]].stamps
    alone = _IN_LINE.match(lines[head[0]].text)
    who = alone["who"] if alone is not None else lines[head[0]].text.strip()
    return Remark(head, body, "post", who, stamps[0].edtf if stamps else None)


def find_aged(lines: Sequence[Line]) -> tuple[Remark, ...]:
    """Comments each under its writer's account and its age, with a button or the next comment below.

    >>> from tanik.page.lines import split_lines
    >>> text = "Bir yazı.\\n\\nayse.okur · 3g\\nÇok doğru\\nYanıtla\\n\\nali_76 · 2g\\nDeğil"
    >>> [(remark.author, remark.body) for remark in find_aged(split_lines(text))]
    [('ayse.okur', (2,)), ('ali_76', (5,))]
    >>> [one.author for one in find_aged(split_lines("Bir yazı.\\n\\nMehmet K. - 5 gün önce\\nÇok doğru\\n"))]
    ['Mehmet K.']
    """
    folded = [fold(line.text) for line in lines[:-1]]
    heads = [at for at, line in enumerate(folded) if _AGED.match(line) or _LONG_AGED.match(line)]
    remarks = []
    for at, end in pairwise([*heads, len(lines)]):
        below = next((near for near in range(at + 1, end) if is_plate(lines[near].text)), end)
        found = _AGED.match(folded[at]) or _LONG_AGED.match(folded[at])
        who = lines[at].text[: found.end("who")] if found is not None else ""
        if below > at + 1 and looks_like_name(who):
            remarks.append(Remark((at,), tuple(range(at + 1, below)), "comment", who))
    return tuple(remarks)


def account_at_head(lines: Sequence[Line]) -> str | None:
    """The account that posted, where it stands alone above the network's own lines at the head of a page.

    >>> from tanik.page.lines import split_lines
    >>> account_at_head(split_lines("eski.koprular\\n•\\nTakip Et\\nKöprü 1905'te yapıldı."))
    'eski.koprular'
    """
    if len(lines) < 2 or _LOWER.match(lines[0].text) is None:
        return None
    return lines[0].text if _DOT.match(lines[1].text) or is_plate(lines[1].text) else None


_TAGS: Final = re.compile(r"(?<=\S)(?:\s+#\w[\w'’]*){2,}\s*$")


def trailing_tags(text: str) -> int | None:
    """Where the tags begin that stand in a row behind a line's words; None where fewer than two do.

    >>> trailing_tags("Köprü 1905'te yapıldı #tarih #köprü"), trailing_tags("Köprü #5 numaradır")
    (22, None)
    """
    found = _TAGS.search(text)
    return None if found is None else found.start() + len(found[0]) - len(found[0].lstrip())
