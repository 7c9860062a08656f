"""Mini-articles with the statements they must give: our own sentences about invented events.

A case is (text, wanted). Each wanted statement is (source, cue, act, content): the source's
words ("" where none is stated), words of the cue ("" where there is none), the act, and the
content, whose pieces are joined by " ... ".
"""

CLAUSES = [
    (
        "Ines Kordal said that the strait was closed.",
        [("Ines Kordal", "said", "say", "that the strait was closed")],
    ),
    (
        "Ines Kordal said the strait was closed.",
        [("Ines Kordal", "said", "say", "the strait was closed")],
    ),
    (
        "The strait was closed, Ines Kordal said on Monday.",
        [("Ines Kordal", "said", "say", "The strait was closed")],
    ),
    (
        "The talks, officials said, had failed.",
        [("officials", "said", "say", "The talks ... had failed")],
    ),
    (
        "The talks have failed, officials said on Monday, and a new round will begin.",
        [("officials", "said", "say", "The talks have failed ... and a new round will begin")],
    ),
    (
        "But the ships had already left, the ministry said.",
        [("the ministry", "said", "say", "But the ships had already left")],
    ),
    (
        "Three officials told Halcyon News that Sarelle had mined the channel.",
        [("Three officials", "told", "say", "that Sarelle had mined the channel")],
    ),
    (
        "The minister said in a statement that the boats were in international waters.",
        [("The minister", "said", "say", "that the boats were in international waters")],
    ),
    (
        "Kordal said the toll was wrong and that nobody had been hurt.",
        [("Kordal", "said", "say", "the toll was wrong and that nobody had been hurt")],
    ),
    (
        "Vash wrote that the map was false, and vowed to respond.",
        [
            ("Vash", "wrote", "say", "that the map was false"),
            ("Vash", "vowed", "promise", "to respond"),
        ],
    ),
    (
        "The general warned that the army would not wait.",
        [("The general", "warned", "warn", "that the army would not wait")],
    ),
    (
        "The envoy asked whether the harbour was safe.",
        [("The envoy", "asked", "ask", "whether the harbour was safe")],
    ),
    (
        "Marrow, tired of waiting, has threatened to leave.",
        [("Marrow", "threatened", "threaten", "to leave")],
    ),
    (
        "As Kordal said on Monday, the pact is dead.",
        [("Kordal", "said", "say", "the pact is dead")],
    ),
]

INFINITIVES = [
    (
        "Sarelle threatened to close the strait.",
        [("Sarelle", "threatened", "threaten", "to close the strait")],
    ),
    (
        "The council urged both sides to show restraint and called for a meeting.",
        [
            ("The council", "urged", "urge", "both sides to show restraint"),
            ("The council", "called for", "demand", "a meeting"),
        ],
    ),
    (
        "Brannhaven offered to release two sailors.",
        [("Brannhaven", "offered", "offer", "to release two sailors")],
    ),
    (
        "Sarelle agreed to talks, but refused to withdraw its boats.",
        [("Sarelle", "refused", "reject", "to withdraw its boats")],
    ),
    (
        "The officer told the crew to leave the ship.",
        [("The officer", "told", "demand", "the crew to leave the ship")],
    ),
    (
        "Kordal promised to answer every letter.",
        [("Kordal", "promised", "promise", "to answer every letter")],
    ),
    (
        "The Kordal government plans to build a port.",
        [("The Kordal government", "plans", "intend", "to build a port")],
    ),
]

