"""Path distances on a tree, from an origin and between two segments, and across cells; which places share a node."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
soma.L = 20
soma.nseg = 3
dend = h.Section(name="dend")
dend.L = 100
dend.nseg = 5
dend.connect(soma(1))
twig = h.Section(name="twig")
twig.L = 50
twig.nseg = 2
twig.connect(dend(0.5))
back = h.Section(name="back")
back.L = 70
back.nseg = 3
back.connect(soma(0), 1)
alone = h.Section(name="alone")
sections = (soma, dend, twig, back)
places = [sec(x) for sec in sections for x in (0, 0.3, 0.5, 1)]
h.distance(0, soma(0.5))
from_soma = [h.distance(seg) for seg in places]
h.distance(sec=dend)
from_dend = [h.distance(x, sec=twig) for x in (0, 0.3, 0.7, 1)]
h.distance(0, twig(1))
from_twig = [h.distance(seg) for seg in places]
between = [[h.distance(a, b) for b in places] for a in (soma(0), dend(0.9), twig(0.1), back(0), back(0.4))]
apart = h.distance(alone(0.5), soma(0.5))
h.finitialize(-65)
same = [[a.node_index() == b.node_index() for b in places] for a in places]
result(from_soma=from_soma, from_dend=from_dend, from_twig=from_twig, between=between, apart=apart, same=same)
