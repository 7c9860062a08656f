"""A brief says no more than its rows, and says on whose word."""

import datetime as dt
import io

import msgspec
import pytest

from onrecord.brief import compose, print_brief, to_markdown, wording
from onrecord.brief.explain import explain, print_explanation
from onrecord.record import Span, Statement, When
from onrecord.record.clock import as_of
from tests.record.rows import TEXT, handmade


def printed(brief, width=80):
    out = io.StringIO()
    print_brief(brief, out, width=width)
    return out.getvalue()


def section(brief, title):
    (found,) = (s for s in brief.sections if s.title == title)
    return found


def lines(brief, title):
    return [line for group in section(brief, title).groups for line in group.lines]


def change(record, table, **fields):
    row = msgspec.structs.replace(record.table(table)[0], **fields)
    return msgspec.structs.replace(record, **{table: (row, *record.table(table)[1:])})


@pytest.mark.parametrize("width", [80, 120])
def test_it_fits_the_terminal(width):
    text = printed(compose([handmade()]), width)
    assert all(len(line) <= width for line in text.splitlines())


def test_every_line_ends_in_a_reference():
    brief = compose([handmade()])
    for part in brief.sections:
        if part.title != "Articles":
            for group in part.groups:
                assert all(line.references for line in group.lines), part.title


def test_references_count_sentences():
    (line,) = lines(compose([handmade()]), "What happened")
    assert line.references == ("1:2",)


def test_the_clock_says_who_whom_what_or_else_and_how_long():
    (line,) = lines(compose([handmade()], as_of=dt.date(2031, 4, 28)), "The clock")
    assert line.lead == "1 May"
    assert "Ilse Marrow → Ostland" in line.text
    assert "due in 3 days" in line.text
    assert "for: lift the blockade" in line.details
    assert "or else: face sanctions" in line.details


@pytest.mark.parametrize(
    ("day", "state", "words"),
    [
        (dt.date(2031, 4, 30), "open", "due tomorrow"),
        (dt.date(2031, 5, 1), "due today", "due today"),
        (dt.date(2031, 5, 3), "passed", "passed 2 days ago"),
    ],
)
def test_the_state_of_a_deadline(day, state, words):
    (row,) = as_of(handmade().deadlines, day)
    assert row.state == state
    (line,) = lines(compose([handmade()], as_of=day), "The clock")
    assert words in line.text


def test_a_met_deadline_stays_met():
    record = change(handmade(), "deadlines", state="met")
    (row,) = as_of(record.deadlines, dt.date(2031, 6, 1))
    assert row.state == "met"


def test_a_possible_move_is_written_as_possible():
    record = change(handmade(), "moves", kind="offer", status="possible")
    (line,) = lines(compose([record]), "Positions")
    assert line.text.startswith("might offer: ")


def test_a_possible_event_is_not_among_what_happened():
    record = change(handmade(), "events", status="possible")
    (group,) = section(compose([record]), "What happened").groups
    assert group.heading == "Possible, not reported as having happened"
    assert "ASSAULT, possible" in group.lines[0].details


def test_the_chain_of_words_is_written_out():
    record = handmade()
    outer = record.statements[0]
    inner = Statement(
        id=f"{record.article.id}-s2",
        article=record.article.id,
        start=outer.content[0].start,
        end=outer.content[0].end,
        text=outer.content[0].text,
        act="say",
        form="indirect",
        content=outer.content,
        source="state/ostland",
        source_kind="named",
        via=outer.id,
    )
    record = msgspec.structs.replace(record, statements=(outer, inner))
    record = change(record, "events", statement=inner.id)
    (line,) = lines(compose([record]), "What happened")
    assert "on the word of Ostland, as reported by Ilse Marrow" in line.details


def test_unnamed_sources_stand_apart_in_their_own_words():
    record = handmade()
    words = record.statements[0].source_words
    record = change(
        record, "statements", source_kind="unnamed", source=None, source_count=3, source_words=words
    )
    brief = compose([record])
    assert not lines(brief, "Who said what")
    (group,) = section(brief, "Unnamed sources, documents and the outlets' own voice").groups
    assert group.heading == f"{words[0].text} (number of sources: 3)"


def test_the_same_thing_told_twice_is_one_line_with_two_references():
    brief = compose([handmade(), handmade(TEXT + " More.", url="https://b.example/2")])
    (line,) = lines(brief, "Positions")
    assert line.references == ("1:1", "2:1")
    (line,) = lines(brief, "The clock")
    assert line.references == ("1:1", "2:1")


def test_words_from_outside_cannot_write_to_the_terminal():
    text = TEXT.replace("Ilse Marrow", "Ilse\x1b[31m Marrow\x07")
    record = handmade()
    article = msgspec.structs.replace(record.article, title="\x1b]0;own\x07 [bold]x[/bold]\u202e")
    out = printed(compose([msgspec.structs.replace(record, article=article)]))
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "[bold]x[/bold]" in out
    assert "\x1b" not in wording.clean(text)


def test_markdown_escapes_words_from_outside():
    record = handmade()
    article = msgspec.structs.replace(record.article, title="<script>*x*</script>")
    text = to_markdown(compose([msgspec.structs.replace(record, article=article)]))
    assert "<script>" not in text
    assert "\\<script\\>\\*x\\*" in text


def test_it_does_not_know_what_was_published_later():
    brief = compose([handmade()], as_of=dt.date(2031, 4, 17))
    assert "1 published later left out" in brief.summary
    assert not lines(brief, "The clock")


def test_nothing_to_tell():
    brief = compose([])
    assert brief.as_of is None
    assert "No deadline is reported." in printed(brief)


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2031-04-18", "2031-04-18", "18 Apr"),
        ("2031-04-01", "2031-04-30", "Apr"),
        ("2031-04-01", "2031-04-03", "1–3 Apr"),
        ("2030-05-01", None, "since 1 May 2030"),
        (None, "2031-05-01", "until 1 May"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2031-04-28", "2031-05-02", "28 Apr – 2 May"),
        ("2031-05", "2031-05", "May"),
    ],
)
def test_days_in_few_words(since, until, words):
    assert wording.when(When(since=since, until=until), year=2031) == words


def test_explain_shows_the_words_in_their_paragraph_and_why():
    record = handmade()
    explanation = explain(record, record.moves[0].id)
    assert explanation.before + explanation.words + explanation.after == TEXT
    assert explanation.chain == (record.statements[0].id,)
    out = io.StringIO()
    print_explanation(explain(record, record.statements[0].id), out, width=80)
    assert "cue-verb: told: say" in out.getvalue()
    with pytest.raises(KeyError):
        explain(record, "x-s1")


def test_spans_cannot_be_made_empty():
    with pytest.raises(ValueError, match="0 <= start < end"):
        Span.of("abc", 1, 1)
