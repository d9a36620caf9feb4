"""Calcium in shells with buffer and pump, and sodium: both diffuse along a tree of sections, some of which lack the mechanism, some turned round."""
from neuron import h
from oracle import load_mechanisms, result

load_mechanisms("mod")
names = ["soma", "trunk", "left", "right", "side", "back", "bare", "far"]
soma, trunk, left, right, side, back, bare, far = (h.Section(name=name) for name in names)
for s, (L, diam, nseg) in zip((soma, trunk, left, right, side, back, bare, far), [(20, 18, 1), (90, 4, 5), (40, 2, 3), (60, 1.5, 4), (15, 1, 1), (30, 2.5, 3), (25, 2, 2), (35, 1.2, 2)]):
    s.L, s.diam, s.nseg = L, diam, nseg
trunk.connect(soma(1))
left.connect(trunk(1))
right.connect(trunk(1), 1)
side.connect(trunk(0.5))
back.connect(soma(0))
bare.connect(left(1))
far.connect(bare(1))
right.rallbranch = 2
for s in h.allsec():
    s.insert("hh")
    if s != bare:
        s.insert("cashells")
        s.insert("nadiffus")
for s in (soma, trunk, left):
    s.insert("cal")
    s.pbar_cal = 0.002
for seg in right:
    seg.D_nadiffus = 0.2 + 0.3 * seg.x
for s in (soma, left):
    s.pump0_cashells = 0.02
ic = h.IClamp(soma(0.5))
ic.delay, ic.dur, ic.amp = 1, 8, 1.5
places = [soma(0.5), trunk(0.3), trunk(0.5), trunk(0.9), left(0.5), right(0.1), right(0.9), side(0.5), back(0.2), back(0.8), far(0.7)]
t = h.Vector().record(h._ref_t)
v = h.Vector().record(soma(0.5)._ref_v)
cai = [h.Vector().record(x._ref_cai) for x in places]
inner = [h.Vector().record(x.cashells._ref_ca[3]) for x in places]
bound = [h.Vector().record(x.cashells._ref_bound[1]) for x in places]
nai = [h.Vector().record(x._ref_nai) for x in places]
h.celsius = 20
h.dt = 0.05
h.finitialize(-65)
while h.t < 12:
    h.fadvance()
right.L = 200
h.dt = 0.1
while h.t < 16:
    h.fadvance()
result(t=t, v=v, cai=cai, inner=inner, bound=bound, nai=nai, vrat=[h.vrat_cashells[i] for i in range(4)])
