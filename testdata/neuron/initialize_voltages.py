"""finitialize without an argument keeps each node's v; setting v on a section sets its ends, on a segment does not."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
dend = h.Section(name="dend")
dend.L = 200
dend.diam = 2
dend.nseg = 5
dend.insert("pas")
dend.connect(soma(1))


def profile():
    return [[seg.v for seg in sec.allseg()] for sec in (soma, dend)]


profiles = [profile()]
soma.v = -50
profiles.append(profile())
dend.v = -75
profiles.append(profile())
dend(0.5).v = -40
profiles.append(profile())
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(seg._ref_v) for seg in (soma(0.5), dend(0), dend(0.5), dend(1))]
h.finitialize()
profiles.append(profile())
gates = [soma(0.5).hh.m, soma(0.5).hh.h, soma(0.5).hh.n]
h.continuerun(5)
profiles.append(profile())
first = [list(x) for x in v]
h.finitialize()
h.continuerun(2)
result(profiles=profiles, gates=gates, t=t, v=first, second=v)
