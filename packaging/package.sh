#!/usr/bin/env bash
# Makes what is carried to a machine without a network, in dist/: a Debian package, a portable archive and a wheelhouse.
# Usage: bash packaging/package.sh          build
#        bash packaging/package.sh twice    build twice from nothing but the same wheels, and compare every file
#
# Everything is made in a bare Debian in a folder, build/package/root, from the wheels that packaging/requirements.lock
# names: what this machine has installed gets into nothing. Needs root and debootstrap; the network is needed only until
# the folder and the wheels are there, and the build itself has none. Only files that git tracks come along, or
# all that are in the source archive.
#   ALOUD_WHEELS=DIR    wheels that were fetched before (build/package/wheels)
#   ALOUD_LEVEL=0       packed in a hurry, and big: for trying things
#
# Exit codes: 0 made; 1 the build is broken or too big, and dist/ is empty; 3 the build folder could not be made.
set -euo pipefail

say() { printf 'package: %s\n' "$*" >&2; }
fail() { local code=$1; shift; say "$@"; exit "$code"; }
case ${1:-} in '' | twice) ;; *) sed -n '2,13s/^# \{0,1\}//p' "$0" >&2; exit 2 ;; esac
[ "$(id -u)" = 0 ] || fail 3 "must be root: it mounts folders"
for need in debootstrap git unshare; do
  # An unpacked source archive is built without git.
  command -v "$need" >/dev/null || [ "$need" = git ] || fail 3 "$need is missing: apt-get install debootstrap util-linux"
done

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
project=$PWD
suite=bookworm  # its glibc is the oldest on which the program runs
room=$project/build/package
root=$room/root
wheels=${ALOUD_WHEELS:-$room/wheels}
mkdir -p -- "$room" "$wheels"

# What the program is linked to. A library that is missing here would be missing in the program, which the build log
# tells and which fails the build. The second row is never found by itself (see packaging/bundle/aloud.spec).
packages=(
  python3-venv libpython3.11 binutils file libglib2.0-0 libegl1 libgl1 libopengl0 libdbus-1-3 libfontconfig1
  libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xinerama0 libxrandr2
  libwayland-client0 libwayland-cursor0 libwayland-egl1 libdrm2 libpulse0 libasound2 libasound2-data
  # For the package itself: its man page and its list of changes are looked at when it is made.
  xz-utils
)

# --- the build folder ------------------------------------------------------------------------------------------------

settings=()
# shellcheck source=packaging/network.sh
. packaging/network.sh

inside() {  # inside net|alone COMMAND...: in the build folder, with the network or without
  local net=()
  [ "$1" = net ] || net=(--net)
  shift
  # shellcheck disable=SC2016  # the inner shell expands it
  unshare --mount --pid --fork --kill-child "${net[@]}" bash -euc '
    root=$1; shift
    mount --make-rprivate / 2>/dev/null || true
    mount -t proc proc "$root/proc"
    mount -t tmpfs -o mode=755 dev "$root/dev"
    for node in null zero full random urandom; do
      : >"$root/dev/$node"; mount --bind "/dev/$node" "$root/dev/$node"
    done
    mkdir "$root/dev/shm"
    mount -t tmpfs -o mode=1777 shm "$root/dev/shm"
    exec chroot "$root" "$@"' inside "$root" \
    /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/build/home LC_ALL=C.UTF-8 \
    TZ=UTC "${settings[@]}" "$@" </dev/null
}

