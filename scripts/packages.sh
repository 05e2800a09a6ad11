# shellcheck shell=bash
# Sourced by the other scripts: installs Debian and Ubuntu packages where that needs no password, and names them elsewhere.

# What a window needs, with OpenGL in software for machines without a graphics card.
# shellcheck disable=SC2034 # for the scripts that source this one
WINDOW_PACKAGES=(libgl1-mesa-dri libegl1 libgl1 libxkbcommon-x11-0 libx11-xcb1 libxcursor1 libxi6 libxrandr2)

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

fail() {
  say "$@"
  exit 1
}

# as_root COMMAND...: runs it as root; fails where that would ask for a password.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    command -v sudo >/dev/null && sudo -n "$@"
  fi
}

# need_packages REASON PACKAGE...: fails when some are missing and cannot be installed, and says which.
# On systems without dpkg it knows nothing and fails nothing.
need_packages() {
  local reason=$1 package missing=()
  shift
  command -v dpkg-query >/dev/null || return 0
  for package in "$@"; do
    # One name may stand for several architectures, of which one will do.
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
  done
  [ "${#missing[@]}" -gt 0 ] || return 0
  if as_root true 2>/dev/null; then
    say "installing ${missing[*]}, $reason"
    # Old lists can do; where they cannot, the install says so.
    as_root apt-get update -qq >&2 || true
    if as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; then
      return 0
    fi
  fi
  say "please install $reason: sudo apt-get install ${missing[*]}"
  return 1
}

# need_rust: fails when there is no Rust or nothing to link with.
need_rust() {
  command -v cargo >/dev/null || fail "Rust is missing; it is at https://rustup.rs"
  command -v cc >/dev/null || need_packages "to link programs" gcc libc6-dev || exit 1
}
