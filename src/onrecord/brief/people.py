"""People and parties: who they are, as the articles say."""

from __future__ import annotations

from onrecord.brief import wording
from onrecord.brief.desk import Desk
from onrecord.brief.view import Group, Line, Section
from onrecord.record import Actor

_MOST = 40
_GROUPS = {
    "person": "People",
    "state": "States and governments",
    "government": "States and governments",
    "organisation": "Organisations and armed groups",
    "armed-group": "Organisations and armed groups",
    "media": "Media",
}


def people(desk: Desk, *, full: bool) -> Section:
    """Named actors by kind, the most mentioned first."""
    counts = desk.mention_counts()
    ids = sorted(desk.actors, key=lambda actor: (-counts[actor], actor))
    groups: dict[str, list[Line]] = {heading: [] for heading in _GROUPS.values()}
    for actor in ids:
        row = desk.actors[actor]
        if row.kind in _GROUPS and (full or len(groups[_GROUPS[row.kind]]) < _MOST):
            groups[_GROUPS[row.kind]].append(_line(desk, row, counts[actor]))
    return Section(
        "People and parties",
        tuple(Group(tuple(lines), heading) for heading, lines in groups.items() if lines),
        empty="Nobody is named.",
    )


def _line(desk: Desk, actor: Actor, mentions: int) -> Line:
    roles = dict.fromkeys(wording.clean(role.title) for role in actor.roles)
    details = [", ".join(roles)] if roles else []
    codes = " ".join(code for code in (actor.country, actor.sector) if code)
    if codes:
        details.append(codes)
    details.append(f"{mentions} mention{'' if mentions == 1 else 's'}")
    reference = desk.reference(actor.article, actor.start)
    return Line(wording.clean(actor.name), "", tuple(details), (reference,))
