"""How well an actor fits a pronoun: features of one pair, and their weighted sum.

A linear model after the tradition of Lappin and Leass ("An algorithm for pronominal anaphora
resolution", 1994) and of maximum-entropy rankers (Denis and Baldridge, 2007): each actor that
could be meant gets the sum of the weights of its features, and the highest sum wins. Features
are of recency, grammatical role and parallelism, clause structure (binding), prominence, the
chain of earlier pronouns, and gender. The weights are ``coreference_weights.csv``; the script
that learns them is ``training/coreference``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from onrecord.language.actors.candidate import Candidate, Features
from onrecord.language.actors.clauses import Clauses
from onrecord.language.actors.salience_news import news_features
from onrecord.language.actors.saying import SPEECH

if TYPE_CHECKING:
    from spacy.tokens import Token

_SURE = 6.0  # log-odds beyond which the encoder's word weighs no more


@dataclass(frozen=True)
class Salience:
    """The scorer: weights by feature."""

    weights: Mapping[str, float]

    def score(self, features: Features) -> float:
        """The weighted sum."""
        weights = self.weights
        return sum(weights.get(name, 0.0) * value for name, value in features)


def features_of(
    clauses: Clauses,
    pronoun: Token,
    candidate: Candidate,
    rivals: Sequence[Candidate],
    ranks: Mapping[str, int],
) -> Features:
    """The features of ``candidate`` as the meaning of ``pronoun``.

    Args:
        clauses: look-ups over the text.
        pronoun: the pronoun.
        candidate: who may be meant.
        rivals: all candidates, this one included.
        ranks: as ``search_ranks`` gives them.
    """
    doc = clauses.doc
    before = [h for h in candidate.heads if h < pronoun.i]
    part = _pronoun_part(pronoun)
    found: Features = _agreement(pronoun, candidate)
    if not before:
        found.extend(_after(clauses, pronoun, candidate, part))
    else:
        nearest = doc[before[-1]]
        found.extend(_recency(clauses, pronoun, nearest, before, rivals))
        found.extend(_roles(clauses, pronoun, nearest, part))
        found.extend(_structure(clauses, pronoun, before, part))
    found.extend(_prominence(clauses, pronoun, candidate, before, rivals))
    found.extend(_search_rank(candidate, ranks, part))
    if any(pronoun.i < h and f == "name" and clauses.sentence[h] == clauses.sentence[pronoun.i]
           for h, f in zip(candidate.heads, candidate.forms, strict=True)):  # fmt: skip
        found.append((f"named later in sentence {part}", 1.0))
    return found


def encoder_features(said: float | None) -> Features:
    """The encoder's log-odds for the candidate's best name; without it, that there is none."""
    if said is None:
        return [("encoder, silent", 1.0)]
    return [("encoder", max(-_SURE, min(_SURE, said)))]


def search_ranks(
    clauses: Clauses, pronoun: Token, candidates: Sequence[Candidate]
) -> dict[str, int]:
    """The rank of each candidate in Hobbs's search, its best mention counted; 0 is first."""
    owner = {h: c.key for c in candidates for h in c.heads}
    verb = clauses.verb(pronoun)
    free = [h for h in owner if not _is_bound(clauses, pronoun, clauses.doc[h], verb)]
    ranks: dict[str, int] = {}
    for head in clauses.hobbs_order(pronoun, free):
        ranks.setdefault(owner[head], len(ranks))
    return ranks


def _is_bound(clauses: Clauses, pronoun: Token, mention: Token, verb: Token | None) -> bool:
    """Whether binding forbids it: two arguments of one verb, the pronoun no reflexive."""
    if pronoun.dep_ == "poss" or pronoun.lower_.endswith("self") or verb is None:
        return False
    if clauses.sentence[mention.i] != clauses.sentence[pronoun.i]:
        return False
    its = clauses.verb(mention)
    return its is not None and its.i == verb.i and clauses.role(mention) in ("subj", "obj")


def _search_rank(candidate: Candidate, ranks: Mapping[str, int], part: str) -> Features:
    rank = ranks.get(candidate.key)
    if rank is None:
        return [("search, none", 1.0)]
    return [(f"search {min(rank, 4)}", 1.0), (f"search {min(rank, 3)} {part}", 1.0)]


def _agreement(pronoun: Token, candidate: Candidate) -> Features:
    """Gender: known and fitting, unknown, or that of another bearer of the surname."""
    feminine = pronoun.lower_ in ("she", "her", "hers", "herself")
    known = bool(candidate.gender)
    conflict = known and (candidate.gender == "f") != feminine
    return [
        ("gender known", float(known and not conflict)),
        ("gender conflict", float(conflict)),
        ("feminine, unknown", float(feminine and not known)),
    ]


