"""List, the lists of all objects of a class, StringFunctions and PtrVector."""
from neuron import h
from oracle import result

h("strdef text, part")
soma = h.Section(name="soma")
dend = h.Section(name="dend")
dend.connect(soma(1))
clamps = [h.IClamp(soma(0.5)), h.IClamp(dend(0.5))]
syn = h.ExpSyn(soma(0.5))
nc = h.NetCon(None, syn)
v = h.Vector([1, 2, 3])
items = h.List()
answers = [items.append(clamps[0]), items.append(v), items.count(), items.index(v), items.index(nc), items.insrt(0, nc),
           items.prepend(clamps[1]), items.remove(1), items.index(v), items.count(), len(items), items.remove_all(), items.count()]
classes = [h.List(name).count() for name in ("IClamp", "NetCon", "ExpSyn", "SEClamp", "NetStim")]
sf = h.StringFunctions()
h.text = "hello world 123"
strings = [sf.len(h.text), sf.len(""), sf.substr(h.text, "world"), sf.substr(h.text, "x")]
for pattern in ("w.*d", "[0-9]+", "zzz", "l", "^h", "o w"):
    strings.append([sf.head(h.text, pattern, h._ref_part), h.part])
    strings.append([sf.tail(h.text, pattern, h._ref_part), h.part])
strings.append([sf.right(h._ref_text, 6), h.text])
strings.append([sf.left(h._ref_text, 5), h.text])
strings.append([sf.is_point_process(v), sf.is_artificial(clamps[0]), sf.is_name("hh"), sf.is_name("nothing_at_all")])
p = h.PtrVector(3)
pointers = [p.size(), p.pset(0, clamps[0]._ref_amp), p.pset(1, soma(0.5)._ref_v), p.getval(2), p.getval(1), p.setval(0, 7), clamps[0].amp,
            p.pset(2, h._ref_celsius), p.gather(v)] + list(v)
v.fill(2)
pointers += [p.scatter(v), clamps[0].amp, soma(0.5).v, h.celsius, p.resize(5), p.size(), p.getval(4)]
result(answers=answers, classes=classes, strings=strings, pointers=pointers, labels=[p.label(), p.label("mine"), p.label()])
