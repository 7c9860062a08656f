"""Reporting is told apart from what stands around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.layout import layout
from onrecord.intake.metadata import metadata_of, parse_date
from onrecord.record import Credit
from onrecord.vocabulary.press import Press
from onrecord.vocabulary.tables import Tables

PRESS = Press.load(Tables())

WIRE = """By Ana Prior and Milo Tarsky
PORT ALDER (Reuters) -Tavria closed the strait on Friday.
The government gave no reason.
‘NOT OUR WAR’
“No comment,” a minister said.
Why it did so
Nobody knows.
(Reporting by Ana Prior in Port Alder and Milo Tarsky in Kessin; additional reporting by
"""
CREDIT = (
    "(Reporting by Ana Prior in Port Alder and Milo Tarsky in Kessin, Jo van der Berg in Lune; "
    "additional reporting by Una Clegg; Writing by Sam Oduya; Editing by Fay Morrow and Al Reed)"
)
WIRE = WIRE.rsplit("\n", 2)[0] + "\n" + CREDIT


def kinds(text):
    return [(b.kind, text[b.start : b.end]) for b in layout(text, PRESS)]


def test_a_wire_story():
    assert [kind for kind, _ in kinds(WIRE)] == [
        "byline",
        "dateline",
        "body",
        "body",
        "heading",
        "body",
        "heading",
        "body",
        "credit",
    ]


def test_what_the_story_says_of_itself():
    said = metadata_of(WIRE, layout(WIRE, PRESS), PRESS)
    assert said.agency == "Reuters"
    assert said.dateline == "PORT ALDER"
    assert said.authors == ("Ana Prior", "Milo Tarsky")
    assert said.credits == (
        Credit("Ana Prior", "reporting", "Port Alder"),
        Credit("Milo Tarsky", "reporting", "Kessin"),
        Credit("Jo van der Berg", "reporting", "Lune"),
        Credit("Una Clegg", "reporting"),
        Credit("Sam Oduya", "writing"),
        Credit("Fay Morrow", "editing"),
        Credit("Al Reed", "editing"),
    )


@pytest.mark.parametrize(
    ("line", "place", "body"),
    [
        ("MOSCOW (Reuters) -U.S. envoys met.", "MOSCOW", "U.S. envoys met."),
        ("KYIV, Aug 6 (AP) — They met.", "KYIV", "They met."),
        ("WASHINGTON, Aug. 6, 2025 – They met.", "WASHINGTON", "They met."),
        ("BEIRUT/GENEVA, 3 March (Agence Nord) - They met.", "BEIRUT/GENEVA", "They met."),
        ("KESSIN, Corsenia, Sept 20 (Halcyon) - They met.", "KESSIN, Corsenia", "They met."),
        ("NEW DELHI: They met.", "NEW DELHI", "They met."),
        ("PORT ALDER — They met.", "PORT ALDER", "They met."),
        ("Sarelle (QPA) -- They met.", "Sarelle", "They met."),
        ("Sarelle, Aug. 6 (QPA)--They met.", "Sarelle", "They met."),
        ("Sarelle, 6 August 2025 – They met.", "Sarelle", "They met."),
        ("EXCLUSIVE: PORT ALDER, Aug 6 (AP) — They met.", "PORT ALDER", "They met."),
        ("UPDATE 2-KESSIN — They met.", "KESSIN", "They met."),
        ("[TOKYO, Aug. 6] They met.", "TOKYO", "They met."),
        ("[TOKYO] They met.", "TOKYO", "They met."),
        ("KESSIN, August 6. /TASS/. They met.", "KESSIN", "They met."),
        ("KESSIN. Aug 6 (Interfax) - They met.", "KESSIN", "They met."),
        ("LUNE, Corsenia | Xinhua | They met.", "LUNE, Corsenia", "They met."),
        ("LUNE, D.C. — They met.", "LUNE, D.C.", "They met."),
        ("LUNE — (AP) — They met.", "LUNE", "They met."),
        (
            "LUNE, CORSENIA/KESSIN, NORLAND (AP) - They met.",
            "LUNE, CORSENIA/KESSIN, NORLAND",
            "They met.",
        ),
        ("Lune/Kessin, July 1, (dpa/QPA) - They met.", "Lune/Kessin", "They met."),
        ("[January 24, 2014]LUNE (Reuters) — They met.", "LUNE", "They met."),
        ("LUNE, Corsenia Jan 25 They met.", "LUNE, Corsenia", "They met."),
        ("Sept 3 (Reuters) - They met.", None, "They met."),
        ("(Bloomberg) -- They met.", None, "They met."),
        ("EXCLUSIVE: They met.", None, "They met."),
        ("Analysis: They met.", None, "They met."),
    ],
)
def test_datelines(line, place, body):
    assert kinds(line)[-1] == ("body", body)
    assert metadata_of(line, layout(line, PRESS), PRESS).dateline == place


@pytest.mark.parametrize(
    "paragraph",
    [
        "“No.”",
        "NATO said it would not act.",
        "U.S. President Ode - the first to visit - left.",
        "1. The truce must hold.",
        "By Friday the ships had gone.",
        "By the time Ana Prior arrived, it was over.",
        "Read more widely, the treaty bans nothing.",
        "Russia: a year of war has changed it.",
        "In Photo: the ship sank.",
        "Sept 3 - the day the war began - is a holiday.",
        "(Some of them) - the older ones - left.",
        "Updating the law: ministers differ.",
        "He called it “a mistake”",
    ],
)
def test_a_real_paragraph_stays_body(paragraph):
    text = f"The talks began.\n{paragraph}\nThey ended."
    assert kinds(text)[1] == ("body", paragraph)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("FILE PHOTO: A ship in the strait. REUTERS/Jo Berg", "caption"),
        ("Sailors on deck. REUTERS/Jo Berg", "caption"),
        ("Sign up for our newsletter.", "boilerplate"),
        ("Our Standards: The Tavria Principles.", "boilerplate"),
        ("Additional reporting by Una Clegg", "credit"),
        ("+++ Insurers +++", "heading"),
        ("WHAT EACH SIDE WANTS", "heading"),
        ("What each side wants", "heading"),
        ("Vesper/yb/ra", "credit"),
    ],
)
def test_lines_that_are_not_reporting(line, kind):
    text = f"The talks began.\n{line}\nThey ended.\nThen came more.\nAnd more.\nAnd the last."
    assert kinds(text)[1] == (kind, line)


def test_the_header_of_a_saved_story():
    text = (
        "Title: Strait closed\nOutlet: Port Alder Gazette\nPublished: 6 August 2025\n"
        "URL: https://gazette.example/1\n\nThe strait was closed. Title: none of it is a header."
    )
    said = metadata_of(text, layout(text, PRESS), PRESS)
    assert (said.title, said.outlet, said.published, said.url) == (
        "Strait closed",
        "Port Alder Gazette",
        "2025-08-06",
        "https://gazette.example/1",
    )
    assert [kind for kind, _ in kinds(text)] == ["header"] * 4 + ["body"]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2025-08-06", "2025-08-06"),
        ("2025-08-06T21:30:00+03:00", "2025-08-06T21:30:00+03:00"),
        ("Aug. 6, 2025", "2025-08-06"),
        ("6 September 2025", "2025-09-06"),
        ("Aug 6", None),
        ("31 February 2025", None),
        ("soon", None),
    ],
)
def test_dates(words, date):
    assert parse_date(words) == date


@given(st.text(alphabet="Ab .,\n-()“”:PORT", max_size=120))
def test_blocks_cover_the_text_and_never_overlap(text):
    covered, last = set(), 0
    for block in layout(text, PRESS):
        assert last <= block.start < block.end <= len(text)
        last = block.end
        covered.update(range(block.start, block.end))
    left_out = {i for i, c in enumerate(text) if not c.isspace()} - covered
    assert not left_out
