"""Names of people: splitting, comparing, telling one person from another.

``same_person`` allows for transliteration (Zelenskiy, Zelensky, Zelenskyy; Sergei, Sergey;
Mohammed, Muhammad), initials, missing middle names and particles; it does not join two people
who share a surname only, nor the father with the junior. What no rule joins ("Joe", "Joseph")
is given as variants: word -> the word that stands for all its spellings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

Variants = Mapping[str, str]
NO_VARIANTS: Variants = MappingProxyType({})

_PARTICLES = frozenset("al el bin ibn von van der den de la le da dos di du del ben abu st".split())
_SUFFIXES = {
    "jr": "jr",
    "junior": "jr",
    "ii": "ii",
    "iii": "iii",
    "iv": "iv",
    "sr": "",
    "senior": "",
}
_HONORIFICS = frozenset(
    "mr mrs ms miss dr sir lord lady dame mx madam hon sheikh sheik shaikh haji hajji ayatollah "
    "mullah mawlawi maulana imam sayyid sayed hojatoleslam rabbi rev reverend fr father pope "
    "cardinal archbishop bishop gen general lt col colonel maj major capt captain adm admiral "
    "brig sgt sen senator rep gov president king queen emir prof professor justice judge".split()
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
    if name.isascii():
        return name.lower()
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
    key = re.sub(r"^ye", "e", key)
    key = re.sub(r"[^a-z]", "", key)
    for pattern, replacement in _RULES:
        key = pattern.sub(replacement, key)
    return key


def skeleton(word: str) -> str:
    """The consonants of the sound key: spellings that are one name share it, as do some others."""
    return re.sub("[aiu]", "", sound_key(word)) or sound_key(word)


def same_word(a: str, b: str, variants: Variants = NO_VARIANTS) -> bool:
    """Whether two words can be spellings of one name, or one an initial of the other."""
    a, b = plain(a).strip("."), plain(b).strip(".")
    if a == b or (a in variants and variants[a] == variants.get(b)):
        return True
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    ka, kb = sound_key(a), sound_key(b)
    if a[0] != b[0] and ka[:1] != kb[:1]:
        return False
    if ka == kb:
        return True
    vowelless = re.sub("[aiu]", "", ka), re.sub("[aiu]", "", kb)
    return min(len(a), len(b)) >= 5 and vowelless[0] == vowelless[1] and _distance(ka, kb) <= 1


def same_person(a: str, b: str, variants: Variants = NO_VARIANTS) -> bool:
    """Whether two full names can be one person's.

    Surnames must be spellings of one name; given names too, as far as both have them, with
    initials and missing middle names allowed. A bare surname is not enough to tell: False.

    >>> same_person("Volodymyr Zelenskiy", "V. Zelenskyy")
    True
    >>> same_person("Ivan Petrov", "Igor Petrov")
    False
    """
    if _suffix(a) != _suffix(b):
        return False
    left, right = _compared(a), _compared(b)
    if min(len(left), len(right)) < 2:
        return left == right and bool(left)
    if _other_initials(left, right):
        return False
    if "".join(left) == "".join(right) or _run_together(left) == _run_together(right):
        return True
    shorter, longer = sorted((left, right), key=len)
    last = same_word(shorter[-1], longer[-1], variants)
    if not last and not _begins(shorter, longer, variants):
        return False
    return same_word(shorter[0], longer[0], variants) and _in_order(shorter, longer, variants)


def _begins(shorter: list[str], longer: list[str], variants: Variants) -> bool:
    """ "Mohammed bin Salman" and "Mohammed bin Salman Al Saud", "Gustavo Petro Urrego"."""
    if len(shorter[-1]) < 4:
        return False
    return all(same_word(x, y, variants) for x, y in zip(shorter, longer, strict=False))


def _other_initials(a: list[str], b: list[str]) -> bool:
    """ "George W. Bush" and "George H.W. Bush": both have initials, and they differ."""
    one, other = ([w for w in words[1:-1] if len(w) == 1] for words in (a, b))
    size = min(len(one), len(other))
    return one[:size] != other[:size]


def _compared(name: str) -> list[str]:
    """The words that are compared: without particles, hyphens as spaces."""
    parts = [piece for word in name_parts(name) for piece in word.split("-")]
    kept = [w for w in parts if w not in _PARTICLES]
    return kept if len(kept) > 1 else parts


def _run_together(words: list[str]) -> str:
    """ "Xi Jin-ping" and "Xi Jinping", "Abdelfattah Sisi" and "Abdel Fattah al-Sisi"."""
    return " ".join((sound_key("".join(words[:-1])), sound_key(words[-1])))


def _suffix(name: str) -> str:
    words = plain(name).replace(".", " ").replace(",", " ").split()
    return _SUFFIXES.get(words[-1], "") if words else ""


def _in_order(shorter: list[str], longer: list[str], variants: Variants) -> bool:
    at = 0
    for word in shorter:
        while at < len(longer) and not same_word(word, longer[at], variants):
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
