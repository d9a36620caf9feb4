"""ExpSyn and Exp2Syn on a dendrite, driven by one NetStim through NetCons of other delay and weight; two times in a row."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma, dend = h.Section(name="soma"), h.Section(name="dend")
soma.L = soma.diam = 20
dend.L, dend.diam, dend.nseg = 200, 2, 3
dend.connect(soma(1))
soma.insert("hh")
dend.insert("pas")
stim = h.NetStim()
stim.start, stim.interval, stim.number = 3, 6.01, 5
fast = h.ExpSyn(dend(0.5))
fast.tau = 2
slow = h.Exp2Syn(soma(0.5))
slow.tau1, slow.tau2, slow.e = 0.5, 5, -80
early = h.NetCon(stim, fast)
early.delay, early.weight[0] = 1.3, 0.008
late = h.NetCon(stim, slow)
late.delay, late.weight[0] = 3, 0.004
t_events = h.Vector()
early.record(t_events)
t = h.Vector().record(h._ref_t)
v = h.Vector().record(soma(0.5)._ref_v)
g = h.Vector().record(fast._ref_g)
i = h.Vector().record(slow._ref_i)
h.finitialize(-65)
h.continuerun(40)
first = list(v)
stim.number = 2
h.finitialize(-65)
h.continuerun(40)
result(t=t, t_events=t_events, v=first, second_v=v, g=g, i=i, A=slow.A, B=slow.B, slow_g=slow.g)
