"""APCount: spikes of hh counted and recorded, other thresholds, one that is above its threshold at the start."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
ic = h.IClamp(soma(0.5))
ic.delay, ic.dur, ic.amp = 2, 30, 0.15
counters, vectors = [], []
for thresh in (-20, 10, -70, 100):
    counter = h.APCount(soma(0.5))
    counter.thresh = thresh
    times = h.Vector([1, 2, 3])
    counter.record(times)
    counters.append(counter)
    vectors.append(times)
n = h.Vector().record(counters[0]._ref_n)
h.finitialize(-65)
h.continuerun(50)
first = [list(x) for x in vectors]
counters[0].record()
h.finitialize(-65)
h.continuerun(20)
result(n=n, first=first, second=[list(x) for x in vectors], counts=[c.n for c in counters], last=[c.time for c in counters],
       firing=[c.firing for c in counters])
