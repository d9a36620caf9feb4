"""Two hh cells and a dendrite coupled by gap junctions, of POINTERs to each other's potential; a rectifying one, with unequal halves."""
from neuron import h
from oracle import load_mechanisms, result

h.load_file("stdrun.hoc")

load_mechanisms("mod_builtin")
a, b, dend = (h.Section(name=x) for x in ("a", "b", "dend"))
for sec in (a, b):
    sec.L = sec.diam = 20
    sec.insert("hh")
dend.L = 300
dend.diam = 2
dend.nseg = 5
dend.insert("pas")
dend.connect(b)
gaps = []


def junction(seg1, seg2, g12, g21):
    for seg, other, g in ((seg1, seg2, g12), (seg2, seg1, g21)):
        gap = h.gap(seg)
        h.setpointer(other._ref_v, "vgap", gap)
        gap.g = g
        gaps.append(gap)


junction(a(0.5), dend(0.9), 0.01, 0.01)
junction(a(0.5), b(0.5), 0.002, 0.0005)
clamp = h.IClamp(a(0.5))
clamp.delay = 1
clamp.dur = 3
clamp.amp = 0.4
v = [h.Vector().record(seg._ref_v) for seg in (a(0.5), b(0.5), dend(0.9))]
i = [h.Vector().record(gap._ref_i) for gap in gaps]
out = {}
for order in (0, 2):
    h.secondorder = order
    h.finitialize(-65)
    h.continuerun(12)
    out[f"order_{order}"] = {"v": [list(x) for x in v], "i": [list(x) for x in i]}
result(**out)
