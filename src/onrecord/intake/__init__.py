"""Anything becomes an article: plain text, HTML, addresses."""

from onrecord.intake.door import Given, Intake, Taken
from onrecord.intake.errors import IntakeError
from onrecord.intake.limits import Limits

__all__ = ["Given", "Intake", "IntakeError", "Limits", "Taken"]
