"""States by their epithets; whose the government, the army and a spokesman are; who is nobody."""

from __future__ import annotations

import pytest

from onrecord.language.actors import Cast


def ids(cast: Cast) -> dict[str, str]:
    """Mention text -> actor id (the last one of that text)."""
    return {mention.text: mention.actor for mention in cast.mentions}


def codes(cast: Cast) -> dict[str, tuple[str | None, str | None]]:
    """Mention text -> country and sector of its actor."""
    known = {actor.id: (actor.country, actor.sector) for actor in cast.actors}
    return {mention.text: known[mention.actor] for mention in cast.mentions}


SIGNED = "Senegal and Morocco signed the accord in Riyadh, the capital of Saudi Arabia. "


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("The West African country", "state/SEN"),
        ("The North African kingdom", "state/MAR"),
        ("The Gulf state", "state/SAU"),
    ],
)
def test_an_epithet_means_the_state_that_it_fits(cast_of, words: str, state: str) -> None:
    assert ids(cast_of(f"{SIGNED}{words} will pay."))[words] == state


def test_an_epithet_that_no_state_fits_is_nobody_known(cast_of) -> None:
    found = ids(cast_of("Senegal and Morocco signed the accord. The Baltic state will pay."))
    assert not found["The Baltic state"].startswith("state/")


def test_the_country_is_no_flag(cast_of) -> None:
    cast = cast_of("Kenya rejected the loan. Crowds waved U.S. flags. The country will not pay.")
    assert ids(cast)["The country"] == "state/KEN"


def test_our_country_is_the_speakers(cast_of) -> None:
    cast = cast_of('"Our country will not pay," said William Ruto, the president of Kenya.')
    assert ids(cast)["Our country"] == "state/KEN"


def test_the_government_is_that_of_the_country_spoken_of(cast_of) -> None:
    cast = cast_of(
        "The White House condemned the coup.\n\nIn Turkey, soldiers fired at a crowd. The "
        "government accused a cleric of planning it."
    )
    assert ids(cast)["The government"] == "government/TUR"


def test_an_ambassador_is_not_of_the_country_that_summons_him(cast_of) -> None:
    cast = cast_of("Egypt condemned the raid. Cairo said it had summoned the ambassador.")
    assert codes(cast)["the ambassador"] == (None, "GOV")


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Egypt spoke. Its foreign minister left.", "Its foreign minister", ("EGY", "GOV")),
        ("Giorgia Meloni left. Her spokesman spoke.", "Her spokesman", ("ITA", "GOV")),
        (
            "Friedrich Merz left. His foreign minister spoke.",
            "His foreign minister",
            ("DEU", "GOV"),
        ),
        ("Boeing's spokesman denied it.", "Boeing's spokesman", ("USA", "BUS")),
    ],
)
def test_who_is_somebodys_has_the_owners_country(cast_of, text, words, code) -> None:
    assert codes(cast_of(text))[words] == code


def test_the_spokesmen_of_two_are_two(cast_of) -> None:
    cast = cast_of(
        "Friedrich Merz left. His spokesman spoke. Giorgia Meloni left. Her spokesman spoke."
    )
    assert ids(cast)["His spokesman"] != ids(cast)["Her spokesman"]


def test_its_minister_is_the_one_whom_the_article_names(cast_of) -> None:
    cast = cast_of(
        "Egypt recalled its envoy. Its foreign minister was angry. Egyptian Foreign Minister Samir "
        "Nagib refused to meet anybody."
    )
    assert ids(cast)["Its foreign minister"] == "person/samir-nagib"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Turkey, a close ally of Azerbaijan, met a rival of Greece.", "a rival of Greece"),
        ("The leaders of Turkey and Russia said so.", "The leaders of Turkey and Russia"),
        ("The Kenyan and Ugandan ministers met.", "The Kenyan and Ugandan ministers"),
    ],
)
def test_who_is_of_no_one_country(cast_of, text, words) -> None:
    assert codes(cast_of(text))[words][0] is None


def test_parties_to_talks_are_no_political_parties(cast_of) -> None:
    found = codes(cast_of("The two parties met in Doha. The ruling party stayed away."))
    assert found["The two parties"][1] != "PTY"
    assert found["The ruling party"][1] == "PTY"


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("They landed in Kazakhstan's capital.", "state/KAZ"),
        ("Police searched Kazakhstan's border.", "state/KAZ"),
        ("Ankara's riot police cleared the square.", "government/TUR"),
        ("Kyiv's mayor spoke to residents.", "government/UKR"),
    ],
)
def test_what_a_place_has_is_no_government(cast_of, text, absent) -> None:
    assert absent not in {actor.id for actor in cast_of(text).actors}


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The Italian Senate passed the bill.", "The Italian Senate", "italian-senate"),
        ("Kenya's Senate passed the bill.", "Kenya's Senate", "kenyan-senate"),
        ("The Senate passed the bill.", "Senate", "us-senate"),
    ],
)
def test_a_senate_is_its_countrys(cast_of, text, words, actor) -> None:
    assert ids(cast_of(text))[words] == f"organisation/{actor}"


def test_an_acronym_of_two_is_the_one_whose_country_is_spoken_of(cast_of) -> None:
    sudan = ids(cast_of("In Sudan the RSF shelled a market. Sudan's army fled."))
    assert sudan["RSF"] == "armed-group/rapid-support-forces"
