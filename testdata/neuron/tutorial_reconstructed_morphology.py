"""A pyramidal cell from an SWC file, with a synapse at its far tip or at its trunk."""
import os

from neuron import h
from oracle import HERE, Cell, result

h.load_file("stdrun.hoc")
h.load_file("import3d.hoc")


class Pyramidal(Cell):
    def __init__(self):
        self.name = "Pyramidal"


cell = Pyramidal()
reader = h.Import3d_SWC_read()
reader.quiet = 1
reader.input(os.path.join(HERE, "../../examples/tutorials/pyramidal.swc"))
h.Import3d_GUI(reader, 0).instantiate(cell)
for sec in cell.all:
    sec.Ra = 150
    sec.cm = 1
    sec.nseg = int((sec.L / (0.1 * h.lambda_f(100, sec=sec)) + 0.9) / 2) * 2 + 1
for sec in cell.soma + cell.axon:
    sec.insert("hh")
for sec in cell.dend + cell.apic:
    sec.insert("pas")
    sec.g_pas = 1 / 20000
    sec.e_pas = -65

soma = cell.soma[0](0.5)
segments = [seg for sec in cell.all for seg in sec]
distances = [h.distance(soma, sec(1)) for sec in cell.apic]
far = cell.apic[distances.index(max(distances))]
stim = h.NetStim()
stim.number = 1
stim.start = 5
synapses = []
for seg in (far(0.9), cell.apic[0](0.5)):
    syn = h.Exp2Syn(seg)
    syn.tau1, syn.tau2, syn.e = 0.5, 3, 0
    nc = h.NetCon(stim, syn)
    nc.delay = 0
    synapses.append((syn, nc))
t = h.Vector().record(h._ref_t)
v_soma = h.Vector().record(soma._ref_v)
v_all = [h.Vector().record(seg._ref_v) for seg in segments]
peaks = []
for active in synapses:
    for s in synapses:
        s[1].weight[0] = 0.002 if s is active else 0
    h.finitialize(-65)
    h.continuerun(50)
    peaks.append([v.max() for v in v_all])
result(t=t, v_soma=v_soma, shape=[[sec.name(), sec.nseg, sec.L] for sec in cell.all], peaks=peaks)
