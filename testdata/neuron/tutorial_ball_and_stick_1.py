"""A ball-and-stick cell, four pulses into its dendrite, with 1 and 101 segments."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")


class BallAndStick:
    def __init__(self, gid):
        self._gid = gid
        self.soma = h.Section(name="soma", cell=self)
        self.dend = h.Section(name="dend", cell=self)
        self.dend.connect(self.soma)
        self.all = self.soma.wholetree()
        self.soma.L = self.soma.diam = 12.6157
        self.dend.L = 200
        self.dend.diam = 1
        for sec in self.all:
            sec.Ra = 100
            sec.cm = 1
        self.soma.insert("hh")
        self.dend.insert("pas")
        for seg in self.dend:
            seg.pas.g = 0.001
            seg.pas.e = -65

    def __repr__(self):
        return f"BallAndStick[{self._gid}]"


my_cell = BallAndStick(0)
stim = h.IClamp(my_cell.dend(1))
stim.delay = 5
stim.dur = 1
soma_v = h.Vector().record(my_cell.soma(0.5)._ref_v)
dend_v = h.Vector().record(my_cell.dend(0.5)._ref_v)
t = h.Vector().record(h._ref_t)
peaks = []
for amp in (0.075 * i for i in range(1, 5)):
    stim.amp = amp
    for my_cell.dend.nseg in (1, 101):
        h.finitialize(-65)
        h.continuerun(25)
        peaks.append(soma_v.max())
result(t=t, peaks=peaks, last_soma_v=soma_v, last_dend_v=dend_v)
