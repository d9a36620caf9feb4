"""An action-potential clamp: a recorded spike is played into the clamp's command, then play_remove ends it."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
ic = h.IClamp(soma(0.5))
ic.delay = 1
ic.dur = 0.2
ic.amp = 0.7
command_t = h.Vector().record(h._ref_t)
command = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-65)
h.continuerun(8)
times = command_t.c()
volts = command.c()
ic.amp = 0
clamp = h.SEClamp(soma(0.5))
clamp.rs = 0.05
clamp.dur1 = 1e9
volts.play(clamp._ref_amp1, times, True)
v = h.Vector().record(soma(0.5)._ref_v)
i = h.Vector().record(clamp._ref_i)
h.finitialize(-65)
h.continuerun(8)
played = [list(v), list(i)]
volts.play_remove()
clamp.amp1 = -50
h.finitialize(-65)
h.continuerun(2)
result(t=times, spike=volts, v=played[0], i=played[1], removed_v=v, removed_i=i)
