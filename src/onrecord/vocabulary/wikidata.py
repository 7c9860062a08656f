"""Wikidata's dump of items in JSON, read line by line, whole or in extracts, offline.

``latest-all.json`` is one array with one entity a line; files may be packed with gzip or bzip2. An
item is kept as its English labels and aliases, whether it is a person, and its countries; see
https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html.
"""

from __future__ import annotations

import bz2
import gzip
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import msgspec

from onrecord.vocabulary.tables import VocabularyError

_LONGEST = 16 * 1024 * 1024  # bytes of a line
_LANGUAGES = ("en", "mul", "en-gb", "en-us", "en-ca")
_HUMAN = "Q5"
_INSTANCE_OF, _CODE = "P31", "P298"  # instance of; ISO 3166-1 alpha-3 code
_COUNTRIES = ("P27", "P17")  # of citizenship; of a body


class Item(msgspec.Struct, frozen=True):
    """An item of the dump.

    Attributes:
        qid: its id.
        names: its label first, then its aliases.
        is_person: whether it is an instance of human.
        countries: ids of the items that are its countries.
        code: ISO 3166-1 alpha-3, where it is a state itself.
    """

    qid: str
    names: tuple[str, ...]
    is_person: bool
    countries: tuple[str, ...] = ()
    code: str | None = None


class _Entity(msgspec.Struct):
    id: str
    labels: Any = None
    aliases: Any = None
    claims: Any = None


def is_dump(path: Path) -> bool:
    """Whether a file is a dump of items rather than a table: packed, or JSON."""
    with _opened(path) as lines:
        return lines.read(64).lstrip()[:1] in (b"[", b"{")


def read_items(path: Path, progress: Callable[[int], None] | None = None) -> Iterator[Item]:
    """The items of a dump that have an English name, one by one.

    Args:
        path: a file of one item a line, plain, .gz or .bz2.
        progress: told the number of lines from time to time.

    Raises:
        VocabularyError: naming file and line, where a line is no item or too long.
        OSError: it cannot be read.
    """
    decode = msgspec.json.Decoder(_Entity).decode
    for number, line in _lines(path):
        if len(line) > _LONGEST:
            raise VocabularyError(f"{path}, line {number}: longer than {_LONGEST} bytes")
        if progress is not None and number % 1000 == 0:
            progress(number)
        body = line.strip().rstrip(b",")
        if body in (b"", b"[", b"]"):
            continue
        try:
            item = _item(decode(body))
        except (msgspec.DecodeError, AttributeError, KeyError, TypeError) as error:
            raise VocabularyError(f"{path}, line {number}: no item: {error}") from error
        if item.names or item.code:
            yield item


def _opened(path: Path) -> IO[bytes] | gzip.GzipFile | bz2.BZ2File:
    with path.open("rb") as file:
        first = file.read(4)
    if first.startswith(b"\x1f\x8b"):
        return gzip.open(path, "rb")
    return bz2.open(path, "rb") if first.startswith(b"BZh") else path.open("rb")


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    with _opened(path) as lines:
        number = 0
        try:
            while line := lines.readline(_LONGEST + 1):
                number += 1
                yield number, line
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise VocabularyError(f"{path}, line {number + 1}: broken off: {error}") from error


def _item(entity: _Entity) -> Item:
    labels, aliases, claims = (
        part or {} for part in (entity.labels, entity.aliases, entity.claims)
    )
    names = [labels[language]["value"] for language in _LANGUAGES if language in labels]
    for language in _LANGUAGES:
        names.extend(alias["value"] for alias in aliases.get(language, ()))
    return Item(
        entity.id,
        tuple(dict.fromkeys(names)),
        _HUMAN in _values(claims, _INSTANCE_OF),
        tuple(value for claim in _COUNTRIES for value in _values(claims, claim)),
        next(iter(_values(claims, _CODE)), None),
    )


def _values(claims: Any, name: str) -> list[str]:
    """The values of a property: ids of items, or strings; those without one are passed over."""
    found = []
    for claim in claims.get(name, ()):
        value = claim.get("mainsnak", {}).get("datavalue", {}).get("value")
        if isinstance(value, dict):
            value = value.get("id")
        if isinstance(value, str) and claim.get("rank") != "deprecated":
            found.append(value)
    return found
