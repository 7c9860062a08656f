"""States, governments, bodies, groups and sources."""

from __future__ import annotations

import pytest

from onrecord.language.actors import Cast


def ids(cast: Cast) -> dict[str, str]:
    """Mention text -> actor id (the last one of that text)."""
    return {mention.text: mention.actor for mention in cast.mentions}


@pytest.mark.parametrize(
    ("sentence", "words", "actor"),
    [
        ("Russia rejected the offer.", "Russia", "state/RUS"),
        ("Moscow rejected the offer.", "Moscow", "government/RUS"),
        ("The Kremlin rejected the offer.", "Kremlin", "government/RUS"),
        ("Talks between Iran and Oman collapsed.", "Oman", "state/OMN"),
        ("The White House condemned the attack.", "White House", "government/USA"),
        ("The Ukrainian government denied it.", "The Ukrainian government", "government/UKR"),
        (
            "The Russian army crossed the river.",
            "The Russian army",
            "organisation/russian-military",
        ),
        ("Russian forces crossed the river.", "Russian forces", "organisation/russian-military"),
        ("NATO condemned the launch.", "NATO", "organisation/nato"),
        ("Hezbollah fired rockets at a village.", "Hezbollah", "armed-group/hezbollah"),
        ("Bloomberg reported the plan on Friday.", "Bloomberg", "media/bloomberg"),
        ("Palestinians buried their dead.", "Palestinians", "population/PSE"),
        ("The Knesset passed the bill.", "Knesset", "organisation/knesset"),
        ("Ukrainian officials denied it.", "Ukrainian officials", "unnamed/ukrainian-officials"),
        ("Critics have denounced the deal.", "Critics", "unnamed/critics"),
    ],
)
def test_who_it_is(cast_of, sentence: str, words: str, actor: str) -> None:
    assert ids(cast_of(sentence))[words] == actor


@pytest.mark.parametrize(
    ("sentence", "absent"),
    [
        ("The envoy flew to Moscow on Friday.", "government/RUS"),
        ("He lives in Russia.", "state/RUS"),
        ("She returned from Iran.", "state/IRN"),
        ("Moscow-backed separatists shelled the town.", "government/RUS"),
        ("He posted the picture on Telegram.", "organisation/telegram"),
    ],
)
def test_who_it_is_not(cast_of, sentence: str, absent: str) -> None:
    assert absent not in {actor.id for actor in cast_of(sentence).actors}


def test_groups_of_a_country_have_its_code_and_a_sector(cast_of) -> None:
    cast = cast_of("Israeli troops entered the town, Palestinian officials said.")
    codes = {a.id: (a.country, a.sector) for a in cast.actors}
    assert codes["organisation/israeli-military"] == ("ISR", "MIL")
    assert codes["unnamed/palestinian-officials"] == ("PSE", "GOV")


def test_separatists_backed_by_a_country_are_not_that_country(cast_of) -> None:
    cast = cast_of("Moscow-backed separatists shelled the town.")
    assert [(a.country, a.sector) for a in cast.actors if a.kind == "unnamed"] == [(None, "REB")]


def test_sources_met_again_are_the_same(cast_of) -> None:
    cast = cast_of(
        "Three sources close to the Kremlin told Reuters the talks would fail. The Russian sources "
        "said nobody was in a hurry. Two of the sources said the date was open."
    )
    sources = [m.actor for m in cast.mentions if "sources" in m.text or m.text.startswith("Two")]
    assert len(set(sources)) == 1


def test_a_definite_body_is_the_one_named_before(cast_of) -> None:
    cast = cast_of(
        "The Hungarian Interior Ministry said four men had been held. The ministry gave no names."
    )
    assert ids(cast)["The ministry"] == "organisation/hungarian-interior-ministry"


def test_members_of_a_clear_pair(cast_of) -> None:
    cast = cast_of(
        "Russia attacked Ukraine again. Ukraine shot back at Russia. Both sides claimed success."
    )
    assert cast.members["unnamed/both-sides"] == ("state/RUS", "state/UKR")


def test_reporters_of_the_byline_and_credit_line_are_no_actors(cast_of) -> None:
    text = (
        "By Ann Lee and Bob Hart\nVIENNA (Reuters) - Austria rejected the offer on Friday.\n"
        "(Reporting by Ann Lee; Editing by Tom Ford)"
    )
    assert [a.id for a in cast_of(text).actors if a.kind == "person"] == []


def test_hostile_text_is_read_in_time(cast_of) -> None:
    cast_of("the " * 3000)
    cast_of("of the President " * 600)
    cast_of("Aa Bb-" * 1500)


def test_the_sides_of_a_war_at_home(cast_of) -> None:
    cast = cast_of(
        "The Rapid Support Forces shelled El Obeid. The Sudanese army fired back at the RSF. The "
        "Sudanese army took the town. Both sides have agreed to a truce."
    )
    members = cast.members["unnamed/both-sides"]
    assert "armed-group/rapid-support-forces" in members
    assert len(members) == 2
