"""A passage is led back to its witnesses.

The question this room answers: *where do these words stand elsewhere, and what differs?*

The room is also a verb: ``tanik.trace(text, library=…)``. Python gives a package and a function of the same name one
place, and whichever is bound last wins; so the package itself is made callable, and both are true at all times.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tanik.trace.model import Evidence, Trace
    from tanik.trace.options import Options


class _Verb(ModuleType):
    """A package that can be called."""

    def __call__(self, text: str, library: Evidence, *, options: Options | None = None) -> Trace:
        """Where `text` comes from: its witnesses in `library`, best first, with what differs.

        Spans of a match count code points in `text` and in the witness's text. A text without words is ``absent``.
        """
        from tanik.trace.options import Options
        from tanik.trace.run import run

        return run(text, library, options or Options())


sys.modules[__name__].__class__ = _Verb
