"""Writes Vectors to files with NEURON's vwrite and fwrite and puts the bytes into binary.json.

    /usr/bin/python3 binary.py
"""

import json
import os
import tempfile

os.environ["NEURON_MODULE_OPTIONS"] = "-nogui"
from neuron import h  # noqa: E402

VECTORS = {
    "mixed": [3, -1.5, 1e5, 0.1, -2.75, 65535, 0],
    "flat": [2, 2, 2],
    "one": [-7.25],
    "ramp": [i * 0.37 - 20 for i in range(300)],
}


def written(write):
    """The bytes that a function writes to a File, in hex."""
    handle, path = tempfile.mkstemp()
    os.close(handle)
    try:
        f = h.File()
        f.wopen(path)
        write(f)
        f.close()
        with open(path, "rb") as raw:
            return raw.read().hex()
    finally:
        os.remove(path)


def read(hexed, form):
    """What vread makes of bytes."""
    handle, path = tempfile.mkstemp()
    os.write(handle, bytes.fromhex(hexed))
    os.close(handle)
    try:
        f = h.File()
        f.ropen(path)
        v = h.Vector()
        form(v, f)
        f.close()
        return v.to_python()
    finally:
        os.remove(path)


def swapped(hexed, sizes):
    """The bytes as a machine with the other byte order writes them: sizes are those of the first numbers, the last one repeated."""
    b, out, at, k = bytes.fromhex(hexed), b"", 0, 0
    while at < len(b):
        n = sizes[min(k, len(sizes) - 1)]
        out += b[at:at + n][::-1]
        at, k = at + n, k + 1
    return out.hex()


SIZES = {1: [4, 4, 8, 8, 1], 2: [4, 4, 8, 8, 2], 3: [4], 4: [4, 4, 8], 5: [4]}


def main():
    cases = []
    for name, xs in VECTORS.items():
        for form in (1, 2, 3, 4, 5):
            b = written(lambda f: h.Vector(xs).vwrite(f, form))
            case = {"vector": name, "format": form, "bytes": b, "read": read(b, lambda v, f: v.vread(f))}
            other = swapped(b, SIZES[form])
            case["swapped"] = other
            case["swapped_read"] = read(other, lambda v, f: v.vread(f))
            raw = written(lambda f: h.Vector(xs).fwrite(f))
            n = {1: 8, 2: 4, 3: 2, 4: 1, 5: 4}[form] * len(xs)
            case["fread"] = read(raw, lambda v, f: v.fread(f, n, form))
            case["fwrite"] = raw
            cases.append(case)
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "binary.json")
    with open(path, "w") as out:
        text = json.dumps({"vectors": VECTORS, "cases": cases}).replace('{"vector":', '\n{"vector":')
        out.write(text.replace("NaN", '"nan"').replace("-Infinity", '"-inf"').replace("Infinity", '"inf"') + "\n")
    print(len(cases), "cases")


if __name__ == "__main__":
    main()
