# %% [markdown]
# The engine from a notebook: cells of Python that call the command line. Jupyter and VS Code open this file as one;
# `python3 docs/examples/notebook.py` runs it from the first cell to the last.

# %%
import csv
import json
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def sim(*words):
    """What a command prints as JSON."""
    done = subprocess.run(["npm", "run", "-s", "sim", "--", *words, "--json"], cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


# %% One run.
run = sim("run", "projection-neutral", "--seed", "42", "--agents", "300", "--years", "1")
print(run["stateHash"], run["final"]["hhi"])

# %% A list makes a sweep of it; runs.csv opens in pandas as `pandas.read_csv(path)`.
folder = tempfile.mkdtemp()
sweep = sim("sweep", "projection-neutral", "--set", "tastes.price=[0.2,0.4]", "--seeds", "3", "--agents", "300", "--years", "1",
            "--measure", "hhi", "--out", folder, "--force")
with open(pathlib.Path(sweep["out"]) / "runs.csv", encoding="utf-8-sig", newline="") as file:
    rows = list(csv.DictReader(file))
for price in ["0.2", "0.4"]:
    figures = [float(row["hhi"]) for row in rows if row["tastes.price"] == price]
    print(price, sum(figures) / len(figures))

# %% The next point depends on the last: a search of one's own.
low, high = 0.1, 0.6
for _ in range(3):
    middle = (low + high) / 2
    figure = sim("run", "projection-neutral", "--seed", "42", "--agents", "300", "--years", "1", "--set", f"tastes.price={middle}")["final"]["hhi"]
    print(middle, figure)
    low, high = (low, middle) if figure > run["final"]["hhi"] else (middle, high)
