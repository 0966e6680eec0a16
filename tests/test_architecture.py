"""Each room is entered through its doors: its model, and the few modules that say what it does.

import-linter holds the order of the rooms; this holds what may be touched in each. A new door is a decision: add it
here, and to ARCHITECTURE.md.
"""

from __future__ import annotations

import grimp

_DOORS = {
    "page": {"model", "read", "unpack", "http", "anchoring"},
    "facts": {"model", "read", "calendars", "dates", "citations", "amounts"},
    "trace": {"model", "options", "run", "sketch", "memory", "beside"},
    "compare": {"model", "run", "collation", "collate", "copies", "first_seen"},
    "dossier": {
        "model",
        "build",
        "json",
        "html",
        "markdown",
        "terminal",
        "phrases",
        "apparatus",
        "export",
        "tree",
        "json_copies",
        "citation",
        "display",
        "reasons",
        "summary",
        "messages",
    },
    "library": {"library", "model", "collections", "place", "sources", "verify"},
}
# What a room gives to every later room: its values, and besides: where a stretch stands in the source
# (`page.anchoring`); a source as CSL-JSON and what old measures come to (`facts.citations`, `facts.amounts`), which
# dossiers tell; the letters and treaties that a page gives whole (two modules of `facts.outline`: where a form stands
# is no fact that a dossier keeps, and what it means on its day only comparing asks); for `trace` the one door for
# those who compare two texts.
_MODELS = {
    "page": {"model", "anchoring"},
    "facts": {"model", "citations", "amounts", "outline.letters", "outline.papers"},
    "trace": {"model", "beside"},
    "compare": {"model", "collation"},
}
# Which rooms use more than the models of the rooms before them (design of the house: who may import whose entry).
_WIRING = {"examine", "front", "witnesses", "lineage", "bundle", "fetch", "library", "cli", "tanik"}


def _room(module: str) -> str:
    return module.split(".")[1] if "." in module else module


def test_rooms_are_entered_through_their_doors() -> None:
    graph = grimp.build_graph("tanik", cache_dir=None)
    wrong = []
    for module in sorted(graph.modules):
        for target in sorted(graph.find_modules_directly_imported_by(module)):
            room, inside = _room(target), target.split(".")[2:]
            if room == _room(module) or room not in _DOORS:
                continue
            doors = _DOORS[room] if _room(module) in _WIRING else _MODELS.get(room, {"model"})
            if inside and inside[0] not in doors and ".".join(inside[:2]) not in doors:
                wrong.append(f"{module} -> {target}")
    assert wrong == []


def test_every_module_says_what_it_is_for() -> None:
    import ast
    from pathlib import Path

    import tanik

    root = Path(tanik.__file__).parent
    silent = [
        str(path.relative_to(root))
        for path in sorted(root.rglob("*.py"))
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_test_looks_at_a_clock() -> None:
    """What something costs is counted (`work`), and what must come to an end is run under a guard (`ends`)."""
    import re
    from pathlib import Path

    clock = re.compile(r"\b(?:perf_counter|process_time|monotonic|thread_time)\b|\btime\.time\(")
    root = Path(__file__).parent
    others = (path for path in sorted(root.rglob("test_*.py")) if path.name != Path(__file__).name)
    assert [str(path.relative_to(root)) for path in others if clock.search(path.read_text(encoding="utf-8"))] == []


_STATEMENTS = ("lexis", "syntax", "roles", "discourse", "english")


def test_statements_are_read_from_words_upwards() -> None:
    """Words know nothing of clauses, clauses nothing of roles, roles nothing of the clauses around them."""
    graph = grimp.build_graph("tanik", cache_dir=None)
    package = "tanik.facts.statements."
    wrong = []
    for module in sorted(graph.modules):
        here = module.removeprefix(package).split(".")[0]
        if not module.startswith(package) or here not in _STATEMENTS:
            continue
        for target in sorted(graph.find_modules_directly_imported_by(module)):
            there = target.removeprefix(package).split(".")[0]
            if not target.startswith(package):
                continue
            if there not in _STATEMENTS or _STATEMENTS.index(there) > _STATEMENTS.index(here):
                wrong.append(f"{module} -> {target}")
    assert wrong == []