OBJECTS = [
    (
        "Sarelle rejected the offer.",
        [("Sarelle", "rejected", "reject", "the offer")],
    ),
    (
        "The offer was rejected by Brannhaven.",
        [("Brannhaven", "was rejected", "reject", "The offer")],
    ),
    (
        "Brannhaven denies any designs on the islands.",
        [("Brannhaven", "denies", "deny", "any designs on the islands")],
    ),
    (
        "Brannhaven has denied sending troops.",
        [("Brannhaven", "has denied", "deny", "sending troops")],
    ),
    (
        "Vash condemned the attack.",
        [("Vash", "condemned", "criticise", "the attack")],
    ),
    (
        "The union welcomed the deal.",
        [("The union", "welcomed", "praise", "the deal")],
    ),
    (
        "The deal calls for the release of all prisoners.",
        [("The deal", "calls for", "demand", "the release of all prisoners")],
    ),
    (
        "Kordal warned of a long war.",
        [("Kordal", "warned of", "warn", "a long war")],
    ),
    (
        "Critics accused Vash of cowardice.",
        [("Critics", "accused", "accuse", "Vash of cowardice")],
    ),
    (
        "Critics have portrayed him as weak.",
        [("Critics", "portrayed", "criticise", "him as weak")],
    ),
    (
        "Marrow called the attacks “disgusting”.",
        [("Marrow", "called", "criticise", "the attacks “disgusting”")],
    ),
    (
        "Vash described the talks as constructive.",
        [("Vash", "described", "praise", "the talks as constructive")],
    ),
    (
        "Sarelle has cast such charges as evidence of hostility.",
        [("Sarelle", "cast", "accuse", "such charges as evidence of hostility")],
    ),
]

QUOTATIONS = [
    (
        "“The pact is dead,” said Teo Marrow, a fisherman.",
        [("Teo Marrow, a fisherman", "said", "say", "“The pact is dead,”")],
    ),
    (
        '"The pact is dead," Teo Marrow said.',
        [("Teo Marrow", "said", "say", '"The pact is dead,"')],
    ),
    (
        "“We wait,” said Teo Marrow, “and we hope.”",
        [("Teo Marrow", "said", "say", "“We wait,” ... “and we hope.”")],
    ),
    (
        "“The visit is late. I do not think it will help,” said Teo Marrow.",
        [
            (
                "Teo Marrow",
                "said",
                "say",
                "“The visit is late. I do not think it will help,”",
            )
        ],
    ),
    (
        "“The pact is dead,” Teo Marrow said. “Nobody believes in it.”",
        [("Teo Marrow", "said", "say", "“The pact is dead,” ... “Nobody believes in it.”")],
    ),
    (
        "“The pact is dead,” Teo Marrow said.\n“It died years ago in this very harbour.”",
        [
            ("Teo Marrow", "said", "say", "“The pact is dead,”"),
            ("", "", "say", "“It died years ago in this very harbour.”"),
        ],
    ),
    (
        "“Why did they leave us alone?” asked Teo Marrow.",
        [("Teo Marrow", "asked", "ask", "“Why did they leave us alone?”")],
    ),
    (
        "Vash said the map was “false” and “dangerous”.",
        [("Vash", "said", "say", "the map was “false” and “dangerous”")],
    ),
    (
        "Vash wrote on X: “The map is false.”",
        [("Vash", "wrote", "say", "“The map is false.”")],
    ),
    (
        "''The pact is dead,'' Mr. Marrow said.",
        [("Mr. Marrow", "said", "say", "''The pact is dead,''")],
    ),
    (
        "“The boats must leave,” Vash said.",
        [("Vash", "said", "demand", "“The boats must leave,”")],
    ),
    (
        "“We will never accept the line,” Kordal said.",
        [("Kordal", "said", "reject", "“We will never accept the line,”")],
    ),
    (
        "“If they come back, we will strike them,” Kordal said.",
        [("Kordal", "said", "threaten", "“If they come back, we will strike them,”")],
    ),
    (
        "“We are ready for talks,” Kordal added.",
        [("Kordal", "added", "offer", "“We are ready for talks,”")],
    ),
]

