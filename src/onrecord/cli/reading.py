"""What the commands that read articles share: tools, and progress on stderr."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from onrecord.cli.options import USAGE, gazetteers, stop
from onrecord.reader import Tools
from onrecord.vocabulary.tables import VocabularyError

_AFTER = 1.0  # seconds before progress is shown at all


def load_tools(pipeline: str | None, vocabulary: str | None) -> Tools:
    """The tools, or one line and exit code 2 where they cannot be built."""
    try:
        return Tools.load(pipeline=pipeline, vocabulary=vocabulary, gazetteers=gazetteers())
    except VocabularyError as error:
        stop(str(error), USAGE)
    except OSError as error:
        stop(str(error).splitlines()[0], USAGE)


class _Line:
    """A line on stderr that is written over and taken away at the end; only on a terminal."""

    def __init__(self, quiet: bool) -> None:
        self._shown = not quiet and sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._write("")

    def _write(self, words: str) -> None:
        if self._shown:
            sys.stderr.write(f"\r\x1b[K{words}")
            sys.stderr.flush()


class LineCount(_Line):
    """How many lines of a file were read."""

    def __init__(self, what: str, *, quiet: bool) -> None:
        super().__init__(quiet)
        self._what = what

    def __call__(self, number: int) -> None:
        self._write(f"{number} {self._what} read")


class Progress(_Line):
    """How many of a number of things are done; only for long work."""

    def __init__(self, total: int, quiet: bool) -> None:
        super().__init__(quiet)
        self._total, self._done = total, 0
        self._began = time.monotonic()

    def advance(self) -> None:
        """Count one more."""
        self._done += 1
        spent = time.monotonic() - self._began
        if spent > _AFTER:
            left = spent / self._done * (self._total - self._done)
            self._write(f"read {self._done} of {self._total}, {left:.0f} s left")
