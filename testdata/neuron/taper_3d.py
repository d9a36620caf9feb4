"""A section given by 3-D points that tapers, jumps and tapers again, run at three nseg; its geometry, too."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

cells = []
for nseg in (1, 4, 7):
    dend = h.Section(name=f"dend{nseg}")
    for point in ((0, 0, 0, 10), (10, 0, 0, 10), (20, 5, 0, 2), (40, 5, 3, 2), (40, 5, 3, 6), (75, -5, 10, 1.5)):
        dend.pt3dadd(*point)
    dend.nseg = nseg
    dend.Ra = 120
    dend.insert("hh")
    ic = h.IClamp(dend(0))
    ic.delay = 1
    ic.dur = 1
    ic.amp = 0.5
    v = [h.Vector().record(dend(x)._ref_v) for x in (0, 1)]
    cells.append((dend, ic, v))
t = h.Vector().record(h._ref_t)
h.finitialize(-65)
h.continuerun(12)
result(
    t=t,
    v=[v for _, _, v in cells],
    L=[dend.L for dend, _, _ in cells],
    diam=[[seg.diam for seg in dend] for dend, _, _ in cells],
    area=[[seg.area() for seg in dend] for dend, _, _ in cells],
    ri=[[seg.ri() for seg in dend.allseg()] for dend, _, _ in cells],
)
