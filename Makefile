# Everything runs in .venv, which the first target makes: nothing is installed beside it.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

PEERS := .venv/.peers

.PHONY: demo test check docs coverage bench accuracy format clean

demo: $(STAMP)  ## parse the seed page and show it
	@$(BIN)/python examples/parse_seed.py

test: $(STAMP)  ## run all tests but those that need something heavy
	@$(BIN)/python -m pytest -n auto --dist worksteal $(if $(HEAVY),,-m "not heavy") $(PYTEST)

check: $(STAMP)  ## style, types, and which room may import which
	@$(BIN)/ruff check src tests examples benchmarks fuzz
	@$(BIN)/ruff format --check src tests examples benchmarks fuzz
	@$(BIN)/mypy
	@$(BIN)/lint-imports

docs: $(STAMP)  ## the site of the documents, into site/
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[docs]"
	@$(BIN)/mkdocs build --strict --quiet

coverage: $(STAMP)  ## which lines and branches no test reaches; fails below the floor of pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "coverage>=7.10"
	@$(BIN)/coverage erase
	@HYPOTHESIS_PROFILE=few $(BIN)/coverage run -m pytest -n auto --dist worksteal -m "not heavy" $(PYTEST)
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

bench: $(STAMP)  ## speed: pages beside their floors, large input, the import; and other extractors
	@$(BIN)/python benchmarks/speed.py $(ARGS)
	@$(BIN)/python benchmarks/pages.py

accuracy: $(PEERS)  ## figures on the pages with gold, beside other extractors, into docs/accuracy.md
	@$(BIN)/python benchmarks/accuracy.py $(ARGS)

format: $(STAMP)
	@$(BIN)/ruff check --fix src tests examples benchmarks fuzz
	@$(BIN)/ruff format src tests examples benchmarks fuzz

$(STAMP): pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@

$(PEERS): $(STAMP) benchmarks/peers.py
	@$(BIN)/python benchmarks/peers.py
	@touch $@

clean:
	rm -rf .venv .tox build dist site .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis
