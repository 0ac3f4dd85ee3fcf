#!/usr/bin/env bash
# Proves what is in dist/ on machines on which nothing was done before: bare Debians in a folder, without a network.
# Usage: bash packaging/package-test.sh      the same as "make package-test"; needs root, debootstrap and .venv
#
# tests/packaging/carried_trial.py says what is proved. Its pictures and recordings lie in out/package afterwards.
#   ALOUD_SUITE=NAME    the Debian release (bookworm)
set -euo pipefail

say() { printf 'package-test: %s\n' "$*" >&2; }
[ "$(id -u)" = 0 ] || { say "must be root: it mounts folders"; exit 3; }
for need in debootstrap unshare xdotool parec; do
  command -v "$need" >/dev/null || { say "$need is missing: apt-get install debootstrap util-linux; make setup"; exit 3; }
done
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
package=$(find dist -maxdepth 1 -name '*_amd64.deb' -print -quit 2>/dev/null || true)
portable=$(find dist -maxdepth 1 -name '*-linux-x86_64.tar.xz' -print -quit 2>/dev/null || true)
[ -n "$package" ] && [ -n "$portable" ] || { say "there is nothing in dist/: make package"; exit 3; }

suite=${ALOUD_SUITE:-bookworm}
room=$PWD/build/package
base=$room/bare-$suite
mkdir -p -- "$room"
if [ ! -e "$base.made" ]; then
  say "making a bare $suite (once)"
  rm -rf -- "$base"
  debootstrap --variant=minbase "$suite" "$base" >"$room/debootstrap-bare.log" 2>&1 ||
    { tail -n 5 -- "$room/debootstrap-bare.log" >&2; exit 3; }
  rm -f -- "$base"/var/cache/apt/archives/*.deb
  : >"$base.made"
fi

# --- what the system's own checkers say, those that are here ---------------------------------------------------------------

tree=$room/checked
rm -rf -- "$tree"
dpkg-deb -x "$package" "$tree"
check() {  # check PROGRAM ARGUMENT...
  if ! command -v "$1" >/dev/null; then say "$1 is not installed here: not asked"; return; fi
  "$@" >"$room/checked.log" 2>&1 </dev/null || { cat -- "$room/checked.log" >&2; say "$1 has something to say"; exit 1; }
  echo "proved: $1 is content"
}
check lintian --allow-root --fail-on error,warning "$package"
check desktop-file-validate "$tree/usr/share/applications/aloud-kiosk.desktop"
check appstreamcli validate --no-net "$tree/usr/share/metainfo/aloud-kiosk.metainfo.xml"
check systemd-analyze security --offline=true --threshold=20 --no-pager "$tree/lib/systemd/system/aloud-kiosk.service"
rm -rf -- "$tree"

# --- what happens on a bare machine ----------------------------------------------------------------------------------------

export QT_QPA_PLATFORM=xcb
# Everything that is mounted or started goes with the name spaces, the network never comes in.
exec packaging/virtual-loudspeaker packaging/virtual-screen \
  unshare --mount --pid --net --ipc --fork --kill-child --mount-proc \
  .venv/bin/python -m tests.packaging.carried_trial "$base" "$package" "$portable" out/package
