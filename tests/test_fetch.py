"""Fetching, against a server on this machine: what is kept, what is refused, what it may cost."""

from __future__ import annotations

import gzip
import io
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import brotli
import pytest
import zstandard
from warcio.archiveiterator import ArchiveIterator

from tanik.errors import FetchError
from tanik.fetch import Address, Limits, fetch, is_public

_BODY = "<p>Kırk çuval buğday gönderildi.</p>".encode()
_PACKED = {
    "gzip": gzip.compress(_BODY),
    "br": brotli.compress(_BODY),
    "zstd": zstandard.compress(_BODY),
    "deflate": zlib.compress(_BODY),
}

_BOMBS = {"br": brotli.compress(bytes(50_000_000), quality=1), "zstd": zstandard.compress(bytes(50_000_000))}


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:  # noqa: PLR0912 - one branch a page
        name = self.path.strip("/").partition("?")[0]
        if name.startswith("to="):
            self._answer(302, b"", {"Location": name[3:].replace("|", "/")})
        elif name == "loop":
            self._answer(301, b"", {"Location": "/loop"})
        elif name in _PACKED:
            self._answer(200, _PACKED[name], {"Content-Encoding": name})
        elif name == "bomb":
            self._answer(200, gzip.compress(bytes(8_000_000)), {"Content-Encoding": "gzip"})
        elif name == "broken":
            self._answer(200, b"not gzip at all", {"Content-Encoding": "gzip"})
        elif name == "large":
            self._answer(200, bytes(300_000), {})
        elif name == "brbomb":
            self._answer(200, _BOMBS["br"], {"Content-Encoding": "br"})
        elif name == "zbomb":
            self._answer(200, _BOMBS["zstd"], {"Content-Encoding": "zstd"})
        elif name == "twice":
            self._answer(200, gzip.compress(_PACKED["br"]), {"Content-Encoding": "br, gzip"})
        elif name == "strange":
            self._answer(200, b"x", {"Content-Encoding": "x-secret"})
        elif name == "drip":
            self._drip()
        elif name == "trickle":
            self._trickle()
        elif name.isdigit():
            self._answer(int(name), b"no", {})
        elif name == "kitap.pdf":
            self._answer(200, b"%PDF-1.4 ...", {}, "application/pdf")
        elif name == "eski":
            self._answer(200, "<p>Şişe, ığdır, ÖĞÜT".encode("cp1254"), {}, "text/html; charset=windows-1254")
        elif name == "slow":
            time.sleep(1.5)
            self._answer(200, _BODY, {})
        elif name == "page":
            self._answer(200, _BODY, {})
        else:
            self._answer(404, b"no", {})

    def _drip(self) -> None:
        """A header that never ends, a letter at a time: each read is in time, and yet the whole is not."""
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            for _ in range(60):
                self.wfile.write(b"a")
                self.wfile.flush()
                time.sleep(0.1)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def _trickle(self) -> None:
        """The same with the body."""
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            for _ in range(60):
                self.wfile.write(b"a")
                self.wfile.flush()
                time.sleep(0.1)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def _answer(
        self, status: int, body: bytes, headers: dict[str, str], kind: str = "text/html; charset=utf-8"
    ) -> None:
        try:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            for key, value in headers.items():
                self.send_header(key, value)
            self.end_headers()
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def log_message(self, *args: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()
    thread.join()


def _loopback(address: Address) -> bool:
    return str(address) == "127.0.0.1"


@pytest.mark.parametrize("coding", ["page", *_PACKED])
def test_a_body_is_read_in_every_content_encoding(server: str, coding: str) -> None:
    fetched = fetch(f"{server}/{coding}?x=1", permit=_loopback)
    assert fetched.data == _BODY
    assert fetched.media_type == "text/html"
    assert fetched.url == f"{server}/{coding}?x=1"


def test_redirects_are_followed_and_every_exchange_is_kept(server: str) -> None:
    fetched = fetch(f"{server}/to=|gzip", permit=_loopback)
    assert fetched.url == f"{server}/gzip"
    records = [
        (r.rec_type, r.rec_headers.get_header("WARC-Target-URI"), r.raw_stream.read())
        for r in ArchiveIterator(io.BytesIO(fetched.exchange), check_digests=True)
    ]
    assert [kind for kind, _, _ in records] == ["warcinfo", "response", "request", "response", "request"]
    assert records[3][1:] == (f"{server}/gzip", _PACKED["gzip"])  # kept as it was on the wire


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing", "404"),
        ("loop", "redirects"),
        ("bomb", "larger than"),
        ("broken", "content-encoding"),
        ("large", "larger than"),
        ("brbomb", "larger than"),
        ("zbomb", "larger than"),
        ("strange", "not known"),
        ("slow", "no answer"),
        ("trickle", "not finished"),
        ("403", "403 Forbidden: the page is not given to programs; save the page"),
        ("410", "410 Gone: there is no page at this address"),
        ("429", "429 Too Many Requests: try again later"),
        ("503", "503 Service Unavailable: try again later"),
        ("to=http:||[::1]|", "::1, which is not a public address"),
        ("to=http:||[::ffff:7f00:2]|", "which is not a public address"),
        ("to=http:||2130706434|", "127.0.0.2, which is not a public address"),
        ("to=http:||0177.0.0.2|", "not a public address|Invalid IPv4 address"),
        ("to=http:||0x7f.2|", "127.0.0.2, which is not a public address"),
        ("to=http:||127.2|", "127.0.0.2, which is not a public address"),
        ("to=http:||169.254.169.254|latest|meta-data", "169.254.169.254, which is not a public address"),
        ("to=http:||127.0.0.2|", "127.0.0.2, which is not a public address"),
        ("to=file:|||etc|passwd", "only http and https"),
        ("to=http:||me:secret@127.0.0.1|", "user name"),
    ],
)
def test_what_is_refused_says_why(server: str, path: str, reason: str) -> None:
    limits = Limits(seconds=1.0, bytes=200_000, redirects=3)
    with pytest.raises(FetchError, match=reason):
        fetch(f"{server}/{path}", permit=_loopback, limits=limits)


