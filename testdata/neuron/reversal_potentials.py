"""ena and ek set for each section, and for one segment."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

cells = []
for name, ena, ek in (("first", 50, -77), ("second", 62.5, -85), ("third", 35, -70)):
    sec = h.Section(name=name)
    sec.L = 100
    sec.diam = 10
    sec.nseg = 3
    sec.insert("hh")
    sec.ena = ena
    sec.ek = ek
    cells.append(sec)
cells[1](0.1).ek = -60
cells[1](0.9).na_ion.ena = 20
clamps = []
for sec in cells:
    ic = h.IClamp(sec(0.5))
    ic.delay = 2
    ic.dur = 10
    ic.amp = 0.5
    clamps.append(ic)
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(sec(0.1)._ref_v) for sec in cells]
ina = h.Vector().record(cells[1](0.9)._ref_ina)
h.finitialize(-65)
h.continuerun(20)
result(t=t, v=v, ina=ina, ena=[[seg.ena for seg in sec] for sec in cells], ek=[[seg.ek for seg in sec] for sec in cells])
