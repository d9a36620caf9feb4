"""RangeVarPlot: the places along a path, up and down a tree, and where a section lacks the variable."""
from neuron import h
from oracle import result

names = "abcdefg"
S = {}
for i, name in enumerate(names):
    s = h.Section(name=name)
    s.L = 10 + 3 * i
    s.nseg = 2 + i % 2
    s.cm = i + 1
    S[name] = s
a, b, c, d, e, f, g = [S[name] for name in names]
for child, parent in ((b, a(1)), (c, b(1)), (d, c(1)), (e, d(1)), (f, b(0.6)), (g, b(0))):
    child.connect(parent)
k = 0
for name in names:
    for seg in S[name].allseg():
        seg.v = k
        k += 1
for s in (a, d):
    s.insert("pas")
    for i, seg in enumerate(s):
        seg.pas.g = i + 1


def along(var, first, last):
    r = h.RangeVarPlot(var, first, last)
    x, y = h.Vector(), h.Vector()
    count = r.to_vector(y, x)
    sl = h.SectionList()
    r.list(sl)
    return [count, r.left(), r.right(), x.to_python(), y.to_python(), [s.name() for s in sl]]


paths = [(a(0), e(1)), (e(1), a(0)), (a(0.5), b(0.5)), (f(1), g(1)), (g(1), f(1)), (f(1), e(1)), (e(1), f(1)), (e(1), g(1)), (b(0.6), f(1)),
         (f(1), b(0.6)), (c(0.2), c(0.9)), (c(0.9), c(0.2)), (d(0.1), d(0.1)), (f(1), e(0)), (b(0), b(1))]
v = [along("v", *p) for p in paths]
cm = [along("cm", *p) for p in paths[:12]]
g_pas = [along("g_pas", p, q) for p, q in ((a(0), e(1)), (e(1), a(0)), (a(0.2), e(0.2)), (d(0.2), e(1)), (e(1), d(0.2)), (a(0.9), d(1)))]
r = h.RangeVarPlot("v")
r.begin(a(0))
r.end(b(1))
r.origin(100)
x, y = h.Vector(), h.Vector()
origin = [r.to_vector(y, x), x.to_python(), r.left(), r.right()]
r.begin(0.2, sec=f)
moved = [r.to_vector(y, x), x.to_python()]
function = h.RangeVarPlot(lambda x: round(100 * x) + h.cas().cm, a(0), c(1))
called = [function.to_vector(y, x), x.to_python(), y.to_python()]
r = h.RangeVarPlot("v", a(0), b(1))
y.indgen(100, 120, 1)
written = [r.from_vector(y), [seg.v for seg in a.allseg()], [seg.v for seg in b.allseg()]]
result(v=v, cm=cm, g_pas=g_pas, origin=origin, moved=moved, called=called, written=written)
