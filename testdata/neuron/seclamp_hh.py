"""A family of voltage-clamp steps of squid axon membrane: sodium and potassium current and the clamp's."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.SEClamp(soma(0.5))
clamp.rs = 0.01
clamp.dur1 = 1
clamp.amp1 = -65
clamp.dur2 = 6
clamp.dur3 = 2
clamp.amp3 = -65
t = h.Vector().record(h._ref_t)
recorded = [h.Vector().record(ref) for ref in (soma(0.5)._ref_v, soma(0.5)._ref_ina, soma(0.5)._ref_ik, clamp._ref_i)]
steps = []
for amp in (-90, -40, 0, 55):
    clamp.amp2 = amp
    h.finitialize(-65)
    h.continuerun(8)
    steps.append([list(x) for x in recorded])
result(
    t=t,
    v=[s[0] for s in steps],
    ina=[s[1] for s in steps],
    ik=[s[2] for s in steps],
    i=[s[3] for s in steps],
)
