"""A tree in which only some sections have extracellular, joined in every way, with synapses and clamps on both kinds of nodes and at ends."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
with_, without, tip, side, turned = (h.Section(name=x) for x in ("with", "without", "tip", "side", "turned"))
soma.L = soma.diam = 15
for i, s in enumerate((with_, without, tip, side, turned)):
    s.L, s.diam, s.nseg = 80 + 30 * i, 1 + 0.3 * i, 3 + i % 2
with_.connect(soma(1))
without.connect(with_(1))
tip.connect(without(1))
side.connect(with_(0.4))
turned.connect(soma(0), 1)
for s in (soma, with_, without, tip, side, turned):
    s.insert("hh" if s is soma else "pas")
for i, s in enumerate((with_, tip, turned)):
    s.insert("extracellular")
    for k in (0, 1):
        s.xraxial[k] = 1e4 * (1 + i + k)
        s.xg[k] = 1e-3 * (1 + 2 * i + k)
        s.xc[k] = 0.02 * i * k
    s.e_extracellular = 3 * i
turned(0.9).xg[0] = 0.01
with_.rallbranch = 2
clamps = [h.IClamp(seg) for seg in (with_(0.5), tip(1), soma(0.5), turned(0))]
for i, c in enumerate(clamps):
    c.delay, c.dur, c.amp = 0.5 + i, 1, 0.05 + 0.02 * i
syns = [h.ExpSyn(seg) for seg in (with_(0.1), with_(1), without(0.5), turned(0.5))]
stim = h.NetStim()
stim.start, stim.number, stim.interval = 1, 3, 1.3
ncs = [h.NetCon(stim, syn, 0, 0.5 * i, 0.002) for i, syn in enumerate(syns)]
for syn in syns:
    syn.tau = 0.7
volt = h.SEClamp(tip(0.5))
volt.rs, volt.dur1, volt.amp1 = 20, 4, -50
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(s(x)._ref_v) for s in (soma, with_, without, tip, side, turned) for x in (0, 0.5, 1)]
vext = [h.Vector().record(s(x)._ref_vext[k]) for s in (with_, tip, turned) for x in (0, 0.5, 1) for k in (0, 1)]
current = [h.Vector().record(s(0.5)._ref_i_membrane) for s in (with_, tip, turned)]
i = [h.Vector().record(volt._ref_i), h.Vector().record(syns[0]._ref_i)]
h.finitialize(-65)
h.continuerun(6)
result(t=t, v=v, vext=vext, i_membrane=current, i=i)
