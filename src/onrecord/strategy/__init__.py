"""Strategy: the graph model for conflict resolution, a library of its own.

>>> from onrecord import strategy
>>> model = strategy.loads('''
... status_quo = []
... decision_maker = [{id = "A"}, {id = "B"}]
... option = [{id = "a", owner = "A"}, {id = "b", owner = "B"}]
... [[preference]]
... maker = "A"
... prefers = ["not b", "a"]
... [[preference]]
... maker = "B"
... prefers = ["not a", "b"]
... ''')
>>> solution = strategy.solve(model)
>>> [model.describe(state) for state in solution.equilibria("R")]
['a; b']
"""

from onrecord.strategy.explain import Verdict, explain, narrate
from onrecord.strategy.files import from_json, load, loads
from onrecord.strategy.graph import Graph
from onrecord.strategy.limited import limited, non_myopic
from onrecord.strategy.model import (
    DecisionMaker,
    Model,
    ModelError,
    Option,
    Partial,
    PreferenceStatement,
    Ranking,
)
from onrecord.strategy.paths import Path, evolution
from onrecord.strategy.picture import svg, table
from onrecord.strategy.propositions import StatementError, parse
from onrecord.strategy.rows import ModelFile, schema
from onrecord.strategy.sensitivity import Inverse, Swap, inverse, robustness, swaps
from onrecord.strategy.solve import Solution, solve
from onrecord.strategy.stability import (
    coalition_improvements,
    coalition_stable,
    coalitions,
    is_universally_stable,
)
from onrecord.strategy.variants import Difference, compare, what_if

__all__ = [
    "DecisionMaker",
    "Difference",
    "Graph",
    "Inverse",
    "Model",
    "ModelError",
    "ModelFile",
    "Option",
    "Partial",
    "Path",
    "PreferenceStatement",
    "Ranking",
    "Solution",
    "StatementError",
    "Swap",
    "Verdict",
    "coalition_improvements",
    "coalition_stable",
    "coalitions",
    "compare",
    "evolution",
    "explain",
    "from_json",
    "inverse",
    "is_universally_stable",
    "limited",
    "load",
    "loads",
    "narrate",
    "non_myopic",
    "parse",
    "robustness",
    "schema",
    "solve",
    "svg",
    "swaps",
    "table",
    "what_if",
]
