"""The scripts of the training of moves, loaded as the modules that they are to one another."""

import importlib.util
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "training" / "moves"


@pytest.fixture(scope="module")
def script():
    """Loads a script by its name, after those that it needs."""
    loaded = []

    def load(*names):
        for name in names:
            if name in loaded:
                module = sys.modules[name]
                continue
            spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
            module = importlib.util.module_from_spec(spec)
            sys.modules[name] = module
            loaded.append(name)
            spec.loader.exec_module(module)
        return module

    yield load
    for name in loaded:
        del sys.modules[name]
