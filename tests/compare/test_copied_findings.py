"""What a finding of a copied passage shows: its first words, and pages by what readers see and not by their ids."""

from __future__ import annotations

from tanik.compare.model import Examined, Finding
from tanik.compare.run import run
from tanik.dossier.messages import message
from tanik.facts.read import read as read_facts
from tanik.page.read import read

_FIRST = (
    "Kervan o kış dağ yolunda kaldı, yükü karın altında bekledi, köylüler ancak baharda gidip sandıkları birer birer "
    "indirdiler ve ambara taşıdılar, sonra da kadıya haber verdiler."
)
_SECOND = (
    "Ambarın anahtarı üç kişide dururdu, biri gelmeden kapı açılmazdı, o yıl bekçi hastalandı, kapı haziran sonuna dek "
    "kapalı kaldı ve buğdayın yarısı nemden çürüdü gitti."
)


def _copied() -> list[Finding]:
    examined = []
    for number, own in enumerate(
        ("Bunları dedem anlatırdı, ben de yazdım.", "Eski bir defterden aldığım parçalar bunlar.")
    ):
        between = (
            "Değirmen ayrı bir hikâyedir ve onu bilen kalmadı.",
            "Köprüden kimse söz etmez, ben de etmeyeceğim.",
        )[number]
        body = f"<p>{_FIRST}</p><p>{between} {own}</p><p>{_SECOND}</p>"
        html = f"<html lang=tr><head><title>Defter {number}</title></head><body>{body}</body></html>"
        page = read(html.encode(), path=f"{number}.html", id=f"p{number + 4}")
        examined.append(Examined(page, read_facts(page, fast=True)))
    return [one for one in run(examined).findings if one.rule.startswith("passage-copied")]


def test_two_passages_of_the_same_pages_do_not_read_alike() -> None:
    found = _copied()
    assert len(found) == 2
    assert len({message(one, "tr") for one in found}) == 2
    assert "Kervan o kış" in message(found[0], "en")


def test_links_name_pages_by_their_titles() -> None:
    links = [value for one in _copied() for what, value in one.because if what == "link"]
    assert not any("p4" in link or "p5" in link for link in links)
