"""Sixty sections connected at random, with random sizes, nseg, ends and mechanisms: the order of elimination must not matter."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")

seed = 12345


def random(size):
    """The next whole number below size, of a generator that any language can repeat."""
    global seed
    seed = (seed * 16807) % 2147483647
    return seed % size


sections = []
for k in range(60):
    sec = h.Section(name=f"s{k}")
    if random(4) == 0:
        for point in range(3):
            sec.pt3dadd(20 * point, random(30), random(30), 0.5 + random(30) / 10)
    else:
        sec.L = 10 + random(150)
        sec.diam = 0.5 + random(40) / 10
    sec.nseg = 1 + random(6)
    sec.Ra = 50 + random(150)
    sec.insert("hh" if random(3) == 0 else "pas")
    if k > 0:
        parent = sections[random(k)]
        sec.connect(parent(random(5) / 4), 1 if random(5) == 0 else 0)
    sections.append(sec)
sections[0].insert("hh")
clamps = []
for _ in range(4):
    ic = h.IClamp(sections[random(60)](random(5) / 4))
    ic.delay = 1 + random(5)
    ic.dur = 1 + random(3)
    ic.amp = random(20) / 10
    clamps.append(ic)
t = h.Vector().record(h._ref_t)
v = [h.Vector().record(sections[random(60)](random(5) / 4)._ref_v) for _ in range(5)]
h.finitialize(-65)
h.continuerun(15)
result(t=t, v=v, profile=[[seg.v for seg in sec.allseg()] for sec in sections], order=[str(sec) for sec in sections[0].wholetree()])
