"""A new ion with one negative charge: its defaults, ecl set, ecl from the concentrations, its current."""
from neuron import h
from oracle import load_mechanisms, result

h.load_file("stdrun.hoc")

load_mechanisms("mod")
first = h.Section(name="first")
second = h.Section(name="second")
third = h.Section(name="third")
sections = (first, second, third)
for sec in sections:
    sec.L = sec.diam = 20
    sec.insert("clleak")
before = [[sec.ecl, sec.cli, sec.clo, sec.icl, h.ion_style("cl_ion", sec=sec)] for sec in sections]
second.ecl = -70
third.cli = 7
third.clo = 120
h.ion_style("cl_ion", 1, 2, 1, 0, 0, sec=third)
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(sec(0.5)._ref_v) for sec in sections]
icl = [h.Vector().record(sec(0.5)._ref_icl) for sec in sections]
h.finitialize(-65)
h.continuerun(8)
after = [[sec.ecl, sec.cli, sec.clo, sec.icl, h.ion_style("cl_ion", sec=sec)] for sec in sections]
result(t=t, v=v, icl=icl, before=before, after=after, charge=h.ion_charge("cl_ion"), names=[m.name() for m in third(0.5)])
