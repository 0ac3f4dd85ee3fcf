#!/usr/bin/env bash
# Prepares this machine and the folder .venv in the project's root; quick when that has been done already.
# Usage: bash packaging/setup.sh [run|tests]        ("run" when nothing is said; "tests" adds what the tests need)
#
# Needs only bash and, on Debian and Ubuntu, apt. As root, or where sudo asks for no password, missing system packages
# are installed; otherwise one line names the command that does it. Nothing is asked, nothing is read from the keyboard.
# ALOUD_PYTHON=/path/to/python3.x chooses the Python.
#
# Exit codes: 0 ready; 2 wrong use; 3 a system package or Python is missing and could not be installed;
#             4 the Python packages could not be installed (no network, no space ...).
set -euo pipefail

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { local code=$1; shift; say "$@"; exit "$code"; }

level=${1:-run}
case $level in
  run) lock=requirements.lock ;;
  tests) lock=requirements-dev.lock ;;
  *) sed -n '2,11s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
root=$PWD
venv=$root/.venv
stamp=$venv/.aloud-ready  # what has been installed to the end
making=$venv/.aloud-making  # lies there while something is being installed: a killed set-up is seen by it
layout=1  # raise it when this script lays out .venv differently

# What Qt and the loudspeaker load at run time. a|b: either will do, and the first that this system knows is installed.
# The 64-bit-time names are those of Debian 13 and Ubuntu 24.04.
packages=(
  'libglib2.0-0t64|libglib2.0-0' libgl1 libegl1 libfontconfig1 libxkbcommon0 libdbus-1-3
  fontconfig  # keeps the system's font cache, or else each user's first start would write one of its own
  libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0
  'libasound2t64|libasound2|libpulse0'
)
optional=(libwayland-cursor0)  # only for a Wayland desktop, so its absence stops nobody
if [ "$level" = tests ]; then
  # A screen, a window manager (without one no window has the focus), a keyboard; a loudspeaker; the accessibility
  # bus and its client, which runs on the system's own Python; a witness for sockets and files.
  packages+=(xvfb xauth openbox xdotool libxtst6 pulseaudio pulseaudio-utils)
  packages+=(dbus at-spi2-core gir1.2-atspi-2.0 python3 python3-gi strace procps)
  packages+=(cage xwayland)  # the compositor of the public kiosk, which does not start without the other
fi

# --- system packages --------------------------------------------------------------------------------------------------

