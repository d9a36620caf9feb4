"""rallbranch 2 and 5: a dendrite that stands for several equal ones."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 15
soma.insert("hh")
dend = h.Section(name="dend")
dend.L = 150
dend.diam = 2
dend.nseg = 5
dend.insert("pas")
dend.e_pas = -65
dend.connect(soma(1))
twigs = h.Section(name="twigs")
twigs.L = 100
twigs.diam = 1
twigs.nseg = 3
twigs.insert("pas")
twigs.e_pas = -65
twigs.connect(dend(1))
ic = h.IClamp(soma(0.5))
ic.delay = 1
ic.dur = 1
ic.amp = 0.6
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(seg._ref_v) for seg in (soma(0.5), dend(0.5), twigs(1))]
traces = []
for first, second in ((1, 1), (2, 1), (2, 5)):
    dend.rallbranch = first
    twigs.rallbranch = second
    h.finitialize(-65)
    h.continuerun(8)
    traces.append([list(x) for x in v])
result(t=t, v=traces, read=[soma.rallbranch, dend.rallbranch, twigs.rallbranch], area=twigs(0.5).area(), ri=dend(0.1).ri())
