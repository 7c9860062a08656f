"""Events: who did what to whom (PLOVER), with status, word, time, place and figures."""

from onrecord.events.coder import code_events
from onrecord.events.found import Found
from onrecord.vocabulary.events import Ontology

__all__ = ["Found", "Ontology", "code_events"]
