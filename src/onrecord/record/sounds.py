"""Words of names as they sound: keys that the spellings of one name share.

Names come into English from other scripts in more than one way (Zelenskiy, Zelensky, Zelenskyy;
Mohammed, Muhammad; Araqchi, Araghchi). ``sound_key`` folds what transliterations differ in;
``same_word`` says whether two words can be one name's spellings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

Variants = Mapping[str, str]
NO_VARIANTS: Variants = MappingProxyType({})

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "ß": "ss",
                          "’": "'", "‘": "'", "`": "'", "œ": "oe", "ə": "a"})  # fmt: skip
_VIETNAMESE = re.compile("[\u0300\u0303\u0309\u0323\u031b]")  # tone marks and the horn
_RULES = tuple(
    partial(re.compile(pattern).sub, replacement)
    for pattern, replacement in (
        (r"tch", "ch"), (r"kh|ch(?=r)", "h"), (r"c(?=[aourlkt])(?!k)", "k"),
        (r"ts|tz|cz", "c"), (r"zh|dzh|dj", "j"), (r"shch|sch|sh", "s"),
        (r"ph", "f"), (r"q|ck|k", "k"), (r"x", "ks"), (r"w", "v"),
        (r"ue(?=[^aeiou]|$)", "u"), (r"oe|eo", "o"), (r"ou|oo|u", "u"),
        (r"ee|ie|iy|yi|yj|ij|ii|yy|ey|ei|ay|ai|y|j(?=$)", "i"), (r"e(?=i)", ""), (r"iy?$", "i"),
        (r"a[ae]", "a"), (r"gh", "g"), (r"(?<=[aeiou])h(?=[^aeiou]|$)", ""), (r"(.)\1", r"\1"),
        (r"o", "u"), (r"e", "a"), (r"ia|iu|io", "ia"),
    )
)  # fmt: skip
# Ukrainian and Belarusian have h where Russian has g, in words that end as theirs do.
_SLAVIC = re.compile(r"(?:enko|enka|chuk|skyy?|ski[iy]?|[aeiu]n|[oe]v|uk|ko|i[hg]a|ai|ay|i[iy]?)$")
# First letters that can be one sound in two spellings.
_FIRST = tuple(map(frozenset, ("ckqghx", "jgdzy", "yeija", "sctzx", "uvwo", "fp", "eao")))
_SHORTEST = 5  # letters from which a word may be off by one vowel


def plain(name: str) -> str:
    """``name`` without accents, in lower case: "Đukanović" is "djukanovic"."""
    if name.isascii():
        return name.lower()
    low = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    if "đ" in low:
        low = low.replace("đ", "d" if _VIETNAMESE.search(low) else "dj")
    return "".join(c for c in low if not unicodedata.combining(c))


def sound_key(word: str) -> str:
    """A key that spellings of one name share: the same for Zelenskiy and Zelenskyy."""
    key = plain(word)
    key = re.sub(r"^(?:al|el)-", "", key)
    key = re.sub(r"^ye", "e", key)
    key = re.sub(r"[^a-z]", "", key)
    for rule in _RULES:
        key = rule(key)
    return key


def skeleton(word: str) -> str:
    """The consonants of the sound key: spellings that are one name share it, as do some others."""
    return _consonants(sound_key(word)) or sound_key(word)


def readings(word: str) -> tuple[str, ...]:
    """The word, and itself as another language writes one of its sounds.

    Persian q is also written gh (Qalibaf, Ghalibaf); Ukrainian h is Russian g (Honcharenko).
    """
    found = [word]
    if "q" in word:
        found.append(word.replace("q", "gh"))
    if "h" in word and len(word) > _SHORTEST and _SLAVIC.search(word):
        found.append(re.sub(r"(?<![cgkpstz])h", "g", word))
    return tuple(dict.fromkeys(found))


def same_word(a: str, b: str, variants: Variants = NO_VARIANTS) -> bool:
    """Whether two words can be spellings of one name, or one an initial of the other."""
    a, b = plain(a).strip("."), plain(b).strip(".")
    if a == b or (a in variants and variants[a] == variants.get(b)):
        return True
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    if a[:1] != b[:1] and not any(a[:1] in same and b[:1] in same for same in _FIRST):
        return False
    return any(_sound_alike(x, y) for x in readings(a) for y in readings(b))


def _sound_alike(a: str, b: str) -> bool:
    ka, kb = sound_key(a), sound_key(b)
    if a[0] != b[0] and ka[:1] != kb[:1]:
        return False
    if ka == kb:
        return True
    if min(len(a), len(b)) < _SHORTEST or _consonants(ka) != _consonants(kb):
        return False
    return _distance(ka, kb) <= 1


def _consonants(key: str) -> str:
    return re.sub("[aiu]", "", key)


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
