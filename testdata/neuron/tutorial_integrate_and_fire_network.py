"""100 IntFire1 cells with random input and random connections."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")
N = 100
cells, inputs = [], []
for i in range(N):
    cell = h.IntFire1()
    cell.tau, cell.refrac = 20, 3
    stim = h.NetStim()
    stim.interval, stim.number, stim.start, stim.noise = 2, 1e9, 0, 1
    stim.noiseFromRandom123(i, 1, 0)
    nc = h.NetCon(stim, cell)
    nc.weight[0], nc.delay = 0.095, 1
    cells.append(cell)
    inputs.append((stim, nc))

random = h.Random()
random.Random123(1, 2, 3)
random.uniform(0, 1)
connections = []
for i, source in enumerate(cells):
    for j, target in enumerate(cells):
        if i == j or random.repick() >= 0.1:
            continue
        delay = 1 + 2 * random.repick()
        nc = h.NetCon(source, target)
        nc.delay = delay
        connections.append((i, nc))

times, ids = h.Vector(), h.Vector()
detectors = [h.NetCon(cell, None) for cell in cells]
for i, nc in enumerate(detectors):
    nc.record(times, ids, i)
spikes = []
for excitation, inhibition in ((0, 0), (0.12, 0), (0.12, -0.6)):
    for i, nc in connections:
        nc.weight[0] = excitation if i < 80 else inhibition
    h.finitialize()
    h.continuerun(300)
    spikes.append({"t": list(times), "id": list(ids)})
result(spikes=spikes)
