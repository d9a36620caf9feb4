"""Callbacks of CVode.event: when they run in finitialize, in what order those of one time run, how late one may be, and dt changed by one."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.insert("pas")
cv = h.CVode()
v = h.Vector().record(soma(0.5)._ref_v)
t = h.Vector().record(h._ref_t)
i = h.Vector().record(soma(0.5).pas._ref_i)
sparse = h.Vector().record(soma(0.5)._ref_v, 0.2)
log = []

def note(name):
    return lambda: log.append([name, h.t, len(v), len(sparse), soma(0.5).v])

def kick():
    note("kick")()
    soma(0.5).v = -50

def slower():
    h.dt = 0.1

def faster():
    h.dt = 0.01

def first():
    cv.event(0, note("lost"))

def second():
    cv.event(0, note("early"))

def third():
    cv.event(0, kick)
    cv.event(0, note("after kick"))
    for name in "abcd":
        for at in (0.5, 0.1, 0.6, 0.51, 0.1, 0.35):
            cv.event(at, note(name))
    for at in (1 + 1e-9, 1 + 2e-8, 1 + 1e-7):
        cv.event(at, note(str(at)))
    cv.event(1.2, slower)
    cv.event(2.5, faster)

def fourth():
    note("end of finitialize")()
    cv.event(0, note("at 0"))
    cv.event(0.5, note("e"))
    cv.event(0.01, note("soon"))

handlers = [h.FInitializeHandler(*x) for x in ((3, first), (0, second), (1, third), (2, fourth))]
h.finitialize(-65)
h.continuerun(2.46)
h.continuerun(2.806)
result(log=log, t=t, v=v, i=i, sparse=sparse)
