"""Copies: passages that go back to one text, who took them from whom, and who is independent.

`find` is the way in: `passages` finds what pages share, `members` says who has it, since when and with what source,
`readings` lays the copies side by side, `descent` turns the tree of `tanik.compare.stemma` into links. `independence`
counts the groups of pages that do not lean on one another.
"""

from tanik.compare.copies.find import find_copies
from tanik.compare.copies.independence import independent_groups

__all__ = ["find_copies", "independent_groups"]