lock=packaging/requirements-package.lock
stamp="1 $suite $(printf '%s\n' "${packages[@]}" | cat - "$lock" | sha256sum | cut -d' ' -f1)"
if [ "$(cat -- "$room/root.made" 2>/dev/null)" != "$stamp" ]; then
  say "making the build folder (once)"
  rm -rf -- "$root" "$room/root.made"
  debootstrap --variant=minbase "$suite" "$root" >"$room/debootstrap.log" 2>&1 ||
    { tail -n 5 -- "$room/debootstrap.log" >&2; fail 3 "debootstrap failed"; }
  pass_on_network "$root"
  mkdir -p -- "$root/build/home"
  inside net apt-get -q update >"$room/apt.log" 2>&1 || fail 3 "no package server is reached: see $room/apt.log"
  inside net env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends "${packages[@]}" \
    >>"$room/apt.log" 2>&1 || fail 3 "a package could not be installed: see $room/apt.log"
  rm -f -- "$root"/var/cache/apt/archives/*.deb

  say "fetching the wheels that $lock names"
  mkdir -p -- "$root/build/wheels"
  cp -- "$lock" "$root/build/lock"
  cp -- "$wheels"/*.whl "$root/build/wheels/" 2>/dev/null || true
  inside net python3 -m venv /build/venv
  inside net /build/venv/bin/python -I -m pip download --quiet --disable-pip-version-check --no-input --require-hashes \
    --only-binary :all: --no-deps --find-links /build/wheels --dest /build/wheels -r /build/lock >"$room/pip.log" 2>&1 ||
    { tail -n 3 -- "$room/pip.log" >&2; fail 3 "the wheels could not be fetched"; }
  cp -- "$root"/build/wheels/*.whl "$wheels/"
  inside alone /build/venv/bin/python -I -m pip install --quiet --disable-pip-version-check --no-input --no-index \
    --require-hashes --no-deps --no-compile --find-links /build/wheels -r /build/lock >>"$room/pip.log" 2>&1 ||
    { tail -n 3 -- "$room/pip.log" >&2; fail 3 "the wheels could not be installed"; }
  printf '%s' "$stamp" >"$room/root.made"
fi

# --- the source and its version, from git or as the source archive tells them -------------------------------------------

# What is built stays what it was when the build began, whoever goes on writing meanwhile.
told=packaging/made-from  # only in the source archive: version and time of the commit
if [ -e "$told" ]; then
  read -r version epoch <"$told"
  tar --exclude=./build --exclude=./dist --exclude=./out --exclude=./.venv -cf "$room/source.tar" .
else
  base=$(sed -n 's/^version = "\(.*\)"$/\1/p' pyproject.toml)
  epoch=$(git log -1 --format=%ct)
  version=$base
  [ "$(git describe --exact-match --tags --match "v$base" HEAD 2>/dev/null)" = "v$base" ] ||
    version=$base.dev$(git rev-list --count HEAD)+g$(git rev-parse --short=8 HEAD)
  if [ -n "$(git status --porcelain --untracked-files=no)" ]; then
    say "there are changes that are not committed: the version says so"
    case $version in *+*) version=$version.changed ;; *) version=$version+changed ;; esac
  fi
  git ls-files -z | tar --null --no-recursion --ignore-failed-read -T - -cf "$room/source.tar" 2>/dev/null
fi

# --- the build -------------------------------------------------------------------------------------------------------

build() {  # build FOLDER: everything anew into it
  rm -rf -- "$root/build/source" "$root/build/made" "$root/build/work" "$1"
  mkdir -p -- "$root/build/source" "$1"
  tar -xf "$room/source.tar" --no-same-owner -C "$root/build/source"
  printf '%s %s\n' "$version" "$epoch" >"$root/build/source/$told"
  inside alone PYTHONHASHSEED=1 SOURCE_DATE_EPOCH="$epoch" nice -n 10 /build/venv/bin/python -B \
    /build/source/packaging/bundle/build.py --version "$version" ${ALOUD_LEVEL:+--level "$ALOUD_LEVEL"} --out /build/made || return 1
  cp -r -- "$root"/build/made/. "$1/"
}
begun=$SECONDS
rm -rf -- "$project/dist"
build "$project/dist" || { rm -rf -- "$project/dist"; fail 1 "nothing was made"; }
say "made $version in $((SECONDS - begun)) s: dist/"
if [ "${1:-}" = twice ]; then
  build "$room/second" || fail 1 "the second build failed"
  if diff -r -q -- "$project/dist" "$room/second" >&2; then say "the second build is the same, to the byte"
  else fail 1 "the second build differs in what is named above"; fi
fi
