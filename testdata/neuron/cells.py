"""The ball-and-stick cells of the tutorials 2 to 4."""
from neuron import h

h.load_file("stdrun.hoc")


class BallAndStick:
    def __init__(self, gid, count):
        """Cell gid of count cells on a circle of 50 um."""
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
        h.define_shape()
        theta = gid * 2 * h.PI / count
        c, s, x0, y0 = h.cos(theta), h.sin(theta), h.cos(theta) * 50, h.sin(theta) * 50
        self.move(lambda x, y: (x * c - y * s, x * s + y * c))
        self.move(lambda x, y: (x0 + x, y0 + y))
        self.syn = h.ExpSyn(self.dend(0.5))
        self.syn.tau = 2
        self.spike_detector = h.NetCon(self.soma(0.5)._ref_v, None, sec=self.soma)
        self.spike_times = h.Vector()
        self.spike_detector.record(self.spike_times)
        self.ncs = []
        self.soma_v = h.Vector().record(self.soma(0.5)._ref_v)

    def __repr__(self):
        return f"BallAndStick[{self._gid}]"

    def move(self, to):
        """Moves the 3-D points, which are rounded to single precision each time."""
        for sec in self.all:
            for i in range(sec.n3d()):
                sec.pt3dchange(i, *to(sec.x3d(i), sec.y3d(i)), sec.z3d(i), sec.diam3d(i))


def stimulate(cell):
    """One event into the cell's synapse at 10 ms; gives what must be kept."""
    stim = h.NetStim()
    stim.number = 1
    stim.start = 9
    nc = h.NetCon(stim, cell.syn)
    nc.delay = 1
    nc.weight[0] = 0.04
    return stim, nc
