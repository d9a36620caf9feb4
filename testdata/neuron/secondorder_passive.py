"""Crank-Nicolson against implicit Euler on a passive cable with a voltage-dependent input, at a coarse step."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

cable = h.Section(name="cable")
cable.L = 500
cable.diam = 2
cable.nseg = 15
cable.insert("pas")
ic = h.IClamp(cable(0))
ic.delay = 1
ic.dur = 5
ic.amp = 0.1
synapse = h.AlphaSynapse(cable(1))
synapse.onset = 3
synapse.tau = 1
synapse.gmax = 0.01
h.dt = 0.1
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(cable(x)._ref_v) for x in (0, 0.5, 1)]
traces = []
for order in (0, 1, 2):
    h.secondorder = order
    h.finitialize(-70)
    h.continuerun(15)
    traces.append([list(x) for x in v])
result(t=t, v=traces)
