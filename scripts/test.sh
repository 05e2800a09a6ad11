#!/usr/bin/env bash
# Runs every test. Arguments go to cargo test: scripts/test.sh rules::
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source-path=SCRIPTDIR source=packages.sh
. scripts/packages.sh

need_rust
tests=(cargo test --release --config scripts/checked.toml --locked)

# The phone page is tried in a browser where there is one; with arguments only some tests are wanted.
if [ "$#" -eq 0 ] && [ "$(uname -s)" = Linux ] && ! command -v chromium >/dev/null; then
  need_packages "to try the phone page in a browser" chromium || say "skipped the phone page in a browser: there is no chromium"
fi

# Not --all-targets, which would run the benchmarks too.
"${tests[@]}" --lib --bins --tests "$@"
"${tests[@]}" --doc "$@"
# What other programs make of the files; with arguments only some tests are wanted.
[ "$#" -gt 0 ] || scripts/exports.sh
