"""The words of a collation in the reader's language: ``data/collation.toml``, and the kinds of the dossier's own table.

Comes in: a key. Goes out: a phrase in Turkish or English.
"""

from __future__ import annotations

from tanik.dossier.words import filled, has, say, table

__all__ = ["say_kind", "say_of"]


def say_of(key: str, lang: str, /, **details: object) -> str:
    """The words for `key` of ``collation.toml``; a number `n` also chooses singular or plural.

    >>> say_of("entries", "en", n=1), say_of("entries", "tr", n=1200)
    ('1 difference', '1.200 fark')
    """
    return filled(table("collation.toml")[key], lang, details)


def say_kind(kind: str | None, lang: str) -> str:
    """The word for a kind of difference; of None, that only case or marks differ.

    >>> say_kind("number", "tr"), say_kind(None, "en")
    ('sayı', 'case or marks')
    """
    if kind is None or kind == "writing":
        return say_of("writing", lang)
    return say(f"difference.{kind}", lang) if has(f"difference.{kind}") else kind
