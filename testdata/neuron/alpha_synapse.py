"""Alpha synapses on a dendrite, excitatory and inhibitory, one past its cut-off at ten time constants: v and their currents."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
dend = h.Section(name="dend")
dend.L = 300
dend.diam = 2
dend.nseg = 9
dend.insert("pas")
dend.e_pas = -65
dend.connect(soma(1))
excitatory = h.AlphaSynapse(dend(0.8))
excitatory.onset = 2
excitatory.tau = 0.5
excitatory.gmax = 0.05
inhibitory = h.AlphaSynapse(soma(0.5))
inhibitory.onset = 9.99
inhibitory.tau = 1
inhibitory.gmax = 0.02
inhibitory.e = -80
default = h.AlphaSynapse(dend(0.2))
default.gmax = 0.01
synapses = (excitatory, inhibitory, default)
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(sec(0.5)._ref_v) for sec in (soma, dend)]
i = [h.Vector().record(synapse._ref_i) for synapse in synapses]
h.finitialize(-65)
h.continuerun(22)
result(t=t, v=v, i=i)
