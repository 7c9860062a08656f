"""Whether names are one person's: the spellings in our own tables of people.

    python -m benchmarks.identities [--show]

Each person of ``leaders``, ``leaders_states``, ``officials`` and ``public_figures`` who has other
spellings of two words or more gives pairs of spellings that are one person; two people of one
country give pairs that are not (some are kin or namesakes, some one person listed twice). Names
are compared by themselves, as if the tables did not know them. They are joined where their country
alone is known (``Agreement.COUNTRY``); what needs a common office is counted by itself.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from onrecord.crisis.naming import load_naming
from onrecord.record.names import Agreement, Naming, agreement, spelling_keys
from onrecord.vocabulary.actors import Leader
from onrecord.vocabulary.tables import Tables

_TABLES = ("leaders", "leaders_states", "officials", "public_figures")


def people(tables: Tables) -> dict[tuple[str, str], set[str]]:
    """(name, country) -> its other spellings."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for table in _TABLES:
        for row in tables.csv(table, Leader):
            found[row.name, row.country].update(row.names)
    return found


def candidates(names: list[str], naming: Naming) -> Iterator[tuple[str, str]]:
    """The pairs of names that share a key, which all that can agree do."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        for key in spelling_keys(name, naming):
            holders[key].append(name)
    yield from sorted({pair for same in holders.values() for pair in combinations(same, 2)})


def main() -> None:
    """Print how many pairs are joined, and how many should not have been."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", nargs="?", help="not needed: the tables are ours")
    parser.add_argument("--show", action="store_true", help="the pairs that go wrong")
    options = parser.parse_args()
    tables = Tables()
    naming = load_naming(tables)
    known = people(tables)
    spellings = [
        (name, other, country)
        for (name, country), others in known.items()
        for other in sorted(others)
        if len(other.split()) > 1 and other != name
    ]
    of_country: defaultdict[str, list[str]] = defaultdict(list)
    for name, country in known:
        of_country[country].append(name)
    same = [(agreement(a, b, naming), a, b, c) for a, b, c in spellings]
    two = [
        (agreement(a, b, naming), a, b, c)
        for c, names in of_country.items()
        for a, b in candidates(names, naming)
    ]
    joined = sum(found >= Agreement.COUNTRY for found, *_ in same)
    by_office = sum(found is Agreement.OFFICE for found, *_ in same)
    wrong = sum(found >= Agreement.COUNTRY for found, *_ in two)
    wrong_office = sum(found is Agreement.OFFICE for found, *_ in two)
    print(f"{len(same)} pairs of spellings: {joined} joined ({joined / len(same):.1%}),")
    print(f"  {by_office} more where both have one office")
    print(f"{len(known)} people: {wrong} pairs of one country joined,")
    print(f"  {wrong_office} more where both have one office")
    if options.show:
        for found, *names in same:
            if found < Agreement.COUNTRY:
                print("apart", found.name, *names, sep=" | ")
        for found, *names in two:
            if found is not Agreement.NONE:
                print("joined", found.name, *names, sep=" | ")


if __name__ == "__main__":
    main()
