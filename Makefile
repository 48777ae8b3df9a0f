# The one door. `make` alone lists what it opens.
.DEFAULT_GOAL := help
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

.PHONY: help setup run test coverage check bench fix messages states rooms reader_model lock

help: ## list these
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

setup: ## make .venv with everything that development needs
	@$(PYTHON) tools/bootstrap.py dev

run: ## serve the demo world on http://127.0.0.1:8000 (another port: make run PORT=8080)
	@$(PYTHON) tools/bootstrap.py base
	@CONSUNO_DEMO=1 $(BIN)/consuno up --port $(PORT)

test: setup ## run every test
	@$(BIN)/python tools/run_tests.py

coverage: setup ## run the tests and say which lines they run
	@$(BIN)/python tools/run_tests.py --cov --cov-report=term:skip-covered -m "not browser"

check: setup ## style, types, order of the rooms, complexity, migrations
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/mypy
	@$(BIN)/python tools/complexity.py
	@CONSUNO_DEMO=1 $(BIN)/consuno makemigrations --check --dry-run

bench: setup ## measure, beside a peer or a limit in the same run
	@$(BIN)/python -m bench.reader
	@$(BIN)/python -m bench.files
	@$(BIN)/python -m bench.pages
	@$(BIN)/python -m bench.search
	@$(BIN)/python -m bench.redline
	@$(BIN)/python -m bench.consultation
	@$(BIN)/python -m bench.complaint

fix: setup ## put the style right where a tool can
	@$(BIN)/ruff check --fix -q . || true
	@$(BIN)/ruff format -q .

rooms: setup ## draw the map of rooms anew
	@$(BIN)/python -m tools.rooms

states: setup ## draw the diagrams of states anew
	@CONSUNO_DEMO=1 $(BIN)/python -m tools.states

reader_model: setup ## train the reader's second tier anew and print its figures
	@$(BIN)/python -m tools.reader_model

messages: setup ## bring the English catalogue up to date and compile it
	@CONSUNO_DEMO=1 $(BIN)/python tools/messages.py

lock: setup ## write the lock files again from pyproject.toml
	@UV_PYTHON_DOWNLOADS=never $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements/base.lock
	@UV_PYTHON_DOWNLOADS=never $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra dev -c requirements/base.lock pyproject.toml -o requirements/dev.lock
