#!/usr/bin/env bash
# Starts the kiosk on the articles that ship with it. Does all of its own set-up the first time.
# Usage: bash packaging/run.sh [ARTICLE] [--profile home|public] [--content DIR] [--language xx]
#   [--fitting visit|once|never]
#
# With no screen it says so and shows the same thing anyway: the catalog, the reader and the dialog as PNG files and the
# reading as a WAV with the times of its words, in the folder out/ of the project (ALOUD_OUT=DIR chooses another).
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
bash "$root/packaging/setup.sh" run
kiosk=$root/.venv/bin/kiosk

has_x11() {  # a display that is named but not there counts as none: Qt would only abort
  local number
  [ -n "${DISPLAY:-}" ] || return 1
  case $DISPLAY in
    :* | unix:*)
      number=${DISPLAY#*:}
      number=${number%%.*}
      [ -S "/tmp/.X11-unix/X$number" ] || grep -qs "@/tmp/.X11-unix/X$number\$" /proc/net/unix
      ;;
  esac
}
has_wayland() {
  case ${WAYLAND_DISPLAY:-} in
    '') return 1 ;;
    /*) [ -S "$WAYLAND_DISPLAY" ] ;;
    *) [ -S "${XDG_RUNTIME_DIR:-/run/user/$(id -u)}/$WAYLAND_DISPLAY" ] ;;
  esac
}

wants_help=0
for argument in "$@"; do case $argument in -h | --help) wants_help=1 ;; esac; done
case ${QT_QPA_PLATFORM:-xcb} in xcb* | wayland*) own_platform=0 ;; *) own_platform=1 ;; esac
if [ "$wants_help" = 1 ] || [ "$own_platform" = 1 ] || has_x11 || has_wayland; then
  exec "$kiosk" run "$@"
fi

# --- no screen --------------------------------------------------------------------------------------------------------

article=
language=
while [ $# -gt 0 ]; do
  case $1 in
    --language) language=${2:-}; shift ;;
    --language=*) language=${1#*=} ;;
    --profile | --content | --fitting) shift ;;
    -*) ;;
    *) article=$1 ;;
  esac
  [ $# -eq 0 ] || shift
done
tour=$root/content/${language:-en}/how-to-use.md
[ -n "$article" ] || article=$tour
[ -e "$article" ] || article=$root/content/en/how-to-use.md
out=${ALOUD_OUT:-$root/out}
mkdir -p -- "$out"

echo "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY leads to one), so no window can open."
echo "This is what it would show and say, as files:"
"$kiosk" snapshot "$article" --out "$out" ${language:+--language "$language"}
"$kiosk" speak "$article" --out "$out/reading.wav" --marks "$out/reading.json"
echo
for each in fitting.png:"a question first" catalog.png:"the first screen" reader.png:"the article" dialog.png:"the question after it" \
  reading.wav:"the reading" reading.json:"the time of each word in it"; do
  name=${each%%:*}
  if [ -e "$out/$name" ]; then printf '  %-30s %s\n' "${each#*:}" "$out/$name"; fi
done
