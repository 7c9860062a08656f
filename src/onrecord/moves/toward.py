"""Whom a move is put to: powers and people, not the captives and the goods that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.moves.found import Draft
from onrecord.moves.grammar import agents, children, lemma, marks, subject_of
from onrecord.moves.offices import is_name_in
from onrecord.moves.parties import Context

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_PEOPLE = frozenset({"person"})
_STATES = frozenset({"state", "government", "armed-group", "organisation"})
_POWERS = _STATES | _PEOPLE
_TO_THEM = frozenset({"to", "on", "from", "against", "with", "at", "toward", "towards", "of"})
_WIDE = frozenset({"threat", "offer", "promise", "refusal", "acceptance", "concession"})
_ANSWERING = frozenset({"refusal", "acceptance"})
_RULING = frozenset({"state", "government", "armed-group"})
_RULING_SECTORS = frozenset({"GOV", "MIL", "REB"})
_NATIONAL = frozenset({"state"})
_IFS = frozenset({"if", "unless", "once", "until"})
_GIVING = frozenset({"offer", "promise", "acceptance"})
_SINGLE = frozenset({"person", "unnamed"})
_DIRECTED = frozenset({"demand", "condition"})


def whom(context: Context, draft: Draft) -> tuple[str, ...]:
    """The recipients of a draft: those its rule read, else those its terms name.

    A rule takes the object of an act for whom it is aimed at; captives, homes and goods are
    what the act is about, so where the terms also name a power, the power it is.
    """
    found = [a for a in draft.toward if not context.is_same_side(draft.party, a)]
    if draft.kind not in _DIRECTED:
        found = [a for a in found if not _is_captive(context, a)]
    if draft.kind in _DIRECTED and _is_undergone(context, draft):
        found = [a for a in found if _is(context, a, _POWERS)]
    if draft.kind in _WIDE and not any(_is(context, a, _POWERS) for a in found):
        let = [a for a in _let(context, draft) if not context.is_same_side(draft.party, a)]
        if let and not found and draft.kind != "threat":
            return tuple(let)
        powers = _named(context, draft)
        told = powers or _supposed(context, draft)
        return tuple(told or found or _addressee(context, draft))
    if draft.kind in _DIRECTED and not found:
        return tuple(_owning(context, draft))
    return tuple(found)


def any_power(context: Context, actors: tuple[str, ...], of_states: bool = False) -> bool:
    """Whether a state, a government, an armed group or an organisation is among ``actors``.

    Args:
        context: the reading.
        actors: whom to look among.
        of_states: leave out organisations, and take people and bodies in office.
    """
    if not of_states:
        return any(_is(context, actor, _STATES) for actor in actors)
    known = [context.reading.actor_by_id[actor] for actor in actors]
    return any(a.kind in _RULING or a.sector in _RULING_SECTORS for a in known)


def _is(context: Context, actor: str, kinds: frozenset[str]) -> bool:
    return context.reading.actor_by_id[actor].kind in kinds


def _is_captive(context: Context, actor: str) -> bool:
    """Captives and crews: what a move is about, and nobody who bargains."""
    one = context.reading.actor_by_id[actor]
    words = one.name.lower().replace("-", " ").split()
    return one.kind in ("unnamed", "population") and any(
        context.words.has("captive", word) or context.words.has("captive", word.removesuffix("s"))
        for word in words
    )


def _is_undergone(context: Context, draft: Draft) -> bool:
    """ "the militias to be disarmed": told of those whom it befalls."""
    root = context.reading.tokens(draft.terms.start, draft.terms.end).root
    return bool(children(root, "auxpass", "nsubjpass")) and not agents(root)


def _named(context: Context, draft: Draft) -> list[str]:
    """Powers behind "to", "on", "from", "against" in the terms, or whose their nouns are."""
    tokens = context.reading.tokens(draft.terms.start, draft.terms.end)
    if draft.kind in _ANSWERING:
        makers = _makers(context, draft, tokens)
        if makers:
            return makers
    for pick in (_behind_prepositions, _owners):
        named = context.actors([t for t in tokens if pick(t)])
        found = [a for a in named if _fits(context, draft, a)]
        if not found and pick is _behind_prepositions:
            found = [a for a in named if a != draft.party and _is(context, a, _PEOPLE)]
        if found:
            return found[:1]
    if draft.kind in _ANSWERING:  # "would not take in American troops"
        owned = [a for t in children(tokens.root, "dobj") for a in context.owners(t)]
        found = [a for a in owned if _is_other_side(context, draft, a)][:1]
    if not found and draft.kind in _GIVING:
        found = _given(context, draft)
    return found


def _makers(context: Context, draft: Draft, tokens: Tokens) -> list[str]:
    """Who made what is refused or accepted: "the request from", "Lind's demand"."""
    told = [t for t in tokens if t.dep_ == "pobj" and t.head.lower_ in ("from", "by")]
    named = [a for t in told for a in _inside(context, t)]
    found = [a for a in named if _is_other_side(context, draft, a)]
    if found:
        return found[-1:]
    root = tokens.root
    put = [
        t for t in tokens if context.words.has("put", lemma(t)) and root in (t, t.head, t.head.head)
    ]
    owned = [a for t in put for a in context.owners(t)]
    found = [a for a in owned if _is_other_side(context, draft, a)]
    if found or root.pos_ != "NOUN":
        return found[:1]
    owned = list(context.owners(root))
    if not owned and not context.words.has("pact", lemma(root)):  # "the Lowmark accord"
        owned = list(context.actors(children(root, "compound", "nmod")))
    return [a for a in owned if _is_other_side(context, draft, a)][:1]


def _given(context: Context, draft: Draft) -> list[str]:
    """ "send aid to the islanders": people, too, get what is offered to them."""
    tokens = context.reading.tokens(draft.terms.start, draft.terms.end)

    def meets(verb: Token) -> bool:
        return context.words.has("meeting", lemma(verb))

    met = context.actors(children(tokens.root, "dobj")) if meets(tokens.root) else ()
    if met:
        return [a for a in met if a != draft.party][:1]
    behind = [t for t in tokens if t.dep_ == "pobj" and t.head.lower_ in ("to", "with")]
    behind = [t for t in behind if t.head.dep_ == "dative" or t.head.head.pos_ in ("VERB", "NOUN")]
    named = context.actors([t for t in behind if t.head.lower_ == "to" or meets(t.head.head)])
    return [a for a in named if a != draft.party and not _is_captive(context, a)][:1]


def _is_other_side(context: Context, draft: Draft, actor: str) -> bool:
    """A power, a person or somebody unnamed of another side."""
    return _fits(context, draft, actor) or _is_other_person(context, draft, actor)


def _is_other_person(context: Context, draft: Draft, actor: str) -> bool:
    """ "rejected Lind's decision": a person, or somebody unnamed, of another side."""
    return (
        _is(context, actor, _SINGLE)
        and actor != draft.party
        and not context.is_same_side(draft.party, actor)
    )


def _inside(context: Context, token: Token) -> list[str]:
    """Whom a noun phrase names, or a body named in part of it: "US food giant Halden Foods"."""
    found = context.actors([token])
    within = context.reading.mentions_in(token.left_edge.idx, token.idx + len(token))
    return list(found) or [m.actor for m in within if not _is(context, m.actor, _NATIONAL)]


def _owning(context: Context, draft: Draft) -> list[str]:
    """ "Israel's release of prisoners", "a full Israeli withdrawal": whose act is asked for."""
    root = context.reading.tokens(draft.terms.start, draft.terms.end).root
    if root.pos_ == "VERB":
        subject = subject_of(root) if children(root, "auxpass", "nsubjpass") else None
        named = context.actors([subject] if subject is not None else [])
        return [a for a in named if _fits(context, draft, a)][:1]
    if root.pos_ not in ("NOUN", "PROPN"):
        return []
    owned = [*context.actors(children(root, "poss")), *context.owners(root)]
    owned += context.actors(
        [
            p
            for prep in children(root, "prep")
            if prep.lower_ in ("by", "from")
            for p in children(prep, "pobj")
        ]
    )
    if not owned and context.words.has("leaving", lemma(root)):
        whose = [o for p in children(root, "prep") if p.lower_ == "of" for o in children(p, "pobj")]
        owned += [a for o in whose for a in context.owners(o)] or list(context.actors(whose))
        return [a for a in dict.fromkeys(owned) if _is_other_person(context, draft, a)] or [
            a for a in dict.fromkeys(owned) if _fits(context, draft, a)
        ]
    return [a for a in dict.fromkeys(owned) if _fits(context, draft, a)][:1]


def _addressee(context: Context, draft: Draft) -> list[str]:
    """ "warned Velmark that it would": whom the party tells what it will do."""
    for holder in context.holders(draft.terms.start):
        told = holder.addressee
        if told is not None and context.is_own_word(holder, draft.party):
            return [told] if _fits(context, draft, told) else []
    return []


def _supposed(context: Context, draft: Draft) -> list[str]:
    """ "would free the men if Velmark left": whose act the move waits for."""
    cue = context.reading.tokens(draft.cue.start, draft.cue.end)[0]
    root = context.reading.tokens(draft.terms.start, draft.terms.end).root
    clauses = [c for one in dict.fromkeys((cue, root)) for c in children(one, "advcl")]
    supposed = [c for c in clauses if marks(c) & _IFS]
    named = context.actors([s for c in supposed for s in (*children(c, "nsubj"), *agents(c))])
    return [a for a in named if _is_other_side(context, draft, a)]


def _let(context: Context, draft: Draft) -> tuple[str, ...]:
    """ "allow aid workers into the valley", "let the mission work": whom it is granted to."""
    root = context.reading.tokens(draft.terms.start, draft.terms.end).root
    if lemma(root) in ("continue", "keep", "go") and children(root, "xcomp"):
        root = children(root, "xcomp")[0]
    if not context.words.has("letting", lemma(root)) or children(root, "auxpass", "nsubjpass"):
        return ()
    acts = children(root, "ccomp", "xcomp")
    told = [*children(root, "dative"), *(s for a in acts for s in children(a, "nsubj"))]
    return context.actors(told or children(root, "dobj"))


def _behind_prepositions(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ in _TO_THEM


def _owners(token: Token) -> bool:
    if token.dep_ == "nsubj" and lemma(token.head.head) in ("stop", "prevent"):
        return token.pos_ == "PROPN"  # "act to stop Velmark getting a bomb"
    return token.dep_ in ("poss", "dobj", "dative") and token.pos_ == "PROPN"


def _fits(context: Context, draft: Draft, actor: str) -> bool:
    is_power = _is(context, actor, _STATES)
    known = context.reading.actor_by_id
    party, other = known.get(draft.party or ""), known[actor]
    if party is not None and party.kind == "unnamed":  # "Washington's top finance official"
        is_power = is_power and not is_name_in((other.name, *other.aliases), party.name)
    return is_power and actor != draft.party and not context.is_same_side(draft.party, actor)
