"""Order: sort, sortindex, reverse, rotate and indgen in all their forms."""
from neuron import h
from oracle import result

v = h.Vector([3, 1, 4, 1, 5, 9, 2, 6, 5, 3])
rank = h.Vector()
v.sortindex(rank)

result(
    sorted=v.c().sort(),
    sortindex=[rank, v.sortindex(), v.c().index(v.sortindex())],
    reversed=v.c().reverse(),
    rotated=[v.c().rotate(k) for k in (0, 1, -1, 3, -3, 10, 13, -27)],
    shifted=[v.c().rotate(k, 0) for k in (1, -1, 3, -3, 13)],
    indgen=[h.Vector(5).indgen(), h.Vector(5).indgen(2), h.Vector(5).indgen(1, 0.5), h.Vector().indgen(2, 7, 1), h.Vector().indgen(0, 1, 0.1), h.Vector().indgen(5, -5, -2.5), h.Vector(3).indgen(0, 40, 0.025).size()],
)
