"""A copy is found whole, cut or lightly changed; two reports of one thing are no copies."""

import tomllib
from pathlib import Path

import pytest

from onrecord.crisis.copies import find_copies
from onrecord.intake import Intake

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("crisis", ["kremlin-talks", "strait-dispute"])
def test_the_planted_copies_and_no_others(crisis):
    folder = EXAMPLES / crisis
    planted = tomllib.loads((folder / "planted.toml").read_text())
    intake = Intake.load()
    names = {}
    for dispatch in planted["dispatch"]:
        names[intake.open(folder / dispatch["file"]).article.id] = dispatch["file"]
    articles = [intake.open(folder / name).article for name in names.values()]
    found = {(names[c.article], names[c.original]) for c in find_copies(articles)}
    wanted = {(c["copy"], c["original"]) for c in planted["copies"] if c["kind"] == "wire-copy"}
    assert found == wanted


def test_order_does_not_matter():
    intake = Intake.load()
    folder = EXAMPLES / "strait-dispute"
    articles = [intake.open(path).article for path in sorted(folder.glob("0*.*"))]
    assert find_copies(articles) == find_copies(reversed(articles))
