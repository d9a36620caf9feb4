#!/usr/bin/python3
"""Runs the cases of this folder in NEURON 8.2.2 and writes their answers.

    /usr/bin/python3 testdata/neuron/regenerate.py [--check] [NAME...]

Each case runs in a process of its own. For each it says: unchanged, new, or changed with the
largest difference of every member that changed. --check writes nothing and exits with 1 if
something changed.
"""
import argparse
import glob
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
NOT_CASES = ("cells", "oracle", "random_models", "regenerate")


def cases():
    names = (os.path.basename(f)[:-3] for f in glob.glob(os.path.join(HERE, "*.py")))
    return sorted(name for name in names if name not in NOT_CASES)


def answer(name):
    """NEURON's answer to a case: the text of its JSON, or None after printing why there is none."""
    handle, path = tempfile.mkstemp(suffix=".json")
    os.close(handle)
    try:
        r = subprocess.run([sys.executable, os.path.join(HERE, name + ".py")], capture_output=True, text=True,
                           env={**os.environ, "NEURON_ORACLE_OUT": path})
        text = open(path, encoding="utf8").read()
    finally:
        os.remove(path)
    if r.returncode or not text:
        print(f"{name}: FAILED\n{r.stdout}{r.stderr}")
        return None
    return text


def numbers(x, path=""):
    """Every leaf of a JSON value with its path, and the length of every list."""
    if isinstance(x, dict):
        for k, v in x.items():
            yield from numbers(v, f"{path}.{k}" if path else k)
    elif isinstance(x, list):
        yield path + ".length", len(x)
        for i, v in enumerate(x):
            yield from numbers(v, f"{path}[{i}]")
    else:
        yield path, x


def is_number(x):
    return isinstance(x, (int, float)) and not isinstance(x, bool)


def difference(old, new):
    """What changed from old to new: one line, empty if nothing did."""
    said = []
    for member in list(new) + [k for k in old if k not in new]:
        if member not in old:
            said.append(f"{member} is new")
            continue
        if member not in new:
            said.append(f"{member} is gone")
            continue
        a, b = list(numbers(old[member])), list(numbers(new[member]))
        if [p for p, _ in a] != [p for p, _ in b]:
            said.append(f"{member} has another shape")
            continue
        worst, where = 0.0, None
        for (p, x), (_, y) in zip(a, b):
            if is_number(x) and is_number(y):
                d = abs(x - y)
            else:
                d = 0.0 if type(x) is type(y) and x == y else float("inf")
            if d > worst:
                worst, where = d, p
        if where is not None:
            said.append(f"{member}{where} by {worst:.3g}")
    return ", ".join(said)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if something changed")
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    unknown = sorted(set(options.names) - set(cases()))
    if unknown:
        sys.exit(f"no such case: {', '.join(unknown)}")
    changed = failed = 0
    for name in options.names or cases():
        text = answer(name)
        if text is None:
            failed += 1
            continue
        path = os.path.join(HERE, name + ".json")
        what = "new"
        if os.path.exists(path):
            old = open(path, encoding="utf8").read()
            what = difference(json.loads(old), json.loads(text))
            what = f"changed: {what}" if what else ("unchanged" if old == text else "changed: only in form")
        print(f"{name}: {what}", flush=True)
        if what != "unchanged":
            changed += 1
            if not options.check:
                with open(path, "w", encoding="utf8") as f:
                    f.write(text)
    print(f"{changed} changed, {failed} failed")
    return 1 if failed or (options.check and changed) else 0


if __name__ == "__main__":
    sys.exit(main())
