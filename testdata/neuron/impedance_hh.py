"""Impedances of squid axon membrane at rest and within a spike, with the dynamics of gates and without; the run goes on unchanged."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

def answer(imp, segs):
    return [[imp.input(s), imp.input_phase(s), imp.transfer(s), imp.transfer_phase(s), imp.ratio(s)] for s in segs]

axon = h.Section(name="axon")
axon.L, axon.diam, axon.nseg = 500, 3, 7
axon.insert("hh")
clamp = h.IClamp(axon(0))
clamp.delay, clamp.dur, clamp.amp = 0.5, 1, 0.5
segs = [axon(x) for x in (0, 0.1, 0.5, 1)]
imp = h.Impedance()
imp.loc(axon(0.3))
results = []
def ask():
    for dynamic in (0, 1):
        for f in (1, 60, 400):
            imp.compute(f, dynamic)
            results.append(answer(imp, segs))
h.finitialize(-65)
ask()
h.continuerun(2)
ask()
imp.deltafac(0.01)
imp.compute(60, 1)
coarse = answer(imp, segs)
h.usetable_hh = 0
imp.compute(60, 1)
exact = answer(imp, segs)
h.usetable_hh = 1
h.continuerun(4)
result(results=results, coarse=coarse, exact=exact, v=[axon(0.5).v, axon(0.5).m_hh, axon(0.5).ina])
