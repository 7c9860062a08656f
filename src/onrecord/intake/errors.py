"""What can be wrong with an input: one clear line saying where, what, and what to do."""

from __future__ import annotations

import unicodedata


class IntakeError(Exception):
    """An input cannot be read as an article.

    Attributes:
        where: the file, address or place in it.
        what: what is wrong.
        do: what the user can do.
    """

    def __init__(self, where: str, what: str, do: str) -> None:
        self.where, self.what, self.do = where, what, do
        super().__init__(one_line(f"{where}: {what}; {do}"))


def one_line(message: str) -> str:
    """``message`` without anything that a terminal would obey or that breaks the line."""
    plain = " ".join(message.split())
    return "".join(
        c if unicodedata.category(c)[0] != "C" else "\N{REPLACEMENT CHARACTER}" for c in plain
    )
