"""A toll counts an event anew: its number is a figure of that event, and of no other thing."""

from __future__ import annotations

import pytest


def tolls(record):
    return [
        (f.what, f.low, event.when.since if event.when else None)
        for event in record.events
        if event.event == "ASSAULT"
        for f in event.figures
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The number of people killed in Thursday's Ostland air attack on Arden has risen to "
            "16, officials said.",
            ("killed", 16.0, "2031-04-17"),
        ),
        (
            "Rescue services raised the toll from Thursday's Russian air attack to 31 on Friday.",
            ("killed", 31.0, "2031-04-17"),
        ),
        (
            "Velmark puts the number of fishermen killed by its coastguard on April 15 at three.",
            ("killed", 3.0, "2031-04-15"),
        ),
        (
            "Ostland gunners shelled Port Alder on Monday and killed three people. A deckhand died "
            "overnight, which brought the number of dead to four.",
            ("killed", 4.0, "2031-04-14"),
        ),
        (
            "Gunmen attacked a market in Bexley and killed 20 people. The toll was 24 by the "
            "evening, the police said.",
            ("killed", 24.0, None),
        ),
    ],
)
def test_a_toll_is_a_figure_of_its_event(record_of, text, wanted):
    assert tolls(record_of(text)).count(wanted) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The death toll from the earthquake in Tavria rose to 300.",
        "An Ostland drone strike killed two nurses in Arden. The death toll in the war has passed "
        "40,000, according to the ministry.",
        "An Ostland drone strike killed two nurses. The number of refugees rose to 3,000.",
        "An Ostland drone strike killed two nurses, bringing the toll since January to 90.",
    ],
)
def test_other_counts_are_none(record_of, text):
    assert {low for _, low, _ in tolls(record_of(text))} <= {2.0}


def test_a_toll_stands_on_the_word_of_who_gives_it(record_of):
    record = record_of(
        "An Ostland missile killed 12 people in Port Alder on Monday. The mayor said the death "
        "toll had risen to 19."
    )
    (event,) = [e for e in record.events if any(f.low == 19 for f in e.figures)]
    (statement,) = [s for s in record.statements if s.id == event.statement]
    assert "mayor" in statement.source_words[0].text
