"""One person, however spelled, is one actor across articles; two people of one name stay two."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable

import pytest
from msgspec.structs import replace

import onrecord
from onrecord.crisis.collection import Collection
from onrecord.crisis.identities import Identities
from onrecord.record import (
    Actor,
    Article,
    Mention,
    Move,
    Record,
    Role,
    Statement,
    article_id,
    slug,
)
from onrecord.record.names import same_person
from onrecord.record.spans import Span
from onrecord.vocabulary.tables import Tables, VocabularyError


def record(*people: tuple[str, ...], kind: str = "person") -> Record:
    """An article in which everybody named says something: (name, country, office)."""
    text = " ".join(f"{name[0]} spoke." for name in people) + " " * len(people)
    article = Article(id=article_id(text, str(people)), text=text)
    actors, mentions, statements = [], [], []
    for number, (name, *more) in enumerate(people, 1):
        country, office = ([*more, None, None])[:2]
        start = text.index(name)
        words = {"article": article.id, "start": start, "end": start + len(name), "text": name}
        known = f"{kind}/{slug(name)}"
        roles = (Role(title=office),) if office else ()
        actors.append(Actor(id=known, name=name, kind=kind, country=country, roles=roles, **words))
        mentions.append(Mention(actor=known, form="name", **words))
        statements.append(
            Statement(
                id=f"{article.id}-s{number}",
                act="say",
                form="indirect",
                content=(Span(start, start + len(name), name),),
                source=known,
                **words,
            )
        )
    return Record(article, tuple(actors), tuple(mentions), statements=tuple(statements))


def unify(records: Iterable[Record], identities: Identities | None = None) -> list[Record]:
    """The records with one id for each person and body across them."""
    return Collection.of([(one, True) for one in records], identities).records


def ids(*records: Record) -> list[list[str]]:
    return [[actor.id for actor in one.actors] for one in unify(records)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelenskiy", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelensky", "Vladimir Zelenskiy"),
        ("Viktor Yanukovich", "Victor Yanukovych"),
        ("Muammar Gaddafi", "Moammar Qaddafi"),
        ("Mohammed Dahlan", "Muhammad Dahlan"),
        ("Abdel Fattah al-Sisi", "Abdel-Fattah el-Sissi"),
        ("Alexander Lukashenko", "Alyaksandr Lukashenka"),
        ("Xi Jinping", "Xi Jin-ping"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Recep Tayyip Erdoğan", "Recep Erdogan"),
        ("George W. Bush", "George Bush"),
        ("Jean-Luc Mélenchon", "Jean-Luc Melenchon"),
        ("Joseph Harkness", "Joe Harkness"),
    ],
)
def test_spellings_of_one_name(one, other) -> None:
    first, second = ids(record((one,)), record((other,)))
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bashar al-Assad", "Maher al-Assad"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Ivan Petrov", "Igor Petrov"),
        ("Mohammed bin Salman", "Mohammed bin Zayed"),
        ("Donald Trump", "Donald Trump Jr."),
        ("Saif al-Islam Gaddafi", "Muammar Gaddafi"),
        ("Raul Castro", "Fidel Castro"),
        ("Mahamat Idriss Deby", "Idriss Deby"),
        ("George W. Bush", "George H.W. Bush"),
    ],
)
def test_relatives_stay_apart(one, other) -> None:
    first, second = ids(record((one,)), record((other,)))
    assert first != second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Han Seo-yun", "Seoyun Han"),
        ("Leung Ka-wai", "K.W. Leung"),
        ("Nagy Viktor", "Viktor Nagy"),
        ("JD Harkness", "James David Harkness"),
        ("Prince Faris bin Tarik", "Faris bin Tarik"),
        ("Hassan ElMarrawi", "Hassan al-Marrawi"),
        ("Shams al-Din Korati", "Shamseldin Korati"),
        ("Abdul Rahim Talla", "Abdelrahim Talla"),
        ("Anton Horbenko", "Anton Gorbenko"),
        ("Navid Baqeri", "Navid Bagheri"),
        ("Marko Đorić", "Marko Djoric"),
        ("Jörg Wüstner", "Joerg Wuestner"),
        ("Pam Harkness", "Pamela Harkness"),
        ("Hussein al Sheikh", "Hussein al-Sheikh"),
    ],
)
def test_one_name_in_the_manner_of_another_language(one: str, other: str) -> None:
    first, second = ids(record((one,)), record((other,)))
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammad Javad Tarif", "Javad Tarif"),
        ("N. Biran Sethi", "Biran Sethi"),
        ("Diego Andres Molano Aponte", "Diego Molano"),
        ("King Aldric", "King Aldric II"),
    ],
)
def test_what_agrees_in_part_needs_the_country(one: str, other: str) -> None:
    first, second = ids(record((one, "NOR")), record((other, "NOR")))
    assert first == second
    first, second = ids(record((one,)), record((other, "NOR")))
    assert first != second


def test_what_agrees_in_less_needs_the_office_as_well() -> None:
    names = "Recha Tayyar Erdal", "Tayyar Erdal"
    for offices, is_one in ((("envoy", "envoy"), True), (("envoy", "judge"), False)):
        first, second = ids(*(record((n, "NOR", o)) for n, o in zip(names, offices, strict=True)))
        assert (first == second) is is_one


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Joe Bidder", "J.B. Prinz"),
        ("R. Hari Kuman", "Ravish Kuman"),
        ("Lin Yu-chan", "Lien Chan"),
        ("Kim Il Sung", "Kim Song"),
        ("Cho Hyun", "Cho Hyun-dong"),
        ("Crown Prince Hussein", "Prince Hamzah bin Hussein"),
        ("Ali Hussein", "Hussein Ali"),
        ("Ali Abdullah Talla", "Ahmed Ali Abdullah Talla"),
        ("King Aldric II", "King Aldric III"),
        ("John Alford", "John Ford"),
    ],
)
def test_namesakes_and_kin_stay_apart_in_one_country(one: str, other: str) -> None:
    first, second = ids(record((one, "NOR")), record((other, "NOR")))
    assert first != second


def test_a_new_person_is_not_the_surname_that_could_be_either_of_two() -> None:
    found = ids(
        record(("Ilse Marrowsky",), ("Peter Marrowsky",)),
        record(("Marrowsky",)),
        record(("Anna Marrowsky",)),
    )
    assert found[1:] == [["person/marrowsky"], ["person/anna-marrowsky"]]


def test_a_family_name_that_stands_first_is_the_surname() -> None:
    found = ids(record(("Xi Marrowping",)), record(("Xi",)))
    assert found == [["person/xi-marrowping"]] * 2


def test_the_same_name_in_two_countries_is_two_people() -> None:
    found = ids(
        record(("Daniel Ortmann", "DEU", "police chief")),
        record(("Daniel Ortmann", "AUT", "ski instructor")),
        record(("Daniel Ortmann", "AUT")),
    )
    assert found == [
        ["person/daniel-ortmann"],
        ["person/daniel-ortmann-aut"],
        ["person/daniel-ortmann-aut"],
    ]


def test_an_office_in_common_outweighs_a_wrong_country() -> None:
    first, second = ids(
        record(("Ilse Marrowsky", "NOR", "envoy")), record(("Ilse Marrowsky", "UKR", "envoy"))
    )
    assert first == second


def test_a_bare_surname_is_the_one_person_it_can_be() -> None:
    found = ids(
        record(("Ilse Marrowsky", "NOR")), record(("Marrowsky",)), record(("Marrowsky", "CHL"))
    )
    assert found[0] == found[1] == ["person/ilse-marrowsky"]
    assert found[2] == ["person/marrowsky"]


def test_a_bare_surname_of_two_people_is_nobody_else() -> None:
    found = ids(record(("Ilse Marrowsky",), ("Peter Marrowsky",)), record(("Marrowsky",)))
    assert found[1] == ["person/marrowsky"]


def test_two_people_of_one_article_are_never_one() -> None:
    found = ids(record(("J. Marrowsky",)), record(("Jane Marrowsky",), ("John Marrowsky",)))
    assert len(set(found[1])) == 2


def test_every_row_follows_its_actor() -> None:
    first, second = record(("Ilse Marrowsky",)), record(("Ilse Marrowskiy",), ("Peter Vance",))
    _, read = unify([first, second])
    assert read.actors[0].id == read.mentions[0].actor == read.statements[0].source
    assert read.actors[0].id == "person/ilse-marrowsky"
    assert [s.id for s in read.statements] == [s.id for s in second.statements]
    assert read.text == second.text


def test_ids_that_were_given_stay_when_articles_are_added() -> None:
    names = [
        "Ilse Marrowsky",
        "Ilse Marrowskiy",
        "Marrowsky",
        "Peter Marrowsky",
        "Pieter Marrowsky",
        "I. Marrowsky",
    ]
    shuffled = random.Random(5)
    for _ in range(20):
        shuffled.shuffle(names)
        records = [record((name,)) for name in names]
        before = ids(*records[:3])
        assert ids(*records)[:3] == before


def test_bodies_by_their_short_names() -> None:
    first = record(("Organisation for Grain Trade", None), kind="organisation")
    actor = first.actors[0]
    named = Actor(**{f: getattr(actor, f) for f in actor.__struct_fields__ if f != "aliases"},
                  aliases=("OGT",))  # fmt: skip
    first = Record(first.article, (named,), first.mentions, statements=first.statements)
    found = ids(
        first,
        record(("Organization for Grain Trade",), kind="organisation"),
        record(("OGT",), kind="organisation"),
        record(("OGT",), kind="media"),
    )
    assert found[0] == found[1] == found[2]
    assert found[3] == ["media/ogt"]


def body(name: str, *aliases: str) -> Record:
    one = record((name,), kind="organisation")
    article = replace(one.article, id=article_id(one.text, f"{name} {aliases}"))
    return Record(article, (replace(one.actors[0], aliases=aliases, article=article.id),))


def test_a_short_form_that_two_bodies_have_joins_nothing() -> None:
    found = ids(body("Grain Board", "GB"), body("Grid Bureau", "GB"), body("GB"), body("the G.B."))
    assert found[0] != found[1]
    assert found[2] == found[3] == ["organisation/gb"]


def test_a_body_known_by_its_short_form_is_joined_when_its_name_is_told() -> None:
    found = ids(
        body("OGT"),
        body("Organisation for Grain Trade", "the OGT"),
        body("Organization of the Grain Trade"),
    )
    assert found == [["organisation/ogt"]] * 3


def test_a_body_under_a_former_name_that_an_article_gives_is_merged() -> None:
    records = [
        body("Council for Coastal Peace"),
        body("Harbour Forum"),
        body("Harbour Forum", "Council for Coastal Peace"),
    ]
    assert ids(*records) == [["organisation/council-for-coastal-peace"]] * 3
    (only,) = onrecord.who(records)
    assert only.former == ["organisation/harbour-forum"]


def test_the_users_list_of_names(tmp_path) -> None:
    listed = tmp_path / "names.csv"
    listed.write_text(
        "name,qid,kind,country,names\n"
        "Ilse Marrowsky,Q900001,person,NOR,Ilse Marrowsky-Holt\n"
        "Grain Board,Q900002,organisation,,GB\n"
    )
    found = {one.id: one.qid for one in onrecord.who(
        [record(("Ilse Marrowskiy", "NOR")), record(("Ilse Marrowsky", "CHL"))], names=listed
    )}  # fmt: skip
    assert found == {"person/ilse-marrowskiy": "Q900001", "person/ilse-marrowsky": None}
    listed.write_text("name,qid,kin\nIlse Marrowsky,Q900001,person\n")
    with pytest.raises(VocabularyError, match="line 2: no column 'kin'"):
        onrecord.who([record(("Ilse Marrowsky",))], names=listed)


def test_who_counts_articles() -> None:
    first = onrecord.who(
        [record(("Ilse Marrowsky",)), record(("Ilse Marrowskiy",), ("Peter Vance",))]
    )[0]
    assert (first.names, len(first.articles)) == (["Ilse Marrowsky", "Ilse Marrowskiy"], 2)


def test_the_position_of_somebody_spelled_in_two_ways() -> None:
    def refusal(name: str, day: str) -> Record:
        one = record((name,))
        article = Article(id=one.article.id, text=one.text, published=day)
        start, end = 0, len(name)
        move = Move(
            id=f"{article.id}-m1",
            article=article.id,
            start=start,
            end=end,
            text=name,
            kind="refusal",
            issue="ceasefire",
            terms=(Span(start, end, name),),
            status="made",
            party=one.actors[0].id,
        )
        return Record(article, one.actors, one.mentions, moves=(move,))

    records = [
        refusal("Ilse Marrowsky", "2031-04-18"),
        refusal("Ilse Marrowskiy", "2031-04-19"),
        refusal("Peter Vance", "2031-04-19"),
    ]
    held = {p.party: len(p.history) for p in onrecord.positions(records)}
    assert held == {"person/ilse-marrowsky": 2, "person/peter-vance": 1}


def test_thousands_of_people_are_compared_quickly() -> None:
    letters = random.Random(7)
    names = {"Anna " + "".join(letters.choices("bdgklmnrstaeiou", k=9)).title() for _ in range(999)}
    identities = Identities.load(Tables())
    begun = time.process_time()
    for name in sorted(names):
        identities.learn(record((name,)))
    assert len(identities.by_id) > 0.98 * len(names)
    assert time.process_time() - begun < 5


def test_a_surname_alone_is_not_enough() -> None:
    assert not same_person("Marrowsky", "Ilse Marrowsky")
