"""fcurrent and frecord_init in the middle of a run, and recordings that go on."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
ic = h.IClamp(soma(0.5))
ic.dur = 10
ic.amp = 0.5
seg = soma(0.5)
h.finitialize(-65)
for _ in range(4):
    h.fadvance()
currents = []


def look():
    currents.extend([seg.ina, seg.ik, seg.il_hh, ic.i, h.t, seg.m_hh, seg.v])


look()
seg.v = -20
look()
h.fcurrent()
look()
h.fadvance()
look()
v = h.Vector().record(seg._ref_v)
every = h.Vector().record(seg._ref_v, 0.05)
times = h.Vector().record(h._ref_t)
tv = h.Vector([0.02, 0.1, 0.2])
at = h.Vector().record(seg._ref_v, tv)
h.finitialize(-65)
h.fadvance()
h.fadvance()
states = []


def recorded():
    states.append([v.to_python(), every.to_python(), times.to_python(), at.to_python()])


recorded()
seg.v = -50
h.frecord_init()
recorded()
for _ in range(6):
    h.fadvance()
recorded()
h.t = 5
h.frecord_init()
for _ in range(4):
    h.fadvance()
recorded()
result(currents=currents, states=states)
