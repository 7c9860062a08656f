"""One spelling for every way a place name is printed, so that names can be looked up."""

from __future__ import annotations

import re
import unicodedata

LONGEST_KEY = 32  # bytes of a key that are compared; longer names are cut
_PLAIN = str.maketrans(
    {
        "ø": "o", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae",
        "œ": "oe", "ə": "a", "ŋ": "n", "ħ": "h", "’": "", "‘": "", "ʻ": "", "ʼ": "",
        "`": "", "´": "", "'": "", "ʿ": "", "ʾ": "", ".": "", "-": " ", "‐": " ", "–": " ",
        ",": " ", "(": " ", ")": " ", "/": " ",
    }
)  # fmt: skip
_SPACES = re.compile(r"\s+")
_LEADING = re.compile(r"^the (?=.)")
_SAINT = re.compile(r"\b(?:st|ste) (?=\w)")
_FORT = re.compile(r"^ft (?=\w)")
_MOUNT = re.compile(r"^mt (?=\w)")


def fold(name: str) -> str | None:
    """The key of ``name``: lower case, no marks, no points, hyphens as spaces, "saint" for "st".

    "St. Petersburg" and "Saint-Pétersbourg" agree as far as "saint pet…rsb…urg" does. Names
    in another script than Latin give None.
    """
    key = name.lower().translate(_PLAIN)
    if not key.isascii():
        decomposed = unicodedata.normalize("NFKD", key)
        key = "".join(c for c in decomposed if not unicodedata.combining(c))
        if not key.isascii():
            return None
    if "  " in key or "\n" in key or "\t" in key or key[:1] == " " or key[-1:] == " ":
        key = _SPACES.sub(" ", key).strip()
    if "st" in key:
        key = _SAINT.sub("saint ", key)
    if key.startswith("the "):
        key = _LEADING.sub("", key)
    elif key.startswith("ft "):
        key = _FORT.sub("fort ", key)
    elif key.startswith("mt "):
        key = _MOUNT.sub("mount ", key)
    return key or None


def key_bytes(key: str) -> bytes:
    """A folded name as it stands in the index."""
    return key.encode("ascii")[:LONGEST_KEY]
