"""CONSTRUCTOR and DESTRUCTOR of a point process: made, deleted, moved, kept over nseg, and gone with its section."""
from neuron import h
from oracle import load_mechanisms, result

load_mechanisms("mod")
start = h.born_Counted
seen = []


def look():
    seen.append([h.born_Counted - start, h.gone_Counted])


a, b = h.Section(name="a"), h.Section(name="b")
p, q = h.Counted(b(0.5)), h.Counted(b(0.2))
q.weight = 5
look()
del p
look()
q.loc(a(0.5))
a.nseg = 3
look()
h.delete_section(sec=b)
look()
r = h.Counted(a(0.1))
r.weight = 100
look()
h.delete_section(sec=a)
look()
result(seen=seen)
