"""The order of point processes on a node, when nseg or a connection brings those of several nodes together."""
from neuron import h
from oracle import result

def order(sec):
    return [[str(p) for p in seg.point_processes()] for seg in sec.allseg()]

places, kept = [], []
for old, new in ((3, 1), (7, 2), (7, 3), (6, 2), (2, 5), (4, 3)):
    sec = h.Section(name="sec")
    sec.nseg = old
    for kind in (h.AlphaSynapse, h.IClamp, h.SEClamp, h.IClamp):
        for i in range(old):
            kept.append(kind(sec((i + 0.5) / old)))
    sec.nseg = new
    places.append(order(sec))
    kept.append(sec)
a, b, c = (h.Section(name=name) for name in "abc")
ends = [h.IClamp(a(0)), h.IClamp(b(1)), h.IClamp(a(0)), h.SEClamp(b(0.5)), h.IClamp(b(1))]
for parent in (b(1), c(0), b(0.5)):
    a.connect(parent)
    places.append([order(sec) for sec in (a, b, c)])
result(places=places)