NOUNS = [
    (
        "His threat to close the strait alarmed the council.",
        [("His", "threat", "threaten", "to close the strait")],
    ),
    (
        "The market fell after Vash's tariff ultimatum.",
        [("Vash", "ultimatum", "threaten", "tariff ultimatum")],
    ),
    (
        "The claim that Sarelle mined the channel came from Vash's spokesman.",
        [],
    ),
    (
        "Sarelle faces accusations of piracy.",
        [("", "accusations of", "accuse", "piracy")],
    ),
    (
        "The union issued a warning that the port would close.",
        [("The union", "warning", "warn", "that the port would close")],
    ),
    (
        "Kordal's conditions for peace include a pledge of neutrality and a new border.",
        [("Kordal", "conditions", "demand", "a pledge of neutrality and a new border")],
    ),
    (
        "Vash repeated his demand that the boats be withdrawn.",
        [("his", "demand", "demand", "that the boats be withdrawn")],
    ),
    (
        "Kordal was sceptical that sanctions would work.",
        [("Kordal", "was sceptical", "doubt", "that sanctions would work")],
    ),
    (
        "Vash is confident that the court will agree.",
        [("Vash", "is confident", "believe", "that the court will agree")],
    ),
    (
        "Residents fear a long war.",
        [("Residents", "fear", "fear", "a long war")],
    ),
    (
        "The company hopes to open the mine in May.",
        [("The company", "hopes", "want", "to open the mine in May")],
    ),
]

OTHERS = [
    (
        "According to the Quayside newspaper, the boats left at dawn.",
        [("the Quayside newspaper", "According to", "say", "the boats left at dawn")],
    ),
    (
        "The boats left at dawn, according to two sailors.",
        [("two sailors", "according to", "say", "The boats left at dawn")],
    ),
    (
        "A poll showed that most voters back the closure.",
        [("A poll", "showed", "report", "that most voters back the closure")],
    ),
    (
        "The report said the mine had been unsafe for years.",
        [("The report", "said", "say", "the mine had been unsafe for years")],
    ),
    (
        "It was not clear what Sarelle might offer.",
        [("", "It was not clear", "say", "what Sarelle might offer")],
    ),
    (
        "It is unclear whether Vash will attend.",
        [("", "It is unclear", "say", "whether Vash will attend")],
    ),
    (
        "Vash is expected to speak on Thursday.",
        [("", "is expected", "believe", "Vash ... to speak on Thursday")],
    ),
    (
        "Vash is unlikely to bow to the demand.",
        [("", "is unlikely", "say", "Vash ... to bow to the demand")],
    ),
    (
        "The fleet appears to be heading north.",
        [("", "appears", "say", "The fleet ... to be heading north")],
    ),
    (
        "The envoy reportedly left on Sunday.",
        [("", "reportedly", "report", "The envoy ... left on Sunday")],
    ),
]

GIVEN = [*CLAUSES, *INFINITIVES, *OBJECTS, *QUOTATIONS, *NOUNS, *OTHERS]

# Texts that attribute nothing.
NOTHING = [
    "The fleet left the harbour at dawn.",
    "The play “The Long Strait” opened on Monday.",
    "The so-called “peace boats” lay at anchor.",
    "The new line would offer some relief to commuters.",
    "The tide rose and the boats turned.",
    "The river flows to the sea, that is to say, to the north.",
    "Needless to say, the market closed early.",
    "The price of tin rose in order to cover the loss.",
    "The bridge was built in 1931.",
    "The storm hit the coast and 12 people died.",
    "(Reporting by Ada Lune in Port Alder; Editing by Teo Marrow)",
    "FILE PHOTO: A ship said to be from Sarelle. REUTERS/Ada Lune",
]

# Statements that must not be found in texts that give others: (text, cue words).
NOT_SAID = [
    ("The council urged all parties to accept the truce.", "accept"),
    ("The deadline for Sarelle to agree to peace is Friday.", "agree"),
    ("Gunmen attacked the southern port at dawn.", "attacked"),
    ("Rubin said Sarelle should know that the fleet was ready.", "know"),
    ("Vash is on a mission to seek a breakthrough.", "seek"),
    ("Ina Holm has been tasked with seeking ceasefires.", "seeking"),
    ("It was not immediately possible to verify the reports.", "verify"),
    ("Residents said it was a war that nobody wanted.", "wanted"),
    ("Vash has not decided whether he wants to sign.", "wants"),
]
