// Functions of each element: apply and reduce with a function of the script and with those known by name, and the methods for single ones.
const v = n.Vector([1, 9, 3, 4, 5, 0.25, 7]);
const mixed = n.Vector([-2.5, 0, 0.5, 3]);
const f = (x) => x * x + 0.5;
console.log(JSON.stringify({
  applied: v.c().apply(f),
  applied_part: v.c().apply(f, 1, 3),
  reduced: [v.reduce(f), v.reduce(f, 100), v.reduce(f, 100, 2, 4), v.reduce("sqrt"), v.reduce("log", 1)],
  by_name: ["sin", "cos", "atan", "tanh", "exp", "log", "log10", "sqrt", "abs", "int", "erf", "erfc"].map((g) => v.c().apply(g)),
  mixed_by_name: ["sin", "cos", "atan", "tanh", "exp", "abs", "int", "erf", "erfc"].map((g) => mixed.c().apply(g)),
  abs: [mixed.c().abs(), n.Vector().abs(mixed)],
  floor: [mixed.c().floor(), n.Vector().floor(mixed)],
  log: [v.c().log(), n.Vector().log(v), v.c().log10(), n.Vector().log10(v)],
  tanh: [mixed.c().tanh(), n.Vector().tanh(mixed)],
  sqrt: [v.c().sqrt(), n.Vector().sqrt(v)],
  pow: [v.c().pow(2), n.Vector().pow(v, 3), v.c().pow(0.5), v.c().pow(-1), v.c().pow(1.7), mixed.c().pow(2), v.c().pow(0), v.c().pow(1)],
  sin: [n.Vector(9).sin(100, 0.5), n.Vector(9).sin(100, 0.5, 0.25), n.Vector(9).sin(0, 1)],
  arithmetic: [v.c().add(2), v.c().add(v), v.c().sub(2), v.c().sub(v.c().reverse()), v.c().mul(0.3), v.c().mul(v), v.c().div(3), v.c().div(v.c().reverse())],
  scaled: [v.c().scale(-1, 1), mixed.c().scale(5, 6)],
  filled: [v.c().fill(2), v.c().fill(2, 1, 3)],
  set: [v.c().set(2, 8), v.c().set(2, 8).get(2)],
}));
