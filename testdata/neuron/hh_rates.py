"""The rates of hh called as a procedure, with its table and without, and vtrap called as a function."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

values = []
for usetable, celsius in ((1, 6.3), (1, 20), (0, 20), (0, 6.3)):
    h.usetable_hh = usetable
    h.celsius = celsius
    for v in (-130, -100, -77.7, -65, -55, -40, -39.5, 0, 45.25, 100, 130):
        h.rates_hh(v)
        values.append([h.minf_hh, h.hinf_hh, h.ninf_hh, h.mtau_hh, h.htau_hh, h.ntau_hh])
vtrap = [h.vtrap_hh(x, y) for x, y in ((1, 10), (0, 10), (1e-7, 10), (1e-4, 10), (-30, 10), (250, 7))]
result(values=values, vtrap=vtrap)
