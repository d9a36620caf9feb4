"""Copies: every form of c, cl, at, copy, append, insrt, remove and from_double."""
from neuron import h
from oracle import result

src = h.Vector([10, 20, 30, 40, 50, 60])
def dst():
    return h.Vector([1, 2, 3])
labelled = h.Vector([1, 2])
labelled.label("soma")
copied = labelled.cl()
grown = h.Vector()
grown.append(1)
grown.append(2, src, 3)
grown.append(grown.c())
grown.insrt(2, 7)
grown.insrt(0, dst())
grown.remove(1)
grown.remove(3, 6)
number = h.ref(3.5)

result(
    c=[src.c(), src.c(2), src.c(2, 4), src.c(5, 5)],
    at=[src.at(1, 2), src.at(0, 5)],
    cl=[copied, src.cl(1), src.cl(1, 3)],
    labels=[labelled.label(), copied.label(), labelled.c().label()],
    whole=[dst().copy(src), dst().copy(h.Vector())],
    to=[dst().copy(src, 1), dst().copy(src, 3), dst().copy(src, 5)],
    part=[dst().copy(src, 2, 4), dst().copy(src, 0, 0), src.c().copy(dst(), 1, 2)],
    part_to=[dst().copy(src, 1, 2, 4), dst().copy(src, 5, 0, 1)],
    interleaved=[dst().copy(src, 0, 0, 5, 2, 1), dst().copy(src, 1, 0, 5, 1, 2), dst().copy(src, 2, 1, 4, 3, 2)],
    by_index=[dst().copy(src, h.Vector([0, 2]), h.Vector([2, 0])), dst().copy(src, h.Vector([1, 2]))],
    grown=grown,
    sizes=[grown.size(), len(grown), src.c().resize(2).size(), src.c().clear().size()],
    resized=[src.c().resize(8), src.c().resize(2), src.c().resize(2).resize(4)],
    from_double=[dst().from_double(2, src._ref_x[1]), dst().from_double(6, src._ref_x[0]), dst().from_double(1, number)],
    buffer=[h.Vector(3).buffer_size(), h.Vector(3).buffer_size(10), h.Vector([1, 2, 3, 4, 5, 6]).buffer_size()],
    python=[dst().from_python(src.to_python()), h.Vector(range(4)), h.Vector(2, 1.5)],
)
