"""nai and nao set at celsius 20: ignored with hh's own ion style, used after ion_style(1, 2, 1, 0, 0); nernst, ghk and ion_charge."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

h.celsius = 20
own = h.Section(name="own")
nernst = h.Section(name="nernst")
advanced = h.Section(name="advanced")
sections = (own, nernst, advanced)
for sec in sections:
    sec.L = sec.diam = 20
    sec.insert("hh")
before = [h.ion_style("na_ion", sec=sec) for sec in sections]
h.ion_style("na_ion", 1, 2, 1, 0, 0, sec=nernst)
h.ion_style("na_ion", 3, 2, 1, 1, 1, sec=advanced)
h.ion_style("k_ion", 1, 2, 1, 1, 0, sec=advanced)
after = [h.ion_style("na_ion", sec=sec) for sec in sections]
h.nai0_na_ion = 12
h.nao0_na_ion = 150
for sec in sections:
    sec.nai = 20
    sec.nao = 145
    sec.ki = 100
clamps = []
for sec in sections:
    ic = h.IClamp(sec(0.5))
    ic.delay = 1
    ic.dur = 5
    ic.amp = 0.4
    clamps.append(ic)
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(sec(0.5)._ref_v) for sec in sections]
h.finitialize(-65)
h.continuerun(10)
result(
    t=t,
    v=v,
    before=before,
    after=after,
    ena=[sec.ena for sec in sections],
    ek=[sec.ek for sec in sections],
    nai=[sec.nai for sec in sections],
    nao=[sec.nao for sec in sections],
    called=[h.nernst(20, 145, 1), h.nernst(5e-5, 2, 2), h.nernst(0, 2, 2), h.nernst(3, 0, 1),
            h.ghk(-30, 5e-5, 2, 2), h.ghk(0, 10, 140, 1), h.ion_charge("na_ion"), h.ion_charge("k_ion")],
)
