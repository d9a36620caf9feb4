from neuron import h

h.load_file("stdrun.hoc")
s = h.Section(name="s")
s.insert("hh")
syn = h.ExpSyn(s(0.5))
st = h.NetStim()
st.number, st.start = 1, 1


class Cell:
    def __init__(self, n):
        self.soma = h.Section(name="soma", cell=self)
        self.dends = []
        for k in range(n):
            self.dends.append(h.Section(name=f"dend{k}", cell=self))
        self.clamp = h.IClamp(self.soma(0.5))
        self._finish()

    def _finish(self):
        self.extra = h.IClamp(self.soma(0.5))

    def stimulate(self, amp):
        self.clamp = h.IClamp(self.soma(0.5))
        self.clamp.delay, self.clamp.dur, self.clamp.amp = 1, 1, amp


class Small(Cell):
    def __init__(self):
        super().__init__(1)
        self.syn = h.ExpSyn(self.soma(0.5))


def peak(stop=5):
    v = h.Vector().record(s(0.5)._ref_v)
    h.finitialize(-65)
    h.continuerun(stop)
    return max(v)


def run(amp):
    ic = h.IClamp(s(0.5))
    ic.delay, ic.dur, ic.amp = 1, 1, amp
    return peak()


# rebound in a loop: each time the former one ends
for w in [0.001, 0.002, 0.004]:
    nc = h.NetCon(st, syn)
    nc.weight[0] = w
    print(f"{peak():.4f}", h.List("NetCon").count())

# a local name: it ends with the function
for amp in [0.05, 0.1]:
    print(f"{run(amp):.4f}", h.List("IClamp").count())
nc = None


def several(n):
    stims = []
    for k in range(n):
        ic = h.IClamp(s(0.5))
        ic.delay, ic.dur, ic.amp = 1, 1, 0.01
        stims.append(ic)
    return peak()


print(f"{several(1):.4f} {several(3):.4f}", h.List("IClamp").count())


def make(amp):
    ic = h.IClamp(s(0.5))
    ic.delay, ic.dur, ic.amp = 1, 1, amp
    return ic


for amp in [0.05, 0.1]:
    clamp = make(amp)
    print(f"{peak():.4f}", h.List("IClamp").count())
del clamp
print(h.List("IClamp").count())

# cells, and their sections
for n in range(3):
    cell = Cell(n)
    print(len(list(h.allsec())), h.List("IClamp").count())
for k in range(2):
    cell.stimulate(0.1)
print(h.List("IClamp").count())
cells = []
for n in range(2):
    cells.append(Cell(n))
print(len(list(h.allsec())))
cells = [Small()]
print(len(list(h.allsec())), h.List("ExpSyn").count())
cells = []


def simulate(diam):
    soma = h.Section(name="local")
    soma.insert("pas")
    soma.diam = diam
    seg = soma(0.5)
    ic = h.IClamp(seg)
    ic.amp, ic.dur = 0.01, 3
    v = h.Vector().record(seg._ref_v)
    t = h.Vector().record(h._ref_t)
    h.finitialize(-70)
    h.continuerun(3)
    return t, v


for diam in [20, 30]:
    t, v = simulate(diam)
    print(f"{v[-1]:.4f}", len(t), len(list(h.allsec())))


def played():
    v = h.Vector([10, 10])
    v.play(s(0.5)._ref_v, 1)
    h.finitialize(-65)
    return s(0.5).v


played()
h.finitialize(-65)
print(f"{s(0.5).v:.3f}")


def counted():
    fih = h.FInitializeHandler(lambda: print("initialized"))
    h.finitialize(-65)


counted()
counted()
h.finitialize(-65)


def build():
    a = h.Section(name="a")
    b = h.Section(name="b")
    b.connect(a)
    return a, b


for k in range(2):
    a, b = build()
    print(len(list(h.allsec())))


def setup():
    global ic
    ic = h.IClamp(s(0.5))


setup()
setup()
print(h.List("IClamp").count())


def attach(cell):
    ic = h.IClamp(cell.soma(0.5))
    cell.more = ic


attach(cell)
print(h.List("IClamp").count())


class Wrapper:
    def __init__(self, sec):
        self.sec = sec


h.finitialize(-65)
before = h.List("IClamp").count()
for amp in [1, 2, 3]:
    wrapper = Wrapper(s)
    wrapper.stim = h.IClamp(s(0.5))
    print(h.List("IClamp").count() - before)
held = {}
for name in ["one", "two"]:
    sec = h.Section(name=name)
    held[name] = sec
print(len(list(h.allsec())))


class Recorded:
    def __init__(self, k):
        self.soma = h.Section(name="soma", cell=self)
        self.v = h.Vector().record(self.soma(0.5)._ref_v)
        self.w = h.Vector()
        self.w.record(self.soma(0.5)._ref_v)
        self.ncs = []


class Pair:
    def __init__(self):
        self.cells = [Recorded(k) for k in range(2)]
        self.wire()

    def wire(self):
        for source in self.cells:
            for target in self.cells:
                nc = h.NetCon(source.soma(0.5)._ref_v, None, sec=source.soma)
                target.ncs.append(nc)


wires = h.List("NetCon").count()
for k in range(3):
    pair = Pair()
    h.finitialize(-65)
    h.continuerun(1)
    print(h.List("NetCon").count() - wires, len(list(h.allsec())), len(pair.cells[0].v))
alone = Recorded(0)
watched = h.Vector().record(alone.soma(0.5)._ref_v)
h.finitialize(-65)
h.continuerun(1)
del alone
h.finitialize(-65)
h.continuerun(2)
print(len(watched), len(list(h.allsec())))
