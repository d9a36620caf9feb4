from neuron import h
from neuron.units import ms, mV

h.load_file("stdrun.hoc")


class Cell:
    def __init__(self, gid):
        self._gid = gid
        self.soma = h.Section(name="soma", cell=self)
        self.dend = h.Section(name="dend", cell=self)
        self.dend.connect(self.soma)
        self.soma.L = self.soma.diam = 12.6157
        self.dend.L, self.dend.diam, self.dend.nseg = 200, 1, 3
        self.soma.insert("hh")
        self.dend.insert("pas")
        for seg in self.dend:
            seg.pas.g = 0.001
            seg.pas.e = -65
        self._spike_detector = h.NetCon(self.soma(0.5)._ref_v, None, sec=self.soma)
        self.spike_times = h.Vector()
        self._spike_detector.record(self.spike_times)

    def __repr__(self):
        return "Cell[{}]".format(self._gid)


cells = [Cell(i) for i in range(2)]
stim = h.IClamp(cells[0].dend(1))
stim.delay, stim.dur, stim.amp = 5, 1, 0.3
syn = h.ExpSyn(cells[1].dend(0.5))
syn.tau = 2
nc = h.NetCon(cells[0].soma(0.5)._ref_v, syn, sec=cells[0].soma)
nc.delay = 5 * ms
nc.weight[0] = 0.05
v = h.Vector().record(cells[0].soma(0.5)._ref_v)
t = h.Vector().record(h._ref_t)
h.finitialize(-65 * mV)
h.continuerun(40 * ms)
for cell in cells:
    print(cell, ", ".join(f"{x:.3f}" for x in cell.spike_times))
print(len(t), "%.6f" % v[-1], "%.4f" % max(v), cells[0].soma.name(), len(list(h.allsec())))
print([sec.name() for sec in h.allsec()][-1], f"{h.t:.3f}", cells[1].dend.psection()["nseg"])
