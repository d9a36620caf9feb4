"""Draw from NEURON 8.2.2's scop_random and its like; writes scop_random.json.

Needs nocmodl and gcc:  /usr/bin/python3 scop_random.py
"""
import json
import os
import subprocess
import tempfile

MOD = """
NEURON { SUFFIX nothing }
FUNCTION uniform() { uniform = scop_random() }
FUNCTION exponential(m) { exponential = exprand(m) }
FUNCTION normal(m, s) { normal = normrand(m, s) }
FUNCTION poisson_(m) { poisson_ = poisrand(m) }
PROCEDURE reseed(x) { set_seed(x) }
"""
folder = os.path.dirname(os.path.abspath(__file__))
with tempfile.TemporaryDirectory() as work:
    with open(f"{work}/scop.mod", "w") as f:
        f.write(MOD)
    with open(f"{work}/reg.c", "w") as f:
        f.write("void _scop_reg(void); void modl_reg(void) { _scop_reg(); }\n")
    subprocess.run(["nocmodl", "scop.mod"], cwd=work, check=True, capture_output=True)
    subprocess.run(["gcc", "-shared", "-fPIC", "-O2", "-w", "-I/usr/include", "-include", "stdio.h", "scop.c", "reg.c",
                    "-L/usr/lib/nrn", "-lnrniv", "-Wl,-rpath,/usr/lib/nrn", "-o", "lib.so"], cwd=work, check=True)
    from neuron import h
    h.nrn_load_dll(f"{work}/lib.so")


def draw(seed):
    """The numbers after a seed; None is the start of the program."""
    if seed is not None:
        h.reseed(seed)
    return {
        "seed": seed, "ran4": bool(h.use_mcell_ran4(0) or False),
        "uniform": [h.uniform() for _ in range(10)], "exponential": [h.exponential(2) for _ in range(40)],
        "normal": [h.normal(1, 2) for _ in range(40)], "poisson": [h.poisson_(3) for _ in range(20)],
    }


cases = [draw(None), draw(5), draw(-3.7), draw(5e9)]
h.use_mcell_ran4(1)
h.reseed(7)
cases.append({"seed": 7, "ran4": True, "uniform": [h.uniform() for _ in range(10)], "exponential": [], "normal": [], "poisson": []})
with open(f"{folder}/scop_random.json", "w") as f:
    json.dump(cases, f)
    f.write("\n")
