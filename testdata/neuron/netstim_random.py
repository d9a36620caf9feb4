"""NetStims that draw from Randoms: one each, one shared, and two whose places are set back before each run."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("pas")
syn = h.ExpSyn(soma(0.5))
randoms, stims, cons, times = [], [], [], []


def stim(random, **parameters):
    s = h.NetStim()
    s.number = 1e9
    for name, value in parameters.items():
        setattr(s, name, value)
    s.noiseFromRandom(random)
    nc = h.NetCon(s, syn)
    nc.weight[0] = 0.002
    nc.delay = 1.3
    vec = h.Vector()
    nc.record(vec)
    stims.append(s)
    cons.append(nc)
    times.append(vec)
    return s


def random(generator, *seeds):
    r = h.Random()
    getattr(r, generator)(*seeds)
    r.negexp(1)
    randoms.append(r)
    return r


own = random("Random123", 1, 2)
stim(own, interval=7, start=3, noise=1)
both = random("ACG", 5)
stim(both, interval=9, start=0, noise=0.7)
stim(both, interval=11, start=2, noise=1)
ran4 = random("MCellRan4", 99, 3)
stim(ran4, interval=6, start=10, noise=0.2)
even = random("Random123", 8)
even.uniform(0, 2)
stim(even, interval=8, start=1, noise=1)
v = h.Vector().record(soma(0.5)._ref_v, 0.5)
out = {}
for again in ("first", "second"):
    own.seq(0)
    ran4.seq(99)
    h.finitialize(-70)
    h.continuerun(100)
    out["v_" + again] = list(v)
    for k, vec in enumerate(times):
        out[f"near_{again}_{k}"] = list(vec)
h.finitialize(-70)
out["places"] = [own.seq(), ran4.seq(), even.seq()]
result(**out)
