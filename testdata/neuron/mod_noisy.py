"""A mechanism that draws from Randoms by nrn_random_pick, and from scop_random, exprand, normrand and poisrand."""
from neuron import h
from oracle import load_mechanisms, result

h.load_file("stdrun.hoc")

load_mechanisms("mod_random")
somas, noisy = [], []
for k in range(7):
    soma = h.Section(name=f"soma{k}")
    soma.L = soma.diam = 15
    soma.insert("pas")
    somas.append(soma)
    noisy.append(h.Noisy(soma(0.5)))
a = h.Random()
a.Random123(7, 7)
a.normal(0, 1)
b = h.Random(3)
b.poisson(2)
noisy[0].setRNG(a)
noisy[1].setRNG(b)
noisy[2].setRNG(a)
for k in range(4):
    noisy[3 + k].kind = 1 + k
noisy[6].amp = 0.05
drawn = [h.Vector().record(x._ref_drawn) for x in noisy]
v = [h.Vector().record(soma(0.5)._ref_v) for soma in somas]
out = {}
for again in ("first", "ran4"):
    noisy[3].startAt(12345)
    h.finitialize(-65)
    h.continuerun(1)
    out[again] = {"drawn": [list(x) for x in drawn], "v": [list(x) for x in v]}
    noisy[2].setRNG()
    h.use_mcell_ran4(1)
out["last"] = noisy[2].drawn
result(**out)
