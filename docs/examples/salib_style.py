"""Points from outside, figures back: the way SALib works, with nothing but Python's own library.

    python3 docs/examples/salib_style.py [folder]

With SALib, `points` is what `SALib.sample.saltelli.sample(problem, n)` returns, and `figures` goes to `SALib.analyze.sobol`.
"""

import csv
import json
import pathlib
import random
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "salib-style")
folder.mkdir(parents=True, exist_ok=True)

problem = {"names": ["tastes.price", "tastes.content"], "bounds": [[0.1, 0.6], [0.2, 1.2]]}

# A Latin hypercube of eight points: each axis in eight parts, one point in each, in random order.
count = 8
draw = random.Random(1)
columns = []
for low, high in problem["bounds"]:
    parts = list(range(count))
    draw.shuffle(parts)
    columns.append([low + (high - low) * (part + draw.random()) / count for part in parts])
points = list(zip(*columns))

with open(folder / "points.csv", "w", newline="") as file:
    csv.writer(file).writerows([problem["names"], *points])

design = {
    "formatVersion": 1,
    "id": "salib-style",
    "scenario": "projection-neutral",
    "agents": 300,
    "months": 12,
    "sampling": {"method": "points", "file": "points.csv"},
    "measures": [{"metric": "hhi", "name": "hhi"}],
}
(folder / "design.json").write_text(json.dumps(design))

out = folder / "result"
command = ["npm", "run", "-s", "sim", "--", "sweep", str((folder / "design.json").resolve())]
subprocess.run([*command, "--out", str(out.resolve()), "--resume", "--quiet"], cwd=ROOT, check=True)

with open(out / "runs.csv", encoding="utf-8-sig", newline="") as file:
    rows = list(csv.DictReader(file))
figures = [float(row["hhi"]) for row in rows]

# One number a parameter: the correlation of its ranks with those of the figure.
def rank(values):
    order = sorted(range(len(values)), key=values.__getitem__)
    places = [0] * len(values)
    for place, position in enumerate(order):
        places[position] = place
    return places

for name, column in zip(problem["names"], columns):
    pairs = list(zip(rank(column), rank(figures)))
    squares = sum((a - b) ** 2 for a, b in pairs)
    print(name, round(1 - 6 * squares / (count * (count * count - 1)), 3))
