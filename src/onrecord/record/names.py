"""Names of people: splitting, comparing, telling one person from another.

``agreement`` says how much must be known besides for two names to be one person's. It allows for
transliteration (``onrecord.record.sounds``), initials, missing middle names, titles, particles,
articles run together (ElBaradei), second surnames and family names that stand first; it does not
join two people who share a surname only, nor the father with the junior. What no rule joins ("Joe",
"Joseph") is given as variants: word -> the word that stands for all its spellings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from onrecord.record.sounds import (
    NO_VARIANTS,
    Variants,
    plain,
    readings,
    same_word,
    skeleton,
    sound_key,
)

_ARTICLES = frozenset("al el".split())
_PARTICLES = _ARTICLES | frozenset("bin ibn bint von van der den de la le da dos di du del ben abu "
                                   "st ul ur ud".split())  # fmt: skip
_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "", "senior": ""}
_NUMERAL = re.compile(r"x{0,2}(?:ix|iv|v?i{0,3})")
# Who is called by title and given name: "King Salman", "Pope Leo XIV".
_RULERS = frozenset(
    "king queen pope sultan prince princess emir emperor shah sheikh sheikha patriarch catholicos "
    "metropolitan".split()
)
_HONORIFICS = frozenset(
    "mr mrs ms miss dr sir lord lady dame mx madam hon sheikh sheik shaikh sheikha haji hajji "
    "ayatollah mullah mawlawi mawlavi molavi maulvi maulana imam sayyid sayed hojatoleslam rabbi "
    "rev reverend fr father pope cardinal archbishop bishop gen general lt col colonel maj major "
    "capt captain adm admiral brig sgt sen senator rep gov president king queen emir prof "
    "professor justice judge".split()
)
# Titles that are names, too: compared with and without.
_MAYBE_TITLES = frozenset(
    "prince princess sultan shah sayyed seyed seyyed syed mufti nawab sardar chaudhry metropolitan "
    "catholicos patriarch grand crown habib haj baron count".split()
)
# First names so common where they are used that they are left out ("Mohammad Javad Zarif").
_LEFT_OUT = frozenset({"mohammed", "muhammad", "mohammad", "mohamed", "mohamad", "muhammed", "md",
                       "maria", "jose", "syed", "abdul", "raden", "dato"})  # fmt: skip
_ABD = re.compile(r"\babd(?:[aeu][lrsnz][ -]?|[ -](?:al|el|ul|ur|as|er)[ -])(?=[a-z]{3})")
_DIN = re.compile(
    r"(?<=\w)(?:[ -]?(?:al|el|ad|ed|ud|e|u))?[ -]d+(?:i|ee)n\b|(?<=\w{3})[ue]l?dd?in\b"
)
_CAPITALS = re.compile(r"\b(?:[A-Z]\.?){2,3}(?= [A-Z][a-z'’])")


class Agreement(IntEnum):
    """What must be known besides the names for two people to be one.

    Attributes:
        NONE: they are two.
        OFFICE: that both have one office of one country.
        COUNTRY: that both are of one country.
        NAME: nothing; only that nothing speaks against it.
    """

    NONE = 0
    OFFICE = 1
    COUNTRY = 2
    NAME = 3


class Naming(NamedTuple):
    """What is known of names.

    Attributes:
        variants: spelling -> the one that stands for all of that name.
        families: family names of languages in which they stand first, lower case.
    """

    variants: Variants = NO_VARIANTS
    families: frozenset[str] = frozenset()


NO_NAMING = Naming()


def name_parts(name: str) -> list[str]:
    """The words of a name in lower case, titles before it and suffixes left out."""
    words = re.findall(r"[^\W_]+(?:['-][^\W_]+)*", plain(name))
    kept = words[:-1] if len(words) > 1 and _ending(words) is not None else words[:]
    while len(kept) > 1 and kept[0] in _HONORIFICS:
        del kept[0]
    return kept


def surname(name: str) -> str:
    """The last word of a name without its particle: "bin Salman" is "salman"."""
    parts = name_parts(name)
    return parts[-1] if parts else ""


def same_person(a: str, b: str, variants: Variants = NO_VARIANTS) -> bool:
    """Whether two full names are one person's by themselves; a bare surname is not enough.

    >>> same_person("Volodymyr Zelenskiy", "V. Zelenskyy")
    True
    >>> same_person("Ivan Petrov", "Igor Petrov")
    False
    """
    return agreement(a, b, Naming(variants)) is Agreement.NAME


def agreement(a: str, b: str, naming: Naming = NO_NAMING) -> Agreement:
    """How far two full names agree, and so what else must be known.

    Args:
        a, b: names; one of them a single word, they agree only where both are the same.
        naming: spellings, and family names that stand first.

    >>> agreement("Mohammad Javad Zarif", "Javad Zarif").name
    'COUNTRY'
    """
    return compare(parse(a), parse(b), naming)


class Parsed(NamedTuple):
    """A name taken apart, once, to be compared with many.

    Attributes:
        words: all its words.
        parts: those without titles before it and suffixes.
        ending: what tells it from its namesakes: "jr", "ii".
        forms: the words to be compared, in each way the name can be read.
    """

    words: list[str]
    parts: list[str]
    ending: str
    forms: tuple[list[str], ...]

    @property
    def is_ruler(self) -> bool:
        """Whether it is a title and a given name: "King Aldric"."""
        return len(self.parts) == 1 and len(self.words) > 1 and self.words[0] in _RULERS


def parse(name: str) -> Parsed:
    """Take a name apart."""
    words = re.findall(r"[^\W_]+", plain(name))
    ending = (_ending(words) or "") if words else ""
    return Parsed(words, name_parts(name), ending, tuple(_forms(name)))


def compare(a: Parsed, b: Parsed, naming: Naming = NO_NAMING) -> Agreement:
    """``agreement`` of two names that were taken apart."""
    most = _by_ending(a, b)
    if most is Agreement.NONE:
        return most
    best = Agreement.NONE
    for left in a.forms:
        for right in b.forms:
            best = max(best, _agree(left, right, naming))
            if best is Agreement.NAME:
                return min(best, most)
    if best is Agreement.NONE and _of_a_ruler(a, b):
        return min(Agreement.COUNTRY, most)
    return min(best, most)


def spelling_keys(name: str, naming: Naming = NO_NAMING) -> frozenset[str]:
    """By what the other spellings of a name are found: two names that agree share a key.

    The later words of a name by their consonants, its first where it is a family name, and all of
    it, in its order and in any.
    """
    keys: set[str] = set()
    for words in _forms(name):
        later = [word for word in words[1:] if len(word) > 1] or words[-1:]
        if words[0] in naming.families:
            later.append(words[0])
        for word in later:
            keys.update(skeleton(naming.variants.get(x, x)) for x in readings(word))
        keys.add(skeleton("".join(words)))
        if len(words) > 1:
            keys.add("+".join(sorted(map(sound_key, words))))
    return frozenset(keys)


# --- the words that are compared


def _forms(name: str) -> Iterator[list[str]]:
    """The words to be compared: without particles, with articles run on, without a title."""
    spread = _CAPITALS.sub(lambda found: " ".join(found[0].replace(".", "")), name)
    low = _DIN.sub("din", plain(spread))
    run_on = _ABD.sub("abd", low)
    if run_on != low:
        yield _without_particles(_pieces(low))
    parts = _pieces(run_on)
    yield _without_particles(parts)
    if any(word in _ARTICLES for word in parts[:-1]):
        yield _without_particles(list(_articles_run_on(parts)))
    if len(parts) > 2 and parts[0] in _MAYBE_TITLES:
        rest = parts[1:]
        while len(rest) > 2 and rest[0] in _MAYBE_TITLES | _HONORIFICS:
            rest = rest[1:]
        yield _without_particles(rest)


def _pieces(name: str) -> list[str]:
    return [piece for word in name_parts(name) for piece in word.split("-")]


def _without_particles(parts: list[str]) -> list[str]:
    kept = [word for word in parts if word not in _PARTICLES]
    return kept if len(kept) > 1 else parts


def _articles_run_on(parts: list[str]) -> Iterator[str]:
    before = ""
    for word in parts:
        if word in _ARTICLES and not before:
            before = word
            continue
        yield before + word
        before = ""


def _ending(words: list[str]) -> str | None:
    """What the last word says of which of a name it is ("jr", "ii", "" for the senior), if so."""
    last = words[-1]
    is_number = _NUMERAL.fullmatch(last) and (len(last) > 1 or words[0] in _RULERS)
    return _SUFFIXES.get(last, last if is_number else None)


def _by_ending(a: Parsed, b: Parsed) -> Agreement:
    """The most that juniors, and kings of one name, can agree."""
    endings = (a.ending, b.ending)
    if endings[0] == endings[1]:
        return Agreement.NAME
    is_bare = "" in endings and "jr" not in endings
    if is_bare and any(name.words and name.words[0] in _RULERS for name in (a, b)):
        return Agreement.COUNTRY  # "King Charles", "Charles III"
    return Agreement.NONE


def _of_a_ruler(a: Parsed, b: Parsed) -> bool:
    """ "King Salman" and "Salman bin Abdulaziz": a title, and one given name that both have."""
    for name, other in ((a, b), (b, a)):
        if name.is_ruler and name.parts[0] == other.parts[0]:
            if len(other.parts) > 1 or other.words[0] in _RULERS:
                return True
    return False


# --- comparing


def _agree(left: list[str], right: list[str], naming: Naming) -> Agreement:
    if min(len(left), len(right)) < 2:
        return Agreement.NAME if left == right and left else Agreement.NONE
    if left[0] == right[0] and left[0] in _RULERS:
        left, right = left[1:], right[1:]
        if min(len(left), len(right)) < 2:  # "Crown Prince Hussein" is no Prince Hamzah bin Hussein
            return Agreement.COUNTRY if left[0] == right[0] else Agreement.NONE
    if _other_initials(left, right):
        return Agreement.NONE
    if "".join(left) == "".join(right) or _run_together(left) == _run_together(right):
        return Agreement.NAME
    firsts = left[0] in naming.families, right[0] in naming.families
    if all(firsts):
        return _family_first(left, right)
    shorter, longer = sorted((left, right), key=len)
    if any(firsts) and _turned(left, right, naming):
        return Agreement.NAME
    straight = _straight(shorter, longer, naming.variants)
    if straight is not Agreement.NONE:
        return straight
    if sorted(map(sound_key, left)) == sorted(map(sound_key, right)):
        return Agreement.OFFICE  # the same words in another order
    return _without_first(shorter, longer, naming.variants)


def _family_first(left: list[str], right: list[str]) -> Agreement:
    """Where the family name stands first the given name has to be the same as a whole."""
    same = sound_key(left[0]) == sound_key(right[0])
    given = [sound_key("".join(words[1:])) for words in (left, right)]
    return Agreement.NAME if same and given[0] == given[1] else Agreement.NONE


def _turned(left: list[str], right: list[str], naming: Naming) -> bool:
    """ "Chung Eui-sun" and "Euisun Chung"; initials will do: "C.Y. Leung"."""
    first, last = (left, right) if left[0] in naming.families else (right, left)
    if sound_key(first[0]) != sound_key(last[-1]):
        return False
    own, its = first[1:], last[:-1]
    if sound_key("".join(own)) == sound_key("".join(its)):
        return True
    return len(own) == len(its) and all(
        len(y) == 1 and x[0] == y for x, y in zip(own, its, strict=True)
    )


def _straight(shorter: list[str], longer: list[str], variants: Variants) -> Agreement:
    """Given name first in both, and one surname that both have."""
    if not same_word(shorter[0], longer[0], variants):
        return Agreement.NONE
    if (
        len(shorter[-1]) > 1
        and len(longer[-1]) > 1
        and same_word(shorter[-1], longer[-1], variants)
    ):
        return _given(shorter, longer, variants)
    begins = len(shorter[-1]) > 2 and all(
        same_word(x, y, variants) and len(y) > 1
        for x, y in zip(shorter[1:], longer[1:], strict=False)
    )
    if begins:  # "Mohammed bin Salman Al Saud", "Gustavo Petro Urrego"
        return Agreement.NAME if len(shorter[-1]) > 3 else Agreement.COUNTRY
    if len(longer) == 4 and len(shorter) == 2 and sound_key(shorter[1]) == sound_key(longer[2]):
        return Agreement.COUNTRY  # the first of two surnames: "Diego Andres Molano Aponte"
    return Agreement.NONE


def _given(shorter: list[str], longer: list[str], variants: Variants) -> Agreement:
    """What given names allow, the surname being the same."""
    if not _in_order(shorter, longer, variants):
        return Agreement.NONE
    given = [words[:-1] for words in (shorter, longer)]
    for own, its in (given, given[::-1]):
        if all(len(word) == 1 for word in own):  # initials only: as many as the other has names
            return Agreement.NAME if len(own) == len(its) else Agreement.OFFICE
        if len(own[0]) == 1 and len(own) > 1 and len(its[0]) > 1 and len(own) != len(its):
            return Agreement.OFFICE  # "N. Biren Singh" goes by Biren
    left_out = [word for word in longer[1:-1] if len(word) > 1]
    return Agreement.NAME if len(left_out) - len(shorter[1:-1]) < 2 else Agreement.OFFICE


def _without_first(shorter: list[str], longer: list[str], variants: Variants) -> Agreement:
    """ "Javad Zarif" for "Mohammad Javad Zarif"; "Tayyip Erdogan"."""
    count = len(longer) - len(shorter)
    if count < 1 or len(shorter[0]) < 2:
        return Agreement.NONE
    kept = longer[count:]
    if not all(
        len(y) > 1 and same_word(x, y, variants) for x, y in zip(shorter, kept, strict=True)
    ):
        return Agreement.NONE
    usual = all(len(word) == 1 or word in _LEFT_OUT for word in longer[:count])
    return Agreement.COUNTRY if usual else Agreement.OFFICE


def _other_initials(a: list[str], b: list[str]) -> bool:
    """ "George W. Bush" and "George H.W. Bush": both have initials, and they differ."""
    one, other = ([w for w in words[1:-1] if len(w) == 1] for words in (a, b))
    size = min(len(one), len(other))
    return one[:size] != other[:size]


def _run_together(words: list[str]) -> str:
    """ "Xi Jin-ping" and "Xi Jinping", "Abdelfattah Sisi" and "Abdel Fattah al-Sisi"."""
    return " ".join((sound_key("".join(words[:-1])), sound_key(words[-1])))


def _in_order(shorter: list[str], longer: list[str], variants: Variants) -> bool:
    at = 0
    for word in shorter:
        while at < len(longer) and not same_word(word, longer[at], variants):
            at += 1
        if at == len(longer):
            return False
        at += 1
    return True


__all__ = [
    "NO_NAMING",
    "NO_VARIANTS",
    "Agreement",
    "Naming",
    "Parsed",
    "Variants",
    "agreement",
    "compare",
    "name_parts",
    "parse",
    "plain",
    "same_person",
    "same_word",
    "skeleton",
    "sound_key",
    "spelling_keys",
    "surname",
]