def _pronoun_part(pronoun: Token) -> str:
    if pronoun.dep_ == "poss":
        return "poss"
    if pronoun.dep_ in ("nsubj", "nsubjpass"):
        return "subj"
    if pronoun.dep_ in ("dobj", "dative"):
        return "obj"
    return "pobj"


def _after(clauses: Clauses, pronoun: Token, candidate: Candidate, part: str) -> Features:
    """Mentioned only later: "In her book, Smith said"."""
    nearest = clauses.doc[min(h for h in candidate.heads if h > pronoun.i)]
    distance = clauses.sentence[nearest.i] - clauses.sentence[pronoun.i]
    found: Features = [("after", 1.0), (f"after {part}", 1.0)]
    if distance > 0:
        found.append(("after, later sentence", float(distance)))
        return found
    role = clauses.role(nearest)
    found.append((f"after {part} {role}", 1.0))
    verb, lower = clauses.verb(nearest), clauses.verb(pronoun)
    if verb is not None and lower is not None and role == "subj":
        inside = verb.i != lower.i and clauses.is_above(verb, lower)
        fronted = verb.i == lower.i and pronoun.dep_ in ("poss", "pobj")
        if inside or fronted:
            found.append(("after, fronted", 1.0))
            found.append((f"after, fronted {part}", 1.0))
    found.append(("after, words", log(1 + nearest.i - pronoun.i)))
    return found


def _recency(
    clauses: Clauses,
    pronoun: Token,
    nearest: Token,
    before: Sequence[int],
    rivals: Sequence[Candidate],
) -> Features:
    distance = clauses.sentence[pronoun.i] - clauses.sentence[nearest.i]
    low, high = nearest.i, pronoun.i
    inside = [sum(low < h < high for h in rival.heads) for rival in rivals]
    between, closer = sum(inside), sum(n > 0 for n in inside)
    return [
        (f"sentences {min(distance, 4)}", 1.0),
        ("words", log(1 + pronoun.i - nearest.i)),
        ("mentions between", float(min(between, 5))),
        (f"closer rivals {min(closer, 3)}", 1.0),
        ("new paragraph", float(clauses.paragraph[low] != clauses.paragraph[high])),
    ]


def _roles(clauses: Clauses, pronoun: Token, nearest: Token, part: str) -> Features:
    distance = min(clauses.sentence[pronoun.i] - clauses.sentence[nearest.i], 2)
    role = clauses.role(nearest)
    found: Features = [
        (f"role {role}", 1.0),
        (f"roles {role}>{part}", 1.0),
        (f"roles {role}>{part} at {distance}", 1.0),
        ("conjunct", float(nearest.dep_ == "conj")),
        ("has conjunct", float(any(c.dep_ == "conj" for c in nearest.children))),
        ("passive subject", float(nearest.dep_ == "nsubjpass")),
    ]
    if nearest.dep_ == "pobj":
        found.append((f"preposition {nearest.head.lower_}", 1.0))
        found.append(("in noun phrase", float(nearest.head.head.pos_ in ("NOUN", "PROPN"))))
    if nearest.dep_ == "poss":
        owner = clauses.role(nearest.head)
        found.append((f"owner of {owner}>{part} at {distance}", 1.0))
    if any(t.text == "(" for t in nearest.doc[max(0, nearest.i - 3) : nearest.i]):
        found.append(("in brackets", 1.0))
    return found


