"""Random.play into the current of an IClamp, into two numbers from one Random, into a conductance, begun in the middle of a run, and over two runs."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

cable = h.Section(name="cable")
cable.L = 200
cable.diam = 5
cable.nseg = 3
cable.insert("hh")
clamps = [h.IClamp(cable(x)) for x in (0.1, 0.5, 0.9)]
for clamp in clamps:
    clamp.dur = 1e9
noise = h.Random()
noise.Random123(1, 1)
noise.normal(0.2, 0.05)
noise.play(clamps[0]._ref_amp)
two = h.Random(7)
two.uniform(-0.1, 0.1)
two.play(clamps[1]._ref_amp)
two.play(clamps[2]._ref_amp)
amps = [h.Vector().record(clamp._ref_amp) for clamp in clamps]
i = h.Vector().record(clamps[0]._ref_i)
v = [h.Vector().record(seg._ref_v) for seg in cable]
t = h.Vector().record(h._ref_t)
out = {}


def keep(name):
    out[name] = {"amps": [list(a) for a in amps], "i": list(i), "v": [list(x) for x in v], "steps": len(t),
                 "amp_now": [c.amp for c in clamps]}


h.finitialize(-65)
keep("start")
h.continuerun(5)
keep("first")
sodium = h.Random()
sodium.Random123(2)
sodium.uniform(0.05, 0.15)
sodium.play(cable(0.5).hh._ref_gnabar)
h.continuerun(7)
keep("sodium")
gnabar = [cable(0.5).hh.gnabar]
h.dt = 0.1
h.steps_per_ms = 10
h.finitialize(-70)
gnabar.append(cable(0.5).hh.gnabar)
h.continuerun(4)
gnabar.append(cable(0.5).hh.gnabar)
keep("second")
result(gnabar=gnabar, **out)
