"""The same ball and stick with nseg 1, 2, 5 and 101 in the stick, side by side."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

cells = []
for nseg in (1, 2, 5, 101):
    soma = h.Section(name=f"soma{nseg}")
    dend = h.Section(name=f"dend{nseg}")
    dend.connect(soma(1))
    soma.L = soma.diam = 12.6157
    dend.L = 200
    dend.diam = 1
    dend.nseg = nseg
    for sec in (soma, dend):
        sec.Ra = 100
        sec.cm = 1
    soma.insert("hh")
    dend.insert("pas")
    dend.g_pas = 0.001
    dend.e_pas = -65
    ic = h.IClamp(dend(1))
    ic.delay = 5
    ic.dur = 1
    ic.amp = 0.3
    v_soma = h.Vector().record(soma(0.5)._ref_v)
    v_dend = h.Vector().record(dend(0.5)._ref_v)
    cells.append((soma, dend, ic, v_soma, v_dend))
t = h.Vector().record(h._ref_t)
h.finitialize(-65)
h.continuerun(20)
result(t=t, v_soma=[c[3] for c in cells], v_dend=[c[4] for c in cells])
