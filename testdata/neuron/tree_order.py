"""The order of children, subtree, wholetree, allsec and SectionLists, and parents, in a tree with ties; after disconnecting and deleting."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

sections = {}


def section(name, parent=None, end=0):
    sections[name] = h.Section(name=name)
    if parent is not None:
        sections[name].connect(parent, end)
    return sections[name]


soma = section("soma")
a = section("a", soma(1))
b = section("b", soma(0))
c = section("c", soma(1))
d = section("d", soma(0.5))
e = section("e", soma(0.25))
f = section("f", a(1))
g = section("g", a(0.5))
k = section("k", a(1), 1)
m = section("m", d(0))
other = section("other")
twig = section("twig", other(1))


def names(those):
    return [str(sec) for sec in those]


def look():
    roots = h.SectionList()
    roots.allroots()
    listed = h.SectionList()
    listed.wholetree(sec=a)
    below = h.SectionList()
    below.subtree(sec=a)
    near = h.SectionList()
    near.children(sec=soma)
    return {
        "children": {name: names(sec.children()) for name, sec in sections.items()},
        "subtree": {name: names(sections[name].subtree()) for name in ("soma", "a", "d", "other")},
        "wholetree": names(a.wholetree()),
        "allsec": names(h.allsec()),
        "roots": names(roots),
        "listed": names(listed),
        "below": names(below),
        "near": names(near),
        "parent": {name: str(sec.parentseg()) for name, sec in sections.items()},
        "trueparent": {name: str(sec.trueparentseg()) for name, sec in sections.items()},
    }


before = look()
h.disconnect(sec=g)
c.connect(other(0.5))
h.delete_section(sec=f)
del sections["f"]
result(before=before, after=look())
