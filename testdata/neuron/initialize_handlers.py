"""The order in which FInitializeHandlers of types 3, 0, 1 and 2 are called, and what each finds; changes made in them."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
seg = soma(0.5)
order = []
seen = []


def handler(number, change=None):
    def call():
        order.append(number)
        seen.append([h.t, seg.v, seg.hh.m, len(t)])
        if change:
            change()
    return call


def raise_v():
    seg.v = -60


def raise_m():
    seg.hh.m = 0.2


t = h.Vector().record(h._ref_t)
v = h.Vector().record(seg._ref_v)
m = h.Vector().record(seg.hh._ref_m)
handlers = [
    h.FInitializeHandler(2, handler(2)),
    h.FInitializeHandler(handler(1, raise_m)),
    h.FInitializeHandler(0, handler(0, raise_v)),
    h.FInitializeHandler(3, handler(3)),
    h.FInitializeHandler(1, handler(11)),
    h.FInitializeHandler(0, handler(10)),
]
h.finitialize(-65)
h.continuerun(5)
h.finitialize(-70)
result(order=order, seen=seen, t=t, v=v, m=m)
