"""Run mechanisms in NEURON with a prescribed membrane potential and write down
what every variable is after every step. Writes oracle.json beside this file.

Each case has three sections of one segment, not connected. Before a step each
gets its own potential; the step then computes the currents at it, the change
of v, and the states at the new v. The Go test repeats the same passes without
a solver.

Needs NEURON 8.2.2 with nocmodl and gcc:  /usr/bin/python3 oracle.py [CASE...]
With names, only these cases are run anew.
"""
import glob
import json
import math
import os
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
OWN = os.path.join(here, "mod")
SHARED = os.path.join(here, "..", "..", "..", "testdata", "neuron", "mod")

# name: (.mod files to load, mechanisms in order of insertion, settings, options)
# A mechanism is a density mechanism, or a point process class with its
# parameters. Settings are range variables, for all three sections or a list.
CASES = {
    "pas": ([], ["pas"], {"g_pas": [1e-3, 2e-4, 5e-5]}, {}),
    "fastpas": ([], ["fastpas"], {"e_fastpas": [-65, -50, -80]}, {}),
    "hh": ([], ["hh"], {"gnabar_hh": [0.12, 0.1, 0.2]}, {}),
    "hh_exact": ([], ["hh"], {}, {"celsius": 22, "globals": {"usetable_hh": 0}}),
    "hh_warm": ([], ["hh", "pas"], {"ena": 45}, {"celsius": 18.5}),
    "iclamp": ([], ["pas", ("IClamp", {"del": 0.1, "dur": 0.7, "amp": 0.3})], {}, {}),
    "seclamp": ([], ["pas", ("SEClamp", {"rs": 5, "dur1": 0.3, "amp1": -70, "dur2": 0.4, "amp2": 10, "dur3": 0.2, "amp3": -30})], {}, {}),
    "alphasynapse": ([], ["pas", ("AlphaSynapse", {"onset": 0.2, "tau": 0.05, "gmax": 0.02, "e": -5})], {}, {}),
    "branches": (["branches"], ["branches"], {"bend_branches": [-50, -40, -58], "g_branches": 2e-5}, {}),
    "branches_warm": (["branches"], ["branches"], {}, {"celsius": 25, "globals": {"shift_branches": 3}}),
    "slope": (["slope"], ["slope"], {"mode_slope": [1, 0, 1]}, {}),
    "implicit": (["implicit"], ["implicit"], {"b_implicit": [0.5, 0.2, 3]}, {}),
    "implicit_second": (["implicit"], ["implicit"], {"c_implicit": [2, 0.2, 10]}, {"secondorder": 2}),
    "implicit_coarse": (["implicit"], ["implicit"], {}, {"dt": 0.5}),
    "linear": (["linear"], ["linear"], {"a_linear": [0.5, 0.2, 3]}, {}),
    "linear_second": (["linear"], ["linear"], {"a_linear": [0.5, 0.2, 3]}, {"secondorder": 2}),
    "fallback": (["fallback"], ["fallback"], {}, {"dt": 0.25}),
    "eulers": (["eulers"], ["eulers"], {}, {}),
    "eulers_second": (["eulers"], ["eulers"], {}, {"secondorder": 1}),
    "stepped": (["stepped"], ["stepped"], {}, {}),
    "tables": (["tables"], ["tables"], {}, {"globals": {"half_tables": -35}}),
    "tables_exact": (["tables"], ["tables"], {"lift_tables": [0.1, 0.2, 0.5]}, {"celsius": 15, "globals": {"usetable_tables": 0}}),
    "lazy": (["lazy"], ["lazy"], {}, {"celsius": 30}),
    "pump": (["pump", "follower"], ["pump", "follower"], {"depth_pump": [0.2, 0.1, 1]}, {"ions": {"mg": 2}}),
    "follower_first": (["pump", "follower"], ["follower", "pump"], {}, {"ions": {"mg": 2}}),
    "quiet": (["quiet"], ["quiet"], {"te_quiet": [0.1, 0.51, 0.0374]}, {}),
    "shunt": (["shunt"], ["pas", ("Shunt", {"g": 0.002})], {}, {}),
    "scheme5": (["scheme5"], ["scheme5"], {"gbar_scheme5": [0.002, 0.001, 0.005]}, {"celsius": 22}),
    "scheme5_second": (["scheme5"], ["scheme5"], {}, {"celsius": 30, "secondorder": 2}),
    "cascade": (["cascade", "cal"], ["cal", "cascade"], {"k1_cascade": [8, 3, 20]}, {}),
    "binding": (["binding"], ["binding"], {"kon_binding": [20, 5, 60]}, {}),
    "binding_second": (["binding"], ["binding"], {"kon_binding": [20, 5, 60]}, {"secondorder": 1}),
    "circle": (["circle"], ["circle"], {}, {}),
    "once": (["once", "cal"], ["cal", "once"], {"buffer_once": [0.003, 0.001, 0.01]}, {}),
    "equations": (["equations"], ["equations"], {"a_equations": [0.4, 0.3, 0.6]}, {}),
    "explicit": (["explicit"], ["explicit"], {"f_explicit": [2, 1, 3]}, {}),
    "explicit_second": (["explicit"], ["explicit"], {"f_explicit": [2, 1, 3]}, {"secondorder": 2}),
    "eulerkin": (["eulerkin"], ["eulerkin"], {"f_eulerkin": [1.5, 1, 0.2]}, {}),
    "runkin": (["runkin"], ["runkin"], {"k_runkin": [1.5, 1, 0.2]}, {}),
    "stim": (["stim"], ["pas", ("Stim", {"amp": 0.1})], {}, {}),
}
# Every mechanism that the models of testdata/neuron use, with its defaults.
for path in sorted(glob.glob(os.path.join(SHARED, "*.mod"))):
    name = os.path.basename(path)[:-4]
    if name in ("looked", "multistep", "adaptive", "reader", "gabaa"):
        continue  # they need what a script does: see mod_looked.py, mod_methods.py, mod_interneurons.py
    words = open(path).read().split()
    point = "POINT_PROCESS" in words
    suffix = words[words.index("POINT_PROCESS" if point else "SUFFIX") + 1]
    CASES["shared_" + name] = ([name], [(suffix, {}) if point else suffix], {}, {})

