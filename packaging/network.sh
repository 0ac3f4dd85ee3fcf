# shellcheck shell=bash
# What a bare Debian in a folder must know about how this machine reaches its package servers. To be sourced.

pass_on_network() {  # pass_on_network FOLDER   writes it into the folder, and fills "settings" with NAME=VALUE
  local root=$1 variable name value certificates
  settings=()
  cat /etc/resolv.conf >"$root/etc/resolv.conf"
  cat /etc/hosts >"$root/etc/hosts"
  apt-config dump 2>/dev/null | grep -iE '^Acquire::(https?::|Check-|Retries)' >"$root/etc/apt/apt.conf.d/99host" || true
  for variable in "${!PIP_@}" http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
    case $variable in PIP_CERT | PIP_FIND_LINKS) continue ;; esac
    [ -z "${!variable:-}" ] || settings+=("$variable=${!variable}")
  done
  certificates=${PIP_CERT:-/etc/ssl/certs/ca-certificates.crt}
  if [ -r "$certificates" ]; then
    # Not under its usual name: the package ca-certificates would write over it.
    cp -L -- "$certificates" "$root/etc/host-certificates.pem"
    settings+=(PIP_CERT=/etc/host-certificates.pem)
  fi
  for name in index-url extra-index-url proxy trusted-host; do
    # A folder of this machine is no use in there.
    value=$(python3 -m pip config get "global.$name" 2>/dev/null | grep -v '^file:' || true)
    variable=PIP_$(printf '%s' "$name" | tr 'a-z-' 'A-Z_')
    case $value in '' | *file:*) continue ;; esac
    settings+=("$variable=$value")
  done
}
