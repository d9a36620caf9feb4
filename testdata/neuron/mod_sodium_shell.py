"""Sodium that accumulates below the membrane moves ena while the axon fires; nai starts from the ion's own value."""
from neuron import h
from oracle import load_mechanisms, result

h.load_file("stdrun.hoc")

load_mechanisms("mod")
axon = h.Section(name="axon")
axon.L = 200
axon.diam = 1
axon.nseg = 3
axon.insert("hh")
axon.insert("nashell")
axon(0.9).depth_nashell = 0.2
before = [axon.ena, axon.nai, h.ion_style("na_ion", sec=axon)]
ic = h.IClamp(axon(0.1))
ic.delay = 1
ic.dur = 20
ic.amp = 0.15
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(axon(x)._ref_v) for x in (0.1, 0.9)]
nai = [h.Vector().record(axon(x)._ref_nai) for x in (0.1, 0.9)]
ena = h.Vector().record(axon(0.1)._ref_ena)
h.nai0_na_ion = 11
h.finitialize(-65)
h.continuerun(25)
styles = [h.ion_style("na_ion", 1, 2, 1, 0, 0, sec=axon), h.ion_style("na_ion", sec=axon)]
result(styles=styles, t=t, v=v, nai=nai, ena=ena, before=before)
