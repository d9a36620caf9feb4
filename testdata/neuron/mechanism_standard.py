"""MechanismType and MechanismStandard: what mechanisms are there, and values copied between places."""
from neuron import h
from oracle import result

h("strdef text")
soma = h.Section(name="soma")
dend = h.Section(name="dend")
dend.connect(soma(1))
soma.nseg = 3
soma.insert("hh")
clamps = [h.IClamp(soma(0.5)), h.IClamp(soma(0.5)), h.IClamp(dend(0.5))]


def described(kind, names):
    mt = h.MechanismType(kind)
    out = []
    for name in names:
        mt.select(name)
        i = int(mt.selected())
        mt.selected(h._ref_text)
        out.append([h.text, mt.is_artificial(i), mt.is_netcon_target(i), mt.has_net_event(i)])
    return out


density = described(0, ["pas", "hh", "na_ion"])
points = described(1, ["IClamp", "ExpSyn", "Exp2Syn", "SEClamp", "NetStim", "IntFire1", "IntFire2"])
mt = h.MechanismType(0)
mt.select("pas")
made = [mt.make(sec=dend), dend.has_membrane("pas"), soma.has_membrane("pas"), mt.remove(sec=dend), dend.has_membrane("pas")]
mp = h.MechanismType(1)
mp.select("IClamp")
walk = [str(mp.pp_begin(sec=soma)), str(mp.pp_next()), mp.pp_next() is None]


def standard(name, kind):
    m = h.MechanismStandard(name, kind)
    out = []
    for i in range(int(m.count())):
        size = int(m.name(h._ref_text, i))
        out.append([h.text, size, [m.get(h.text, j) for j in range(size)]])
    return out


names = [standard(*x) for x in (("hh", 0), ("hh", 1), ("hh", 2), ("hh", 3), ("pas", 1), ("pas", 3), ("IClamp", 0), ("IClamp", 1), ("Exp2Syn", 1), ("Exp2Syn", 3))]
m = h.MechanismStandard("hh", 1)
soma(0.1).gnabar_hh = 0.11
soma(0.5).gnabar_hh = 0.22
soma(0.9).gnabar_hh = 0.33
dend.insert("hh")
copied = [m.count(), m.name(h._ref_text), h.text]
copy_in = getattr(m, "in")
for place in (lambda: copy_in(sec=soma), lambda: copy_in(0.9, sec=soma), lambda: copy_in(0.5, sec=soma)):
    copied += [place(), m.get("gnabar_hh")]
copied += [m.set("el_hh", -50), m.get("el_hh"), m.out(sec=dend), dend.gnabar_hh, dend.el_hh, m.out(0.9, sec=soma)]
copied += [x for seg in soma for x in (seg.gnabar_hh, seg.el_hh)]
other = h.MechanismStandard("hh", 1)
copied += [m.out(other), other.get("el_hh")]
clamps[0].amp = 3
i = h.MechanismStandard("IClamp", 1)
copied += [getattr(i, "in")(clamps[0]), i.get("amp"), i.set("dur", 9), i.out(clamps[1]), clamps[1].amp, clamps[1].dur]
array = h.MechanismStandard("VClamp")
copied += [array.set("amp", 5, 1), array.get("amp", 1), array.get("amp", 0)]
result(density=density, points=points, made=made, walk=walk, names=names, copied=copied)
