"""The rows of the record as typed, immutable classes, with ids, spans and the two rules."""

from onrecord.record.actor import Actor, ActorKind, Mention, Role
from onrecord.record.article import Article, Credit
from onrecord.record.check import check_record, problems
from onrecord.record.dates import When, first_day, is_date, last_day
from onrecord.record.event import Event, EventType, Figure, Status
from onrecord.record.ids import article_id, row_id, slug
from onrecord.record.move import Deadline, DeadlineState, DueBy, Move, MoveKind
from onrecord.record.place import EventPlace, Place
from onrecord.record.reason import Reason
from onrecord.record.record import TABLES, Record
from onrecord.record.spans import Span
from onrecord.record.statement import THOUGHT_ACTS, Act, Statement
from onrecord.record.story import Claim, Disagreement, Join, Revision, Story
from onrecord.record.time import Time

__all__ = [
    "TABLES",
    "THOUGHT_ACTS",
    "Act",
    "Actor",
    "ActorKind",
    "Article",
    "Claim",
    "Credit",
    "Deadline",
    "DeadlineState",
    "Disagreement",
    "DueBy",
    "Event",
    "EventPlace",
    "EventType",
    "Figure",
    "Join",
    "Mention",
    "Move",
    "MoveKind",
    "Place",
    "Reason",
    "Record",
    "Revision",
    "Role",
    "Span",
    "Statement",
    "Status",
    "Story",
    "Time",
    "When",
    "article_id",
    "check_record",
    "first_day",
    "is_date",
    "last_day",
    "problems",
    "row_id",
    "slug",
]
