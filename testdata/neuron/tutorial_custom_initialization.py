"""A run from the same potential everywhere, and one from the state at rest."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
dend = h.Section(name="dend")
soma.L = soma.diam = 20
dend.L, dend.diam = 1000, 5
dend.connect(soma(1))
for sec in (soma, dend):
    sec.Ra = 160
    sec.nseg = int((sec.L / (0.1 * h.lambda_f(100, sec=sec)) + 0.9) / 2) * 2 + 1
soma.insert("hh")
dend.insert("pas")
dend.g_pas = 1e-4
t = h.Vector().record(h._ref_t)
v_soma = h.Vector().record(soma(0.5)._ref_v)
v_dend = h.Vector().record(dend(1)._ref_v)
places = list(soma.allseg()) + list(dend.allseg())
x = [h.distance(soma(0), seg) for seg in places]


def simulate():
    h.finitialize(-65)
    before = [seg.v for seg in places]
    h.continuerun(40)
    after = [seg.v for seg in places]
    return {"soma": list(v_soma), "dend": list(v_dend), "before": before, "after": after}


plain = simulate()


def settle(t0=-1000, dur=200):
    h.t = t0
    while h.t < t0 + dur:
        h.fadvance()
    h.t = 0
    h.fcurrent()
    h.frecord_init()


handler = h.FInitializeHandler(settle)
settled = simulate()
result(t=t, plain=plain, settled=settled, x=x)
