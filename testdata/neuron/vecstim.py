"""VecStims: times on and off the steps, equal ones, at 0, none, no Vector; two targets; times changed between runs."""
from neuron import h
from oracle import load_mechanisms, result

h.load_file("stdrun.hoc")

load_mechanisms("mod_builtin")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
syns = [h.ExpSyn(soma(0.5)), h.Exp2Syn(soma(0.5))]
syns[1].e = -80
trains = [h.Vector(x) for x in ([0, 0.0125, 1, 1, 2.5, 7.77, 12.3456789], [3], [])]
stims, cons, times = [], [], []
for k in range(4):
    stim = h.VecStim()
    if k < 3:
        stim.play(trains[k])
    stims.append(stim)
    for j, syn in enumerate(syns):
        nc = h.NetCon(stim, syn)
        nc.weight[0] = 0.004
        nc.delay = 0.5 + 0.61 * j
        cons.append(nc)
    vec = h.Vector()
    cons[-1].record(vec)
    times.append(vec)
v = h.Vector().record(soma(0.5)._ref_v)
g = [h.Vector().record(syn._ref_g) for syn in syns]
out = {}
for again in ("first", "second"):
    h.finitialize(-65)
    h.continuerun(15)
    out[again] = {"v": list(v), "g": [list(x) for x in g]}
    for k, vec in enumerate(times):
        out[f"times_{again}_{k}"] = list(vec)
    trains[0].add(0.3)
    trains[2].append(4.2, 5.1)
    stims[1].play()
result(**out)
