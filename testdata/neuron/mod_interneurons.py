"""Two fast-spiking interneurons of Wang and Buzsaki (1996), alone and inhibiting each other: the model of the guide."""
from math import pi

from neuron import h
from oracle import load_mechanisms, result

h.load_file("stdrun.hoc")

load_mechanisms("mod")
somas = [h.Section(name=x) for x in ("a", "b")]
clamps = []
for soma in somas:
    soma.L = 10
    soma.diam = 100 / pi
    soma.cm = 1
    soma.insert("wb")
    soma.insert("pas")
    soma.g_pas = 1e-4
    soma.e_pas = -65
    soma.ena = 55
    soma.ek = -90
    clamp = h.IClamp(soma(0.5))
    clamp.dur = 1e9
    clamp.amp = 0.01
    clamps.append(clamp)
synapses = []
for to, source in (somas, somas[::-1]):
    synapse = h.GABAa(to(0.5))
    h.setpointer(source(0.5)._ref_v, "vpre", synapse)
    synapse.g = 0
    synapses.append(synapse)


def start():
    for soma, v in zip(somas, (-70, -55)):
        soma.v = v


handler = h.FInitializeHandler(0, start)
h.dt = 0.02
v = [h.Vector().record(soma(0.5)._ref_v, 0.1) for soma in somas]
s = [h.Vector().record(synapse._ref_s, 0.1) for synapse in synapses]
out = {}
for g in (0, 0.001):
    for synapse in synapses:
        synapse.g = g
    h.finitialize()
    h.continuerun(60)
    out[f"g_{g}"] = {"v": [list(x) for x in v], "s": [list(x) for x in s]}
result(**out)
