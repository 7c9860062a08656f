"""Texts that are wrapped at a width: sentences run on over line breaks."""

from onrecord.intake.layout import layout

INDENTED = """The harbour of Orle was closed on Monday, the port authority
            said in a statement that it sent to all shipping lines.
            Two ships that had been waiting outside the harbour since the
            weekend turned back. Minister Ida Brandt said that she would not
            pay for the damage.
            "It is not our fault," she said."""

BLANKS = """ORLE, Norvia (Meridian) - The harbour of Orle was closed on Monday.
The port authority said in a statement that it had sent to all
lines that nobody was hurt.

Two ships turned back. Minister Ida Brandt said that she would
not pay for the damage, which the lines put at 40 million crowns.
She did not say who should.

(Reporting by Tom Lund)"""


def paragraphs(text):
    return [" ".join(text[b.start : b.end].split()) for b in layout(text) if b.kind == "body"]


def test_sentences_are_not_cut_at_line_breaks():
    found = paragraphs(INDENTED)
    assert found[0].endswith("to all shipping lines.")
    assert "since the weekend turned back." in found[1]
    assert found[-1] == '"It is not our fault," she said.'


def test_blank_lines_part_the_paragraphs_of_a_wrapped_text():
    found = paragraphs(BLANKS)
    assert len(found) == 2
    assert found[0].endswith("nobody was hurt.")
    assert found[1].endswith("She did not say who should.")
    assert [b.kind for b in layout(BLANKS)][-1] == "credit"


def test_headings_and_short_paragraphs_of_an_unwrapped_text_stay_apart():
    text = "NO DEAL\n\nThe talks ended.\nNobody spoke.\nwe will wait\nThe end came at noon."
    assert len(list(layout(text))) == 5


def test_a_verse_of_small_letters_is_one_paragraph_at_most_a_line():
    text = "Title of it\nby nobody\n" + "\n".join(["The ships came in."] * 8)
    assert [text[b.start : b.end] for b in layout(text)][2:] == ["The ships came in."] * 8
