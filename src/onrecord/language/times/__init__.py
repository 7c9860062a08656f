"""Time expressions: recognised by patterns over tables, resolved against the right anchor."""

from onrecord.language.times.due import after_duration, resolve_due
from onrecord.language.times.finder import TimeFinder

__all__ = ["TimeFinder", "after_duration", "resolve_due"]
