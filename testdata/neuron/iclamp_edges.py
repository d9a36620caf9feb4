"""When a current clamp is on: delay 0, ordinary edges, edges off the grid and on its middle, shorter than a step, two that overlap."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")


def compartment(name, *clamps):
    sec = h.Section(name=name)
    sec.L = sec.diam = 30
    sec.insert("pas")
    made = []
    for delay, dur, amp in clamps:
        ic = h.IClamp(sec(0.5))
        ic.delay = delay
        ic.dur = dur
        ic.amp = amp
        made.append(ic)
    return sec, made


compartments = [
    compartment("zero", (0, 1, 0.1)),
    compartment("ordinary", (5, 1, 0.1)),
    compartment("off", (1.01, 0.98, 0.2)),
    compartment("middle", (1.0125, 1.0125, 0.2)),
    compartment("short", (2, 0.02, 0.3)),
    compartment("shorter", (2.01, 0.001, 0.3)),
    compartment("overlap", (1, 3, 0.1), (2.5, 3, -0.07)),
    compartment("never", (4, 0, 0.1)),
]
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(sec(0.5)._ref_v) for sec, _ in compartments]
i = [h.Vector().record(ic._ref_i) for _, made in compartments for ic in made]
h.finitialize(-70)
h.continuerun(7)
result(t=t, v=v, i=i, standard=[getattr(h.IClamp(compartments[0][0](0.5)), k) for k in ("delay", "dur", "amp", "i")])
