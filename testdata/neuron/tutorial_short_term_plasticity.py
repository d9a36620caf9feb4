"""A depressing and a facilitating synapse get the same train of spikes."""
import math

from neuron import h
from oracle import load_mechanisms, result

load_mechanisms("../../examples/tutorials")
h.load_file("stdrun.hoc")
train = [100 + 50 * k for k in range(8)] + [950]
kept = []


def make(name, U, tau_rec, tau_facil):
    cell = h.Section(name=name)
    cell.L = cell.diam = 20
    cell.insert("pas")
    cell.g_pas = 1e-4
    syn = h.TsodyksMarkram(cell(0.5))
    syn.U, syn.tau_rec, syn.tau_facil = U, tau_rec, tau_facil
    nc = h.NetCon(None, syn)
    nc.weight[0] = 0.002

    def send():
        for time in train:
            nc.event(time)

    kept.append((cell, syn, nc, h.FInitializeHandler(send)))
    return h.Vector().record(cell(0.5)._ref_v), h.Vector().record(syn._ref_g)


made = {"depressing": make("depressing", 0.5, 800, 0), "facilitating": make("facilitating", 0.05, 100, 1000)}
h.finitialize(-70)
h.continuerun(1100)
decay = math.exp(-h.dt / 3)
strengths = {}
for name, (v, g) in made.items():
    at = [round(time / h.dt) for time in train]
    size = [g[k + 1] / decay - g[k] for k in at]
    strengths[name] = [x / size[0] for x in size]
result(strengths=strengths, v=[list(v)[::10] for v, g in made.values()])
