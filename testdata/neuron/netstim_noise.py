"""NetStims: regular and random trains, with streams of their own and with the shared sequence; started and stopped by events."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
out = {}


def run(name, seed=None, ids=None, **parameters):
    stim = h.NetStim()
    for key, value in parameters.items():
        setattr(stim, key, value)
    if ids:
        stim.noiseFromRandom123(*ids)
    times = h.Vector()
    nc = h.NetCon(stim, None)
    nc.record(times)
    for again in ("", "_again"):
        if seed is not None and not again:
            stim.seed(seed)
        h.finitialize(-65)
        h.continuerun(250)
        out["t_" + name + again] = list(times)


run("regular")
run("nothing", start=-1)
run("never", number=0)
run("interval_0", interval=0, number=3)
run("poisson", interval=20, number=4, start=5, noise=1, ids=(1, 2, 3))
run("two_ids", interval=20, number=4, start=5, noise=1, ids=(1, 2))
run("half", interval=20, number=4, start=5, noise=0.5, ids=(1, 2, 3))
run("shared", seed=7, interval=20, number=4, start=5, noise=1)
run("fraction", number=5.5, start=0, noise=0.3, ids=(7, 0, 0))

driven = h.NetStim()
driven.start, driven.interval, driven.number = -1, 3, 20
parts = []
for start, weight in ((5, 1), (6, 1), (20.5, -1), (30, 1)):
    stim = h.NetStim()
    stim.start, stim.number = start, 1
    nc = h.NetCon(stim, driven)
    nc.weight[0] = weight
    parts += [stim, nc]
times = h.Vector()
nc = h.NetCon(driven, None)
nc.record(times)
h.finitialize(-65)
h.continuerun(100)
result(t_driven=times, **out)
