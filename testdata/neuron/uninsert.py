"""A mechanism taken out between runs and put in again, which restores its defaults; a section disconnected and deleted."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("pas")
soma.insert("hh")
soma.gl_hh = 0.001
dend = h.Section(name="dend")
dend.L = 100
dend.diam = 2
dend.nseg = 3
dend.insert("pas")
dend.connect(soma(1))
ic = h.IClamp(soma(0.5))
ic.delay = 1
ic.dur = 1
ic.amp = 0.8
t = h.Vector().record(h._ref_t)
v = h.Vector().record(soma(0.5)._ref_v)
traces = []


def run():
    h.finitialize(-65)
    h.continuerun(6)
    traces.append(list(v))


run()
soma.uninsert("pas")
run()
soma.uninsert("hh")
run()
soma.insert("hh")
gl = soma.gl_hh
run()
h.disconnect(sec=dend)
run()
h.delete_section(sec=dend)
run()
result(t=t, v=traces, gl=gl)
