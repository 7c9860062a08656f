"""The store: records of many articles in one SQLite file."""

from onrecord.record.store.database import StoreError
from onrecord.record.store.store import Store

__all__ = ["Store", "StoreError"]
