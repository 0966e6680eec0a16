"""`tanik open BUNDLE`: a portable dossier is shown.

Comes in: a bundle, perhaps a stranger's. Goes out: its dossier in the browser, or as text, JSON, Markdown or HTML on
standard output. The HTML in it is shown only where it is, byte for byte, what this program makes of the data beside it;
else this program makes it anew, so that nobody's markup reaches the browser by way of a bundle.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tanik.cli.options import deliver, form_of, lang_option, note, out_option, say, terminal, voice_options, warn

if TYPE_CHECKING:
    from tanik.bundle.read import Bundle
    from tanik.dossier.model import Dossier

__all__ = ["open_command"]

_FORMS = ("text", "json", "md", "html")


@click.command("open", help=say("open.help"), short_help=say("open.short"))
@click.argument("bundle", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="BUNDLE")
@click.option("--format", "form", type=click.Choice(_FORMS), help=say("open.format"))
@click.option("--no-browser", is_flag=True, help=say("open.no_browser"))
@out_option
@lang_option
@voice_options
def open_command(*, bundle: Path, form: str | None, no_browser: bool, out: Path | None, lang: str) -> None:
    """Show the dossier in a bundle."""
    from tanik.bundle.read import Bundle

    with Bundle.open(bundle) as opened:
        dossier = opened.dossier()
        _warn_if_altered(opened, bundle, lang)
        if form is not None or out is not None:
            deliver(_rendered(opened, dossier, form or form_of(out), out, lang), out)
            return
        page = _html(opened, dossier, lang)
    _show(page, lang, browser=not no_browser)


def _warn_if_altered(opened: Bundle, path: Path, lang: str) -> None:
    """Say so where a part is not what the manifest says; what the data says is shown nevertheless."""
    from tanik.bundle.manifest import digest_of, parse_manifest
    from tanik.bundle.model import MANIFEST
    from tanik.errors import BundleError

    try:
        named = parse_manifest(opened.read(MANIFEST))
        whole = opened.entries.keys() - {MANIFEST} == named.keys()
        whole = whole and all(digest_of(opened.read(name)) == written for name, written in named.items())
    except BundleError:
        whole = False
    if not whole:
        warn(say("open.altered", lang, path=path))


def _rendered(opened: Bundle, dossier: Dossier, form: str, out: Path | None, lang: str) -> str:
    from tanik.bundle.model import DOSSIER

    if form == "json":
        return opened.read(DOSSIER).decode("utf-8", "replace")
    if form == "md":
        from tanik.dossier.markdown import to_markdown

        return to_markdown(dossier)
    if form == "html":
        return _html(opened, dossier, lang)
    from tanik.dossier.terminal import render_text

    width, colour = terminal(out)
    return render_text(dossier, width=width, colour=colour)


def _html(opened: Bundle, dossier: Dossier, lang: str) -> str:
    from tanik.bundle.model import SHOWN
    from tanik.dossier.html import to_html

    made = to_html(dossier)
    if SHOWN not in opened.entries or opened.read(SHOWN) != made.encode("utf-8", "surrogatepass"):
        note(say("open.made_anew", lang))
    return made


def _show(page: str, lang: str, *, browser: bool) -> None:
    """Put the page where only this user can read it, say where, and open it."""
    import webbrowser

    place = Path(tempfile.mkdtemp(prefix="tanik-")) / "dossier.html"
    place.write_bytes(page.encode("utf-8", "surrogatepass"))
    click.echo(str(place))
    if browser and not webbrowser.open(place.as_uri()):
        note(say("open.by_hand", lang))
