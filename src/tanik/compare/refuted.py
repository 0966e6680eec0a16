"""What a page quotes only to call it wrong: "“31 Haziran” yazıyor, oysa haziran otuz çeker".

Comes in: one page and a stretch of it. Goes out: whether the page itself says that the stretch is wrong, or tells
beside it of the life that it does not fit. A page that
corrects another's figure must not be told that the figure cannot be. Two signs are asked for together: that the words
are cited (quotation marks around them, "… diye bir gün" behind them), and a word for a mistake in the same sentence;
one of them alone is no rejection ("yanlışlıkla"). A day of which the page says that there is none ("haziranın 31'i
yoktur") needs no more.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.known import Life
from tanik.core.span import Span

__all__ = ["ANSWERED", "is_answered", "is_refuted", "is_rejected", "tells_life"]

_MARKS: Final = {"“": "”", "«": "»", "„": "“", "‘": "’", '"': '"', "'": "'"}
_REACH: Final = 60  # characters between a mark and the words quoted
# Cited without marks: "31 Haziran diye bir gün", and said not to exist: "31'i yoktur".
_CITED: Final = re.compile(r"^\W{0,2}\w{0,5} (?:diye|gibi|adiyla) (?:bir|boyle) (?:gun|tarih|sayi|rakam)")
_NONE_SUCH: Final = re.compile(
    r"^\W{0,2}(?:\w{1,4} )?(?:yok(?:tur|tu)?|olmaz|goster(?:mez|miyor)|does not ehist|doesn.t ehist|yohdur)\b"
)
# Folded: w is v.
_WRONG: Final = re.compile(
    r"\b(?:yanlis(?!likla)\w*|hata(?:li|dir|si)?\b|uydur\w*|olamaz\w*|asilsiz\w*|imkansiz\w*|hicbir takvim\w*"
    r"|olma(?:di[gk]|yan|z)\w*|(?:hic|asla) (?:yasan|gor[iu]l|bulun|var ol)m[ae]\w+"
    r"|boyle bir (?:gun|tarih|sayi)|yok(?:tur|tu)?\b|dizgi yanlis\w*|duzeltil\w*|sehven"
    r"|vrong\w*|mistak\w*|misprint\w*|incorrect\w*|impossible|corrected|no (?:such|calendar)\b|sehv\w*|sehf\w*)"
)
ANSWERED: Final = 200  # characters behind a sentence in which a page may answer what it hands on
# Words with which a page takes back what others say.
_REJECTED: Final = re.compile(
    r"\b(?:yanlis|asilsiz|uydur|imkansiz|olamaz|yalan|oysa|halbuki|gercekte|mumkun degil|dogru degil|inanma"
    r"|boyle bir [^\W\d]+ (?:yok|olma|bulunma|mevcut degil|yazma|ver[ie]lme)|no such"
    r"|false|vrong|impossible|in fact|but he (?:vas|had)|could not have|forger|yalandir|hekikatde)"
)
_DIED: Final = r"\b(?:ol(?:du|mus|en|um|dur)|vefat|sehit|died|dead|death|killed)"
_BORN: Final = r"\b(?:dog(?:du|mus|um|an)|born|birth)"


def is_refuted(dated: Dated, span: Span) -> bool:
    """Whether a stretch stands in quotation marks in a sentence that calls what it quotes wrong."""
    around = dated.sentence(span)
    if around is None:
        return False
    behind = dated.folded[span.end : around.end]
    if _NONE_SUCH.match(behind) is not None:
        return True
    if not _in_marks(dated.page.text, around, span) and _CITED.match(behind) is None:
        return False
    return _WRONG.search(dated.folded, around.start, max(around.end, span.end)) is not None


def _in_marks(text: str, around: Span, span: Span) -> bool:
    """Whether an opening mark stands before a stretch, and its closing one behind, in one sentence."""
    before = text[max(around.start, span.start - _REACH) : span.start]
    behind = text[span.end : span.end + _REACH]
    for opening, closing in _MARKS.items():
        at = before.rfind(opening)
        if at >= 0 and closing not in before[at + 1 :] and closing in behind:
            return opening not in "'‘" or at == 0 or not before[at - 1].isalnum()
    return False


def is_answered(dated: Dated, around: Span, life: Life) -> bool:
    """Whether a sentence or the next one tells of somebody's death itself, or calls what is told false."""
    stretch = dated.folded[around.start : around.end + ANSWERED]
    return _tells(stretch, life.died, _DIED) or is_rejected(stretch)


def is_rejected(stretch: str) -> bool:
    """Whether folded words take back what is told.

    >>> is_rejected("boyle bir mektup yoktur"), is_rejected("mektup muzededir")
    (True, False)
    """
    return _REJECTED.search(stretch) is not None


def tells_life(stretch: str, life: Life) -> bool:
    """Whether folded words tell the year of somebody's birth or death, beside the word for it."""
    return _tells(stretch, life.died, _DIED) or _tells(stretch, life.born, _BORN)


def _tells(stretch: str, known: str, word: str) -> bool:
    """Whether words tell a year that is known beside a word."""
    year = known[:4]
    told = rf"\b{year}\b[^.]{{0,40}}{word}|{word}[^.]{{0,20}}\b{year}\b"
    return bool(known) and re.search(told, stretch) is not None
