"""`tanik verify BUNDLE`: was anything altered?

Comes in: a bundle, and the digest under which it was published, if it was. Goes out: what holds, what is not as it was
written, and what the file by itself cannot prove. Exit status 0 where nothing was altered, 1 where something was.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tanik.cli.options import deliver, in_json, lang_option, out_option, say, terminal, voice_options

if TYPE_CHECKING:
    from tanik.bundle.verify import Alteration, Report

__all__ = ["verify_command"]

_ALTERED = 1
_DIGEST = 64


@click.command("verify", help=say("verify.help"), short_help=say("verify.short"))
@click.argument("bundle", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="BUNDLE")
@click.option("--digest", metavar="SHA256", help=say("verify.digest"))
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help=say("verify.format"),
)
@out_option
@lang_option
@voice_options
@click.pass_context
def verify_command(
    ctx: click.Context, *, bundle: Path, digest: str | None, form: str, out: Path | None, lang: str
) -> None:
    """Prove that nothing in a bundle was altered."""
    from tanik.bundle.read import Bundle
    from tanik.bundle.verify import verify_bundle
    from tanik.errors import UsageError

    if digest is not None and (len(digest) != _DIGEST or set(digest.lower()) - set("0123456789abcdef")):
        raise UsageError(say("verify.no_digest", lang))
    with Bundle.open(bundle) as opened:
        report = verify_bundle(opened, digest)
    if form == "json":
        told = {"bundle": str(bundle), "sound": report.sound, **asdict(report)}
        deliver(in_json(told), out)
    else:
        deliver(_in_words(report, lang, colour=terminal(out)[1]), out)
    ctx.exit(0 if report.sound else _ALTERED)


def _in_words(report: Report, lang: str, *, colour: bool) -> str:
    key, shade = ("verify.sound", "green") if report.sound else ("verify.altered", "red")
    head = say(key, lang, count=len(report.alterations))
    lines = [click.style(head, fg=shade, bold=True) if colour else head]
    lines += [f"  ✗ {_altered(one, lang)}" for one in report.alterations]
    lines += [f"  ✓ {say(f'verify.proof.{proof.code}', lang, count=proof.count)}" for proof in report.proofs]
    lines += ["", say("verify.unproven", lang)]
    lines += [f"  – {say(f'verify.unproven.{code}', lang)}" for code in report.unproven]
    lines += ["", say("verify.manifest", lang, digest=report.digest)]
    return "\n".join(lines) + "\n"


def _altered(one: Alteration, lang: str) -> str:
    """What is altered, in words; the particulars of a part that does not fit stay as the program has them."""
    from tanik.dossier.display import clean

    told = say(f"verify.alteration.{one.code}", lang, detail=clean(one.detail))
    return f"{clean(one.part) or say('verify.whole', lang)}: {told}"
