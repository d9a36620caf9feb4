"""The ring of five ball-and-stick cells through ParallelContext: gids, gid_connect, set_maxstep, psolve, spike_record."""
from neuron import h
from oracle import result

pc = h.ParallelContext()


class Cell:
    def __init__(self, gid):
        self.gid = gid
        self.soma, self.dend = h.Section(name="soma", cell=self), h.Section(name="dend", cell=self)
        self.dend.connect(self.soma)
        self.soma.L = self.soma.diam = 12.6157
        self.dend.L, self.dend.diam = 200, 1
        for sec in (self.soma, self.dend):
            sec.Ra, sec.cm = 100, 1
        self.soma.insert("hh")
        self.dend.insert("pas")
        self.dend.g_pas, self.dend.e_pas = 0.001, -65
        self.syn = h.ExpSyn(self.dend(0.5))
        self.syn.tau = 2
        self.detector = h.NetCon(self.soma(0.5)._ref_v, None, sec=self.soma)
        pc.set_gid2node(gid, pc.id())
        pc.cell(gid, self.detector)
        self.spikes = h.Vector()
        self.detector.record(self.spikes)

    def __repr__(self):
        return "Cell[%d]" % self.gid


N = 5
cells = [Cell(gid) for gid in range(pc.id(), N, int(pc.nhost()))]
nets = []
for cell in cells:
    nc = pc.gid_connect((cell.gid - 1 + N) % N, cell.syn)
    nc.weight[0], nc.delay = 0.01, 5
    nets.append(nc)
stim = h.NetStim()
stim.number, stim.start = 1, 9
start = h.NetCon(stim, cells[0].syn)
start.delay, start.weight[0] = 1, 0.04
t = h.Vector().record(h._ref_t)
v0 = h.Vector().record(cells[0].soma(0.5)._ref_v)
maxstep = pc.set_maxstep(10)
h.finitialize(-65)
pc.psolve(100)
own = [list(cell.spikes) for cell in cells]
all_times, all_gids = h.Vector(), h.Vector()
pc.spike_record(-1, all_times, all_gids)
h.finitialize(-65)
pc.psolve(100)
gathered = pc.py_alltoall([{cell.gid: len(own[cell.gid]) for cell in cells}])
result(t_last=h.t, t_own=own, t_all=all_times, gids=all_gids, maxstep=maxstep, v0=v0.at(0, 1600), samples=len(t),
       names=[str(pc.gid2cell(gid)) for gid in range(N)], sources=[nc.srcgid() for nc in nets],
       cells=[str(nc.precell()) for nc in nets], gathered=[gathered[0][gid] for gid in range(N)])
