"""People: one actor each, with the country, sector and office that the words give."""

from __future__ import annotations

from onrecord.language.actors import Cast
from onrecord.record import Actor

TALKS = (
    "Ruritanian Foreign Minister Lena Hofer met her Hungarian counterpart, Gabor Toth, in Vienna "
    "on Monday. Hofer told reporters the border would stay open. She said Austrian police had "
    "been informed. Toth, a former judge, said he was satisfied."
)


def actor(cast: Cast, id_: str) -> Actor:
    return next(a for a in cast.actors if a.id == id_)


def words(cast: Cast, id_: str) -> list[str]:
    return [m.text for m in cast.mentions if m.actor == id_]


def test_names_titles_and_pronouns_of_one_person_are_one_actor(cast_of) -> None:
    cast = cast_of(TALKS)
    assert words(cast, "person/lena-hofer")[-2:] == ["Hofer", "She"]
    assert "he" in words(cast, "person/gabor-toth")


def test_country_and_office_come_from_the_words_before_the_name(cast_of) -> None:
    cast = cast_of("U.S. envoy Steve Witkoff held talks with Russian President Vladimir Putin.")
    envoy = actor(cast, "person/steve-witkoff")
    assert (envoy.country, envoy.sector) == ("USA", "GOV")
    assert [(r.title, r.of) for r in envoy.roles] == [("envoy", "state/USA")]
    putin = actor(cast, "person/vladimir-putin")
    assert (putin.country, putin.sector, putin.roles[0].title) == ("RUS", "GOV", "president")


def test_country_and_office_come_from_the_apposition(cast_of) -> None:
    cast = cast_of(
        "Andriy Yermak, chief of staff to Ukrainian President Volodymyr Zelenskiy, said on "
        "Wednesday that a full ceasefire was required."
    )
    yermak = actor(cast, "person/andriy-yermak")
    assert (yermak.country, yermak.sector) == ("UKR", "GOV")
    assert yermak.roles[0].title == "chief of staff"
    assert not any(a.id.startswith("unnamed/staff") for a in cast.actors)


def test_a_counterpart_holds_the_same_office(cast_of) -> None:
    toth = actor(cast_of(TALKS), "person/gabor-toth")
    assert (toth.country, toth.sector, toth.roles[0].title) == ("HUN", "GOV", "foreign minister")


def test_surname_alone_is_a_person_whatever_the_tagger_says(cast_of) -> None:
    cast = cast_of(
        "President Donald Trump set a deadline. Trump has threatened tariffs. Trump's threat "
        "alarmed traders."
    )
    assert words(cast, "person/donald-trump") == ["President Donald Trump", "Trump", "Trump"]


def test_the_leader_of_a_country_is_whoever_the_article_says_leads_it(cast_of) -> None:
    cast = cast_of(
        "Russian President Vladimir Putin met the envoy. The Russian leader does not want to "
        "anger his guest."
    )
    assert "The Russian leader" in words(cast, "person/vladimir-putin")


def test_a_surname_is_looked_up_only_where_the_country_agrees(cast_of) -> None:
    cast = cast_of("Macron said France would send help.", "2024-01-01")
    assert actor(cast, "person/emmanuel-macron").country == "FRA"
    cast = cast_of("The butcher Macron said meat would cost more in Peoria.", "2024-01-01")
    assert all(a.id != "person/emmanuel-macron" for a in cast.actors)


def test_two_people_with_one_surname_stay_two(cast_of) -> None:
    cast = cast_of(
        "Opposition leader Ana Ruiz said President Carlos Ruiz had lied. Her party would go to "
        "court, Ana Ruiz said."
    )
    assert words(cast, "person/ana-ruiz") == ["Opposition leader Ana Ruiz", "Her", "Ana Ruiz"]
    assert words(cast, "person/carlos-ruiz") == ["President Carlos Ruiz"]


def test_i_in_a_quotation_is_its_speaker(cast_of) -> None:
    cast = cast_of("“I cannot accept this,” said Lena Hofer, the Austrian foreign minister.")
    assert words(cast, "person/lena-hofer")[0] == "I"


def test_spellings_of_one_name_have_one_id(cast_of) -> None:
    for spelling in ("Zelenskiy", "Zelensky", "Zelenskyy"):
        cast = cast_of(f"Ukrainian President Volodymyr {spelling} spoke in Kyiv.")
        assert cast.actors[0].id == "person/volodymyr-zelenskiy"


def test_former_officials_are_elites(cast_of) -> None:
    cast = cast_of("Former French President Jean Duval criticised the plan.", None)
    assert actor(cast, "person/jean-duval").sector == "ELI"


def test_every_mention_is_the_text_at_its_place(cast_of) -> None:
    cast = cast_of(TALKS)
    for mention in cast.mentions:
        assert TALKS[mention.start : mention.end] == mention.text
    reasons = {reason.row for reason in cast.reasons}
    assert "person/lena-hofer" in reasons


def test_a_capital_inside_a_persons_name_is_no_government(cast_of) -> None:
    cast = cast_of("President George Washington wrote a letter. Israel Katz read it in Jerusalem.")
    assert {a.kind for a in cast.actors} == {"person"}


def test_a_name_with_a_small_letter_behind_its_hyphen_is_a_persons(cast_of) -> None:
    cast = cast_of(
        "Han Sang-ho, a spokesman at the ministry, said on Monday that the road was shut."
    )
    assert words(cast, "person/han-sang-ho")[0] == "Han Sang-ho"


def test_the_office_behind_a_name_makes_it_a_persons(cast_of) -> None:
    cast = cast_of("“We wait,” said Gurnam Jit Sohal, a spokesman for the farmers.")
    assert "Gurnam Jit Sohal" in words(cast, "person/gurnam-jit-sohal")
