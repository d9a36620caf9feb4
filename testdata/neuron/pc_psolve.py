"""Where psolve stops, for times on and between steps, few and many steps, other dt, and after continuerun."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")
pc = h.ParallelContext()
soma = h.Section(name="soma")
soma.insert("hh")
soma.L = soma.diam = 20
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 1, 2, 0.5
t = h.Vector().record(h._ref_t)
v = h.Vector().record(soma(0.5)._ref_v)
stops, volts = [], []
pc.set_maxstep(10)
for dt in (0.025, 0.1, 0.01, 0.03):
    h.dt = dt
    h.finitialize(-65)
    for until in (0, 0.05, 0.06, 0.1, 1, 1.01, 1.0125, 1.02, 1.04, 2, 3.3333, 7.77, 8):
        pc.psolve(until)
        stops.append(h.t)
    volts.append(soma(0.5).v)
h.dt = 0.025
h.finitialize(-65)
h.continuerun(2)
pc.psolve(2.5)
stops.append(h.t)
h.continuerun(3.01)
stops.append(h.t)
h.fadvance()
pc.psolve(5.01)
stops.append(h.t)
callbacks = []
h.finitialize(-65)
h.cvode = h.CVode()
h.cvode.event(1.01, lambda: callbacks.append(h.t))
h.cvode.event(2, lambda: setattr(h, "stoprun", 1))
pc.psolve(4)
result(t=t, v=v, t_stops=stops, volts=volts, t_callbacks=callbacks, t_stopped=h.t)
