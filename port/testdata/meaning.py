import itertools
import sys
from collections import Counter, defaultdict, namedtuple
from itertools import chain, product

import numpy as np
from neuron import h


class Counted:
    count = 0
    names = []
    limit = 2
    double = limit * 2

    def __init__(self, name):
        Counted.count += 1
        self.names.append(name)

    def over(self):
        return self.count > self.limit


class Wide(Counted):
    limit = 10


a, b, c = Counted("a"), Counted("b"), Wide("c")
print(Counted.count, a.count, len(a.names), len(b.names), Counted.double)
print("yes" if a.over() else "no", "yes" if c.over() else "no")
a.count = 100
print(Counted.count, a.count, b.count)



class Sink:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text


sink = Sink()
print("one", 2, file=sink)
print("three", end=";", file=sink)
print(sink.text)
print("aside", file=sys.stderr)
print("here", 1, file=sys.stdout)

v = np.array([1.0, 2.0, 3.0, 4.0])
print(len(v[v > 2]), int(v[(v > 1) & (v < 4)].sum()), "%g" % v[~(v > 1)].sum())
mask = (v > 1) | (v == 1)
print("%g" % v[mask].sum(), mask.sum(), (v > 2).sum())
w = v.copy()
w[w > 2] = 0
print(int(w.sum()), "same" if w.tolist() == [1, 2, 0, 0] else "other")


def above(x, low):
    return x[x > low].mean()


def gate(u):
    alpha = 0.1 * (u + 40)
    return alpha / (alpha + 4 * np.exp(-(u + 65) / 18))


def scaled(u, k):
    return u * k + 1


def half(u):
    return scaled(u, 0.5)


print(above(v, 2), "%.6f" % gate(v)[1], "%.6f" % gate(-30.0), "%g" % sum(half(v)))
print("%.3f" % np.max(v / 3).round(3), "%g" % v.min(), np.count_nonzero(v > 2))


def span(x):
    return x.max() - x.min()


print("%g" % span(v))

first, *mid, last = [1, 2, 3, 4, 5]
print(first, "same" if mid == [2, 3, 4] else "other", last)
start, *rest, before, end = "abcdef"
print(start, "".join(rest), before, end)
fs = [lambda x, i=i: x + i for i in range(3)]
print("same" if [f(10) for f in fs] == [10, 11, 12] else "other", fs[2](1, 1))
i = 7
g = lambda x, i=i: x * i
i = 8
print(g(2))

d = {"a": 1}
try:
    print(d["b"])
except KeyError:
    print("no key")
try:
    print([1, 2][5])
except IndexError:
    print("no element")
try:
    print(float("x"))
except ValueError:
    print("no number")
d.setdefault("b", []).append(3)
d.update(c=4)
d.update({"e": 5})
print("same" if sorted(d.keys()) == ["a", "b", "c", "e"] else "other", d["b"][0], [1, 2, 1].count(1), "banana".count("an"))

got = []


def later(x, y=0):
    got.append(x + y)


class Clock:
    def __init__(self):
        self.ticks = 0

    def tick(self):
        self.ticks += 1

    def start(self):
        h.cvode.event(1, self.tick)


s = h.Section(name="s")
s.insert("hh")
h.load_file("stdrun.hoc")
h.finitialize(-65)
clock = Clock()
clock.start()
h.cvode.event(2, (later, (4,)))
h.cvode.event(2.5, (later, (4, 5)))
h.continuerun(3)
print(got[0], got[1], clock.ticks)
for name in s.psection()["density_mechs"]:
    print(name)
print(s, s(0.5))
print("same" if [p[0] * p[1] for p in product([1, 2], [3, 4])] == [3, 4, 6, 8] else "other", len(list(itertools.combinations(range(4), 2))), list(chain([1], [2, 3]))[2])
for x, y in product(range(2), repeat=2):
    print(x, y)
counts = Counter("banana")
print(counts["a"], counts["z"], len(counts))
groups = defaultdict(list)
for word in ["ab", "ac", "b"]:
    groups[word[0]].append(word)
for key, words in groups.items():
    print(key, len(words))
total = defaultdict(int)
total["x"] += 2
print(total["x"], total["y"])
Point = namedtuple("Point", "x y")
p = Point(1, 2)
q = Point(x=3, y=4)
print(p.x + q.y, p[1], sum(q))
