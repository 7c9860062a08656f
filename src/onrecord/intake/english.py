"""Whether a text is English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.intake.errors import IntakeError
from onrecord.vocabulary.languages import LanguageWords

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_FEW = 40  # with fewer words than this nothing can be told
_SHARE = 0.12  # running English has more than a quarter of these words


def require_english(text: str, where: str, languages: Sequence[LanguageWords]) -> None:
    """Pass a text that is English or too short to tell.

    Raises:
        IntakeError: it is in another language.
    """
    words = Counter(word.casefold() for word in _WORD.findall(text[:_SAMPLE]))
    total = sum(words.values())
    letters = sum(c.isalpha() for c in text[:_SAMPLE])
    latin = sum(c.isalpha() and ord(c) < 0x250 for c in text[:_SAMPLE])
    if letters > 100 and latin < letters / 2:
        raise _other(where, "is not in the Latin alphabet")
    if total < _FEW:
        return
    shares = {
        language.code: sum(words[word] for word in language.words) / total for language in languages
    }
    best = max(languages, key=lambda language: shares[language.code])
    if best.code != "en" and shares[best.code] > 1.2 * shares["en"]:
        raise _other(where, f"is {best.name}, not English")
    if shares["en"] < _SHARE and total > 2 * _FEW:
        raise _other(where, "is not English prose")


def _other(where: str, what: str) -> IntakeError:
    return IntakeError(where, what, "only English is read; translate it first")