installed=' '
read_installed() {
  local all="${packages[*]} ${optional[*]}"
  # shellcheck disable=SC2086  # names, one word each
  installed=" $(dpkg-query -W -f='${Package}=${db:Status-Status} ' ${all//|/ } 2>/dev/null || true)"
}
is_there() {  # is_there a|b
  local name
  for name in ${1//|/ }; do [[ $installed != *" $name=installed "* ]] || return 0; done
  return 1
}
known_name() {  # known_name a|b: the first that apt knows, else the last
  local name
  for name in ${1//|/ }; do
    if apt-cache show --no-all-versions "$name" >/dev/null 2>&1; then break; fi
  done
  printf '%s' "$name"
}

good_python() {  # good_python PROGRAM: of the right version
  command -v "$1" >/dev/null 2>&1 &&
    "$1" -I -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' >/dev/null 2>&1
}
can_make_venv() { "$1" -I -c 'import ensurepip, venv' >/dev/null 2>&1; }
find_python() {
  local each
  python=
  while IFS= read -r each; do
    if good_python "$each" && can_make_venv "$each"; then python=$each; return 0; fi
  done < <(
    [ -z "${ALOUD_PYTHON:-}" ] || command -v "$ALOUD_PYTHON" || true
    type -ap python3 python3.13 python3.12 python3.11 python3.14 || true
  )
  return 1
}
python_packages() {  # which packages bring a Python that will do
  local candidate version
  candidate=$(apt-cache policy python3 2>/dev/null | sed -n 's/^ *Candidate: *//p')
  case $candidate in
    3.11* | 3.12* | 3.13* | 3.14*) echo python3 python3-venv; return 0 ;;
  esac
  for version in 3.13 3.12 3.11; do
    if apt-cache show "python$version-venv" >/dev/null 2>&1; then echo "python$version python$version-venv"; return 0; fi
  done
  return 1
}

have_root() {  # how to become root without a question, in "as_root"
  if [ "$(id -u)" = 0 ]; then as_root=(env)
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root=(sudo -n env)
  else return 1
  fi
}

apt_failure() {  # apt_failure LOG PACKAGE...
  local log=$1 why='apt-get could not install what is missing'
  shift
  if grep -qiE 'temporary failure|could not resolve|could not connect|network is unreachable|connection (failed|timed out)' "$log"; then
    why='no network: apt-get reaches no package server'
  elif grep -qi 'no space left' "$log"; then why='the disk is full'
  elif grep -qi 'could not get lock' "$log"; then why='another program holds the lock of apt; try again when it is done'
  fi
  tail -n 4 -- "$log" | sed 's/^/  /' >&2
  rm -f -- "$log"
  fail 3 "$why. Missing: $*"
}

install_system_packages() {
  local missing=() names=() entry wanted_python=0 log
  for entry in "${packages[@]}"; do is_there "$entry" || missing+=("$entry"); done
  [ -e "$stamp" ] || find_python || wanted_python=1
  [ ${#missing[@]} -gt 0 ] || [ "$wanted_python" = 1 ] || return 0

  if ! have_root; then
    for entry in "${missing[@]}"; do names+=("$(known_name "$entry")"); done
    [ "$wanted_python" = 0 ] || names+=("$(python_packages || echo python3 python3-venv)")
    fail 3 "please install what is missing, then start this again:" \
      "sudo apt-get install -y --no-install-recommends ${names[*]}"
  fi

  log=$(mktemp)
  say "fetching the list of system packages"
  "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 update >"$log" 2>&1 </dev/null ||
    say "the list could not be renewed; going on with the one that is here"
  for entry in "${optional[@]}"; do is_there "$entry" || missing+=("$entry"); done
  for entry in "${missing[@]}"; do names+=("$(known_name "$entry")"); done
  if [ "$wanted_python" = 1 ]; then
    local from_apt
    from_apt=$(python_packages) || apt_failure "$log" "Python 3.11 or later (this system's is older, or apt knows none)"
    names+=("${from_apt% *}" "${from_apt#* }")
  fi
  say "installing system packages: ${names[*]}"
  # An installation that was killed leaves packages half configured, and apt-get then refuses everything.
  "${as_root[@]}" DEBIAN_FRONTEND=noninteractive dpkg --configure -a >>"$log" 2>&1 </dev/null || true
  "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 \
    install --no-install-recommends "${names[@]}" >>"$log" 2>&1 </dev/null || apt_failure "$log" "${names[*]}"
  # Packages of X leave the cache of their fonts out of date.
  "${as_root[@]}" fc-cache --system-only >>"$log" 2>&1 </dev/null || true
  rm -f -- "$log"
}

# --- the folder .venv -------------------------------------------------------------------------------------------------

sha256() { local sum; sum=$(sha256sum <"$root/packaging/$1"); printf '%s' "${sum%% *}"; }
venv_version() { "$venv/bin/python" -I -S -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }
is_ready() {
  local version
  [ -e "$stamp" ] && [ ! -e "$making" ] || return 1
  grep -qxF "$level $layout $(sha256 "$lock")" "$stamp" || return 1
  version=$(venv_version) && grep -qxF "python $version" "$stamp"
}

pip_failure() {  # pip_failure LOG
  local log=$1 why='the Python packages could not be installed'
  if grep -qiE 'no space left' "$log"; then why='the disk is full'
  elif grep -qiE 'NewConnectionError|NameResolutionError|Temporary failure in name|ConnectTimeout|ReadTimeout|ProxyError|Connection (refused|reset|broken)|network is unreachable' "$log"; then
    why='no network: the Python package index is out of reach'
  elif grep -qi 'CERTIFICATE_VERIFY_FAILED' "$log"; then why='the certificate of the Python package index is not trusted here'
  elif grep -qi 'HASHES' "$log"; then why='a package is not the one that was locked (its hash differs); nothing of it was installed'
  elif grep -qiE 'No matching distribution|from versions' "$log"; then
    why="a locked package is not to be had for this machine ($(uname -m), Python $(venv_version))"
  fi
  grep -v '^$' "$log" | tail -n 3 | cut -c1-200 | sed 's/^/  /' >&2
  rm -f -- "$log"
  fail 4 "$why. Nothing is broken: start this again and it begins afresh."
}

prepare_venv() {  # an empty one, a repaired one, or the one that is there
  local reuse=0 version
  if [ -d "$venv" ] && [ ! -e "$making" ]; then
    # The system's Python may have moved on since: then the packages lie where the new one does not look.
    version=$(venv_version) && [ -d "$venv/lib/python$version/site-packages" ] && good_python "$venv/bin/python" &&
      "$venv/bin/python" -I -m pip --version >/dev/null 2>&1 && reuse=1
  fi
  if [ "$reuse" = 0 ]; then
    [ ! -e "$venv" ] || say "the folder .venv is unfinished or for another Python: making it anew"
    rm -rf -- "$venv"
    find_python || fail 3 "no Python 3.11 to 3.14 with its venv module is to be found (Debian, Ubuntu: apt-get install python3-venv)"
    mkdir -p -- "$venv"
    : >"$making"
    "$python" -m venv "$venv" || fail 4 "Python could not make the folder .venv"
  fi
  : >"$making"
  rm -f -- "$stamp"
}

install_python_packages() {
  local log
  log=$(mktemp)
  say "installing the Python packages ($(grep -c '^[A-Za-z0-9]' "packaging/$lock") locked, about 200 MB to fetch the first time)"
  PIP_USER=0 PIP_REQUIRE_VIRTUALENV=0 "$venv/bin/python" -I -m pip install --quiet --no-input --disable-pip-version-check \
    --require-hashes --only-binary :all: --no-deps -r "packaging/$lock" >"$log" 2>&1 </dev/null || pip_failure "$log"
  rm -f -- "$log"
}

install_project() {  # by hand: no build tool is needed, and the checkout may be moved
  local site
  site=$venv/lib/python$(venv_version)/site-packages
  printf '../../../..\n' >"$site/aloud-kiosk.pth"
  rm -f -- "$venv/bin/kiosk"
  cat >"$venv/bin/kiosk" <<'COMMAND'
#!/bin/sh
''':'
# The command "kiosk"; made by packaging/setup.sh. The shell reads these lines, Python the rest: so it works under any
# path, spaces included, and when it is reached through a link.
p=$0
[ ! -L "$p" ] || p=$(readlink -f "$p")
exec "${p%/*}/python" "$p" "$@"
'''
import sys

from kiosk.cli import main

sys.exit(main())
COMMAND
  chmod 755 "$venv/bin/kiosk"
}

check_libraries() {  # the loader's own word on what is missing, instead of Qt's
  local why
  why=$("$venv/bin/python" -c 'import PySide6.QtWidgets, numpy, miniaudio' 2>&1) ||
    fail 3 "installed, but a system library is missing: ${why##*$'\n'}"
}

finish() {
  {
    printf 'python %s\n' "$(venv_version)"
    printf 'run %s %s\n' "$layout" "$(sha256 requirements.lock)"
    [ "$level" = run ] || printf 'tests %s %s\n' "$layout" "$(sha256 requirements-dev.lock)"
  } >"$stamp.new"
  mv -- "$stamp.new" "$stamp"
  rm -f -- "$making"
}

if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
  read_installed
  install_system_packages
else
  [ -e "$stamp" ] || say "not a Debian or Ubuntu system: going on with the libraries that are here (see README)"
fi
! is_ready || exit 0

# Two set-ups at once would write over each other: the second waits for the first.
if command -v flock >/dev/null; then
  exec 9<"packaging/$lock"
  flock 9
  ! is_ready || exit 0
fi
trap 'say "stopped; the next start repairs what is half done"; exit 130' INT TERM
begun=$SECONDS
prepare_venv
install_python_packages
install_project
check_libraries
finish
say "ready after $((SECONDS - begun)) s"