STEPS = 24


def waveform(section, k):
    """The potential [mV] that a section gets before step k."""
    return round(-65 + 10 * section + (45 - 9 * section) * math.sin(0.31 * k + section) + 0.7 * k * (section - 1), 3)


def library(folder, names):
    regs, sources = [], []
    for n in names:
        path = os.path.join(OWN, n + ".mod")
        if not os.path.exists(path):
            path = os.path.join(SHARED, n + ".mod")
        with open(f"{folder}/{n}.mod", "w") as f:
            f.write(open(path).read())
        subprocess.run(["nocmodl", f"{n}.mod"], cwd=folder, check=True, capture_output=True, timeout=20)
        regs.append(f"_{n}_reg")
        sources.append(f"{n}.c")
    with open(f"{folder}/mod_func.c", "w") as f:
        f.write("".join(f"void {r}(void);" for r in regs) + "void modl_reg(void) {" + "".join(f"{r}();" for r in regs) + "}\n")
    subprocess.run(["gcc", "-shared", "-fPIC", "-O2", "-w", "-I/usr/include", "-include", "stdio.h", *sources, "mod_func.c",
                    "-L/usr/lib/nrn", "-lnrniv", "-Wl,-rpath,/usr/lib/nrn", "-o", "lib.so"], cwd=folder, check=True)
    return f"{folder}/lib.so"


def numbers(x):
    try:
        return [float(x)]
    except TypeError:
        return [float(y) for y in x]


