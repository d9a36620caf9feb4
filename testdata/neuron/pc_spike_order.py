"""Spikes at equal times: in which order spike_record writes their gids, for all, for some, and for a watched synapse."""
from neuron import h
from oracle import result

pc = h.ParallelContext()
secs, clamps, nets = [], [], {}
for i in range(6):
    sec = h.Section(name="s%d" % i)
    sec.insert("hh")
    sec.L = sec.diam = 10
    clamp = h.IClamp(sec(0.5))
    clamp.delay, clamp.dur, clamp.amp = 1, 1, 0.3
    secs.append(sec)
    clamps.append(clamp)
clamps[5].delay = 0.5
for i in (3, 1, 4, 0, 2, 5):
    pc.set_gid2node(10 + i, 0)
for i in (2, 0, 4, 1, 3, 5):
    nets[i] = h.NetCon(secs[i](0.5)._ref_v, None, sec=secs[i])
cell = h.IntFire1()
pc.set_gid2node(50, 0)
pc.cell(50, h.NetCon(cell, None))
for i in (1, 5, 2, 3, 4, 0):
    pc.cell(10 + i, nets[i], int(i != 3))
drive = pc.gid_connect(12, cell)
drive.weight[0], drive.delay = 2, 0
pc.set_maxstep(10)


def run(until=6):
    h.finitialize(-65)
    pc.psolve(until)


t_all, all_gids = h.Vector(), h.Vector()
pc.spike_record(-1, t_all, all_gids)
run()
first = [list(t_all), list(all_gids)]
t_some, some_gids = h.Vector(), h.Vector()
pc.spike_record(h.Vector([14, 12]), t_some, some_gids)
t_one, one_gid = h.Vector(), h.Vector()
pc.spike_record(13, t_one, one_gid)
run()
result(t_first=first[0], first_gids=first[1], t_rest=t_all, rest_gids=all_gids, t_some=t_some, some_gids=some_gids,
       t_one=t_one, one_gid=one_gid)
