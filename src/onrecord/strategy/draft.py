"""A model file from a record: parties, what they could do, and what they have said they prefer.

The draft is for a person to edit. Every option and every preference cites the rows it rests on;
whatever the draft had to choose is marked ``# assumed``. What nobody said stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.record import Actor, Move, Record, slug

MOST_MAKERS = 5
MOST_OPTIONS = 10
_ASKS = ("demand", "condition")
_GIVES = ("offer", "promise", "concession", "acceptance")
_LONGEST_LABEL = 90


class DraftError(ValueError):
    """The record has no moves of two parties."""


@dataclass
class _Option:
    """An option of the draft, with the moves that speak of it."""

    id: str
    owner: str
    label: str
    rows: list[str] = field(default_factory=list)
    assumed: str = ""


@dataclass
class _Wish:
    """A preference statement of the draft."""

    text: str
    means: str
    rows: tuple[str, ...]
    assumed: str = ""


@dataclass
class Draft:
    """What has been gathered so far.

    Attributes:
        names: decision maker -> its name.
        cites: decision maker -> rows that speak of it.
        options: in the order of their first row.
        wishes: decision maker -> its statements, the most important first.
    """

    names: dict[str, str] = field(default_factory=dict)
    cites: dict[str, list[str]] = field(default_factory=dict)
    options: dict[str, _Option] = field(default_factory=dict)
    wishes: dict[str, list[_Wish]] = field(default_factory=dict)


def draft(records: Iterable[Record], *, issue: str | None = None, name: str = "draft") -> str:
    """A model file, in TOML, from the moves of records.

    Args:
        records: one or more articles' records, in order of time.
        issue: only moves of this issue, and what is threatened or offered for it.
        name: of the model.

    Raises:
        DraftError: there are not two parties with moves.
    """
    records = list(records)
    actors = {actor.id: actor for record in records for actor in record.actors}
    moves = [
        move
        for record in records
        for move in record.moves
        if move.party is not None and (issue is None or move.issue == issue)
    ]
    parties = _parties(moves, actors)
    if len(parties) < 2:
        raise DraftError("a model needs moves of two parties; the record has too few")
    gathered = Draft()
    for party in parties:
        gathered.names[party] = _name(party, actors)
        gathered.cites[party] = [m.id for m in moves if _maker(m.party, actors) == party]
        gathered.wishes[party] = []
    for move in moves:
        _add(gathered, move, parties, actors)
    _trim(gathered)
    return "\n".join(_written(gathered, name)) + "\n"


# --- who decides


def _maker(actor: str | None, actors: dict[str, Actor]) -> str | None:
    """The decision maker an actor counts to: its country, else itself."""
    if actor is None:
        return None
    known = actors.get(actor)
    if known is None or known.kind == "unnamed":
        return None
    return known.country or slug(known.name)


def _parties(moves: Sequence[Move], actors: dict[str, Actor]) -> list[str]:
    """The parties with most moves, those first whom most is put to as well."""
    counts: Counter[str] = Counter()
    for move in moves:
        for actor, weight in ((move.party, 2), *((one, 1) for one in move.toward)):
            maker = _maker(actor, actors)
            if maker is not None:
                counts[maker] += weight
    return [maker for maker, _ in counts.most_common(MOST_MAKERS)]


def _name(maker: str, actors: dict[str, Actor]) -> str:
    own = [a for a in actors.values() if (a.country or slug(a.name)) == maker]
    order = {"state": 0, "government": 1, "organisation": 2}
    own.sort(key=lambda a: (order.get(a.kind, 3), a.name))
    return own[0].name if own else maker


# --- what they could do, and what they prefer


def _add(gathered: Draft, move: Move, parties: Sequence[str], actors: dict[str, Actor]) -> None:
    party = _maker(move.party, actors)
    if party not in gathered.names:
        return
    assert party is not None
    wishes = gathered.wishes[party]
    if move.kind in _ASKS:
        asked = _asked(move, party, parties, actors)
        done = [_option(gathered, owner, move, why) for owner, why in asked]
        for option in done:
            _wish(wishes, option.id, f"{move.kind}: {option.label}", move.id)
        if move.otherwise and done:
            threat = _threat(gathered, party, move)
            text = f"{threat.id} if not {done[0].id}"
            _wish(wishes, text, "what follows if it is not done", move.id)
    elif move.kind == "threat":
        option = _option(gathered, party, move, "")
        _wish(wishes, option.id, f"threat: {option.label}", move.id, "it means the threat")
    elif move.kind == "refusal":
        option = _option(gathered, party, move, "")
        _wish(wishes, f"not {option.id}", f"refusal: {option.label}", move.id, first=True)
    elif move.kind in _GIVES:
        option = _option(gathered, party, move, "")
        assumed = "it wants what it offers" if move.kind == "offer" else ""
        _wish(wishes, option.id, f"{move.kind}: {option.label}", move.id, assumed)


def _asked(
    move: Move, party: str, parties: Sequence[str], actors: dict[str, Actor]
) -> list[tuple[str, str]]:
    """Who would have to do what is asked, and what was assumed to say so."""
    named = [_maker(one, actors) for one in move.toward]
    found = [one for one in dict.fromkeys(named) if one in parties and one != party]
    if found:
        return [(one, "") for one in found if one is not None]
    other = next((one for one in parties if one != party), None)
    return [(other, "nobody is named: put to the main other party")] if other else []


def _option(gathered: Draft, owner: str, move: Move, assumed: str) -> _Option:
    label = _label(" … ".join(span.text for span in move.terms))
    subject = move.issue if move.issue and move.issue != "other" else slug(label)[:32]
    return _put(gathered, owner, subject, label, move.id, assumed)


def _threat(gathered: Draft, owner: str, move: Move) -> _Option:
    label = _label(re.sub(r"^(?:or|else|otherwise)\s+", "", move.otherwise[0].text))
    return _put(gathered, owner, slug(label)[:32], label, move.id, "")


def _put(gathered: Draft, owner: str, subject: str, label: str, row: str, assumed: str) -> _Option:
    ident = f"{owner}-{subject}".lower().replace("_", "-")
    if ident not in gathered.options:
        gathered.options[ident] = _Option(ident, owner, label, assumed=assumed)
    option = gathered.options[ident]
    if row not in option.rows:
        option.rows.append(row)
    return option


def _label(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST_LABEL else words[: _LONGEST_LABEL - 1].rstrip() + "…"


def _wish(
    wishes: list[_Wish], text: str, means: str, row: str, assumed: str = "", *, first: bool = False
) -> None:
    """Add a statement; one that is there gains a row, its opposite before it outranks it."""
    opposite = text.removeprefix("not ") if text.startswith("not ") else f"not {text}"
    for at, wish in enumerate(wishes):
        if wish.text == text:
            rows = tuple(dict.fromkeys((*wish.rows, row)))
            wishes[at] = _Wish(text, wish.means, rows, wish.assumed)
            return
        if wish.text == opposite:
            if first:  # what is refused outranks an offer of the same
                wishes[at] = _Wish(text, means, (row,), assumed)
            return
    wish = _Wish(text, means, (row,), assumed)
    if first:
        wishes.insert(sum(w.text.startswith("not ") for w in wishes), wish)
    else:
        wishes.append(wish)


def _trim(gathered: Draft) -> None:
    """Keep the options that most rows speak of, and the statements about them."""
    kept = sorted(gathered.options.values(), key=lambda o: -len(o.rows))[:MOST_OPTIONS]
    names = {option.id for option in kept}
    gathered.options = {k: v for k, v in gathered.options.items() if k in names}
    for maker, wishes in gathered.wishes.items():
        gathered.wishes[maker] = [w for w in wishes if _options_of(w.text) <= names]
    owners = {o.owner for o in gathered.options.values()}
    for maker in [*gathered.names]:
        if maker not in owners and not gathered.wishes[maker]:
            del gathered.names[maker]


def _options_of(text: str) -> set[str]:
    return {word for word in text.split() if word not in ("not", "if", "and", "or", "iff")}


# --- the file


def _written(gathered: Draft, name: str) -> Iterator[str]:
    yield "# A draft from the record, for a person to edit. Every option and preference cites the"
    yield "# rows it rests on; what the draft had to choose is marked “assumed”. The order of a"
    yield "# decision maker's preferences is what it refuses first, then the rest as the record has"
    yield "# it (assumed)."
    yield f"name = {_quoted(name)}"
    yield "status_quo = []  # assumed: nobody has done any of this yet"
    for maker, title in gathered.names.items():
        yield ""
        yield "[[decision_maker]]"
        yield f"id = {_quoted(maker)}"
        yield f"name = {_quoted(title)}"
        yield f"cites = {_list(gathered.cites[maker][:12])}"
    for option in gathered.options.values():
        yield ""
        yield "[[option]]"
        yield f"id = {_quoted(option.id)}"
        yield f"owner = {_quoted(option.owner)}"
        yield f"label = {_quoted(option.label)}"
        yield f"cites = {_list(option.rows)}"
        if option.assumed:
            yield f"# assumed: {option.assumed}"
    for maker, wishes in gathered.wishes.items():
        if maker not in gathered.names or not wishes:
            continue
        yield ""
        yield "[[preference]]"
        yield f"maker = {_quoted(maker)}"
        yield "prefers = ["
        for wish in wishes:
            note = f"  # assumed: {wish.assumed}" if wish.assumed else ""
            flag = ", assumed = true" if wish.assumed else ""
            yield (
                f"  {{ text = {_quoted(wish.text)}, means = {_quoted(wish.means)},"
                f" cites = {_list(wish.rows)}{flag} }},{note}"
            )
        yield "]"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else " " for c in escaped) + '"'


def _list(rows: Sequence[str]) -> str:
    return "[" + ", ".join(_quoted(row) for row in rows) + "]"
