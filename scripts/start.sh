#!/usr/bin/env bash
# Builds Ironstride and opens it; the first start shows a demo. Arguments go to the program.
# Without a display it leaves a picture of the window and a week to print under out/ instead.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source-path=SCRIPTDIR source=packages.sh
. scripts/packages.sh

ironstride() { cargo run --release --locked --quiet -- "$@"; }

has_display() {
  # Only here does a variable tell.
  [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY-}" ] || [ -n "${WAYLAND_DISPLAY-}" ]
}

# Starts a screen that nobody sees, for as long as this script runs.
start_virtual_screen() {
  number=$(mktemp)
  runtime=$(mktemp -d)
  Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp -noreset 3>"$number" >/dev/null 2>&1 &
  screen=$!
  trap 'kill "$screen" 2>/dev/null || true; rm -rf "$number" "$runtime"' EXIT
  for _ in $(seq 100); do
    [ ! -s "$number" ] || break
    kill -0 "$screen" 2>/dev/null || fail "the virtual screen did not start"
    sleep 0.1
  done
  [ -s "$number" ] || fail "the virtual screen is not ready after 10 s"
  DISPLAY=:$(cat "$number")
  export DISPLAY XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-$runtime}
}

show_without_display() {
  need_packages "for a virtual screen" xvfb "${WINDOW_PACKAGES[@]}" || exit 1
  command -v Xvfb >/dev/null || fail "there is no display, and no Xvfb to make one"
  start_virtual_screen
  rm -rf out/demo out/ironstride.png out/plan.pdf
  mkdir -p out
  # The demo under out/ must not become the workspace that the next start opens.
  export IRONSTRIDE_CONFIG_DIR=$PWD/out/preferences
  ironstride demo out/demo
  # A window that never settles must not keep an unattended machine waiting.
  timeout 120 cargo run --release --locked --quiet -- --workspace out/demo --screenshot out/ironstride.png
  ironstride export --workspace out/demo --athlete "Anna Kovač" --week "$(date +%G-W%V)" --to out/plan.pdf
  [ -s out/ironstride.png ] || fail "no picture was drawn"
  say "there is no display here, so the window was drawn on a virtual screen:"
  say "  out/ironstride.png  the window, with the demo"
  say "  out/plan.pdf        this week of the demo, to print"
}

# Minutes that a first build takes one core, as measured on a small server of two.
BUILD_MINUTES=38

# Says how long the build will take on this machine, unless it was built before.
announce_build() {
  local target=${CARGO_TARGET_DIR:-target} cores
  [ ! -x "$target/release/ironstride" ] || return 0
  cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
  # Some crates wait for others, so more than eight cores hardly help.
  [ "$cores" -le 8 ] || cores=8
  say "building for the first time: about $(((BUILD_MINUTES + cores - 1) / cores)) minutes on $cores cores"
}

need_rust
announce_build
cargo build --release --locked

if has_display; then
  # Most desktops have all of these, also where this script cannot tell.
  [ "$(uname -s)" != Linux ] || need_packages "for the window" "${WINDOW_PACKAGES[@]}" || true
  ironstride "$@"
else
  show_without_display
fi
