// Searching: where, indwhere and indvwhere with every condition, ind, index, contains and eq.
const v = n.Vector([3, 1, 2, 5, 4, 2, 3 + 1e-12, 2 + 1e-10]);
const at = n.Vector([0, 2, 4.9, 9, -1]);
console.log(JSON.stringify({
  indwhere: [...["==", "!=", ">", "<", ">=", "<="].map((op) => v.indwhere(op, 2)), ...["[]", "[)", "(]", "()"].map((op) => v.indwhere(op, 2, 4))],
  absent: [v.indwhere("==", 77), v.indwhere("()", 5, 9), n.Vector().indwhere("<", 1)],
  indvwhere: [...["==", "!=", ">", "<", ">=", "<="].map((op) => v.c().indvwhere(op, 3)), ...["[]", "[)", "(]", "()"].map((op) => v.c().indvwhere(op, 2, 4))],
  indvwhere_of: [...["==", "!=", ">", "<", ">=", "<="].map((op) => n.Vector().indvwhere(v, op, 3)), ...["[]", "[)", "(]", "()"].map((op) => n.Vector().indvwhere(v, op, 2, 4))],
  where: [...["==", "!=", ">", "<", ">=", "<="].map((op) => v.c().where(op, 3)), ...["[]", "[)", "(]", "()"].map((op) => v.c().where(op, 2, 4))],
  where_of: [...["==", "!=", ">", "<", ">=", "<="].map((op) => n.Vector().where(v, op, 3)), ...["[]", "[)", "(]", "()"].map((op) => n.Vector().where(v, op, 2, 4))],
  ind: [v.ind(at), v.ind(n.Vector([7, 0, 0]))],
  index: [n.Vector().index(v, at), v.c().index(at), v.c().index(n.Vector([1, 1]))],
  contains: [3, 2.5, 5 + 1e-13, 5 + 1e-9].map((x) => v.contains(x)),
  eq: [v.eq(v), v.eq(v.c()), v.eq(v.c().add(1e-12)), v.eq(v.c().add(1e-9)), v.eq(at), v.eq(n.Vector())],
}));
