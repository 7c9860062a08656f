"""Names of people: splitting, comparing, telling one person from another.

``same_person`` allows for transliteration (Zelenskiy, Zelensky, Zelenskyy; Sergei, Sergey;
Mohammed, Muhammad), initials, missing middle names and particles; it does not join two people
who share a surname only.
"""

from __future__ import annotations

import re
import unicodedata

_PARTICLES = frozenset("al el bin ibn von van der den de la le da dos di du del ben abu st".split())
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior"})
_HONORIFICS = frozenset(
    "mr mrs ms miss dr sir lord lady dame mx madam hon sheikh sheik haji".split()
)
_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"kh|ch(?=r)", "h"), (r"ts|tz|cz", "c"), (r"zh|dzh|dj", "j"), (r"shch|sch|sh", "s"),
        (r"ph", "f"), (r"q|ck|k", "k"), (r"x", "ks"), (r"w", "v"), (r"ou|oo|u", "u"),
        (r"ee|ie|iy|yi|yj|ij|ii|yy|ey|ei|ay|ai|y|j(?=$)", "i"), (r"e(?=i)", ""), (r"iy?$", "i"),
        (r"a[ae]", "a"), (r"gh", "g"), (r"(?<=[aeiou])h(?=[^aeiou]|$)", ""), (r"(.)\1", r"\1"),
        (r"o", "u"), (r"e", "a"), (r"ia|iu|io", "ia"),
    )
)  # fmt: skip


def plain(name: str) -> str:
    """``name`` without accents, in lower case."""
    decomposed = unicodedata.normalize("NFKD", name.replace("ø", "o").replace("ł", "l"))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    return bare.replace("ı", "i").replace("đ", "d").replace("’", "'")


def name_parts(name: str) -> list[str]:
    """The words of a name in lower case, honorifics and suffixes left out."""
    words = re.findall(r"[^\W_]+(?:['-][^\W_]+)*", plain(name))
    kept = [w for w in words if w not in _HONORIFICS and w not in _SUFFIXES]
    return kept or words


def surname(name: str) -> str:
    """The last word of a name with its particle: "bin Salman" is "salman"."""
    parts = name_parts(name)
    return parts[-1] if parts else ""


def sound_key(word: str) -> str:
    """A key that spellings of one name share: the same for Zelenskiy and Zelenskyy."""
    key = plain(word)
    key = re.sub(r"^(?:al|el)-", "", key)
    key = re.sub(r"[^a-z]", "", key)
    for pattern, replacement in _RULES:
        key = pattern.sub(replacement, key)
    return key


def same_word(a: str, b: str) -> bool:
    """Whether two words can be spellings of one name, or one an initial of the other."""
    a, b = plain(a).strip("."), plain(b).strip(".")
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    if a[0] != b[0] and sound_key(a)[:1] != sound_key(b)[:1]:
        return False
    ka, kb = sound_key(a), sound_key(b)
    if ka == kb:
        return True
    vowelless = re.sub("[aiu]", "", ka), re.sub("[aiu]", "", kb)
    return min(len(a), len(b)) >= 5 and vowelless[0] == vowelless[1] and _distance(ka, kb) <= 1


def same_person(a: str, b: str) -> bool:
    """Whether two full names can be one person's.

    Surnames must be spellings of one name; given names too, as far as both have them, with
    initials and missing middle names allowed. A bare surname is not enough to tell: False.
    """
    left, right = name_parts(a), name_parts(b)
    if not left or not right:
        return False
    if left == right:
        return True
    if min(len(left), len(right)) < 2:
        return False
    shorter, longer = sorted((left, right), key=len)
    shorter = [w for w in shorter if w not in _PARTICLES] or shorter
    longer = [w for w in longer if w not in _PARTICLES] or longer
    if len(shorter) > len(longer):
        shorter, longer = longer, shorter
    if len(shorter) < 2:
        return False
    if not same_word(shorter[-1], longer[-1]) and not _is_prefix(shorter, longer):
        return False
    return same_word(shorter[0], longer[0]) and _in_order(shorter, longer)


def _is_prefix(shorter: list[str], longer: list[str]) -> bool:
    """ "Mohammed bin Salman" and "Mohammed bin Salman Al Saud"."""
    return all(same_word(x, y) for x, y in zip(shorter, longer, strict=False))


def _in_order(shorter: list[str], longer: list[str]) -> bool:
    at = 0
    for word in shorter:
        while at < len(longer) and not same_word(word, longer[at]):
            at += 1
        if at == len(longer):
            return False
        at += 1
    return True


def _distance(a: str, b: str) -> int:
    """Levenshtein distance, cut off at 2."""
    if abs(len(a) - len(b)) > 1:
        return 2
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return min(row[-1], 2)
