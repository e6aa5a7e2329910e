# Two commands do everything: `make worksheet` and `make test`. Each sets up what it needs in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# An editable install has no bytecode yet, and some machines never write it; a first run keeps patterns and lexicons beside it.
COMPILE = $(BIN)/python -m compileall -q factcheck && PYTHONDONTWRITEBYTECODE= $(BIN)/factcheck generate examples/harbour-fire.txt -f html -o - > /dev/null
PIP := $(BIN)/python -m pip install -q --disable-pip-version-check
INSTALL = $(if $(LOCKED),$(BIN)/python .ci/install.py,$(PIP)) # LOCKED=1: the versions and hashes of .ci/lock.txt, as .ci/run does
PACKAGES := $(wildcard plugins/*/pyproject.toml)
ARTICLE ?= examples/harbour-fire.txt
OUT ?= out

.PHONY: worksheet test test-all stress lint types contracts quality speed check lock audit clean

worksheet: $(VENV)/.runtime
	@mkdir -p "$(OUT)"
	@$(BIN)/factcheck generate "$(ARTICLE)" -f xlsx -f html -o "$(OUT)" --force

test: $(VENV)/.dev
	$(BIN)/python -m pytest -q -n 2 tests

test-all: $(VENV)/.all
	$(BIN)/python -m pytest -q -n 2 --all tests
	$(BIN)/python -m pytest -q --all -c plugins/pytest.ini plugins

# Long: fuzzing by the clock, runs killed in the middle, files of a hundred megabytes. MINUTES=1 KILLS=50 for a short one.
MINUTES ?= 30
KILLS ?= 1000
stress: $(VENV)/.all
	STRESS_KILLS=$(KILLS) STRESS_SECONDS=$$(($(MINUTES) * 60)) $(BIN)/python -m pytest -q -s --all -p no:xdist tests/robustness

lint: $(VENV)/.dev
	$(BIN)/ruff check .ci factcheck tests plugins benchmarks
types: $(VENV)/.dev
	$(BIN)/mypy
contracts: $(VENV)/.dev
	$(BIN)/lint-imports
check: lint types contracts

quality: $(VENV)/.dev
	$(BIN)/python benchmarks/quality/run.py

speed: $(VENV)/.dev
	$(BIN)/python benchmarks/speed/run.py
	$(BIN)/python benchmarks/speed/worksheets.py
	$(BIN)/python benchmarks/speed/analysis.py
	$(BIN)/python benchmarks/speed/plugins.py
	$(BIN)/python benchmarks/speed/many.py --articles 300

# One virtual environment, filled as far as a target needs it.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "factcheck needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	@$(PYTHON) -m venv $(VENV)
$(VENV)/.runtime: pyproject.toml | $(VENV)/bin/python
	@$(INSTALL) -e . && $(COMPILE) && touch $@
$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	@$(INSTALL) -e '.[dev]' && $(COMPILE) && touch $@ $(VENV)/.runtime
$(VENV)/.all: pyproject.toml $(PACKAGES) | $(VENV)/bin/python
	@$(INSTALL) -e '.[dev,browser]' $(foreach p,$(PACKAGES),-e '$(dir $(p))[testing]') && $(COMPILE) && touch $@ $(VENV)/.dev $(VENV)/.runtime

# The lock: made anew with uv, and compared with the advisories that PyPI knows (needs the network; what cannot be audited is a failure).
lock: $(VENV)/.dev
	@$(PIP) uv
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python .ci/lock.py --upgrade
audit:
	@test -x .audit/bin/python || $(PYTHON) -m venv .audit
	@.audit/bin/python -m pip install -q --disable-pip-version-check pip-audit
	.audit/bin/pip-audit -r .ci/lock.txt --disable-pip --no-deps --strict

clean:
	rm -rf $(VENV) .audit $(OUT) dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# What is made from the code and kept in the repository; look at the difference before you commit it.
.PHONY: docs examples
docs: $(VENV)/.dev
	$(BIN)/factcheck schema > docs/worksheet.schema.json
	$(BIN)/factcheck schema --docs > docs/schema.md
	$(BIN)/python -c "from tests.docs.test_docs import command_pages; open('docs/commands.md', 'w', encoding='utf-8').write(command_pages())"
	$(BIN)/python -c "from tests.docs.test_arguments import PAGE, arguments_page; PAGE.write_text(arguments_page(), 'utf-8')"
	$(BIN)/python -c "from tests.docs.test_life import PICTURE, picture; PICTURE.write_text(picture(), 'utf-8')"
examples: $(VENV)/.dev
	@mkdir -p examples/worksheets
	$(BIN)/factcheck generate --no-plugins examples/*.txt examples/*-*.md -f json -f xlsx -f html -o examples/worksheets --force
	@rm -f examples/worksheets/*.bak*
