"""A net of artificial cells by gids: a ring of IntFire2 cells with a NetStim, delays below and above the step, zero delay, active off."""
from neuron import h
from oracle import result

pc = h.ParallelContext()
N = 8
cells, nets = [], []
for gid in range(N):
    cell = h.IntFire2()
    cell.taus, cell.taum, cell.ib = 20, 10, 0
    pc.set_gid2node(gid, 0)
    pc.cell(gid, h.NetCon(cell, None))
    cells.append(cell)
stim = h.NetStim()
stim.start, stim.number, stim.interval, stim.noise = 2, 5, 7.3, 0
pc.set_gid2node(100, 0)
pc.cell(100, h.NetCon(stim, None))
for gid in range(N):
    for source, weight, delay in ((100, 2.5, 0.3 * gid), ((gid + 1) % N, 0.5, 0.01), ((gid + 3) % N, -0.4, 2), ((gid + 5) % N, 0.3, 0)):
        nc = pc.gid_connect(source, cells[gid])
        nc.weight[0], nc.delay = weight, delay
        nets.append(nc)
nets[5].active(0)
times, gids = h.Vector(), h.Vector()
pc.spike_record(-1, times, gids)
maxstep = pc.set_maxstep(5)
h.finitialize()
for until in (10, 20.005, 60):
    pc.psolve(until)
result(spikes=times, gids=gids, maxstep=maxstep, states=[[c.i, c.m] for c in cells], names=[str(pc.gid2cell(3)), str(pc.gid2obj(100))],
       sources=[nc.srcgid() for nc in nets[:6]], pre=[str(nc.pre()) for nc in nets[:6]])