def _structure(clauses: Clauses, pronoun: Token, before: Sequence[int], part: str) -> Features:
    """Clauses: binding, control, coordination, relative clauses; over the sentence's mentions."""
    doc, found = clauses.doc, dict[str, float]()
    here = clauses.sentence[pronoun.i]
    verb = clauses.verb(pronoun)
    same = [doc[h] for h in before if clauses.sentence[h] == here]
    up = set(clauses.path(pronoun.i)[1:]) if same else set()
    for mention in same:
        role = clauses.role(mention)
        its = clauses.verb(mention)
        if its is not None and verb is not None:
            if its.i == verb.i:
                found[f"same clause {role}>{part}"] = 1.0
                reflexive = pronoun.lower_.endswith("self")
                if mention.head.i == pronoun.head.i or (part != "poss" and role in ("subj", "obj")):
                    found["reflexive" if reflexive else f"bound {part}"] = 1.0
            elif clauses.is_above(its, verb):
                found[f"clause above {role}>{part}"] = 1.0
                if role == "subj":
                    found[f"governs {part} {verb.dep_}"] = 1.0
                    found[f"governs by {_verb_class(its)}"] = 1.0
            elif clauses.is_above(verb, its):
                found[f"clause below {role}>{part}"] = 1.0
            else:
                found[f"clause beside {role}>{part}"] = 1.0
                if verb.dep_ == "conj" and verb.head.i == its.i:
                    found[f"coordinate {role}>{part}"] = 1.0
        if mention.i in up:
            found[f"inside {part}"] = 1.0
            if any(doc[a].dep_ == "relcl" and clauses.heads[a] == mention.i for a in up):
                found[f"relative clause of {part}"] = 1.0
        if mention.dep_ == "pobj" and mention.head.i < 3 + mention.sent.start:
            found[f"opening phrase>{part}"] = 1.0
        if pronoun.head.dep_ == "conj" and pronoun.head.head.i == mention.i and part == "poss":
            found["and his"] = 1.0  # "Alice and her brother"
        if part == "poss" and mention.dep_ == "poss" and mention.head.i == pronoun.head.i:
            found["same noun"] = 1.0
        if part == "poss" and any(
            c.i == mention.i for c in pronoun.head.children if c.dep_ == "appos"
        ):
            found["own apposition"] = 1.0  # "her sister Alice"
        if pronoun.head.i == mention.i and part == "poss":
            found["own apposition"] = 1.0
    if same and verb is not None:
        subject = clauses.subject(verb)
        if subject is not None and any(m.i == subject.i for m in same) and subject.i != pronoun.i:
            found[f"subject of its verb {part}"] = 1.0
    previous = [h for h in before if clauses.sentence[h] == here - 1]
    for h in previous:
        mention = doc[h]
        if mention.dep_ in ("nsubj", "nsubjpass"):
            main = mention.head.dep_ == "ROOT"
            found[f"{'main ' if main else ''}subject of last sentence>{part}"] = 1.0
            if all(doc[x].is_punct for x in range(mention.sent.start, mention.left_edge.i)):
                found[f"opens last sentence>{part}"] = 1.0
                if pronoun.i - pronoun.sent.start <= 1:
                    found["opens both sentences"] = 1.0
    return list(found.items())


def _verb_class(verb: Token) -> str:
    lemma = verb.lemma_
    if lemma in SPEECH:
        return "speech"
    return "be" if lemma in ("be", "have") else "other"


_SUBJECTS = ("nsubj", "nsubjpass")


def _prominence(
    clauses: Clauses,
    pronoun: Token,
    candidate: Candidate,
    before: Sequence[int],
    rivals: Sequence[Candidate],
) -> Features:
    doc = clauses.doc
    forms = dict(zip(candidate.heads, candidate.forms, strict=True))
    names = [h for h in candidate.heads if forms[h] == "name"]
    chain = [h for h in before if forms[h] == "pronoun"]
    subjects = sum(1 for h in before if doc[h].dep_ in ("nsubj", "nsubjpass"))
    found: Features = [
        ("names", log(1 + min(len(names), 4))),
        ("names after", log(1 + sum(1 for h in names if h > pronoun.i))),
        ("subjects", log(1 + min(subjects, 3))),
        ("nominal", float(bool(candidate.forms) and not names)),
        ("unnamed", float(candidate.kind == "unnamed")),
        ("perhaps a body", float(candidate.kind in ("body", "organisation"))),
        ("perhaps a thing", float(candidate.kind == "thing")),
        ("quoted otherwise", float(_quoted_otherwise(clauses, pronoun, before))),
    ]
    others = [r.heads[0] for r in rivals if r.key != candidate.key]
    if not others or candidate.heads[0] < min(others):
        found.append(("first of all", 1.0))
    most = max((len(r.heads) for r in rivals), default=0)
    if len(candidate.heads) == most:
        found.append(("most mentioned", 1.0))
    if chain:
        distance = clauses.sentence[pronoun.i] - clauses.sentence[chain[-1]]
        found.append((f"chain {min(distance, 3)}", 1.0))
        last = max(
            (h for r in rivals for h, f in zip(r.heads, r.forms, strict=True)
             if f == "pronoun" and h < pronoun.i), default=-1,
        )  # fmt: skip
        if last == chain[-1]:
            found.append((f"last chain {min(distance, 3)}", 1.0))
            part, then = _pronoun_part(pronoun), _pronoun_part(doc[last])
            found.append((f"last chain {then}>{part}", 1.0))
    found.extend(news_features(clauses, pronoun, before, rivals, forms))
    return found


def _quoted_otherwise(clauses: Clauses, pronoun: Token, before: Sequence[int]) -> bool:
    if not before or not clauses.quotations:
        return False
    return clauses.quotation(pronoun) != clauses.quotation(clauses.doc[before[-1]])
