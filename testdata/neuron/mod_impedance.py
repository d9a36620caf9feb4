"""Impedances with the dynamics of states of users' mechanisms: implicit and exponential ones, ions, a synapse, and states that no current depends on."""
from neuron import h
from oracle import load_mechanisms, result

h.load_file("stdrun.hoc")
load_mechanisms("mod")

def answer(imp, segs):
    return [[imp.input(s), imp.input_phase(s), imp.transfer(s), imp.transfer_phase(s), imp.ratio(s)] for s in segs]

soma, dend = h.Section(name="soma"), h.Section(name="dend")
soma.L = soma.diam = 25
dend.L, dend.diam, dend.nseg = 250, 2, 5
dend.connect(soma(1))
for m in ("pas", "kdr", "cubic"):
    soma.insert(m)
soma.k_cubic = 2e-8
for m in ("pas", "hcn", "cat", "capump", "kca"):
    dend.insert(m)
syn = h.Exp2Syn(dend(0.7))
stim = h.NetStim()
stim.start, stim.number = 0.5, 1
nc = h.NetCon(stim, syn, 0, 0, 0.01)
syn.tau1, syn.tau2 = 1, 5
h.finitialize(-60)
h.continuerun(3)
segs = [soma(0.5), dend(0), dend(0.3), dend(0.7), dend(1)]
imp = h.Impedance()
imp.loc(dend(0.5))
results = []
for dynamic in (0, 1):
    for f in (2, 20, 300):
        imp.compute(f, dynamic, 100)
        results.append(answer(imp, segs))
result(results=results, v=[s.v for s in segs])
