"""IntFire2 and IntFire4 with excitation and inhibition at random: biases, time constants in and out of order and too near."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
sources = []
for k, interval in enumerate((4, 9)):
    stim = h.NetStim()
    stim.start, stim.interval, stim.number, stim.noise = 1 + 2 * k, interval, 200, 1
    stim.noiseFromRandom123(k + 1, 0, 0)
    sources.append(stim)
second, fourth, nets = [], [], []
for taus, taum, ib in ((20, 10, 0), (10.05, 10, 0), (15, 3, 1.2), (5, 8, 0.5), (40, 11, 0.95), (8, 7.9, 2)):
    cell = h.IntFire2()
    cell.taus, cell.taum, cell.ib = taus, taum, ib
    second.append(cell)
for taus in ((5, 10, 20, 50), (5, 2, 20, 10), (1, 20, 10, 30), (12, 6, 6.005, 20), (5, 10, 30, 20), (3, 10, 20, 10.002)):
    cell = h.IntFire4()
    cell.taue, cell.taui1, cell.taui2, cell.taum = taus
    fourth.append(cell)
spikes = []
for cell in second + fourth:
    for stim, delay, weight in zip(sources, (1, 1.5), (0.45, -0.4)):
        nc = h.NetCon(stim, cell)
        nc.delay, nc.weight[0] = delay, weight
        nets.append(nc)
    nc = h.NetCon(cell, None)
    times = h.Vector()
    nc.record(times)
    nets.append(nc)
    spikes.append(times)
h.finitialize(-65)
h.continuerun(250)
result(count=[len(x) for x in spikes], spikes=spikes,
       taus=[[c.taus, c.taum] for c in second] + [[c.taue, c.taui1, c.taui2, c.taum] for c in fourth],
       m=[c.m for c in second + fourth], M=[c.M() for c in second + fourth],
       i=[c.i for c in second], I=[c.I() for c in second + fourth],
       states=[[c.e, c.i1, c.i2, c.E()] for c in fourth], factors=[[c.ae, c.ai1, c.ai2] for c in fourth],
       events=[[c.nself, c.nexcite, c.ninhibit] for c in fourth], eps=[h.eps_IntFire4, h.taueps_IntFire4])
