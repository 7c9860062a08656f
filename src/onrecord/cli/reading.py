"""What the commands that read articles share: tools, and progress on stderr."""

from __future__ import annotations

import sys
import time
from types import TracebackType

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


class LineCount:
    """How many lines of a file were read, on stderr; only on a terminal."""

    def __init__(self, what: str, *, quiet: bool) -> None:
        self._what = what
        self._shown = not quiet and sys.stderr.isatty()

    def __enter__(self) -> LineCount:
        return self

    def __call__(self, number: int) -> None:
        if self._shown:
            sys.stderr.write(f"\r\x1b[K{number} {self._what} read")
            sys.stderr.flush()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")


class Progress:
    """A line on stderr that counts; only on a terminal, and only for long work."""

    def __init__(self, total: int, quiet: bool) -> None:
        self._total, self._done = total, 0
        self._shown = not quiet and sys.stderr.isatty()
        self._began = time.monotonic()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown and self._done:
            sys.stderr.write("\r\x1b[K")

    def advance(self) -> None:
        """Count one more."""
        self._done += 1
        spent = time.monotonic() - self._began
        if self._shown and spent > _AFTER:
            left = spent / self._done * (self._total - self._done)
            sys.stderr.write(f"\r\x1b[Kread {self._done} of {self._total}, {left:.0f} s left")
            sys.stderr.flush()
