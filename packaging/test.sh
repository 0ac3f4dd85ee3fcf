#!/usr/bin/env bash
# Passes the tests, those with real windows, real sound and the real accessibility bus included. Does all of its own
# set-up the first time.
# Usage: bash packaging/test.sh [PYTEST-ARGUMENT...]     With arguments only pytest runs, with them.
# ALOUD_EVIDENCE names a folder for what the tests show of the accessibility report (`make acr`).
#
# Order: set-up; ruff, format, mypy --strict, import contracts; pytest, on screens and loudspeakers of its own that
# nobody sees or hears. The home folder is one of its own too, so that nobody's settings leak in or out.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
cd -- "$root"
bash packaging/setup.sh tests
bin=$root/.venv/bin

own=$(mktemp -d)
trap 'rm -rf -- "$own"' EXIT
mkdir -p -- "$own"/{home,config,data,state,cache} && mkdir -m 700 -- "$own/run"
export HOME=$own/home XDG_CONFIG_HOME=$own/config XDG_DATA_HOME=$own/data XDG_STATE_HOME=$own/state
export XDG_CACHE_HOME=$own/cache XDG_RUNTIME_DIR=$own/run
unset DISPLAY WAYLAND_DISPLAY LANGUAGE LC_MESSAGES DBUS_SESSION_BUS_ADDRESS XAUTHORITY PYTHONPATH PYTHONHOME
export LC_ALL=C.UTF-8 LANG=C.UTF-8
export QT_QPA_PLATFORM=offscreen  # tests that need a real window say so themselves
export PATH=$bin:$PATH

checks() {  # style, types and import contracts; fails when one does, after all of them
  local result=0
  echo "== ruff" && "$bin/ruff" check --output-format=concise || result=1
  echo "== format" && "$bin/ruff" format --check || result=1
  echo "== mypy" && "$bin/mypy" || result=1
  echo "== import contracts" && "$bin/lint-imports" || result=1
  return $result
}

tests() {  # tests NAME PYTEST-ARGUMENT...   on a screen and a loudspeaker of their own
  local evidence=()
  [ -z "${ALOUD_EVIDENCE:-}" ] ||
    evidence=(-p tests.conformance.plugin --evidence "$ALOUD_EVIDENCE/evidence-$1-$$.json")
  packaging/virtual-loudspeaker packaging/virtual-screen "$bin/python" -m pytest "${evidence[@]}" "${@:2}" </dev/null
}
result=0
if [ $# -gt 0 ]; then
  echo "== pytest"
  tests asked "$@" || result=$?
else
  # What measures neither sound nor time goes first, side by side; each has a screen of its own. Real windows that are
  # waited for take little of the machine, and do not mind a busy one.
  patient=(tests/e2e/test_{accessibility_bus,bus_languages,bus_screens,commands,keypad,offline}.py)
  windows=(tests/qt/test_*.py)
  half=$((${#windows[@]} * 8 / 20))  # as long as the others and the rest together
  checks >"$own/checks" 2>&1 </dev/null &
  checked=$!
  tests first -q -m "not long" "${windows[@]:0:half}" tests/conformance tests/core tests/house >"$own/first" 2>&1 &
  first=$!
  apart=tests/app/test_rate_change.py
  tests second -q -m "not long" "${windows[@]:half}" tests/app --ignore "$apart" tests/packaging >"$own/second" 2>&1 &
  second=$!
  tests third -q -m "not long" "${patient[@]}" >"$own/third" 2>&1 &
  third=$!
  wait "$checked" || result=$?
  cat -- "$own/checks"
  wait "$first" || result=$?
  wait "$second" || result=$?
  wait "$third" || result=$?
  echo "== pytest: windows without a screen, the core, the house, windows that are waited for"
  cat -- "$own/first" "$own/second" "$own/third"
  # One after the other: what measures sound would measure its neighbour. The long listening has `make heard`.
  echo "== pytest: sound, and what is measured in time"
  tests last -m "not long" --durations 15 "$apart" tests/adapters tests/contracts tests/e2e "${patient[@]/#/--ignore=}" ||
    result=$?
fi
exit "$result"
