#!/usr/bin/env bash
# Proves the two commands on a machine on which nothing was done before: a fresh Debian in a folder.
# Usage: bash packaging/bare-machine.sh run|test [ARGUMENT...]       packaging/run.sh or packaging/test.sh in it
#        bash packaging/bare-machine.sh shell COMMAND [ARGUMENT...]  any command in it, in the project's folder
#
# Needs root, debootstrap, git and the network. Only files that git tracks come along. The folder is made once for each
# release and copied for each trial; the trial is thrown away afterwards, its out/ is kept.
#   ALOUD_BARE=DIR      where the folders lie (a temporary one when not given, so made anew each time)
#   ALOUD_SUITE=NAME    the Debian release (bookworm)
#   ALOUD_BARE_USER=1   as somebody without rights, after root has installed the system packages
#   ALOUD_KEEP=1        keep the trial's folder
# How this machine reaches its package servers (apt's proxy, pip's settings and certificates) is handed in as it is here.
set -euo pipefail

say() { printf 'bare-machine: %s\n' "$*" >&2; }
usage() { sed -n '2,13s/^# \{0,1\}//p' "$0" >&2; exit 2; }
case ${1:-} in
  run) shift; command=(bash packaging/run.sh "$@") ;;
  test) shift; command=(bash packaging/test.sh "$@") ;;
  shell) shift; [ $# -gt 0 ] || usage; command=("$@") ;;
  *) usage ;;
esac
[ "$(id -u)" = 0 ] || { say "must be root: it mounts folders"; exit 3; }
for need in debootstrap git unshare; do
  command -v "$need" >/dev/null || { say "$need is missing: apt-get install debootstrap git util-linux"; exit 3; }
done

suite=${ALOUD_SUITE:-bookworm}
project=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
if [ -n "${ALOUD_BARE:-}" ]; then
  place=$ALOUD_BARE
  mkdir -p -- "$place"
else
  place=$(mktemp -d)
fi
base=$place/base-$suite
trial=$place/trial-$$
# shellcheck disable=SC2329  # the trap calls it
leave() {
  [ -n "${ALOUD_KEEP:-}" ] || rm -rf -- "$trial"
  [ -n "${ALOUD_BARE:-}${ALOUD_KEEP:-}" ] || rm -rf -- "$base"
}
trap leave EXIT
trap 'exit 130' INT TERM

if [ ! -e "$base.made" ]; then
  say "making a bare $suite (once)"
  rm -rf -- "$base"
  debootstrap --variant=minbase "$suite" "$base" >"$place/debootstrap.log" 2>&1 ||
    { tail -n 5 -- "$place/debootstrap.log" >&2; exit 3; }
  rm -f -- "$base"/var/cache/apt/archives/*.deb
  : >"$base.made"
fi
cp -a --reflink=auto -- "$base" "$trial"

settings=()
# shellcheck source=packaging/network.sh
. "$project/packaging/network.sh"
pass_on_network "$trial"

# --- the project, as somebody gets it ------------------------------------------------------------------------------------
home=/home/someone
mkdir -p -- "$trial$home/aloud kiosk"
git -C "$project" ls-files -z | (cd -- "$project" && tar --null --no-recursion --ignore-failed-read -T - -cf - 2>/dev/null) |
  tar -xf - --no-same-owner -C "$trial$home/aloud kiosk"
if [ -n "${ALOUD_BARE_DATA:-}" ]; then cp -a -- "$ALOUD_BARE_DATA" "$trial$home/shared"; fi

inside() {  # inside PREFIX...: mounts, then the command; everything mounted or started goes with the name space
  # shellcheck disable=SC2016  # the inner shell expands it
  unshare --mount --pid --fork --kill-child --uts bash -euc '
    trial=$1 work=$2; shift 2
    mount --make-rprivate / 2>/dev/null || true
    mount -t proc proc "$trial/proc"
    mount -t tmpfs -o mode=755 dev "$trial/dev"
    mkdir "$trial/dev/pts" "$trial/dev/shm"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$trial/dev/pts"
    ln -s pts/ptmx "$trial/dev/ptmx"
    mount -t tmpfs -o mode=1777 shm "$trial/dev/shm"
    for node in null zero full random urandom tty; do
      : >"$trial/dev/$node"; mount --bind "/dev/$node" "$trial/dev/$node"
    done
    for pair in fd:fd stdin:fd/0 stdout:fd/1 stderr:fd/2; do ln -s "/proc/self/${pair#*:}" "$trial/dev/${pair%%:*}"; done
    chroot "$trial" "$@"' inside "$trial" "$home" "$@"
}
clean=(/usr/bin/env -i "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" "${settings[@]}")
# shellcheck disable=SC2016  # the inner shell expands it
here=(/bin/sh -c 'cd "$0/aloud kiosk" && exec "$@"' "$home")
begun=$SECONDS
result=0
if [ -n "${ALOUD_BARE_USER:-}" ]; then
  level=run
  case ${command[1]:-} in */test.sh) level=tests ;; esac
  # shellcheck disable=SC2016  # the inner shell expands it
  inside "${clean[@]}" HOME=/root "${here[@]}" bash -c 'useradd --home-dir "$1" someone && bash packaging/setup.sh "$2" &&
    rm -rf .venv && chown -R someone "$1"' prepare "$home" "$level" </dev/null || { say "the preparation failed"; exit 3; }
  inside "${clean[@]}" HOME="$home" "${here[@]}" setpriv --reuid=someone --regid=someone --clear-groups "${command[@]}" \
    </dev/null || result=$?
else
  inside "${clean[@]}" HOME=/root "${here[@]}" "${command[@]}" </dev/null || result=$?
fi
say "\"${command[*]}\" on a bare $suite: exit code $result after $((SECONDS - begun)) s"
if [ -d "$trial$home/aloud kiosk/out" ]; then
  rm -rf -- "$place/out"
  cp -r -- "$trial$home/aloud kiosk/out" "$place/out"
  say "what it wrote: $place/out"
fi
[ -z "${ALOUD_KEEP:-}" ] || say "the trial: $trial"
exit "$result"
