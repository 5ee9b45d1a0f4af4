#!/usr/bin/env bash
# Builds the fuzz targets with the stable toolchain and runs each for some seconds: fuzz/run.sh [seconds] [target…]
#
# It needs Rust and a C++ compiler; run as root on Debian it installs the latter. What it finds lies in fuzz/artifacts/ afterwards, and new
# inputs in fuzz/found/; the small corpus in fuzz/corpus/ is only read.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

seconds=${1:-60}
shift $(($# > 0 ? 1 : 0))
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(level rule_book record journal terminal domain)

if ! command -v c++ >/dev/null; then
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        apt-get install -y --no-install-recommends g++ || { apt-get update && apt-get install -y --no-install-recommends g++; }
    else
        echo 'A C++ compiler is missing; on Debian: apt install g++'
        exit 1
    fi
fi

# Its own target folder: these flags would otherwise build everything anew each time.
export CARGO_TARGET_DIR=${FUZZ_TARGET_DIR:-${CARGO_TARGET_DIR:+$CARGO_TARGET_DIR-fuzz}}
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$HOME/.cache/rare-terms-fuzz}
host=$(rustc -vV | sed -n 's/^host: //p')
# Coverage for libFuzzer, as cargo-fuzz asks for it where no sanitizer is used. With --target, build scripts are built without.
export RUSTFLAGS='--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4
 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table
 -Cllvm-args=-sanitizer-coverage-trace-compares'
cargo build --release --locked --target "$host" --bins

for target in "${targets[@]}"; do
    echo "---- $target, $seconds s"
    mkdir -p "found/$target" artifacts
    words=()
    [ -f "words/$target.dict" ] && words=("-dict=words/$target.dict")
    "$CARGO_TARGET_DIR/$host/release/$target" "found/$target" "corpus/$target" "-max_total_time=$seconds" -timeout=60 -rss_limit_mb=2048 \
        "-artifact_prefix=artifacts/$target-" -print_final_stats=0 "${words[@]}" >"artifacts/$target.log" 2>&1 || {
        tail -40 "artifacts/$target.log"
        echo "$target: a finding; its input lies in fuzz/artifacts/"
        exit 1
    }
    grep -a 'Done ' "artifacts/$target.log"
done
