"""SectionList and SectionRef on a tree."""
from neuron import h
from oracle import result

names = ("soma", "d1", "d2", "ax", "e", "solo")
soma, d1, d2, ax, e, solo = [h.Section(name=name) for name in names]
for child, parent in ((d1, soma(1)), (d2, soma(0.5)), (ax, soma(0)), (e, d1(1))):
    child.connect(parent)
sl = h.SectionList()
steps = []


def step(answer):
    steps.append([answer, [s.name() for s in sl]])


step(sl.append(soma))
step(sl.append(sec=soma))
step(sl.append(d1))
step(sl.unique())
step(sl.contains(d1))
step(sl.contains(sec=solo))
step(sl.remove(d1))
step(sl.children(soma))
step(sl.subtree(sec=soma))
step(sl.wholetree(sec=e))
step(sl.allroots())
step(sl.remove(h.SectionList([soma, d1])))
step(sl.unique())
refs = []
for s in (soma, d1, d2, ax, e, solo):
    r = h.SectionRef(sec=s)
    refs.append([r.sec.name(), r.root.name(), r.has_parent(), r.has_trueparent(), r.nchild(), [c.name() for c in r.child],
                 r.parent.name() if r.has_parent() else "", r.trueparent.name() if r.has_trueparent() else "", r.is_cas(), r.exists()])
result(steps=steps, refs=refs, all=[s.name() for s in h.SectionList(h.allsec())])
