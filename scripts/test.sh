#!/usr/bin/env bash
# Runs every test. Arguments go to cargo test: scripts/test.sh rules::
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source-path=SCRIPTDIR source=packages.sh
. scripts/packages.sh

need_rust
tests=(cargo test --release --config scripts/checked.toml --locked)

# Not --all-targets, which would run the benchmarks too.
"${tests[@]}" --lib --bins --tests "$@"
"${tests[@]}" --doc "$@"
# What other programs make of the files; with arguments only some tests are wanted.
[ "$#" -gt 0 ] || scripts/exports.sh