def run(name):
    """Run one case in this process and give its record."""
    from neuron import h
    files, mechanisms, settings, options = CASES[name]
    if files:
        with tempfile.TemporaryDirectory() as folder:
            h.nrn_load_dll(library(folder, files))
    h.celsius = options.get("celsius", 6.3)
    h.dt = options.get("dt", 0.025)
    h.secondorder = options.get("secondorder", 0)
    for key, x in options.get("globals", {}).items():
        setattr(h, key, x)
    sections = [h.Section(name=f"s{i}") for i in range(3)]
    points, classes = [], []
    for i, s in enumerate(sections):
        s.L, s.diam, s.nseg = 20 + 10 * i, 20 - 5 * i, 1
        for m in mechanisms:
            if isinstance(m, str):
                s.insert(m)
            else:
                p = getattr(h, m[0])(s(0.5))
                points.append((i, m[0], p))
                for key, x in m[1].items():
                    setattr(p, key if key != "del" else "delay", x)
        for key, x in settings.items():
            seg = s(0.5)
            value = x[i] if isinstance(x, list) else x
            try:
                setattr(seg, key, value)
            except Exception:
                for k in range(3):
                    getattr(seg, key)[k] = value

    def state():
        """All variables of all mechanisms by name, one row per section."""
        out = {}
        for i, s in enumerate(sections):
            seg = s(0.5)
            for mech in seg:
                mname = mech.name()
                for v in mech:
                    ref = v.name()
                    try:
                        x = numbers(v[0]) if v.is_array() is False else [v[k] for k in range(len(v))]
                    except (AttributeError, TypeError):
                        x = numbers(getattr(seg, ref))
                    out.setdefault(mname + ":" + ref, []).append(x)
        for i, cls, p in points:
            for v in parameters(p):
                out.setdefault(cls + ":" + v, []).append(numbers(getattr(p, v)))
        return out

    def parameters(p):
        return sorted(k for k in dir(p) if not k.startswith("_") and isinstance(getattr(p, k, None), float))

    def globals_():
        out = {}
        for m in mechanisms:
            suffix = m if isinstance(m, str) else m[0]
            for k in dir(h):
                if k.endswith("_" + suffix):
                    try:
                        x = getattr(h, k)
                    except TypeError:
                        continue  # a range variable
                    if isinstance(x, float):
                        out[k] = x
        return out

    for i, s in enumerate(sections):
        s.v = waveform(i, 0)
    h.finitialize()
    record = {
        "mods": files, "mechanisms": [m if isinstance(m, str) else m[0] for m in mechanisms], "celsius": h.celsius, "dt": h.dt, "secondorder": h.secondorder,
        "globals": options.get("globals", {}), "area": [s(0.5).area() for s in sections], "diam": [s(0.5).diam for s in sections],
        "style": {}, "v": [], "after": [], "steps": [], "initial": state(), "parameters": {},
    }
    for ion in ("na", "k", "ca", "mg"):
        if any(key.startswith(ion + "_ion:") for key in record["initial"]):
            record["style"][ion] = int(h.ion_style(ion + "_ion", sec=sections[0]))
    record["initial_globals"] = globals_()
    for k in range(STEPS):
        for i, s in enumerate(sections):
            s.v = waveform(i, k)
        record["v"].append([waveform(i, k) for i in range(3)])
        h.fadvance()
        record["after"].append([s(0.5).v for s in sections])
        record["steps"].append(state())
    record["final_globals"] = globals_()
    return record


def answers(names):
    """Run cases, each in a process of its own."""
    out = {}
    for name in names:
        r = subprocess.run([sys.executable, __file__, "--print", name], capture_output=True, text=True)
        if r.returncode != 0:
            sys.exit(f"{name}: {r.stderr[-3000:]}")
        out[name] = json.loads(r.stdout[r.stdout.index('{"mods"'):])
        print(name, len(out[name]["initial"]), "variables")
    return out


if sys.argv[1:2] == ["--print"]:
    json.dump(run(sys.argv[2]), sys.stdout)
else:
    path = os.path.join(here, "oracle.json")
    out = {}
    if len(sys.argv) > 1:
        with open(path) as f:
            out = json.load(f)
    out.update(answers(sys.argv[1:] or CASES))
    text = json.dumps({name: out[name] for name in CASES if name in out}, separators=(",", ":"))
    with open(path, "w") as f:
        f.write(text + "\n")
