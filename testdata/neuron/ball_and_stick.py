"""Cells of a class, with sections named after their cell: three ball-and-stick cells that differ in their input."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")


class BallAndStick:
    def __init__(self, gid, amp):
        self.gid = gid
        self.soma = h.Section(name="soma", cell=self)
        self.dend = h.Section(name="dend", cell=self)
        self.dend.connect(self.soma)
        self.soma.L = self.soma.diam = 12.6157
        self.dend.L = 200
        self.dend.diam = 1
        for sec in self.soma.wholetree():
            sec.Ra = 100
            sec.cm = 1
        self.soma.insert("hh")
        for seg in self.soma:
            seg.hh.gnabar = 0.12
            seg.hh.gkbar = 0.036
            seg.hh.gl = 0.0003
            seg.hh.el = -54.3
        self.dend.insert("pas")
        for seg in self.dend:
            seg.pas.g = 0.001
            seg.pas.e = -65
        self.stim = h.IClamp(self.dend(1))
        self.stim.delay = 5
        self.stim.dur = 1
        self.stim.amp = amp
        self.soma_v = h.Vector().record(self.soma(0.5)._ref_v)

    def __repr__(self):
        return f"BallAndStick[{self.gid}]"


cells = [BallAndStick(gid, amp) for gid, amp in enumerate((0.075, 0.15, 0.3))]
t = h.Vector().record(h._ref_t)
h.finitialize(-65)
h.continuerun(25)
result(
    t=t,
    v=[cell.soma_v for cell in cells],
    names=[str(sec) for sec in h.allsec()],
    segments=[str(cell.dend(0.5)) for cell in cells] + [str(cells[0].soma(1 / 3))],
    cells=[str(sec.cell()) for sec in h.allsec()],
    areas=[cells[0].soma(0.5).area(), cells[0].dend(0.5).area()],
)
