"""The articles that references count: who published them, and which repeat which."""

from __future__ import annotations

from onrecord.brief import wording
from onrecord.brief.desk import Desk
from onrecord.brief.view import Group, Line, Section
from onrecord.crisis.copies import find_copies


def article_list(desk: Desk) -> Section:
    """One line an article, by its number; copies name their original."""
    lines = []
    copies = {c.article: c for c in find_copies(record.article for record in desk.records)}
    for record in desk.records:
        article = record.article
        facts = [desk.outlet(article.id)]
        if article.agency and article.agency != article.outlet:
            facts.append(f"credits {wording.clean(article.agency)}")
        facts.append(wording.day(article.published[:10]) if article.published else "no date")
        if article.id in copies:
            copy = copies[article.id]
            facts.append(f"a copy of {desk.number[copy.original]} ({copy.reason})")
        if article.url:
            facts.append(wording.clean(article.url))
        opening = next(iter(article.text.strip().splitlines()), "")
        title = wording.shortened(article.title or opening, 100)
        lines.append(Line(title, f"{desk.number[article.id]}", tuple(facts)))
    return Section("Articles", (Group(tuple(lines)),) if lines else ())
