#!/usr/bin/env bash
# usage: run.sh SOURCE BUILD build TARGET...        configures with clang and sanitizers and builds
#        run.sh SOURCE BUILD run PROGRAM             runs a program that was built
#        run.sh SOURCE BUILD fuzz TARGET SECONDS     fuzzes one target from its seeds
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
  cmake --build "$build" --target "$@"
  exit
fi

# poppler and libarchive come from Debian without instrumentation and keep caches until the end.
export ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1
built() {
  find "$build" -type f -name "$1" -perm -u+x | grep . || { echo "skipped: $1 is not built" >&2; exit 77; }
}

if [ "$what" = run ]; then
  program=$(built "$1")
  exec "$program"
fi

target=$1 seconds=$2
program=$(built "fuzz_$target")
corpus=$build/corpus/$target
mkdir -p "$corpus" "$build/found"
seeds=$source/tests/fuzz/seeds
dictionary=()
[ -f "$seeds/$target.dict" ] && dictionary=("-dict=$seeds/$target.dict")
# A test should say the same tomorrow: one seed, unless another is asked for.
exec "$program" \
  -max_total_time="$seconds" -timeout=60 -rss_limit_mb=3000 -max_len=65536 -print_final_stats=1 \
  -seed="${HANDVEST_FUZZ_SEED:-1}" -verbosity=1 -artifact_prefix="$build/found/$target-" "${dictionary[@]}" \
  "$corpus" "$seeds/$target"
