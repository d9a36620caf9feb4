"""Vector.setrand and addrand, whole and in a range."""
from neuron import h
from oracle import result

r = h.Random()
r.Random123(4, 2)
r.negexp(3)
whole = h.Vector(20).setrand(r)
part = h.Vector(20).fill(7).setrand(r, 3, 6)
added = h.Vector(20).fill(7).addrand(r)
added.addrand(r, 18, 19)
r.discunif(1, 6)
dice = h.Vector(30).setrand(r).addrand(r)
empty = h.Vector().setrand(r)
result(whole=whole, part=part, added=added, t_dice=dice, size=empty.size(), t_after=[r.repick(), r.seq()])
