"""Statements proposed by a model, against a server on this machine: what is kept, what is not, what may go wrong."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.errors import FetchError
from tanik.examine import Input, examine
from tanik.facts.model import Facts
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page
from tanik.proposals import Reader, propose, reader_from, with_proposals

_TEXT = (
    "Kuyunun hikâyesi\n\nMuhtar Veli Efendi 3 Mayıs 1924'te köyün kuyusuna on metre zincir taktırmıştı. "
    "Zincirin gürültüsünden üç aile taşınmayı düşündü, sonra vazgeçti.\n"
)
_CLAUSE = "Muhtar Veli Efendi 3 Mayıs 1924'te köyün kuyusuna on metre zincir taktırmıştı"
_GOOD = {"text": "üç aile taşınmayı düşündü", "action": None, "subject": "üç aile", "when": "3 Mayıs 1924"}


def _chat(*rows: object) -> bytes:
    content = json.dumps({"statements": rows}, ensure_ascii=False)
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


class Ran(Protocol):
    """What a run of the command line leaves."""

    status: int
    out: str


@dataclass
class _Model:
    """What the server on this machine answers, and what it was asked."""

    answer: bytes = b""
    status: int = 200
    wait: float = 0.0
    url: str = ""
    asked: list[dict[str, object]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


@pytest.fixture
def model() -> Iterator[_Model]:
    told = _Model()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.asked.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
            told.headers.append({key.lower(): value for key, value in self.headers.items()})
            time.sleep(told.wait)
            self.send_response(told.status)
            if told.status in (301, 302, 307):
                self.send_header("location", "http://127.0.0.1:9/v1/chat/completions")
            self.send_header("content-length", str(len(told.answer)))
            self.end_headers()
            try:
                self.wfile.write(told.answer)
            except OSError:  # whoever asked has gone
                return

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    told.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    yield told
    server.shutdown()
    server.server_close()
    thread.join()


def _dossier_of(model: _Model, **costs: float) -> tuple[list[tuple[str, str]], list[str]]:
    """The rule and text of each statement of a page read with the model's help, and what was told."""
    told: list[str] = []
    plain = examine([Input("a.txt", _TEXT.encode())], None)
    reader = Reader(model.url, "small", seconds=costs.get("seconds", 5.0), bytes=int(costs.get("bytes", 100_000)))
    dossier = with_proposals(plain, reader, told.append)
    own = plain.pages[0].facts.statements
    assert dossier.pages[0].facts.statements[: len(own)] == own
    assert dossier.comparison == plain.comparison
    return [(one.rule, one.text) for one in dossier.pages[0].facts.statements[len(own) :]], told


def test_a_proposal_is_kept_and_marked_and_only_text_is_sent(model: _Model) -> None:
    model.answer = _chat(_GOOD)
    assert _dossier_of(model) == ([("proposed", "üç aile taşınmayı düşündü")], [])
    assert model.asked[0]["model"] == "small"
    assert "Zincirin gürültüsünden" in json.dumps(model.asked[0]["messages"], ensure_ascii=False)
    assert "authorization" not in model.headers[0]


def test_dates_amounts_and_names_are_the_pages_own() -> None:
    page = read_page(_TEXT.encode(), path="a.txt")
    facts = Facts(**{kind: getattr(read_facts(page), kind) for kind in ("dates", "amounts", "names")})
    row = {"text": _CLAUSE, "action": "transfer", "subject": "Veli Efendi", "when": "3 Mayıs 1924'te"}
    (one,) = propose(page, facts, json.dumps({"statements": [row]}))
    assert (one.when, [facts.amounts[index].value for index in one.amounts]) == ("1924-05-03", [10.0])
    assert one.firsts["subject"].name == next(name.name for name in facts.names if "Veli" in name.text)
    assert one.text == page.text[one.span.start : one.span.end]


_HOSTILE = {
    "words that the page does not have": {"text": "Muhtar kuyuya düştü"},
    "a role that the clause does not have": {**_GOOD, "subject": "Muhtar"},
    "an authority that nobody named": {**_GOOD, "attributed_to": "Resmî Gazete"},
    "a date that the page does not have": {**_GOOD, "when": "4 Mayıs 1924"},
    "an action of its own": {**_GOOD, "action": "steal"},
    "a key that was not asked for": {**_GOOD, "rule": "statement-finite"},
    "offsets of its own": {**_GOOD, "start": 0},
    "a polarity of its own": {**_GOOD, "polarity": "true"},
    "a number for words": {**_GOOD, "subject": 3},
    "a list for words": {**_GOOD, "text": ["üç aile"]},
    "no words": {"action": "move"},
    "blank words": {"text": "   "},
    "part of a word": {"text": "lenin"},
    "not an object": "üç aile taşınmayı düşündü",
    "a pattern for words": {"text": ".*"},
}


