"""Statements: who said what, on whose word (reading -> rows of the table ``statements``)."""

from onrecord.statements.find import find_attributions, find_statements
from onrecord.statements.proposal import Proposal, Proposes
from onrecord.statements.rows import Found
from onrecord.vocabulary.cues import Cues

__all__ = ["Cues", "Found", "Proposal", "Proposes", "find_attributions", "find_statements"]
