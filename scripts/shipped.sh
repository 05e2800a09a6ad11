#!/usr/bin/env bash
# Builds the program as it is shipped: the functions that run until the first frame stands are put side by side. Of 65 MB of
# functions these are 5; spread over the program they have 22 MB of it read into memory, since the system reads 64 KB around
# each of them.
#
#   scripts/shipped.sh     prints where the program is
#
# The program is linked with its names, valgrind sees which functions run, and it is linked again in that order; nothing but
# the order differs. Where valgrind, a linker that takes an order or a screen is missing, it is the program that cargo builds.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { echo "shipped.sh: $*" >&2; }
target=${CARGO_TARGET_DIR:-target}
# link FLAG...: links the program with these flags; the library and the dependencies stay as they are.
link() { cargo rustc --release --locked --quiet --bin ironstride -- "$@"; }
plain() {
  say "$1: the program is built without an order of its functions"
  cargo build --release --locked --quiet
  echo "$target/release/ironstride"
  exit 0
}

for tool in valgrind nm xvfb-run; do
  command -v "$tool" >/dev/null || plain "there is no $tool"
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: >"$work/order"
order=(-C "link-arg=-Wl,--symbol-ordering-file=$work/order" -C link-arg=-Wl,--no-warn-symbol-ordering)
echo 'fn main() {}' >"$work/nothing.rs"
rustc "${order[@]}" -o "$work/nothing" "$work/nothing.rs" 2>/dev/null || plain "the linker takes no order"

say "links the program with its names"
link -C strip=none
cp "$target/release/ironstride" "$work/named"
export IRONSTRIDE_CONFIG_DIR=$work/preferences
"$work/named" demo "$work/demo" --athletes 2 --years 3 >/dev/null
say "looks which functions run, which takes some minutes"
xvfb-run -a -s "-screen 0 1920x1200x24" valgrind --quiet --tool=callgrind --demangle=no --smc-check=all-non-file \
  --callgrind-out-file="$work/calls" "$work/named" --workspace "$work/demo" --screenshot "$work/frame.png" >/dev/null 2>&1 ||
  plain "the program does not run under valgrind"
# A function has its name where it is met first: "fn=(12) name", or "cfn=(12) name" where it is called. Calls of itself have
# a number behind the name.
sed -nE "s/^c?fn=\([0-9]+\) ([^']+)('[0-9]+)?$/\1/p" "$work/calls" | LC_ALL=C sort -u >"$work/ran"
nm --defined-only "$work/named" | awk '$2 ~ /[tTwW]/ { print $3 }' | LC_ALL=C sort -u >"$work/ours"
LC_ALL=C comm -12 "$work/ran" "$work/ours" >"$work/order"
say "puts $(wc -l <"$work/order") functions side by side"
link "${order[@]}"
echo "$target/release/ironstride"