@pytest.mark.parametrize("row", _HOSTILE.values(), ids=_HOSTILE.keys())
def test_what_does_not_hold_is_left_out(model: _Model, row: object) -> None:
    model.answer = _chat(row, _GOOD)
    assert _dossier_of(model) == ([("proposed", "üç aile taşınmayı düşündü")], [])


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"", "not of the chat protocol"),
        (b"<html>Sign in</html>", "not of the chat protocol"),
        (b"[" * 100_000, "not of the chat protocol"),
        (b'{"choices": []}', "not of the chat protocol"),
        (b'{"choices": [{"message": {"content": 7}}]}', "has no text"),
        (b" " * 300_000, "longer than"),
    ],
)
def test_an_answer_that_is_none_stops_no_page(model: _Model, answer: bytes, reason: str) -> None:
    model.answer = answer
    found, told = _dossier_of(model, bytes=200_000)
    assert found == []
    assert len(told) == 1
    assert reason in told[0]


@pytest.mark.parametrize("status", [302, 307, 401, 500])
def test_neither_errors_nor_redirects_are_followed(model: _Model, status: int) -> None:
    model.status, model.answer = status, _chat(_GOOD)
    found, told = _dossier_of(model)
    assert found == []
    assert str(status) in told[0]
    assert len(model.asked) == 1


def test_an_endpoint_that_is_not_there_or_slow_is_told_of(model: _Model) -> None:
    model.wait, model.answer = 1.0, _chat(_GOOD)
    assert "does not answer" in _dossier_of(model, seconds=0.2)[1][0]
    model.url = "http://127.0.0.1:9/v1"
    assert "does not answer" in _dossier_of(model)[1][0]


def test_a_statement_of_the_pages_own_is_not_proposed_again() -> None:
    page = read_page("Vali 3 Mayıs 1924'te köye un gönderdi.".encode(), path="a.txt")
    facts = read_facts(page)
    row = {"text": "Vali 3 Mayıs 1924'te köye un gönderdi", "action": facts.statements[0].action}
    assert propose(page, facts, json.dumps({"statements": [row]})) == ()


def test_the_key_stays_out_of_sight_and_of_the_clear(model: _Model) -> None:
    reader = reader_from({"TANIK_READER_KEY": "s3cret", "TANIK_READER_MODEL": "m"}, model.url)
    assert reader is not None
    assert "s3cret" not in repr(reader)
    model.answer = _chat()
    with_proposals(examine([Input("a.txt", _TEXT.encode())], None), reader)
    assert model.headers[0]["authorization"] == "Bearer s3cret"
    with pytest.raises(FetchError, match="unprotected"):
        reader_from({"TANIK_READER_KEY": "s3cret"}, "http://models.example/v1")


@pytest.mark.parametrize(
    "url", ["ftp://a.example/v1", "localhost:8080/v1", "http://", "http://u:p@127.0.0.1/v1", "http://[::1"]
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(FetchError):
        reader_from({}, url)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.sampled_from([_CLAUSE, "üç aile", "move"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["statements", "text", "action", "subject", "when", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(_JSON)
def test_whatever_is_answered_every_span_reads_back_its_text(answer: object) -> None:
    page = read_page(_TEXT.encode(), path="a.txt")
    for told in (answer, {"statements": [answer]}, {"statements": answer}):
        for one in propose(page, Facts(), json.dumps(told)):
            assert one.text == page.text[one.span.start : one.span.end]
            assert all(role.text == page.text[role.span.start : role.span.end] for _, role in one.roles)
            assert one.rule == "proposed"


def test_the_command_line_marks_proposals(model: _Model, tanik: Callable[..., Ran], tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(_TEXT, encoding="utf-8")
    model.answer = _chat(_GOOD)
    words = ("check", str(page), "--no-library", "--lang", "en", "--reader", model.url)
    told = json.loads(tanik(*words, "--format", "json").out)["pages"][0]["statements"]
    assert [one["text"] for one in told if one["rule"] == "proposed"] == ["üç aile taşınmayı düşündü"]
    assert "a proposal of a language model" in tanik(*words, "--format", "md").out
    assert tanik("check", str(page), "--no-library", "--reader", "no address").status == 2
