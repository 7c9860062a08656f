"""What the parts of a phrase say, and how two of them are joined into one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.language.actors.words import singular
from onrecord.vocabulary.actors import BODIES_OF_MANY_STATES, Known, Title

EMPTY_HEADS = frozenset(
    "group member team majority several dozen dozens hundred hundreds thousand thousands number "
    "some many most few handful part wave pair couple series all one two three four five six "
    "seven eight nine ten eleven twelve scores score both crowd family families relative "
    "relatives band cell network squad column convoy faction remnant remnants generation leader "
    "head chief president chair chairman chairwoman chairperson director spokesman spokeswoman "
    "spokesperson secretary representative figure official deputy founder co-founder owner boss "
    "commander supporter ally associate player half third quarter unit detachment "
    "wing branch arm coalition alliance delegation source sources mastermind editor "
    "editor-in-chief staff employee office service organisation organization manager "
    "chief-executive ceo board million millions kind rest lot plenty host section core gang "
    "contingent party people".split()
)
WEAK_HEADS = frozenset(
    "officer officers official officials source sources staffer insider executive representative "
    "lawyer delegate worker workers employee recruit aide adviser insiders negotiator".split()
)
SOCIETIES = frozenset(
    "association federation syndicate network guild league committee society council group "
    "organisation organization forum confederation collective coalition alliance".split()
)  # whose sector is that of the members named before ("the doctors' association")
NEVER_EMPTY = frozenset({"party", "people", "gang"})  # filled only where nothing else is said
STATE_KINDS = ("state", "government")
OF_STATES = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})  # sectors of a state's bodies
OFFICIAL = OF_STATES | {"ELI"}
HEADS = frozenset({"leader", "chief", "boss", "head", "chairman", "president", "director"})


@dataclass(frozen=True)
class Coding:
    """What a phrase says.

    Attributes:
        country: ISO 3166-1 alpha-3, or IGO, UNO, EUR…, or None.
        sector, second: PLOVER sectors, or None.
        title: the office it names, or None.
        noun: the common noun it rests on (singular), or None.
        denotes: what that noun denotes (see agents.csv), or None.
        known: the named actor it holds, or None.
        of: the named body the office is held in, or None.
        former: whether it says "former".
        ethnic: whether it names a people rather than citizens ("ethnic Albanians", "Serbs").
        why: what each was taken from.
    """

    country: str | None = None
    sector: str | None = None
    second: str | None = None
    title: Title | None = None
    noun: str | None = None
    denotes: str | None = None
    known: Known | None = None
    of: Known | None = None
    former: bool = False
    ethnic: bool = False
    why: tuple[str, ...] = ()

    @property
    def head(self) -> str:
        """The last word of the noun, or an empty string."""
        return (self.noun or "").rpartition(" ")[2]


def of_known(known: Known, sector: str | None) -> Coding:
    """The coding of a phrase that is a name of the tables; ``sector`` as of the day."""
    return Coding(country=known.country, sector=sector, known=known, why=(f"name {known.name!r}",))


def joined(first: Coding, second: Coding) -> Coding:
    """Two parts between commas: the first outranks the second."""
    return replace(
        first,
        country=first.country or second.country,
        sector=first.sector or second.sector,
        second=first.second or (second.second if first.sector is None else None),
        title=first.title or second.title,
        noun=first.noun or second.noun,
        denotes=first.denotes or second.denotes,
        of=first.of or second.of,
        former=first.former or second.former,
        why=(*first.why, *second.why),
    )


def filled(coding: Coding, inner: Coding) -> Coding:
    """A head that says little ("members of …"), filled with what stands after "of"."""
    from_state = inner.known is not None and inner.known.kind in STATE_KINDS
    sector = inner.sector if not (from_state and inner.noun is None) else None
    if sector is None or (sector == "UNK" and coding.sector):
        return coding
    if coding.head in NEVER_EMPTY and coding.sector not in (None, "UNK", "CVL"):
        return coding
    if coding.title is not None and sector == "CVL" and coding.sector not in (None, "UNK"):
        return coding
    if coding.former and coding.sector == "ELI":
        return coding
    return replace(
        coding,
        sector=sector,
        second=inner.second,
        noun=coding.noun or inner.noun,
        denotes=coding.denotes or inner.denotes,
        why=(*coding.why, *inner.why),
    )


def with_body(coding: Coding, known: Known | None, sector: str | None) -> Coding:
    """A named body gives its sector where the head says little or nothing."""
    if known is None or known.kind in STATE_KINDS:
        return coding
    if sector is None:
        many = known.country in BODIES_OF_MANY_STATES
        office = coding.title is not None and coding.sector == "BUS"
        return replace(coding, sector="GOV") if many and office else coding  # an IGO's chairman
    weak = coding.noun is None or coding.head in EMPTY_HEADS
    weak = weak or singular(coding.head) in WEAK_HEADS
    weak = (weak and coding.head != "people") or coding.sector in (None, "UNK", "UAF")
    if weak or known.kind == "armed-group":
        return replace(
            coding, sector=sector, second=coding.second, of=known,
            why=(*coding.why, f"name {known.name!r}"),
        )  # fmt: skip
    return coding


def as_former(coding: Coding) -> Coding:
    """ "Former" makes an official one of PLOVER's ELI: out of government or army."""
    persons = coding.title is not None or coding.denotes in ("one", "people")
    if not coding.former or not persons or coding.sector not in OFFICIAL:
        return coding
    return replace(coding, sector="ELI", second=None, why=(*coding.why, "former"))
