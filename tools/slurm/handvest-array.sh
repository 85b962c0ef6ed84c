#!/usr/bin/env bash
#SBATCH --job-name=handvest
#SBATCH --cpus-per-task=2
#SBATCH --mem-per-cpu=2G
#SBATCH --requeue
# One shard of a batch run as one task of a Slurm job array.
# usage: sbatch --array=1-N tools/slurm/handvest-array.sh N INPUT OUT [options of 'handvest batch']
# Task K writes OUT/shard-K. A task that was killed goes on where it was when it is requeued.
set -euo pipefail

shards=$1 input=$2 out=$3
shift 3
status=0
"${HANDVEST:-handvest}" batch "$input" --out "$out/shard-$SLURM_ARRAY_TASK_ID" \
  --shard "$SLURM_ARRAY_TASK_ID/$shards" --jobs "${SLURM_CPUS_PER_TASK:-1}" \
  --resume --progress plain "$@" || status=$?
# 1: some documents failed. They are in the manifest and no reason to call the task failed.
[ "$status" -le 1 ] || exit "$status"
