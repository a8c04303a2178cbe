# Two commands on a fresh machine: `make demo` and `make test`. Needs Python 3.11+, make and PyPI.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
MODELS := $(wildcard models/*/pyproject.toml)
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help demo test check eval bench pictures format clean lock

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

$(STAMP): pyproject.toml constraints.txt $(MODELS)
	@command -v $(PYTHON) >/dev/null || { echo "make: $(PYTHON) not found; set PYTHON=python3.12 or the like"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt $(patsubst %/pyproject.toml,./%,$(MODELS)) -e '.[dev]'
	@touch $@

demo: $(STAMP)  ## read the reports in examples/ and show their records
	$(BIN)/onrecord read examples/*.txt examples/*.html examples/*.md

test: $(STAMP)  ## run all tests (offline)
	$(BIN)/python -m pytest

check: $(STAMP)  ## style, types, import contracts, schema and lists of tables
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/schema.py --check
	$(BIN)/python tools/tables.py --check

eval: $(STAMP)  ## every accuracy figure the gold allows, against its floors
	$(BIN)/python benchmarks/eval.py --floors benchmarks/floors.json

bench: $(STAMP)  ## speed and memory, as multiples of the bare parse in the same run
	$(BIN)/python benchmarks/run.py

pictures: $(STAMP)  ## photograph the pages for the README (ARCHIVE=FILE: of that archive)
	$(BIN)/python tools/pictures.py $(if $(ARCHIVE),--archive $(ARCHIVE))

format: $(STAMP)  ## rewrite the code in house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:  ## remove the virtual environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

lock: $(STAMP)  ## write constraints.txt from what is installed
	$(BIN)/python -m pip freeze --exclude-editable --exclude onrecord-en | grep -v '^-e\|^onrecord\|^hf.xet\|^huggingface' > constraints.txt
