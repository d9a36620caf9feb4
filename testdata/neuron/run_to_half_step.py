"""continuerun to the middle of a step, and dt that is a whole fraction of 1/steps_per_ms but for rounding: HOC takes numbers within 1e-11 as equal."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
reached = []
for dt, until in ((0.05, 1.575), (0.1, 2.45), (0.1, 0.85), (0.025, 3.3125), (0.01, 0.565), (0.0125, 1.00625), (0.025, 0.1125 + 5e-12), (0.025, 0.1125 + 2e-11)):
    h.dt = dt
    h.finitialize()
    h.continuerun(until)
    reached.append(h.t)
steps = []
h.steps_per_ms = 30
for dt in (1 / 30, 1 / 60, 1 / 90, 0.0111111111111, 0.01111111111112, 0.0111111111115, 0.01111111112):
    h.dt = dt
    h.stdinit()
    steps.append([h.dt, h.nstep_steprun])
result(reached=reached, steps=steps)
