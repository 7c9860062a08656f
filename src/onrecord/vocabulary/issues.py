"""Negotiation issues: the shared label of a move, from ``issues.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from onrecord.vocabulary.tables import Tables, VocabularyError

OTHER = "other"
_LABEL = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Issue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of ``issues.toml``.

    Attributes:
        label: short shared label in lower case with hyphens.
        description: what it covers.
        words: words and phrases that show it; one that ends in * matches its forms.
        weak: words that show it only where no issue has a word in ``words``.
    """

    label: str
    description: str
    words: tuple[str, ...]
    weak: tuple[str, ...] = ()


@dataclass(frozen=True)
class Issues:
    """All issues with the patterns of their words, in the order of the table."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    weak: tuple[tuple[str, re.Pattern[str]], ...]

    @classmethod
    def load(cls, tables: Tables) -> Issues:
        """Read the table, ours and then the user's; an entry with a known label adds words.

        Raises:
            VocabularyError: naming the entry and what is wrong in it.
        """
        words: dict[str, list[str]] = {}
        weak: dict[str, list[str]] = {}
        for issue in tables.toml("issues", Issue, "issue"):
            if not _LABEL.fullmatch(issue.label) or issue.label == OTHER:
                raise VocabularyError(
                    f"issues.toml, issue {issue.label!r}: a label is lower-case words joined "
                    f"by hyphens, and not {OTHER!r}"
                )
            words.setdefault(issue.label, []).extend(issue.words)
            weak.setdefault(issue.label, []).extend(issue.weak)
        return cls(
            tuple((label, _pattern(listed)) for label, listed in words.items()),
            tuple((label, _pattern(listed)) for label, listed in weak.items() if listed),
        )

    def of(self, *texts: str) -> str:
        """The issue of the first of ``texts`` that shows any; "other" where none does.

        Within a text the issue with the most characters in its words wins (a longer phrase
        says more than a short word), then the order of the table.
        """
        for text in texts:
            for patterns in (self.patterns, self.weak):
                best = max(
                    (
                        (sum(map(len, p.findall(text))), -n, label)
                        for n, (label, p) in enumerate(patterns)
                    ),
                    default=(0, 0, OTHER),
                )
                if best[0]:
                    return best[2]
        return OTHER


def _pattern(words: list[str]) -> re.Pattern[str]:
    parts = [
        re.escape(word[:-1]) + r"\w{0,12}" if word.endswith("*") else re.escape(word)
        for word in sorted(words, key=len, reverse=True)
    ]
    body = "|".join(parts).replace("'", "['’]")
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)
