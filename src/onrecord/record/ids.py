"""Stable ids: the same input read twice by the same version gives the same ids."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_OTHER = re.compile(r"[^a-z0-9]+")


def article_id(text: str, url: str | None = None) -> str:
    """Ten hex digits of SHA-256 over url and text."""
    digest = hashlib.sha256()
    digest.update((url or "").encode("utf-8", "surrogatepass"))
    digest.update(b"\0")
    digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:10]


def row_id(article: str, letter: str, number: int) -> str:
    """Id of the ``number``-th row of a table: ``1f0c9a77de-s12``.

    ``letter`` is s (statement), e (event) or m (move); numbers count from 1 in the order
    of the text.
    """
    return f"{article}-{letter}{number}"


def slug(name: str) -> str:
    """``name`` in lower-case ASCII with hyphens: "Åsa Öberg" gives ``asa-oberg``.

    Names without any Latin letter keep a short digest of themselves instead.
    """
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    plain = plain.replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("ı", "i")
    plain = plain.replace("ß", "ss").replace("æ", "ae").replace("œ", "oe")
    plain = plain.replace("'", "").replace("\u2019", "")
    words = _OTHER.sub("-", plain).strip("-")
    return words or hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:10]
