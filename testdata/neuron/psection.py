"""psection of a section with hh, pas and clamps as plain data, before and after an initialisation."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
dend = h.Section(name="dend")
dend.pt3dadd(0, 0, 0, 2)
dend.pt3dadd(0, 50, 0, 1.5)
dend.pt3dadd(0, 80, 20, 1)
dend.nseg = 2
dend.connect(soma(1))
dend.insert("pas")
dend.insert("hh")
dend(0.2).gnabar_hh = 0.05
dend.Ra = 80
clamp = h.IClamp(dend(0.3))
voltage = h.SEClamp(dend(0.7))


def plainly(sec):
    p = sec.psection()
    return {
        "keys": sorted(p),
        "name": p["name"],
        "cell": p["cell"],
        "nseg": p["nseg"],
        "Ra": p["Ra"],
        "cm": p["cm"],
        "density_mechs": {name: dict(sorted(p["density_mechs"][name].items())) for name in sorted(p["density_mechs"])},
        "ions": {name: dict(sorted(p["ions"][name].items())) for name in sorted(p["ions"])},
        "L": p["morphology"]["L"],
        "diam": p["morphology"]["diam"],
        "pts3d": p["morphology"]["pts3d"],
        "parent": str(p["morphology"]["parent"]),
        "trueparent": str(p["morphology"]["trueparent"]),
        "morphology": sorted(p["morphology"]),
        "point_processes": sorted(p["point_processes"]),
        "regions": sorted(p["regions"]),
        "species": sorted(p["species"]),
    }


before = [plainly(sec) for sec in (soma, dend)]
h.finitialize(-65)
result(before=before, after=plainly(dend))
