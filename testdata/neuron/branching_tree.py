"""A branching cell: 3-D soma, tapered dendrites of several orders with different nseg, an axon on the soma's 0 end."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

soma = h.Section(name="soma")
for point in ((-10, 0, 0, 4), (-5, 0, 0, 16), (0, 0, 0, 20), (5, 0, 0, 16), (10, 0, 0, 6)):
    soma.pt3dadd(*point)
soma.nseg = 3
sections = [soma]


def dendrite(name, parent, d0, d1, length, nseg):
    sec = h.Section(name=name)
    sec.pt3dadd(0, 0, 0, d0)
    sec.pt3dadd(0, length / 3, 0, (2 * d0 + d1) / 3)
    sec.pt3dadd(0, length, 0, d1)
    sec.nseg = nseg
    sec.connect(parent)
    sections.append(sec)
    return sec


trunk = dendrite("trunk", soma(1), 5, 3, 80, 5)
left = dendrite("left", trunk(1), 2, 1, 120, 7)
right = dendrite("right", trunk(1), 1.8, 0.6, 150, 4)
twig = dendrite("twig", left(0.6), 0.8, 0.4, 60, 1)
basal = dendrite("basal", soma(0.5), 3, 1, 90, 3)
tuft = dendrite("tuft", right(1), 0.7, 0.3, 40, 2)
axon = h.Section(name="axon")
axon.L = 300
axon.diam = 1
axon.nseg = 11
axon.connect(soma(0))
sections.append(axon)
for sec in sections:
    sec.Ra = 110
    sec.insert("pas")
    sec.g_pas = 5e-5
    sec.e_pas = -65
for sec in (soma, axon):
    sec.insert("hh")
for sec in (left, right, twig, tuft):
    sec.cm = 1.6
ic = h.IClamp(twig(0.5))
ic.delay = 1
ic.dur = 4
ic.amp = 1.2
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(seg._ref_v) for seg in (soma(0.5), twig(1), tuft(1), basal(0.2), right(0.4), axon(1))]
h.finitialize(-65)
h.continuerun(20)
result(t=t, v=v, profile=[[seg.v for seg in sec.allseg()] for sec in sections])
