#!/usr/bin/env bash
# Runs every test. Arguments go to cargo test: scripts/test.sh rules::
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source-path=SCRIPTDIR source=packages.sh
. scripts/packages.sh

need_rust
# Tests that draw do so without a graphics card or a display.
[ "$(uname -s)" != Linux ] || need_packages "for tests that draw" mesa-vulkan-drivers || true

# Not --all-targets, which would run the benchmarks too.
cargo test --locked --lib --bins --tests "$@"
cargo test --locked --doc "$@"
# What other programs make of the files; with arguments only some tests are wanted.
[ "$#" -gt 0 ] || scripts/exports.sh