def test_loopback_is_refused_unless_a_test_lets_it_through(server: str) -> None:
    with pytest.raises(FetchError, match="not a public address"):
        fetch(f"{server}/page")


def test_a_name_that_resolves_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("1.1.1.1", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: inside)
    with pytest.raises(FetchError, match=r"10\.0\.0\.7"):
        fetch("http://iyi-niyetli.example/")


@pytest.mark.parametrize("url", ["http://", "http://[::1", "https://yok.invalid/", "http://a b/", "ftp://a.example/"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(FetchError):
        fetch(url)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::808:808", True),
        ("::7f00:1", False),
        ("64:ff9b:1::808:808", False),
        ("2001:0:7f00:1::", False),
        ("fd00:ec2::254", False),
        ("fe80::1%eth0", False),
        ("192.0.0.192", False),
        ("168.63.129.16", False),
        ("100.100.100.200", False),
        ("198.18.0.1", False),
        ("3fff::1", False),
        ("2606:4700::1111", True),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(ip_address(address)) is public


@pytest.mark.parametrize(
    "host", ["2130706433", "0177.0.0.1", "0x7f.0.0.1", "127.1", "0", "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]"]
)
def test_loopback_written_in_another_way_is_refused(host: str) -> None:
    with pytest.raises(FetchError, match="not a public address"):
        fetch(f"http://{host}/")


def test_a_header_that_never_ends_costs_the_time_that_was_given(server: str) -> None:
    with pytest.raises(FetchError, match="no answer in 1 seconds"):  # and not that the header broke off, at its end
        fetch(f"{server}/drip", permit=_loopback, limits=Limits(seconds=1.0))


def test_a_resolver_that_hangs_costs_the_time_that_was_given(monkeypatch: pytest.MonkeyPatch) -> None:
    let_go, answered = threading.Event(), threading.Event()

    def resolve(*_args: object, **_named: object) -> None:
        let_go.wait(60)  # a guard against hanging, if fetching waits for it
        answered.set()

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(FetchError, match="no answer"):
        fetch("http://a.example/", limits=Limits(seconds=0.2))
    assert not answered.is_set()
    let_go.set()


def test_two_encodings_are_undone_in_turn(server: str) -> None:
    assert fetch(f"{server}/twice", permit=_loopback).data == _BODY


def test_what_is_no_html_is_handed_on_with_its_media_type(server: str) -> None:
    fetched = fetch(f"{server}/kitap.pdf", permit=_loopback)
    assert (fetched.media_type, fetched.data[:5]) == ("application/pdf", b"%PDF-")


def _let_loopback_through(monkeypatch: pytest.MonkeyPatch) -> None:
    import tanik.fetch

    real = tanik.fetch.fetch
    monkeypatch.setattr(tanik.fetch, "fetch", lambda url, **named: real(url, permit=_loopback, **named))


def test_the_charset_of_the_answer_reaches_the_reader(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from tanik.front import check

    _let_loopback_through(monkeypatch)
    kept: list[bytes] = []
    dossier = check([f"{server}/eski"], keep=kept.append)
    (page,) = [report.page for report in dossier.pages]
    assert "Şişe, ığdır, ÖĞÜT" in page.text
    assert (page.source.encoding, page.source.url) == ("cp1254", f"{server}/eski")
    assert page.source.retrieved
    assert kept[0].startswith(b"\x1f\x8b")


def test_the_kept_exchange_gives_the_page_again(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tanik.front import check

    _let_loopback_through(monkeypatch)
    kept: list[bytes] = []
    fetched = check([f"{server}/to=|zstd"], keep=kept.append)
    (tmp_path / "dosye.warc.gz").write_bytes(b"".join(kept))
    again = check([tmp_path / "dosye.warc.gz"])
    assert [report.page.text for report in again.pages] == [report.page.text for report in fetched.pages]
    assert [report.page.source.url for report in again.pages] == [f"{server}/zstd"]
    assert dict(again.contents[0].skipped) == {"archive_record": 1, "redirect": 1, "request": 2}


def test_limits_and_no_fetch_are_heard(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from tanik.front import check

    _let_loopback_through(monkeypatch)
    (refusal,) = check([f"{server}/large"], limits=Limits(bytes=1000)).refused
    assert "larger than 1,000 bytes" in refusal.reason
    (refusal,) = check([f"{server}/page"], may_fetch=False).refused
    assert refusal.reason == "fetching is forbidden here"
