"""Ask NEURON for the ion style after inserting mechanisms that use an ion in
each way, alone and in pairs. Writes ion_style.json beside this file.

Needs NEURON 8.2.2 with nocmodl and gcc:  /usr/bin/python3 ion_style.py
"""
import itertools
import json
import os
import subprocess
import tempfile

USES = {
    "e": (["ena"], ["ina"]), "c": (["nai"], []), "co": (["nai", "nao"], []), "ec": (["ena", "nai"], ["ina"]),
    "i": (["ina"], []), "wi": ([], ["ina"]), "wc": ([], ["nai"]), "wco": ([], ["nai", "nao"]),
    "iwc": (["nai", "ina"], ["nai"]), "ewc": (["ena"], ["nai"]), "we": ([], ["ena"]),
    "wec": ([], ["ena", "nai"]), "cwe": (["nai"], ["ena"]),
}


def library(folder):
    calls, sources = "", []
    for name, (read, write) in USES.items():
        use = (" READ " + ", ".join(read) if read else "") + (" WRITE " + ", ".join(write) if write else "")
        body = " ".join(f"{w} = 0" for w in write if w == "ina")
        with open(f"{folder}/use{name}.mod", "w") as f:
            f.write(f"NEURON {{ SUFFIX use{name} USEION na{use} }}\nASSIGNED {{ v ena nai nao ina }}\nBREAKPOINT {{ {body} }}\n")
        subprocess.run(["nocmodl", f"use{name}.mod"], cwd=folder, check=True, capture_output=True)
        calls += f"void _use{name}_reg(void);"
        sources.append(f"use{name}.c")
    with open(f"{folder}/mod_func.c", "w") as f:
        f.write(calls + "void modl_reg(void) {" + "".join(f"_use{n}_reg();" for n in USES) + "}\n")
    subprocess.run(["gcc", "-shared", "-fPIC", "-w", "-I/usr/include", "-include", "stdio.h", *sources, "mod_func.c",
                    "-L/usr/lib/nrn", "-lnrniv", "-Wl,-rpath,/usr/lib/nrn", "-o", "lib.so"], cwd=folder, check=True)
    return f"{folder}/lib.so"


def style(h, *names):
    s = h.Section()
    for n in names:
        s.insert("use" + n)
    return int(h.ion_style("na_ion", sec=s))


with tempfile.TemporaryDirectory() as folder:
    lib = library(folder)
    from neuron import h
    h.nrn_load_dll(lib)
    out = {
        "uses": {n: {"read": r, "write": w} for n, (r, w) in USES.items()},
        "single": {n: style(h, n) for n in USES},
        "pairs": [[a, b, style(h, a, b)] for a, b in itertools.permutations(USES, 2)],
    }
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "ion_style.json"), "w") as f:
    json.dump(out, f)
    f.write("\n")
