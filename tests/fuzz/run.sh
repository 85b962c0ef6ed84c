#!/usr/bin/env bash
# usage: run.sh SOURCE BUILD build TARGET...   configures with clang and builds the fuzz targets
#        run.sh SOURCE BUILD TARGET SECONDS    fuzzes one target from its seeds
# Exit code 77 where clang or its fuzzer is missing. What a run finds stands in BUILD/found.
set -euo pipefail
source=$1 build=$2 what=$3
shift 3

if [ "$what" = build ]; then
  command -v clang++ >/dev/null || { echo "skipped: clang++ is not installed"; exit 77; }
  mkdir -p "$build"
  echo 'extern "C" int LLVMFuzzerTestOneInput(const char*, unsigned long) { return 0; }' \
    >"$build/probe.cpp"
  clang++ -fsanitize=fuzzer,address,undefined "$build/probe.cpp" -o "$build/probe" 2>/dev/null ||
    { echo "skipped: clang's fuzzer is not installed (libclang-rt-14-dev)"; exit 77; }
  flags="-O1 -g1 -fsanitize=fuzzer-no-link,address,undefined"
  cmake -S "$source" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Fuzz -DCMAKE_CXX_COMPILER=clang++ \
    -DCMAKE_CXX_FLAGS_FUZZ="$flags -fno-sanitize-recover=all" -DHANDVEST_DEVELOPER=ON \
    -DHANDVEST_FUZZ_TARGETS=ON -DHANDVEST_STATIC=OFF
  cmake --build "$build" --target "${@/#/fuzz_}"
  exit
fi

program=$(find "$build" -type f -name "fuzz_$what" -perm -u+x | head -1)
[ -n "$program" ] || { echo "skipped: fuzz_$what is not built"; exit 77; }
corpus=$build/corpus/$what
mkdir -p "$corpus" "$build/found"
seeds=$source/tests/fuzz/seeds
dictionary=()
[ -f "$seeds/$what.dict" ] && dictionary=("-dict=$seeds/$what.dict")
# A test should say the same tomorrow: one seed, unless another is asked for.
# poppler and libarchive come from Debian without instrumentation and keep caches until the end.
ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 exec "$program" \
  -max_total_time="$1" -timeout=20 -rss_limit_mb=3000 -max_len=65536 -print_final_stats=1 \
  -seed="${HANDVEST_FUZZ_SEED:-1}" -verbosity=1 -artifact_prefix="$build/found/$what-" "${dictionary[@]}" "$corpus" "$seeds/$what"
