"""The "potential ambiguities" of PLOVER's manual, each with a sentence of ours."""

import pytest

CASES = [
    # AGREE: cooperation to come is AGREE; releases and withdrawals to come are not
    ("Brazil and Paraguay will sign an agreement on fishing next month.", "AGREE", None),
    ("Kenya announced that it would withdraw its troops from the border region.", "CONCEDE", None),
    ("The European Union will lift sanctions on Belarus.", "CONCEDE", None),
    # CONSULT: meetings to come and invitations are AGREE; summoned ambassadors are ACCUSE
    ("The presidents of Chile and Peru will meet in Lima next month.", "AGREE", None),
    ("Chile invited the president of Peru to Santiago.", "AGREE", None),
    ("Norway summoned Russia's ambassador to complain about the flights.", "ACCUSE", "disapprove"),
    # SUPPORT and CONCEDE: pardons, regret; releases are RETREAT; promises to ratify are AGREE
    ("Nigeria pardoned 20 soldiers who took part in the coup.", "CONCEDE", None),
    ("Nigeria released 20 soldiers who took part in the coup.", "RETREAT", "release"),
    ("Japan expressed regret for the sinking of the Chinese trawler.", "CONCEDE", None),
    ("Turkey promised to ratify the treaty with Greece.", "AGREE", None),
    ("France and Japan held joint naval exercises in the Pacific.", "COOPERATE", None),
    # AID: forgiven debts, rescued hostages, disaster relief by troops; court orders are SANCTION
    ("France cancelled half of Zambia's debt.", "AID", None),
    ("Pakistani soldiers rescued 10 hostages in the border region.", "AID", None),
    ("Turkey sent soldiers to help the victims of the earthquake in Syria.", "AID", None),
    ("A court ordered the government of Chile to pay the villagers.", "SANCTION", "convict"),
    # RETREAT and SANCTION: those who flee are the recipients
    ("Thousands of villagers fled attacks by the Janjaweed militia.", "SANCTION", "expel"),
    # REQUEST: calls for dismissal are for change; a party to the war that wants its end agrees
    ("The opposition in Chad called for the dismissal of the minister.", "REQUEST", "change"),
    ("Sudan withdrew its demand for the return of the ship.", "CONCEDE", None),
    # REJECT: barred from entering; meetings cancelled; aid withdrawn is SANCTION
    ("Ghana barred a French charity from entering its territory.", "REJECT", None),
    ("Ghana expelled a French charity.", "COERCE", None),
    ("Egypt cancelled a meeting with Ethiopian officials.", "REJECT", "meet"),
    ("India cut military aid to Nepal.", "SANCTION", "discontinue"),
    # THREATEN: an arrest warrant against somebody out of reach
    ("Prosecutors in Peru issued an arrest warrant for the former minister.", "THREATEN", "arrest"),
    # PROTEST: diplomatic protests and those on social media are ACCUSE
    ("Japan lodged a protest with China over the ships.", "ACCUSE", "disapprove"),
    ("Students marched in Belgrade to demand the release of a Serbian editor.", "PROTEST", "demo"),
    # SANCTION: individuals deported are COERCE, diplomats expelled are not
    ("Iranian police deported 300 Afghan migrants.", "COERCE", "deport"),
    ("Switzerland expelled two Iranian diplomats.", "SANCTION", "expel"),
    # MOBILIZE: exercises alone; supporters mobilised are PROTEST; ships are weapons
    ("North Korea held artillery drills near the border.", "MOBILIZE", "troops"),
    ("Opposition leaders in Georgia mobilised thousands of supporters.", "PROTEST", "demo"),
    ("China sent warships to the strait.", "MOBILIZE", "weapons"),
    # COERCE: combatants captured are ASSAULT; crowds pushed back are COERCE
    ("Rebels captured two Nigerien soldiers in a battle.", "ASSAULT", "abduct"),
    ("Police pushed back protesters in Minsk.", "COERCE", "restrict"),
    # ASSAULT: modes
    ("Police fired tear gas at protesters in Nairobi.", "ASSAULT", "crowd-control"),
    ("Police beat demonstrators in Caracas.", "ASSAULT", "beat"),
    ("Guards tortured Libyan migrants in the camp.", "ASSAULT", "torture"),
    ("An Israeli drone strike on Lebanon killed two people.", "ASSAULT", "drone"),
    ("Gunmen kidnapped 30 pupils in Niger.", "ASSAULT", "abduct"),
]


@pytest.mark.parametrize(("text", "event", "mode"), CASES)
def test_ambiguities(record_of, text, event, mode):
    found = [(e.event, e.mode) for e in record_of(text).events if e.status != "hypothetical"]
    assert found
    assert found[0][0] == event, found
    if mode is not None:
        assert found[0][1] == mode, found


def test_who_flees_is_acted_upon(record_of):
    record = record_of("Thousands of villagers fled attacks by the Janjaweed militia.")
    names = {a.id: a.name for a in record.actors}
    (event,) = [e for e in record.events if e.event == "SANCTION"]
    assert "Janjaweed" in names[event.actors[0]]
    assert "villagers" in names[event.recipients[0]]


def test_what_a_protest_demands_is_no_event_of_its_own(record_of):
    record = record_of("Students marched in Belgrade to demand the release of a Serbian editor.")
    assert "REQUEST" not in {e.event for e in record.events}


def test_compound_actors_make_one_event(record_of):
    record = record_of("The United States and France accused Russia of shelling Ukraine.")
    (event,) = [e for e in record.events if e.event == "ACCUSE"]
    assert set(event.actors) == {"state/USA", "state/FRA"}
    assert event.recipients == ("state/RUS",)


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Saudi-led air strikes hit Yemen.", "state/SAU", "state/YEM"),
        ("Russian attacks on Ukraine went on.", "state/RUS", "state/UKR"),
        ("Russia's invasion of Ukraine began.", "state/RUS", "state/UKR"),
        ("Kenya rejected an Ethiopian offer.", "state/KEN", "state/ETH"),
        ("Kenya, which Somalia attacked on Friday, is calm.", "state/SOM", "state/KEN"),
        ("Somalia was accused by Kenya of shelling a village.", "state/KEN", "state/SOM"),
        ("Syria was attacked and invaded by Turkey.", "state/TUR", "state/SYR"),
    ],
)
def test_parties_through_grammar(record_of, text, actor, recipient):
    record = record_of(text)
    assert any(actor in e.actors and recipient in e.recipients for e in record.events), [
        (e.event, e.actors, e.recipients) for e in record.events
    ]
    assert {a for e in record.events for a in (*e.actors, *e.recipients)} <= {
        a.id for a in record.actors
    }
