"""Which mentions of events, in documents of any kind, speak of one event.

Needs no rows: a mention is some words in a sentence in a document. Documents are put into
groups that may speak of the same events, mentions of a group are compared in pairs, and pairs
that a small network holds likely are joined by average linkage.

    coreference = EventCoreference.load(Tables())
    for cluster in coreference.clusters(documents): ...
"""

from onrecord.crisis.coreference.clusters import EventCoreference
from onrecord.crisis.coreference.mention import Document, Mention

__all__ = ["Document", "EventCoreference", "Mention"]
