"""Events on the PLOVER gold sentences of the development half.

    python -m benchmarks.events [DATA] [--out FILE] [--half 0|1]

DATA holds ``events/plover-gsr-dev.jsonl``. Events are given as a PLOVER table has them: main
clauses first, and nothing that is denied or merely talked of. The halves are by the hash of the
sentence: 0 may be looked at, 1 is only measured.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

from benchmarks.scoring.events import score

_LEFT_OUT = frozenset({"denied", "hypothetical", "possible"})


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", nargs="?", default=os.environ.get("ONRECORD_BENCH_DATA"))
    parser.add_argument("--out", type=Path, help="write the predictions there")
    parser.add_argument("--half", type=int, choices=(0, 1))
    arguments = parser.parse_args()
    if not arguments.data:
        sys.exit("name the folder of the corpora, or set ONRECORD_BENCH_DATA")
    path = Path(arguments.data) / "events" / "plover-gsr-dev.jsonl"
    with path.open(encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines if line.strip()]
    if arguments.half is not None:
        gold = [row for row in gold if _half(row["text"]) == arguments.half]
    given = predict(gold)
    if arguments.out:
        with arguments.out.open("w", encoding="utf-8") as out:
            for identity, events in given.items():
                out.write(json.dumps({"id": identity, "events": events}) + "\n")
    for name, value in score(gold, given).table().items():
        print(f"{name:26} {value:8.3f}")


def predict(gold: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The coded events of each gold sentence."""
    import onrecord

    tools = onrecord.load()
    found = {}
    for row in gold:
        record = onrecord.read(row["text"], published="2000-01-01", tools=tools)
        actors = {actor.id: actor for actor in record.actors}
        events = [e for e in record.events if e.status not in _LEFT_OUT] or record.events
        found[row["id"]] = [
            {
                "event": event.event,
                "mode": event.mode,
                "sources": [_actor(actors[a]) for a in event.actors],
                "targets": [_actor(actors[a]) for a in event.recipients],
            }
            for event in events
        ]
    return found


def _actor(actor: Any) -> dict[str, Any]:
    return {"text": actor.name, "country": actor.country, "sector": actor.sector}


def _half(text: str) -> int:
    return hashlib.sha256(text.encode()).digest()[0] % 2


if __name__ == "__main__":
    main()
