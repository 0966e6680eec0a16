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


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
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
        elif name == "slow":
            time.sleep(1.5)
            self._answer(200, _BODY, {})
        elif name == "page":
            self._answer(200, _BODY, {})
        else:
            self._answer(404, b"no", {})

    def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        try:
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
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
        ("slow", "no answer"),
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
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(ip_address(address)) is public
