"""PatternStim: spikes of gids that no cell here has, given by times and gids; more than a hundred, of a gid of this process, and none."""
from neuron import h
from oracle import result

pc = h.ParallelContext()
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
syn = h.ExpSyn(soma(0.5))
syn.tau = 1
pc.set_gid2node(1, 0)
detector = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
pc.cell(1, detector)
cell = h.IntFire1()
nets = []
for gid, target, weight, delay in ((77, syn, 0.02, 2), (78, syn, 0.005, 0.5), (77, cell, 0.6, 1), (1, cell, 2, 1)):
    nc = pc.gid_connect(gid, target)
    nc.weight[0], nc.delay = weight, delay
    nets.append(nc)
spikes, gids, r77, r78, rcell = (h.Vector() for _ in range(5))
pc.spike_record(-1, spikes, gids)
nets[0].record(r77)
nets[1].record(r78)
art = h.NetCon(cell, None)
art.record(rcell)
v = h.Vector().record(soma(0.5)._ref_v)
stim = h.PatternStim()
maxstep = pc.set_maxstep(10)
seen = []


def run(*args):
    stim.play(*args)
    h.finitialize(-65)
    pc.psolve(25)
    seen.append([list(x) for x in (spikes, gids, r77, r78, rcell)] + [list(v.at(0, 900))[::50]])


run(h.Vector([1, 2, 3.01, 3.01, 12, 12.5]), h.Vector([77, 1, 78, 77, 55, 77]))
stim.fake_output = 1
run(h.Vector([1, 2, 9]), h.Vector([78, 1, 77]))
times = h.Vector().indgen(0.5, 60, 0.25)
run(times, times.c().fill(78))
run(h.Vector([3, 2, 1.5]), h.Vector([77, 78, 77]))
run()
result(seen=seen, maxstep=maxstep, fake_output=stim.fake_output)
