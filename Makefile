# Nothing but Python 3.11+ and make is needed: everything else is installed into .venv or comes with it.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$p && break; \
	done)
PYTHON := $(or $(PYTHON),python3)
RUN := $(PYTHON) -m netsot.server.bootstrap --
DEV := $(PYTHON) -m netsot.server.bootstrap --dev --
WORKERS ?= 2
ARGS ?=

.PHONY: serve test test-fast lint bench contract docs assets format clean

serve:  ## Run the product: http://127.0.0.1:8990/ (PORT, NETSOT_HOME, NETSOT_CONFIG)
	@exec $(RUN) python -m netsot.server.serve

test:  ## Run the whole test suite
	@$(DEV) python -m tests.run -n $(WORKERS) $(ARGS)

test-fast:  ## Run the tests that take no more than a few seconds each
	@$(DEV) python -m tests.run -n $(WORKERS) -m "not slow" $(ARGS)

lint:  ## Check style, formatting, types and the floors
	@$(DEV) ruff check .
	@$(DEV) ruff format --check .
	@$(DEV) mypy
	@$(DEV) lint-imports

bench:  ## Measure workloads at three sizes of data
	@NETSOT_DEV=1 $(DEV) python -m bench $(ARGS)

contract:  ## Measure the REST contract
	@NETSOT_DEV=1 $(DEV) python -m tests.contract $(ARGS)

docs:  ## Write the generated pages of the documentation
	@$(DEV) python -m netsot.conf.reference

assets:  ## Fetch the vendored scripts and styles (needs npm)
	@npm ci --ignore-scripts && node assets/build.mjs

format:  ## Format the code
	@$(DEV) ruff check --fix --quiet .
	@$(DEV) ruff format --quiet .

clean:  ## Remove what was made here, the virtual environment included
	@$(PYTHON) -m netsot.server.embedded stop >/dev/null 2>&1 || true
	@rm -rf .venv .venv.lock .ruff_cache .mypy_cache .pytest_cache .hypothesis .import_linter_cache build *.egg-info
	@find . -name __pycache__ -type d -not -path './node_modules/*' -prune -exec rm -rf {} +
