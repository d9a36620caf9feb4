"""What every NEURON script of this folder shares: handing out its result, and compiling .mod files.

    from oracle import load_mechanisms, result

A script run by itself prints its result as one line of JSON; regenerate.py names a file for it instead.
"""
import glob
import hashlib
import json
import os
import shutil
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def plain(x):
    """x as JSON can hold it: a Vector or tuple as a list, a set as a sorted list, a section or segment as its name."""
    if x is None or isinstance(x, (bool, int, float, str)):
        return x
    if isinstance(x, dict):
        return {str(k): plain(y) for k, y in x.items()}
    if isinstance(x, (set, frozenset)):
        return sorted(plain(y) for y in x)
    if type(x).__name__ in ("Section", "Segment"):
        return str(x)
    return [plain(y) for y in x]


def result(**members):
    """Hands out the members of the answer, every double with all its digits."""
    lines = [json.dumps(k) + ":" + json.dumps(plain(v), separators=(",", ":"), allow_nan=False)
             for k, v in members.items()]
    out = os.environ.get("NEURON_ORACLE_OUT")
    if out is None:
        print("{" + ",".join(lines) + "}")
        return
    with open(out, "w", encoding="utf8") as f:
        f.write("{\n" + ",\n".join(lines) + "\n}\n")


def load_mechanisms(folder="mod"):
    """Compiles the .mod files of a folder beside this file, in the order of their names, and loads them into NEURON.

    The library lies in a temporary folder named after the files' content, so that it is compiled once."""
    from neuron import h

    files = sorted(glob.glob(os.path.join(HERE, folder, "*.mod")))
    names = [os.path.basename(f)[:-4] for f in files]
    content = hashlib.sha1()
    for f in files:
        content.update(os.path.basename(f).encode() + open(f, "rb").read())
    done = os.path.join(tempfile.gettempdir(), f"neuron-oracle-{os.getuid()}-{content.hexdigest()[:16]}")
    if not os.path.isdir(done):
        with tempfile.TemporaryDirectory() as work:
            compile_into(work, files, names)
            shutil.copytree(work, done)
    h.nrn_load_dll(os.path.join(done, "libnrnmech.so"))


def compile_into(work, files, names):
    """Makes work/libnrnmech.so of the .mod files with nocmodl and gcc."""
    for f in files:
        shutil.copy(f, work)
    for name in names:
        run(["nocmodl", name + ".mod"], work)
    with open(os.path.join(work, "mod_func.c"), "w") as f:
        f.write("".join(f"void _{name}_reg(void);\n" for name in names))
        f.write("void modl_reg() { " + " ".join(f"_{name}_reg();" for name in names) + " }\n")
    run(["gcc", "-shared", "-fPIC", "-O2", "-w", "-I/usr/include", "-I/usr/include/nrn", "-include", "stdio.h"]
        + [name + ".c" for name in names]
        + ["mod_func.c", "-L/usr/lib/nrn", "-lnrniv", "-Wl,-rpath,/usr/lib/nrn", "-o", "libnrnmech.so"], work)


def run(command, folder):
    """Runs a compiler; its complaints become the error."""
    r = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if r.returncode:
        raise RuntimeError(f"{' '.join(command[:2])} failed:\n{r.stdout}{r.stderr}")


class Cell:
    """What Import3d_GUI fills with the sections of a file; its name is that of the file."""

    def __init__(self, file):
        self.name = os.path.splitext(os.path.basename(file))[0]

    def __str__(self):
        return self.name


def morphology(file, cell=None):
    """Reads a file of the folder morphology into a cell of its own, or, for False, into sections of no cell."""
    from neuron import h

    reader = h.Import3d_SWC_read() if file.endswith(".swc") else h.Import3d_Neurolucida3()
    reader.quiet = 1
    reader.input(os.path.join(HERE, "morphology", file))
    cell = Cell(file) if cell is None else None
    h.Import3d_GUI(reader, 0).instantiate(cell)
    return cell


def shapes(sections):
    """Names, connections, 3-D points and geometry of sections."""
    from neuron import h

    return {
        sec.name(): {
            "parent": None if sec.parentseg() is None else str(sec.parentseg()),
            "wired": h.pt3dstyle(sec=sec) == 1,
            "points": [[sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i)] for i in range(sec.n3d())],
            "L": sec.L,
            "diam": sec.diam,
            "area": sec(0.5).area(),
            "ri": sec(0.5).ri(),
            "children": [str(child) for child in sec.children()],
        }
        for sec in sections
    }
