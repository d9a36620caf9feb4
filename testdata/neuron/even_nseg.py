"""Even nseg: where x = 0.5 lies, for a point process and for what is recorded, with nseg 2, 4 and 10."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

cells = []
for nseg in (2, 4, 10):
    sec = h.Section(name=f"cable{nseg}")
    sec.L = 300
    sec.diam = 2
    sec.nseg = nseg
    sec.insert("hh")
    ic = h.IClamp(sec(0.5))
    ic.delay = 1
    ic.dur = 1
    ic.amp = 0.4
    v = [h.Vector().record(sec(x)._ref_v) for x in (0, 0.5)]
    cells.append((sec, ic, v))
t = h.Vector().record(h._ref_t)
h.finitialize(-65)
h.continuerun(15)
result(
    t=t,
    v=[v for _, _, v in cells],
    place=[ic.get_segment().x for _, ic, _ in cells],
    centres=[[seg.x for seg in sec] for sec, _, _ in cells],
    all=[[seg.x for seg in sec.allseg()] for sec, _, _ in cells],
    asked=[sec(0.4).x for sec, _, _ in cells],
)
