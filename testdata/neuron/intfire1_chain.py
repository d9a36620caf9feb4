"""A chain of IntFire1 cells, driven by a random train; events within the refractory time; M() at the end."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
stim = h.NetStim()
stim.start, stim.interval, stim.number, stim.noise = 1, 4, 100, 1
stim.noiseFromRandom123(1, 0, 0)
cells, nets, times = [], [], []
for k in range(5):
    cell = h.IntFire1()
    cell.tau, cell.refrac = 8 + k, 5 + 3 * k
    nc = h.NetCon(cells[-1] if cells else stim, cell)
    nc.delay, nc.weight[0] = 1 + k, 1.1 - 0.1 * k if k else 0.6
    cells.append(cell)
    spikes = h.Vector()
    out = h.NetCon(cell, None)
    out.record(spikes)
    nets += [nc, out]
    times.append(spikes)
m = h.Vector().record(cells[0]._ref_m)
h.finitialize(-65)
h.continuerun(200)
result(m=m, last_m=[c.m for c in cells], M=[c.M() for c in cells], **{"t_%d" % k: x for k, x in enumerate(times)})
