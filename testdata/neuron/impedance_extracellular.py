"""Impedance takes the outside as ground, whatever extracellular says."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

def answer(imp, segs):
    return [[imp.input(s), imp.input_phase(s), imp.transfer(s), imp.transfer_phase(s), imp.ratio(s)] for s in segs]

cable = h.Section(name="cable")
cable.L, cable.diam, cable.nseg = 300, 2, 5
cable.insert("pas")
cable.insert("extracellular")
for k in (0, 1):
    cable.xg[k] = 1e-4
clamp = h.SEClamp(cable(0.9))
clamp.rs, clamp.dur1, clamp.amp1 = 300, 10, -60
h.finitialize(-65)
h.continuerun(1)
imp = h.Impedance()
imp.loc(cable(0.1))
results = []
for f in (0, 50, 500):
    imp.compute(f)
    results.append(answer(imp, [cable(x) for x in (0, 0.5, 1)]))
result(results=results)
