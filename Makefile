# Everything here needs only Python 3.11+ and make; the rest is installed into .venv
# from the lock files (hashes checked, wheels only).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
LOCKED := install --require-hashes --only-binary :all:

.PHONY: brief test lint docs benchmark lock clean

brief: $(VENV)/.run
	@$(BIN)/onrecord --quiet brief examples/kremlin-talks --as-of 2025-08-06

test: $(VENV)/.dev
	$(BIN)/python -m pytest

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/.dev
	$(BIN)/python docs/make_schema.py
	$(BIN)/sphinx-build -W -q -b html docs docs/_build/html

benchmark: $(VENV)/.dev
	$(BIN)/python -m benchmarks $(DATA)

# Remake the lock files after a change of the dependencies.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q \
	  pyproject.toml requirements/build.in -o requirements/run.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q \
	  pyproject.toml requirements/dev.in -c requirements/run.txt -o requirements/dev.txt

clean:
	rm -rf $(VENV) docs/_build .pytest_cache .mypy_cache .ruff_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "onrecord needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(VENV)/bin/python requirements/run.txt pyproject.toml
	$(PIP) $(LOCKED) -r requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	$(PIP) $(LOCKED) -r requirements/dev.txt
	@touch $@
