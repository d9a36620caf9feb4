"""Recordings, plays, clamps and styles of ions made or changed in the middle of a run: what waits for the next finitialize and what does not."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = 30
soma.diam = 20
soma.insert("hh")
ic = h.IClamp(soma(0.5))
ic.dur = 1e9
clamp = h.SEClamp(soma(0.5))
clamp.rs = 10
clamp.dur1 = 1
clamp.amp1 = -70
clamp.dur2 = 1
clamp.amp2 = -60
v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-65)
h.continuerun(0.5)
late = h.Vector().record(soma(0.5)._ref_v)
late_dt = h.Vector().record(soma(0.5)._ref_v, 0.1)
values, times = h.Vector([0.1, 0.2, 0.3]), h.Vector([0, 1, 2])
values.play(ic._ref_amp, times, True)
later = h.SEClamp(soma(0.5))
later.dur1 = 2
later.amp1 = -80
h.continuerun(0.8)
clamp.dur1 = 0.9
clamp.dur2 = 5
clamp.dur3 = 1
h.continuerun(3)
first = [list(x) for x in (v, late, late_dt)] + [[ic.amp]]
h.finitialize(-65)
h.continuerun(1)
h.ion_style("na_ion", 2, 2, 0, 1, 0, sec=soma)
h.continuerun(1.5)
result(first=first, ena=soma.ena, v=v, late=late, late_dt=late_dt, amp=ic.amp)
