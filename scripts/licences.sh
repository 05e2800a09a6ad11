#!/usr/bin/env bash
# Writes assets/about/packages.txt: name, version and licence of every package that the program is built from, on any
# system it runs on. Run it after Cargo.lock has changed; a test says when a package is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

list() {
  cargo tree --locked --offline --edges normal,no-proc-macro --target "$1" --prefix none --format '{p}|{l}'
}

out=assets/about/packages.txt
for target in x86_64-unknown-linux-gnu x86_64-pc-windows-msvc aarch64-apple-darwin; do
  list "$target"
done |
  # "name v1.2.3 (path)|MIT OR Apache-2.0": the program itself has a path, and repeated packages a star.
  sed -E -e 's/ \(\*\)//' -e '/^ironstride /d' -e 's/^([^ ]+) v([^ |]+)[^|]*\|(.*)$/\1 \2  \3/' |
  LC_ALL=C sort -u >"$out.new"
[ -s "$out.new" ] || { echo "no packages were listed" >&2; exit 1; }
mv "$out.new" "$out"
echo "$out: $(wc -l <"$out") packages"
