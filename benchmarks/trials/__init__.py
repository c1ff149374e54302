"""The trials of the promise: letters changed on purpose, with the truth known by construction.

    python -m benchmarks.trials --letters DIR --truth truth.json --kinds drift,weightless --per-letter 20

Each module makes one kind of variants; `kinds.py` lists them. A variant is a pure function of (letter, kind, number,
seed). `scoring.py` judges each record by path: right, wrong and flagged, or wrong and silent.
"""
