"""The time finder: an article's time expressions, resolved."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.language.times import (
    calendar_dates,
    clock,
    durations,
    from_events,
    holidays,
    relative,
    years,
)
from onrecord.language.times.due import event_day
from onrecord.language.times.grammar import Grammar, Match, clusters, longest
from onrecord.language.times.lexer import Lexer
from onrecord.language.times.oracle import Oracle
from onrecord.language.times.parts import Parts
from onrecord.language.times.plausible import is_plausible
from onrecord.language.times.setting import Anchor, Resolved, Setting
from onrecord.record import Article, Time, article_id
from onrecord.record.dates import first_day
from onrecord.vocabulary.tables import Tables, VocabularyError
from onrecord.vocabulary.times import TimeWords, load_time_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.intake.layout import Block

Reading = Callable[[Parts, Setting], Resolved | None]
READINGS: dict[str, Reading] = {
    "calendar": calendar_dates.read_calendar,
    "day_range": calendar_dates.read_day_range,
    "day_tail": calendar_dates.read_day_tail,
    "day_head": calendar_dates.read_day_head,
    "year": years.read_year,
    "fiscal_year": years.read_fiscal_year,
    "era_year": years.read_era_year,
    "year_tail": years.read_year_tail,
    "day_of_month": calendar_dates.read_day_of_month,
    "day_of_named_month": calendar_dates.read_day_of_named_month,
    "nth_weekday": calendar_dates.read_nth_weekday,
    "iso": calendar_dates.read_iso,
    "numeric": calendar_dates.read_numeric,
    "weekday": calendar_dates.read_weekday,
    "season": years.read_season,
    "quarter": years.read_quarter,
    "decade": years.read_decade,
    "century": years.read_century,
    "year_end": years.read_year_end,
    "holiday": holidays.read_holiday,
    "deictic": relative.read_deictic,
    "unit_ref": relative.read_unit_ref,
    "spoken_unit": relative.read_spoken_unit,
    "offset": relative.read_offset,
    "offset_date": relative.read_offset_date,
    "offset_event": from_events.read_offset_event,
    "anniversary": from_events.read_anniversary,
    "same_period": relative.read_same_period,
    "offset_range": relative.read_offset_range,
    "away": relative.read_away,
    "in_time": relative.read_in_time,
    "week_of": relative.read_week_of,
    "second_unit": relative.read_second_unit,
    "new_year": relative.read_new_year,
    "share": relative.read_share,
    "duration": durations.read_duration,
    "anchored_duration": durations.read_anchored_duration,
    "bare_units": durations.read_bare_units,
    "every": durations.read_every,
    "reference": durations.read_reference,
    "that_time": durations.read_that_time,
    "reference_narrative": durations.read_reference_narrative,
    "clock": clock.read_clock,
    "daypart_offset": clock.read_daypart_offset,
    "daypart": clock.read_daypart,
    "overnight": clock.read_overnight,
}
# Days of publication beyond these years are mistakes; nothing is counted from them.
_FIRST_YEAR, _LAST_YEAR = 1500, 2999
_DATES = ("calendar", "weekday", "deictic", "holiday", "iso")
# Blocks that are about the article rather than of it.
_SKIPPED = frozenset(("header", "byline", "credit", "boilerplate"))
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_OF_WRITING = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Tt]oday|[Yy]esterday|[Tt]omorrow"
    r"|[Ll]ast (?:week|month|year)|[Tt]his week)\b"
)
# A text is a history when it states this many years, and this many for every 1,000 words.
_NARRATIVE_YEARS = 6
_NARRATIVE_DENSITY = 5.0
# ... and so many years for every weekday, "today" or "last week", which tell of the day of writing.
_YEARS_PER_DAY_OF_WRITING = 10
# Days before that of publication on which a story may have been filed.
_WEEK = 7
# A year within so many characters of the start of its sentence opens it.
_OPENING = 12


@dataclass(frozen=True)
class TimeFinder:
    """Finds and resolves time expressions; built once, then applied to any number of texts."""

    lexer: Lexer
    grammar: Grammar
    words: TimeWords

    @classmethod
    def load(cls, tables: Tables | None = None) -> TimeFinder:
        """Build it from the tables ``times_*``.

        Raises:
            VocabularyError: a table is wrong, or a pattern names a reading that is not there.
        """
        words = load_time_words(tables or Tables())
        for pattern in words.patterns:
            if pattern.reading not in READINGS:
                raise VocabularyError(
                    f"times_patterns.toml, pattern {pattern.name!r}: no reading "
                    f"{pattern.reading!r}; there are: {', '.join(READINGS)}"
                )
        lexer = Lexer(words)
        return cls(lexer, Grammar(words, lexer), words)

    def find(
        self, doc: Doc | None, article: Article, blocks: Sequence[Block] = ()
    ) -> tuple[Time, ...]:
        """The time expressions of an article, in order of the text.

        Args:
            doc: its parse; None leaves tense and word class unknown.
            article: what offsets count in, and the day of publication.
            blocks: its layout; headers, bylines, credit lines and boilerplate are left out.
        """
        published = first_day(article.published) if article.published else None
        if published is not None and not _FIRST_YEAR <= published.year <= _LAST_YEAR:
            published = None
        if published is not None:
            published = self._filed(article.text, blocks, published)
        found = self._resolve(article.text, doc, published)
        skipped = [(b.start, b.end) for b in blocks if b.kind in _SKIPPED]
        return tuple(
            _row(article, start, end, meaning)
            for start, end, meaning in found
            if not any(s <= start < e for s, e in skipped)
        )

    def find_text(self, text: str, published: str | None = None) -> tuple[Time, ...]:
        """The same for a text without a parse."""
        article = Article(id=article_id(text), text=text, published=published)
        return self.find(None, article)

    def event_day(self, time: Time) -> dt.date | None:
        """The day of the event that "two days before the expiry" is counted from, or None."""
        return event_day(time, self.lexer)

    def _filed(self, text: str, blocks: Sequence[Block], published: dt.date) -> dt.date:
        """The day of the dateline, from which "Wednesday" and "today" are counted.

        It stands for the day of publication where it is at most a week before that.
        """
        for block in blocks:
            if block.kind != "dateline":
                continue
            lexemes = self.lexer.lex(text[block.start : block.end])
            setting = Setting(lexemes, Oracle(None, self.words.cues), published)
            found = self._date_within(setting, 0, len(lexemes.starts))
            day = found.anchor.day if found is not None and found.anchor is not None else None
            is_day = found is not None and found.days is not None and found.days[0] == found.days[1]
            if day is not None and is_day and 0 <= (published - day).days <= _WEEK:
                return day
        return published

    def _resolve(
        self, text: str, doc: Doc | None, published: dt.date | None
    ) -> list[tuple[int, int, Resolved]]:
        lexemes = self.lexer.lex(text)
        oracle = Oracle(doc, self.words.cues)
        matches = [m for m in self.grammar.matches(lexemes) if is_plausible(m, lexemes, oracle)]
        setting = Setting(
            lexemes,
            oracle,
            published,
            narrative=is_narrative(text, published),
            moving=self.words.moving,
            named_days=self.words.named_days,
            events=self.words.events,
        )
        setting.date_within = lambda first, last: self._date_within(setting, first, last)
        found: list[tuple[int, int, Resolved]] = []
        unsolved: list[tuple[int, Parts]] = []
        sentence = -1
        for cluster in clusters(matches):
            while cluster:
                match = longest(cluster)[0]
                parts = Parts(lexemes, match.first, match.last)
                number = oracle.sentence(parts.start)
                if number != sentence:
                    sentence = number
                    setting.sentence_year = setting.sentence_day = None
                meaning = READINGS[match.pattern.reading](parts, setting)
                cluster.remove(match)
                if meaning is None:
                    continue
                start = parts.start if meaning.start is None else meaning.start
                end = parts.end if meaning.end is None else meaning.end
                if not found or start >= found[-1][1]:
                    if meaning.is_open:
                        unsolved.append((len(found), parts))
                    found.append((start, end, meaning))
                    _remember(setting, start, end, meaning)
                cluster = [m for m in cluster if lexemes.starts[m.first] >= end]
        for index, parts in unsolved:
            _count_late(found, index, parts, setting)
        return found

    def _date_within(self, setting: Setting, first: int, last: int) -> Resolved | None:
        """The first date between two lexemes, as long as it is."""
        best: Match | None = None
        for match in self.grammar.matches_within(setting.lexemes, first, last, _DATES):
            if best is None or (match.first, -match.last) < (best.first, -best.last):
                best = match
        if best is None:
            return None
        parts = Parts(setting.lexemes, best.first, best.last)
        return READINGS[best.pattern.reading](parts, setting)


def _count_late(
    found: list[tuple[int, int, Resolved]], index: int, parts: Parts, setting: Setting
) -> None:
    """Count a time from an event whose day the text names only further on."""
    setting.previous = found[index - 1] if index else None
    meaning = from_events.read_offset_event(parts, setting)
    if meaning is None or meaning.is_open:
        return
    end = parts.end if meaning.end is None else meaning.end
    if index + 1 == len(found) or end <= found[index + 1][0]:
        found[index] = parts.start, end, meaning


def _remember(setting: Setting, start: int, end: int, meaning: Resolved) -> None:
    setting.previous = (start, end, meaning)
    anchor = meaning.anchor
    if anchor is None or meaning.type not in ("DATE", "TIME"):
        return
    setting.last = anchor
    if not _is_aside(setting, start, anchor):
        setting.timeline = anchor
    if meaning.explicit and anchor.year > 0:
        setting.sentence_year = anchor.year
    if anchor.unit == "D" and anchor.day is not None:
        setting.sentence_day = anchor.day
        setting.dated.append((start, anchor.day))
        setting.clock = clock.moment_of(meaning, setting.clock)


def _is_aside(setting: Setting, start: int, anchor: Anchor) -> bool:
    """Whether a date in a history looks aside and leaves the reader where the story was.

    What follows "since" and "until" does, and so does a bare year or decade, unless it opens
    its sentence.
    """
    before = setting.lexemes.text[max(0, start - _OPENING) : start]
    if before.lower().rstrip().endswith((" since", " until")):
        return True
    if anchor.unit in ("DE", "CE"):
        return True
    story = setting.timeline
    if anchor.unit != "Y" or story is None or story.unit not in ("D", "M"):
        return False
    oracle = setting.oracle
    return oracle.sentence(start) == oracle.sentence(max(0, start - _OPENING))


def is_narrative(text: str, published: dt.date | None) -> bool:
    """Whether a text counts its dates from one another, as histories do, not from its own day.

    It does when it states many years, and hardly any of them is that of its publication.
    """
    years = [int(year) for year in _YEAR.findall(text)]
    if published is not None:
        old = [year for year in years if year < published.year - 1]
        if len(old) * 2 < len(years):
            return False
        years = old
    if re.search(r"\b\d{3} BCE?\b", text):
        return True
    density = 1000 * len(years) / max(text.count(" "), 1)
    if len(years) < _NARRATIVE_YEARS or density < _NARRATIVE_DENSITY:
        return False
    return len(years) > _YEARS_PER_DAY_OF_WRITING * len(_OF_WRITING.findall(text))


def _row(article: Article, start: int, end: int, meaning: Resolved) -> Time:
    since, until = meaning.days or (None, None)
    return Time(
        article=article.id,
        start=start,
        end=end,
        text=article.text[start:end],
        type=meaning.type,
        value=meaning.value,
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
    )
