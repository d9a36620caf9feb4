"""fcurrent and frecord_init: currents and first samples after a script changed the potential in mid-run."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
t = h.Vector().record(h._ref_t)
v = h.Vector().record(soma(0.5)._ref_v)
ik = h.Vector().record(soma(0.5)._ref_ik)
regular = h.Vector().record(soma(0.5)._ref_v, 0.5)
h.finitialize(-65)
h.continuerun(2)
before = [soma(0.5).ina, soma(0.5).ik, soma(0.5).hh.il]
soma.v = -40
unmoved = soma(0.5).ik
returned = [h.fcurrent()]
after = [soma(0.5).ina, soma(0.5).ik, soma(0.5).hh.il]
h.t = 0
returned.append(h.frecord_init())
lengths = [len(x) for x in (t, v, ik, regular)]
h.continuerun(3)
result(t=t, v=v, ik=ik, regular=regular, before=before, unmoved=unmoved, after=after, lengths=lengths, returned=returned)
