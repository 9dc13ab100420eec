# Everything a checkout needs: `make demo` and `make test` set up .venv themselves.
PYTHON ?= python3
INTO ?= wartagraf-data
BENCH ?=
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.wartagraf
DEV_STAMP := $(VENV)/.wartagraf-dev

.DEFAULT_GOAL := help
.PHONY: help demo neo4j test lint bench train notebook clean

help: ## Show what can be made
	@grep -hE '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

demo: $(RUN_STAMP) ## Build the graph of the sample pages and ask it who said what about a rule
	$(BIN)/wartagraf build corpus/sample --into $(INTO)
	$(BIN)/wartagraf ask who-spoke-about-rule --rule uu/2014/5 --into $(INTO)
	@echo
	@echo "Now try:  $(BIN)/wartagraf explore --into $(INTO)"

neo4j: $(RUN_STAMP) ## Start a Neo4j server to try things with, until Ctrl-C (needs Java 17 and Maven)
	$(BIN)/python -m graph.neo4j

test: $(DEV_STAMP) ## Run the whole test suite
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

lint: $(DEV_STAMP) ## Check style, types and import layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(DEV_STAMP) ## Measure speed and memory beside trafilatura alone (BENCH=folder of pages), and of citations beside re
	$(BIN)/python tests/bench/chain.py $(BENCH)
	$(BIN)/python tests/bench/citations.py

train: $(DEV_STAMP) ## Train extract/model anew from ../shared (about an hour on one core)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'floret>=0.10,<1'
	OMP_NUM_THREADS=1 $(BIN)/python -m extract.training

notebook: $(DEV_STAMP) ## Execute the notebooks in place
	$(BIN)/jupyter execute --inplace notebooks/*.ipynb

clean: ## Remove .venv, caches and the demo's data
	rm -rf $(VENV) $(INTO) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Wartagraf needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version). Name another: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(DEV_STAMP): pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $(RUN_STAMP) $@
