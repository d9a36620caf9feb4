"""Five ways to connect: to the parent's 1, 0 and 0.5, by the child's 1 end, and with the end and place as numbers."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")


def cable(name, diam, nseg):
    sec = h.Section(name=name)
    sec.L = 60
    sec.diam = diam
    sec.nseg = nseg
    sec.insert("pas")
    sec.e_pas = -65
    return sec


soma = cable("soma", 15, 3)
soma.insert("hh")
at1 = cable("at1", 2, 3)
at0 = cable("at0", 1.5, 5)
at5 = cable("at5", 1, 2)
by1 = cable("by1", 2.5, 4)
numbers = cable("numbers", 1.2, 3)
at1.connect(soma)
at0.connect(soma(0))
at5.connect(soma(0.5), 0)
by1.connect(soma(1), 1)
numbers.connect(by1, 0, 0)
ic = h.IClamp(soma(0.5))
ic.delay = 1
ic.dur = 1
ic.amp = 2
places = [soma(0), soma(0.5), soma(1), at1(1), at0(0.3), at0(1), at5(0), at5(0.9), by1(0), by1(0.1), by1(1), numbers(1)]
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(seg._ref_v) for seg in places]
h.finitialize(-65)
h.continuerun(8)
sections = (soma, at1, at0, at5, by1, numbers)
result(
    t=t,
    v=v,
    orientation=[sec.orientation() for sec in sections],
    parent=[str(sec.parentseg()) for sec in sections],
    trueparent=[str(sec.trueparentseg()) for sec in sections],
    ri=[[seg.ri() for seg in sec.allseg()] for sec in sections],
)
