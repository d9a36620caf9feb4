"""run and stdinit correct dt to fit steps_per_ms; continuerun alone uses it as it is; what nstep_steprun becomes."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
ic = h.IClamp(soma(0.5))
ic.delay = 0.5
ic.dur = 0.5
ic.amp = 0.4
t = h.Vector().record(h._ref_t)
v = h.Vector().record(soma(0.5)._ref_v)
h.v_init = -64
h.tstop = 3
read = []
answer = {}
for steps_per_ms, dt in ((40, 0.1), (40, 0.01), (40, 0.03), (40, 0.0125), (10, 0.1), (8, 0.025), (100, 0.01)):
    h.steps_per_ms = steps_per_ms
    h.dt = dt
    h.run()
    name = f"{steps_per_ms}_{dt:g}"
    read.append([h.dt, h.nstep_steprun, h.t, len(t)])
    if (steps_per_ms, dt) in ((40, 0.01), (10, 0.1), (8, 0.025)):
        answer["t_" + name] = list(t)
        answer["v_" + name] = list(v)
h.steps_per_ms = 40
h.dt = 0.03
h.stdinit()
read.append([h.dt, h.nstep_steprun, h.t, len(t)])
h.dt = 0.03
h.continuerun(1)
read.append([h.dt, h.nstep_steprun, h.t, len(t)])
result(read=read, t_alone=t, v_alone=v, **answer)
