# All set-up happens by itself: `make demo` and `make test` are all a newcomer needs.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
  command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := resources/samples/verksamhetsberattelse-2024-enhet.avst
REAL_REPORTS := $(wildcard $(addprefix ../shared/seeds/,$(addsuffix .txt, \
  tertialrapport-1-2024-namnd verksamhetsberattelse-2016-enhet verksamhetsplan-2021-enhet)))

.DEFAULT_GOAL := help
.PHONY: help demo test check shots bench setup clean
.DELETE_ON_ERROR:

help: ## Visa vad som finns
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/'

$(BIN)/activate:
	@test -n "$(PYTHON)" || { echo "Python 3.11 eller senare behövs: sudo apt-get install python3 python3-venv"; exit 1; }
	@bash packaging/systempaket.sh
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip

$(VENV)/program: $(BIN)/activate pyproject.toml
	$(BIN)/pip install --quiet --editable .
	@touch $@

$(VENV)/dev: $(VENV)/program
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@

setup: $(VENV)/dev ## Gör i ordning allt för utveckling

demo: $(VENV)/program ## Granska exemplet, exportera till Word och PDF, öppna det där det finns en skärm
	@mkdir -p demo
	@$(BIN)/avstamt granska $(SAMPLE) || test $$? -eq 1
	@$(BIN)/avstamt exportera $(SAMPLE) --till docx -o demo/verksamhetsberattelse.docx
	@$(BIN)/avstamt exportera $(SAMPLE) --till pdf -o demo/verksamhetsberattelse.pdf
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
	  bash packaging/systempaket.sh --med-skarm || true; \
	  cp $(SAMPLE) demo/exempel.avst; $(BIN)/avstamt demo/exempel.avst; \
	else echo "Ingen skärm här: kör .venv/bin/avstamt på en dator med skärm för att öppna fönstret."; fi

test: $(VENV)/dev ## Kör alla tester
	$(BIN)/pytest -n 2

check: $(VENV)/dev ## Stil, typer, väggar och tester
	$(BIN)/ruff check src tests packaging
	$(BIN)/ruff format --check src tests packaging
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --cov --cov-report=
	$(BIN)/coverage report --skip-covered --fail-under=85 | tail -n 40

shots: $(VENV)/dev ## Rita varje fönster till bilder i shots/
	$(BIN)/python -m avstamt.ui.shots shots $(REAL_REPORTS)

bench: $(VENV)/dev ## Mät tiderna mot sina utgångsvärden
	$(BIN)/python -m tests.benchmarks

clean: ## Ta bort det som byggts
	rm -rf $(VENV) demo shots build dist .coverage
