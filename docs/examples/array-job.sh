#!/bin/sh
# Slurm: one design in 16 parts, each on the cores of one machine. Not run where this project is tested.
#   sbatch docs/examples/array-job.sh design.json
#SBATCH --job-name=brokerscape
#SBATCH --array=1-16
#SBATCH --cpus-per-task=8
#SBATCH --time=04:00:00
# A part that is ended at its time limit, or on a machine that fails, goes on where it was.
#SBATCH --requeue
set -eu
node dist/node/cli.js sweep "$1" --shard "$SLURM_ARRAY_TASK_ID/16" --out "parts/$SLURM_ARRAY_TASK_ID" \
  --workers "$SLURM_CPUS_PER_TASK" --resume --quiet
# When all are done:
#   node dist/node/cli.js merge parts/* --out result
