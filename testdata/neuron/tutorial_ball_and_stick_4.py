"""The ring through ParallelContext."""
from neuron import h
from cells import BallAndStick, stimulate
from oracle import result

pc = h.ParallelContext()
ring = [BallAndStick(gid, 5) for gid in range(5)]
for gid, cell in enumerate(ring):
    pc.set_gid2node(gid, pc.id())
    pc.cell(gid, cell.spike_detector)
for gid, target in enumerate(ring):
    nc = pc.gid_connect((gid - 1 + 5) % 5, target.syn)
    nc.weight[0] = 0.01
    nc.delay = 5
    target.ncs.append(nc)
stim = stimulate(pc.gid2cell(0))
t = h.Vector().record(h._ref_t)
pc.set_maxstep(10)
h.finitialize(-65)
pc.psolve(100)
spike_times = {cell._gid: list(cell.spike_times) for cell in ring}
result(t=t, soma_v=ring[0].soma_v, spike_times=spike_times)
