"""Impedances of a branched passive tree at several frequencies, from several places, with a voltage clamp and a synapse; another tree does not answer."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

def answer(imp, segs):
    return [[imp.input(s), imp.input_phase(s), imp.transfer(s), imp.transfer_phase(s), imp.ratio(s)] for s in segs]

soma, dend, twig, other = (h.Section(name=x) for x in ("soma", "dend", "twig", "other"))
soma.L = soma.diam = 20
dend.L, dend.diam, dend.nseg = 400, 2, 9
twig.L, twig.diam, twig.nseg = 200, 1, 4
dend.connect(soma(1))
twig.connect(dend(0.6), 1)
for s in (soma, dend, twig, other):
    s.insert("pas")
    s.g_pas = 1e-4
dend.cm = 1.5
clamp = h.SEClamp(twig(0.2))
clamp.rs, clamp.dur1, clamp.amp1 = 200, 10, -60
syn = h.AlphaSynapse(dend(0.9))
syn.onset, syn.tau, syn.gmax = 0, 1, 0.001
h.finitialize(-65)
h.continuerun(1)
segs = [s(x) for s in (soma, dend, twig) for x in (0, 0.5, 1)]
imp = h.Impedance()
results = []
for place in (soma(0.5), twig(0), dend(0)):
    imp.loc(place)
    for f in (0, 1, 30, 1000):
        results.append([imp.compute(f), answer(imp, segs)])
imp.loc(0.3, sec=dend)
extended = imp.compute(10, 1)
result(results=results, extended=[extended, answer(imp, segs)], other=[imp.transfer(other(0.5)), imp.input(0.5, sec=other)],
       deltafac=[imp.deltafac(), imp.deltafac(0.01), imp.deltafac()], v=soma(0.5).v)
