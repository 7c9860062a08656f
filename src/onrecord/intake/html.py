"""HTML pages: the article's text and what the page says of it (trafilatura).

Nothing is fetched and no entity outside the page is resolved. Figures, captions and tables
are left out; a heading inside the story stays, as a line of its own.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from onrecord.intake.errors import IntakeError
from onrecord.intake.metadata import parse_date

_LOOKS = re.compile(r"<(?:!doctype\s+html|html|head|body|article|div|p|meta)\b", re.IGNORECASE)
_DEEPEST = 400  # nested elements; real pages have below 60
_MOST_TAGS = 200_000
_DATED = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
_CAPTIONS = ("figcaption", "figure", "aside", "table", "nav", "form", "footer")
_CAPTION_CLASS = re.compile(r"caption|credit|promo|newsletter|related|teaser|advert", re.IGNORECASE)


class Page(msgspec.Struct, frozen=True):
    """What a page gives."""

    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()


def is_html(text: str) -> bool:
    """Whether ``text`` is a page rather than plain text."""
    return _LOOKS.search(text[:2000]) is not None


def read_page(html: str, where: str) -> Page:
    """The article of a page.

    Raises:
        IntakeError: the page holds no article, or is built to be slow.
    """
    from trafilatura import bare_extraction  # slow to import, and only pages need it

    tree = _parse(html, where)
    if tree is None:
        raise _no_article(where)
    _drop_captions(tree)
    found: Any = bare_extraction(
        tree,
        include_comments=False,
        include_tables=False,
        include_images=False,
        include_links=False,
        favor_precision=False,
        with_metadata=True,
        deduplicate=False,
    )
    facts: dict[str, Any] = {} if found is None else dict(found.as_dict())
    text = _tidy(facts.get("text") or "")
    if len(text.split()) < 5:
        raise _no_article(where)
    author = facts.get("author") or ""
    return Page(
        text=text,
        title=_plain(facts.get("title")),
        outlet=_plain(_site_name(tree) or facts.get("sitename")),
        published=_published(tree) or parse_date(facts.get("date") or ""),
        url=_plain(facts.get("url")),
        authors=tuple(_plain(a) or "" for a in re.split(r";\s?", author) if a.strip()),
    )


def _parse(html: str, where: str) -> Any:
    """The page as a tree, with bounds on its depth and size."""
    from lxml import etree
    from lxml import html as lxml_html

    if html.count("<") > _MOST_TAGS:
        raise IntakeError(where, f"has more than {_MOST_TAGS} tags", "save the article alone")
    if re.search(r"<!ENTITY", html[:100_000], re.IGNORECASE):
        raise IntakeError(where, "declares entities of its own", "save the page as plain HTML")
    parser = lxml_html.HTMLParser(
        huge_tree=False, no_network=True, remove_comments=True, encoding="utf-8"
    )
    try:
        tree = lxml_html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    if _too_deep(tree):
        raise IntakeError(where, "is nested too deeply", "save the article alone")
    return tree


def _too_deep(tree: Any) -> bool:
    from lxml import etree

    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False


def _drop_captions(tree: Any) -> None:
    """Take out what stands beside the story."""
    for element in list(tree.iter(*_CAPTIONS)):
        if len(element.text_content()) < 2000:
            element.drop_tree()
    for element in list(tree.iter("p", "div", "span", "ul", "section")):
        marks = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _CAPTION_CLASS.search(marks) and len(element.text_content()) < 600:
            element.drop_tree()


def _site_name(tree: Any) -> str | None:
    for name in ("og:site_name", "application-name", "publisher"):
        for meta in tree.xpath("//meta[@property=$n or @name=$n]/@content", n=name):
            if meta.strip():
                return str(meta)
    return _from_json_ld(
        tree, re.compile(r'"publisher"\s*:\s*\{[^{}]{0,500}?"name"\s*:\s*"([^"]+)"')
    )


def _published(tree: Any) -> str | None:
    """The date of publication with its time, where the page gives one."""
    for name in ("article:published_time", "datePublished", "date", "pubdate", "dc.date"):
        for meta in tree.xpath("//meta[@property=$n or @name=$n or @itemprop=$n]/@content", n=name):
            if date := parse_date(str(meta)):
                return date
    return parse_date(_from_json_ld(tree, _DATED) or "")


def _from_json_ld(tree: Any, pattern: re.Pattern[str]) -> str | None:
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        match = pattern.search(str(script)[:100_000])
        if match is not None:
            return match[1]
    return None


def _tidy(text: str) -> str:
    """White space collapsed, one paragraph a line."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _plain(value: str | None) -> str | None:
    words = " ".join((value or "").split())
    return words or None


def _no_article(where: str) -> IntakeError:
    return IntakeError(where, "holds no article", "give the address or file of one story")
