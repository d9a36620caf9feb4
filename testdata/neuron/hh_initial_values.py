"""What finitialize sets in hh at several voltages, with the table and without, also outside the table."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.insert("hh")
seg = soma(0.5)
values = []
for usetable in (1, 0):
    h.usetable_hh = usetable
    for v in (-120, -100, -80, -65, -60.3, -54.99, -40, 0, 33.3, 99.9, 100, 120):
        h.finitialize(v)
        values.append([seg.v, seg.hh.m, seg.hh.h, seg.hh.n, seg.hh.gna, seg.hh.gk,
                       seg.ina, seg.ik, seg.hh.il, seg.ena, seg.ek])
result(values=values)
