"""The only outgoing network call: one page is fetched once, and the raw exchange is kept.

Comes in: an address. Goes out: the page's bytes as the server meant them, and the exchange as WARC records, so that the
evidence outlives the page. A page names its links itself, so an address is untrusted: only http and https, no
credentials, and every host (the first and each redirect's) must resolve to public addresses alone. The connection is
then made to the very address that was checked, so that a name cannot resolve to something else a moment later
(DNS rebinding). Sizes are limited before and after decompression, and time as a whole: the call comes back when its
seconds are over, whatever the resolver or the server is doing.
"""

from __future__ import annotations

import io
import ipaddress
import queue
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from tanik.errors import FetchError, NotText, TooLarge
from tanik.page.http import decoded

if TYPE_CHECKING:
    import httpx

__all__ = ["Fetched", "Limits", "fetch", "is_public"]

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
# Ranges that carry an IPv4 address inside an IPv6 one (RFC 6052, RFC 3056): what counts is the address inside.
_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
# Global by the registry, or not known to it in every version of Python, and yet inside somebody's network.
_INSIDE: Final = (
    ipaddress.IPv4Network("168.63.129.16/32"),  # Azure: the platform's own address on every virtual machine
    ipaddress.IPv4Network("192.0.0.0/24"),  # RFC 6890; Oracle Cloud's metadata at 192.0.0.192
    ipaddress.IPv6Network("64:ff9b:1::/48"),  # RFC 8215, translation within a network
    ipaddress.IPv6Network("100::/63"),  # RFC 6666 and RFC 9780, discard
    ipaddress.IPv6Network("2001:db8::/32"),  # RFC 3849, documentation
    ipaddress.IPv6Network("3fff::/20"),  # RFC 9637, documentation
    ipaddress.IPv6Network("5f00::/16"),  # RFC 9602, segment identifiers
)
# What a thread that was in time needs to say so.
_GRACE: Final = 0.5
_INSTEAD: Final = "save the page in a browser and hand in the file"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may cost: `seconds` in all, `bytes` on the wire and again after decompression, `redirects`."""

    seconds: float = 20.0
    bytes: int = 25 * 1024 * 1024
    redirects: int = 10


@dataclass(frozen=True, slots=True)
class Fetched:
    """One page as it was fetched.

    `url` is the address that answered, after redirects; `data` the decompressed body; `media_type` the server's,
    without parameters; `content_type` the same with them (the charset); `retrieved` an ISO 8601 time; `exchange` the
    whole of it as gzipped WARC 1.1 records.
    """

    url: str
    data: bytes
    media_type: str | None
    retrieved: str
    exchange: bytes
    content_type: str | None = None


def is_public(address: Address) -> bool:
    """Whether an address may be asked for a page: not loopback, private, link-local, metadata or reserved.

    >>> [is_public(ipaddress.ip_address(a)) for a in ("1.1.1.1", "127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1")]
    [True, False, False, False]
    """
    if isinstance(address, ipaddress.IPv6Address):
        inside = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inside = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inside is not None:
            return is_public(inside)
    if any(address.version == network.version and address in network for network in _INSIDE):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


@dataclass(frozen=True, slots=True)
class _Door:
    """Where a connection goes: how names are resolved, and which addresses are let through."""

    permit: Callable[[Address], bool] = is_public
    limits: Limits = field(default_factory=Limits)

    def addresses_of(self, url: str) -> tuple[str, ...]:
        """The checked addresses of the host of `url`, IPv4 first. Raises `FetchError` where one may not be asked."""
        try:
            parts = urlsplit(url)
            port = parts.port or 0
        except ValueError as error:
            raise FetchError(f"{url}: not an address ({error})") from error
        if parts.scheme not in ("http", "https"):
            raise FetchError(f"{url}: only http and https addresses are fetched")
        if parts.username or parts.password or not parts.hostname:
            raise FetchError(f"{url}: an address needs a host and must not carry a user name")
        try:
            found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
        except (OSError, ValueError, UnicodeError) as error:
            raise FetchError(f"{url}: the host name cannot be resolved; check the spelling and the network") from error
        addresses = sorted({str(row[4][0]).partition("%")[0] for row in found}, key=lambda a: (":" in a, a))
        for address in addresses:
            if not self.permit(ipaddress.ip_address(address)):
                raise FetchError(f"{url}: leads to {address}, which is not a public address; save the page instead")
        return tuple(addresses)


def fetch(url: str, *, permit: Callable[[Address], bool] = is_public, limits: Limits | None = None) -> Fetched:
    """Fetch `url` once, following redirects.

    `permit` says which addresses may be asked (tests let loopback through). Raises `FetchError` with the reason:
    an address that may not be asked, no answer in time, an error status, too many redirects, too large.
    """
    door = _Door(permit, limits or Limits())
    said: queue.SimpleQueue[Fetched | BaseException] = queue.SimpleQueue()

    def work() -> None:
        try:
            said.put(_exchange(url, door))
        except BaseException as error:  # noqa: BLE001 - raised again below, in the thread that asked
            said.put(error)

    # In a thread of its own: neither name resolution nor a server that sends its header letter by letter can be
    # hurried, so they are left behind when the time is over.
    threading.Thread(target=work, daemon=True, name="tanik-fetch").start()
    try:
        outcome = said.get(timeout=door.limits.seconds + _GRACE)
    except queue.Empty as error:
        raise FetchError(f"{url}: no answer in {door.limits.seconds:g} seconds; {_INSTEAD}") from error
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome


def _exchange(url: str, door: _Door) -> Fetched:
    """Ask and follow redirects until something answers that is none."""
    import httpx

    ends = time.monotonic() + door.limits.seconds
    tape = _Tape()
    try:
        with httpx.Client(trust_env=False, follow_redirects=False, headers=_headers()) as client:
            for _ in range(door.limits.redirects + 1):
                answer = _ask(client, url, door, ends)
                tape.record(url, answer)
                if answer.status not in _REDIRECTS or not answer.location:
                    return _fetched(url, answer, tape, door.limits)
                url = urljoin(url, answer.location)
    except httpx.TimeoutException as error:
        raise FetchError(f"{url}: no answer in {door.limits.seconds:g} seconds; {_INSTEAD}") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise FetchError(f"{url}: the server could not be spoken to ({error})") from error
    raise FetchError(f"{url}: more than {door.limits.redirects} redirects")


@dataclass(frozen=True, slots=True)
class _Answer:
    """One response, raw: its status line, headers in order, and the body as it was on the wire."""

    version: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    raw: bytes
    sent: tuple[tuple[str, str], ...]
    address: str

    @property
    def location(self) -> str:
        return self.header("location") or ""

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name), None)


def _headers() -> dict[str, str]:
    agent = f"tanik/{version('tanik')} (reads one page for a person; no crawling)"
    return {"User-Agent": agent, "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5"}


def _ask(client: httpx.Client, url: str, door: _Door, ends: float) -> _Answer:
    """One request to a checked address of `url`; the next address is tried where one cannot be reached."""
    import httpx

    addresses = door.addresses_of(url)
    for address in addresses[:-1]:
        try:
            return _ask_at(client, url, address, door.limits, ends)
        except httpx.ConnectError:
            continue
    return _ask_at(client, url, addresses[-1], door.limits, ends)


def _ask_at(client: httpx.Client, url: str, address: str, limits: Limits, ends: float) -> _Answer:
    """One request to `address`, its body read raw within the limits; certificates are checked against the name."""
    import httpx

    target = httpx.URL(url)
    left = httpx.Timeout(max(ends - time.monotonic(), 0.001))
    request = client.build_request(
        "GET",
        target.copy_with(host=address),
        headers={"Host": target.netloc.decode("ascii")},
        extensions={"sni_hostname": target.raw_host.decode("ascii"), "timeout": left.as_dict()},
    )
    response = client.send(request, stream=True)
    try:
        raw = b"".join(_within(response.iter_raw(), url, limits, ends))
    finally:
        response.close()
    return _Answer(
        version=response.http_version,
        status=response.status_code,
        reason=response.reason_phrase,
        headers=_text_pairs(response.headers.raw),
        raw=raw,
        sent=_text_pairs(request.headers.raw),
        address=address,
    )


def _text_pairs(raw: list[tuple[bytes, bytes]]) -> tuple[tuple[str, str], ...]:
    return tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in raw)


def _within(chunks: Iterator[bytes], url: str, limits: Limits, ends: float) -> Iterator[bytes]:
    """The chunks, as long as they keep within size and time. Raises `FetchError` when they do not."""
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limits.bytes:
            raise FetchError(f"{url}: larger than {limits.bytes:,} bytes")
        if time.monotonic() > ends:
            raise FetchError(f"{url}: not finished in {limits.seconds:g} seconds; {_INSTEAD}")
        yield chunk


def _fetched(url: str, answer: _Answer, tape: _Tape, limits: Limits) -> Fetched:
    if answer.status >= 400:
        raise FetchError(f"{url}: {_error(answer)}")
    declared = (answer.header("content-type") or "").strip()
    kind = declared.partition(";")[0].strip().lower()
    data = _decoded(url, answer, limits)
    return Fetched(url, data, kind or None, tape.started, tape.exchange(), declared or None)


def _error(answer: _Answer) -> str:
    """What an error status means for the person who wanted the page."""
    told = f"the server answered {answer.status} {answer.reason}".rstrip()
    if answer.status in {404, 410}:
        return f"{told}: there is no page at this address (any more); look for it in a web archive"
    if answer.status == 429 or answer.status >= 500:
        return f"{told}: try again later, or {_INSTEAD}"
    return f"{told}: the page is not given to programs; {_INSTEAD}"


def _decoded(url: str, answer: _Answer, limits: Limits) -> bytes:
    """The body without its content encoding. Raises `FetchError` for a broken or exploding one."""
    written = ",".join(value for key, value in answer.headers if key.lower() == "content-encoding")
    try:
        return decoded(written, answer.raw, limits.bytes)
    except TooLarge as error:
        raise FetchError(f"{url}: larger than {limits.bytes:,} bytes when unpacked") from error
    except NotText as error:
        raise FetchError(f"{url}: {error}") from error


class _Tape:
    """The exchange, request by request, as WARC 1.1 records (ISO 28500:2017)."""

    def __init__(self) -> None:
        from warcio.warcwriter import WARCWriter

        self.started = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        self._buffer = io.BytesIO()
        self._writer = WARCWriter(self._buffer, gzip=True, warc_version="WARC/1.1")
        about = {"software": f"tanik/{version('tanik')}", "format": "WARC File Format 1.1"}
        head = self._writer.create_warcinfo_record("capture.warc.gz", about)
        self._writer.write_record(head)
        head.raw_stream.close()

    def record(self, url: str, answer: _Answer) -> None:
        """Keep one request and its response, with the address that was asked."""
        from warcio.statusandheaders import StatusAndHeaders

        where = {"WARC-IP-Address": answer.address}
        path = urlsplit(url)
        line = f"{path.path or '/'}{'?' + path.query if path.query else ''} HTTP/1.1"
        response = self._writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(answer.raw),
            http_headers=StatusAndHeaders(
                f"{answer.status} {answer.reason}".rstrip(), list(_without_framing(answer)), protocol=answer.version
            ),
            warc_headers_dict=dict(where),
        )
        request = self._writer.create_warc_record(
            url,
            "request",
            http_headers=StatusAndHeaders(line, list(answer.sent), protocol="GET", is_http_request=True),
            warc_headers_dict=dict(where),
        )
        self._writer.write_request_response_pair(request, response)
        request.raw_stream.close()
        response.raw_stream.close()

    def exchange(self) -> bytes:
        """All records so far, each its own gzip member."""
        return self._buffer.getvalue()


def _without_framing(answer: _Answer) -> Iterator[tuple[str, str]]:
    """Headers that still hold: the body is kept without its chunks, so the chunked framing must not be claimed."""
    for key, value in answer.headers:
        if key.lower() == "transfer-encoding":
            yield f"X-Archive-{key}", value
        else:
            yield key, value
