#!/usr/bin/env bash
# Takes a picture of every screen into a folder, and writes what the judge found wrong to faults.txt beside them.
#
#   scripts/pictures.sh OUT                         1440x900, 100 %, light
#   scripts/pictures.sh OUT 1180x700 150 dark       another size of the window in pixels, zoom in per cent, theme
#   scripts/pictures.sh OUT 1180x700 150 dark week,charts    only these parts of the walk: see tests/it/window/walk
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 2; }
mkdir -p "$1"
export IRONSTRIDE_PICTURES=$(cd "$1" && pwd)
export IRONSTRIDE_SIZE=${2:-1440x900} IRONSTRIDE_ZOOM=${3:-100} IRONSTRIDE_THEME=${4:-light} IRONSTRIDE_TOURS=${5:-}
cd "$(dirname "$0")/.."
cargo test --release --config scripts/checked.toml --locked -q --test it pictures_are_taken -- --ignored
