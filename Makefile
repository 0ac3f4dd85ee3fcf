# Short names for the commands of this project. Each prepares the machine itself where that is needed.
SHELL := /bin/bash
BIN := .venv/bin
LOCALE := assets/locale
OUT := out
.DEFAULT_GOAL := help
.PHONY: help setup run test acr bench check format lock walks heard orca soak monkey gaps again messages pictures bare package package-test clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

setup: ## system packages and .venv, what the tests need included
	@bash packaging/setup.sh tests

run: ## start the kiosk (make run ARGS="--profile public")
	@bash packaging/run.sh $(ARGS)

test: ## everything that must pass (make test ARGS="tests/core -k settings")
	@bash packaging/test.sh $(ARGS)

acr: ## the tests, and the accessibility report from them (make acr ARGS="tests/qt" for a part, LONG=1 for make heard too)
	@mkdir -p $(OUT)/acr && rm -f $(OUT)/acr/evidence*.json; result=0; \
	export ALOUD_EVIDENCE=$(OUT)/acr; bash packaging/test.sh $(if $(ARGS),-m "not long" $(ARGS)) || result=$$?; \
	if [ -n "$(LONG)" ]; then \
	  bash packaging/test.sh -s -m long tests/e2e || result=$$?; \
	fi; \
	$(BIN)/python -m tests.conformance.acr $(OUT)/acr && exit $$result

check: setup ## style, types and import contracts, without the tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup ## put the code into the one style
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

bench: setup ## print ratios, measured side by side in one run
	@for bench in $(or $(ARGS),tests/bench/bench_*.py); do \
	  echo "== $$bench"; \
	  packaging/virtual-loudspeaker packaging/virtual-screen $(BIN)/python "$$bench" || exit 1; \
	done

walks: setup ## 4,000 random walks over the player; the tests take fewer (make walks WALKS=1000)
	QT_QPA_PLATFORM=offscreen ALOUD_WALKS=$(or $(WALKS),4000) $(BIN)/python -m pytest -q tests/app/test_player_walks.py

heard: setup ## what takes minutes to listen to: a session by ear, gaps, delays, engines killed, loudspeakers lost
	bash packaging/test.sh -s -m long tests/e2e tests/qt

orca: setup ## a visit with a real screen reader, which is installed for it (25 MB, ten seconds; needs root or sudo)
	@command -v orca >/dev/null && command -v speech-dispatcher >/dev/null || \
	  $$([ "$$(id -u)" = 0 ] || echo sudo) env DEBIAN_FRONTEND=noninteractive \
	  apt-get install -q -y --no-install-recommends orca speech-dispatcher
	bash packaging/test.sh -m long tests/e2e/test_screen_reader.py

soak: setup ## the real program for half an hour with a restless person and many faults (make soak MINUTES=5)
	@packaging/virtual-loudspeaker packaging/virtual-screen $(BIN)/python tests/soak/soak.py $(or $(MINUTES),30) $(SEED)

monkey: setup ## the public kiosk for half an hour under random keys, touches, jacks and clocks (make monkey MINUTES=5)
	@packaging/virtual-loudspeaker packaging/virtual-screen $(BIN)/python tests/soak/monkey.py $(or $(MINUTES),30) $(SEED)

gaps: setup ## the whole long read, heard at three rates by two voices, all at once: is every gap the pause that was set? 40 minutes
	@result=0; for rate in 100 160 400; do for voice in neural:heart espeak:en-us; do \
	  packaging/virtual-loudspeaker packaging/virtual-screen $(BIN)/python tests/soak/long_read.py $$rate $$voice & \
	done; done; for job in $$(jobs -p); do wait $$job || result=1; done; exit $$result

again: setup ## the end-to-end tests again and again (make again ROUNDS=20)
	@for round in $$(seq $(or $(ROUNDS),10)); do \
	  echo "== round $$round"; \
	  bash packaging/test.sh tests/e2e $(ARGS) || exit 1; \
	done

pictures: setup ## pictures of every screen in all languages, themes, sizes and windows, to be looked at (make pictures ARGS="-k reader")
	@rm -rf $(OUT)/pictures
	QT_QPA_PLATFORM=offscreen ALOUD_PICTURES=$(CURDIR)/$(OUT)/pictures $(BIN)/python -m pytest -q tests/qt/test_screens.py $(ARGS); \
	result=$$?; PYTHONPATH=. $(BIN)/python -m tests.qt.contact_sheet $(OUT)/pictures || exit 1; exit $$result

messages: setup ## collect the interface's strings, bring the catalogs up to date, compile them
	@mkdir -p $(OUT)
	$(BIN)/pybabel -q extract --no-location --sort-output --width=110 \
	  --keywords='_ ngettext:1,2 pgettext:1c,2' --add-comments=Translators: --output=$(OUT)/kiosk.pot kiosk
	@for catalog in $(wildcard $(LOCALE)/*/LC_MESSAGES/kiosk.po); do \
	  language=$$(basename $$(dirname $$(dirname $$catalog))); \
	  $(BIN)/pybabel -q update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width=110 --domain=kiosk --locale=$$language \
	    --input-file=$(OUT)/kiosk.pot --output-file=$$catalog || exit 1; \
	  $(BIN)/pybabel -q compile --domain=kiosk --locale=$$language --input-file=$$catalog \
	    --output-file=$${catalog%.po}.mo || exit 1; \
	done

lock: ## make the lock files anew from pyproject.toml (make lock ARGS=--upgrade)
	@bash packaging/lock.sh $(ARGS)

bare: ## both commands on a fresh Debian in a folder; needs root
	bash packaging/bare-machine.sh run
	bash packaging/bare-machine.sh test

package: ## what is carried to a machine without a network, into dist/; needs root (make package ARGS=twice)
	bash packaging/package.sh $(ARGS)

package-test: ## installs, starts, hears, upgrades and removes what is in dist/ on bare machines; needs root
	bash packaging/package-test.sh $(ARGS)

clean: ## throw away what was made
	rm -rf .venv out build dist .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
