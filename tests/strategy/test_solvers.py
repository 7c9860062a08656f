"""Both solvers against the definitions, on thousands of random models."""

import random
from itertools import product

import numpy as np
import pytest

from onrecord.strategy import Graph, Model, Ranking, bits, solve
from onrecord.strategy.model import DecisionMaker, Option
from tests.strategy.brute import Brute

CONCEPTS = ("R", "GMR", "SMR", "SEQ", "SSEQ")


def random_case(source, most_options, directions=False):
    makers = source.choice((2, 2, 3, 4))
    count = source.randint(makers, most_options) if makers <= most_options else most_options
    makers = min(makers, count)
    owners = [*range(makers), *(source.randrange(makers) for _ in range(count - makers))]
    source.shuffle(owners)
    every = list(product((0, 1), repeat=count))
    infeasible = set(source.sample(every, source.choice((0, 0, 1, len(every) // 4))))
    ranks = {i: [source.randrange(6) for _ in every] for i in range(makers)}
    ways = ["both"] * count
    if directions:
        ways = [source.choice(("both", "both", "only_to_yes", "only_to_no")) for _ in ways]
    return Brute(owners, ranks, infeasible, ways)


def model_of(case):
    codes = [sum(v << k for k, v in enumerate(s)) for s in case.states]
    return Model(
        name="random",
        makers=tuple(
            DecisionMaker(
                str(i), str(i), Ranking(np.array([case.rank[i][s] for s in case.states], np.int32))
            )
            for i in case.makers
        ),
        options=tuple(
            Option(f"o{k}", str(owner), direction=way)
            for k, (owner, way) in enumerate(zip(case.owners, case.directions, strict=True))
        ),
        codes=np.array(codes, np.int64),
        labels=tuple(str(k + 1) for k in range(len(codes))),
    )


def by_bits(model):
    feasible = np.zeros(1 << len(model.options), bool)
    feasible[model.codes] = True
    space = bits.OptionSpace(
        len(model.options), [model.owned(m.id) for m in model.makers], feasible
    )
    ranks = []
    for maker in model.makers:
        spread = np.zeros(len(feasible), np.int32)
        spread[model.codes] = maker.preference.ranks
        ranks.append(spread)
    improvements = [bits.Improvements(space, i, r) for i, r in enumerate(ranks)]
    found = {}
    for at, maker in enumerate(model.makers):
        flags = {
            "R": bits.nash(space, at, ranks[at]),
            "GMR": bits.gmr(space, at, ranks[at]),
            "SMR": bits.smr(space, at, ranks[at]),
            "SEQ": bits.seq(space, at, ranks[at], improvements),
            "SSEQ": bits.sseq(space, at, ranks[at], improvements),
        }
        found |= {(c, maker.id): flags[c][model.codes].tolist() for c in CONCEPTS}
    return found


@pytest.mark.parametrize(
    ("seed", "models", "options"), [(1, 8000, 2), (2, 2000, 3), (3, 120, 4), (4, 15, 5)]
)
def test_both_solvers_agree_with_the_definitions(seed, models, options):
    source = random.Random(seed)
    for _ in range(models):
        case = random_case(source, options)
        model = model_of(case)
        solution, quick = solve(model, CONCEPTS), by_bits(model)
        for concept in CONCEPTS:
            for i in case.makers:
                wanted = [case.stable(concept, i, s) for s in case.states]
                assert solution.table[concept][str(i)].tolist() == wanted, (concept, i)
                assert quick[concept, str(i)] == wanted, (concept, i)


def test_options_that_cannot_be_taken_back_agree_with_the_definitions():
    source = random.Random(5)
    for _ in range(400):
        case = random_case(source, 3, directions=True)
        solution = solve(model_of(case), CONCEPTS)
        for concept in CONCEPTS:
            for i in case.makers:
                wanted = [case.stable(concept, i, s) for s in case.states]
                assert solution.table[concept][str(i)].tolist() == wanted


def test_large_models_are_solved_without_a_table_of_moves():
    count, makers = 12, 3
    ranks = np.random.default_rng(0)
    model = Model(
        name="large",
        makers=tuple(
            DecisionMaker(str(i), str(i), Ranking(ranks.permutation(1 << count).astype(np.int32)))
            for i in range(makers)
        ),
        options=tuple(Option(f"o{k}", str(k % makers)) for k in range(count)),
        codes=np.arange(1 << count),
        labels=tuple(str(k) for k in range(1 << count)),
    )
    solution = solve(model, CONCEPTS)
    graph = Graph(model)
    from onrecord.strategy.stability import CONCEPTS as DEFINED

    for state in range(0, 1 << count, 401):
        for concept in CONCEPTS:
            for maker in graph.makers:
                wanted = DEFINED[concept](graph, maker, state)
                assert solution.table[concept][maker][state] == wanted


def test_what_must_hold_between_concepts():
    source = random.Random(6)
    for _ in range(300):
        solution = solve(model_of(random_case(source, 4)), CONCEPTS)
        for maker in solution.table["R"]:
            nash, gmr, smr, seq, sseq = (solution.table[c][maker] for c in CONCEPTS)
            assert not (nash & ~sseq).any()
            assert not (sseq & ~seq).any()
            assert not (seq & ~gmr).any()
            assert not (smr & ~gmr).any()
            assert not (sseq & ~smr).any()
