// Order: sort, sortindex, reverse, rotate and indgen in all their forms.
const v = n.Vector([3, 1, 4, 1, 5, 9, 2, 6, 5, 3]);
const rank = n.Vector();
v.sortindex(rank);
console.log(JSON.stringify({
  sorted: v.c().sort(),
  sortindex: [rank, v.sortindex(), v.c().index(v.sortindex())],
  reversed: v.c().reverse(),
  rotated: [0, 1, -1, 3, -3, 10, 13, -27].map((k) => v.c().rotate(k)),
  shifted: [1, -1, 3, -3, 13].map((k) => v.c().rotate(k, 0)),
  indgen: [n.Vector(5).indgen(), n.Vector(5).indgen(2), n.Vector(5).indgen(1, 0.5), n.Vector().indgen(2, 7, 1), n.Vector().indgen(0, 1, 0.1), n.Vector().indgen(5, -5, -2.5), n.Vector(3).indgen(0, 40, 0.025).size()],
}));
