"""The temperature played into: hh makes its table anew at the start of the next step. And node_index in several trees."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.insert("hh")
other = h.Section(name="other")
other.nseg = 2
twig = h.Section(name="twig")
twig.nseg = 3
branch = h.Section(name="branch")
branch.connect(soma(1))
twig.connect(branch(0.5), 1)
values = h.Vector([6, 12, 24, 36])
values.play(h._ref_celsius, 0.05)
gate = h.Vector().record(soma(0.5).hh._ref_h)
celsius = h.Vector().record(h._ref_celsius)
h.finitialize(-60)
h.continuerun(0.3)
nodes = [[seg.node_index() for seg in sec.allseg()] for sec in h.allsec()]
result(h=gate, celsius=celsius, nodes=nodes)
