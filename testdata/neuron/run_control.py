"""Where each way of stepping stops: continuerun to a time just passed or just ahead, step, steprun, advance, fadvance, run, t set by hand."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
t = h.Vector().record(h._ref_t)
stops = []


def stop():
    stops.append([h.t, h.dt, len(t)])


defaults = [h.t, h.dt, h.tstop, h.v_init, h.celsius, h.steps_per_ms, h.secondorder, h.nstep_steprun]
h.finitialize(-65)
stop()
for end in (4, 4.01, 4.0124, 4.0126, 4.02, 4.03, 3, 4.1):
    h.continuerun(end)
    stop()
h.fadvance()
stop()
h.step()
stop()
h.steprun()
stop()
h.advance()
stop()
h.nstep_steprun = 4
h.step()
stop()
h.continuerun(5.03)
stop()
h.nstep_steprun = 1
h.t = 100
h.continuerun(101)
stop()
h.tstop = 2
h.run()
stop()
h.init()
stop()
h.stdinit()
stop()
result(defaults=defaults, stops=stops, v=soma(0.5).v)
