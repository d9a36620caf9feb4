"""Searching: where, indwhere and indvwhere with every condition, ind, index, contains and eq."""
from neuron import h
from oracle import result

v = h.Vector([3, 1, 2, 5, 4, 2, 3 + 1e-12, 2 + 1e-10])
at = h.Vector([0, 2, 4.9, 9, -1])

result(
    indwhere=[v.indwhere(op, 2) for op in ("==", "!=", ">", "<", ">=", "<=")] + [v.indwhere(op, 2, 4) for op in ("[]", "[)", "(]", "()")],
    absent=[v.indwhere("==", 77), v.indwhere("()", 5, 9), h.Vector().indwhere("<", 1)],
    indvwhere=[v.c().indvwhere(op, 3) for op in ("==", "!=", ">", "<", ">=", "<=")] + [v.c().indvwhere(op, 2, 4) for op in ("[]", "[)", "(]", "()")],
    indvwhere_of=[h.Vector().indvwhere(v, op, 3) for op in ("==", "!=", ">", "<", ">=", "<=")] + [h.Vector().indvwhere(v, op, 2, 4) for op in ("[]", "[)", "(]", "()")],
    where=[v.c().where(op, 3) for op in ("==", "!=", ">", "<", ">=", "<=")] + [v.c().where(op, 2, 4) for op in ("[]", "[)", "(]", "()")],
    where_of=[h.Vector().where(v, op, 3) for op in ("==", "!=", ">", "<", ">=", "<=")] + [h.Vector().where(v, op, 2, 4) for op in ("[]", "[)", "(]", "()")],
    ind=[v.ind(at), v.ind(h.Vector([7, 0, 0]))],
    index=[h.Vector().index(v, at), v.c().index(at), v.c().index(h.Vector([1, 1]))],
    contains=[bool(v.contains(x)) for x in (3, 2.5, 5 + 1e-13, 5 + 1e-9)],
    eq=[v.eq(v), v.eq(v.c()), v.eq(v.c().add(1e-12)), v.eq(v.c().add(1e-9)), v.eq(at), v.eq(h.Vector())],
)
