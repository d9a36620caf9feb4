"""Several point processes of different types on one node, some on the same place twice, over squid axon membrane."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = 30
soma.diam = 15
soma.nseg = 3
soma.insert("hh")
placed = []


def place(kind, x, **parameters):
    made = kind(soma(x))
    for name, value in parameters.items():
        setattr(made, name, value)
    placed.append(made)


place(h.IClamp, 0.5, delay=1, dur=3, amp=0.3)
place(h.AlphaSynapse, 0.5, onset=2, tau=0.7, gmax=0.01)
place(h.IClamp, 0.5, delay=2, dur=3, amp=-0.1)
place(h.AlphaSynapse, 0.6, onset=5, tau=2, gmax=0.02, e=-90)
place(h.SEClamp, 0.9, dur1=0, dur2=0.5, amp2=-75, rs=5)
place(h.IClamp, 0.4, delay=1.5, dur=0.1, amp=0.6)
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(soma(x)._ref_v) for x in (0.5, 1)]
i = [h.Vector().record(p._ref_i) for p in placed[1:5]]
h.finitialize(-65)
h.continuerun(10)
result(t=t, v=v, i=i, on=[len(seg.point_processes()) for seg in soma])
