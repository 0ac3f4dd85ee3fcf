#!/usr/bin/env bash
# Makes the lock files anew from pyproject.toml: requirements.lock (what the kiosk runs on), requirements-dev.lock (the
# same and what the tests need) and requirements-package.lock (the same and what freezes it). Needs the network; versions
# that are locked stay where pyproject.toml allows them.
# Usage: bash packaging/lock.sh [--upgrade]
set -euo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
room=$(mktemp -d)
trap 'rm -rf -- "$room"' EXIT
echo "lock: fetching uv" >&2
"${ALOUD_PYTHON:-python3}" -m venv "$room/venv"
"$room/venv/bin/python" -m pip install --quiet --disable-pip-version-check uv

compile() {  # compile LOCK UV-ARGUMENT...
  local lock=packaging/$1
  shift
  [ ! -e "$lock" ] || cp -- "$lock" "$room/new"
  "$room/venv/bin/uv" pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
    --no-header --no-emit-index-url --no-emit-find-links --no-annotate --output-file "$room/new" "$@" >/dev/null
  {
    echo "# Made from pyproject.toml by \"make lock\": do not edit. Covers Python 3.11 to 3.14 on x86-64 Linux."
    cat -- "$room/new"
  } >"$lock.new"
  mv -- "$lock.new" "$lock"
  rm -f -- "$room/new"
  echo "lock: $lock holds $(grep -c '^[a-z0-9]' "$lock") packages" >&2
}
compile requirements.lock "$@"
compile requirements-dev.lock --extra dev --constraint packaging/requirements.lock "$@"
compile requirements-package.lock --extra package --constraint packaging/requirements.lock "$@"
