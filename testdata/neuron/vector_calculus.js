// Derivative, integral and interpolation in all their forms.
const v = n.Vector(30).sin(33, 0.4, 1);
const x = n.Vector([0, 1, 2.5, 4, 4, 7]);
const y = n.Vector([5, -1, 3, 2, 8, 0]);
const at = n.Vector([-1, 0, 0.3, 2.5, 3.9, 4, 4.1, 6, 7, 9]);
console.log(JSON.stringify({
  deriv: [v.c().deriv(), v.c().deriv(0.1), n.Vector().deriv(v), n.Vector().deriv(v, 0.1)],
  euler: [v.c().deriv(0.1, 1), n.Vector().deriv(v, 0.1, 1)],
  central: [v.c().deriv(0.1, 2), n.Vector().deriv(v, 0.1, 2)],
  two: [n.Vector([1, 4]).deriv(0.5), n.Vector([1, 4]).deriv(0.5, 1)],
  integral: [v.c().integral(), v.c().integral(0.1), n.Vector().integral(v), n.Vector().integral(v, 0.1)],
  interpolated: [y.c().interpolate(at, x), n.Vector().interpolate(at, x, y), n.Vector([7, 7]).interpolate(n.Vector(), x, y)],
  one_point: n.Vector().interpolate(at, n.Vector([2]), n.Vector([6])),
  there_and_back: n.Vector().deriv(v.c().integral(0.1), 0.1),
}));
