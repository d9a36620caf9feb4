// Vectors in a script: making them, arithmetic in place, statistics, searching, and what is computed from a recorded spike.
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
const ic = n.IClamp(soma(0.5), { delay: 2, dur: 0.1, amp: 0.9 });
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(soma(0.5)._ref_v);
n.finitialize(-65);
n.continuerun(10);
const coarse = n.Vector();
coarse.indgen(0, 9, 0.37);
const slope = n.Vector();
slope.deriv(v, n.dt);
const above = n.Vector();
above.indvwhere(v, ">", 0);
const some = n.Vector([3, -1, 4, 1, -5, 9, 2, 6]);
const grown = n.Vector(3, 1.5);
grown.append(some, 7);
grown.resize(14);
grown.insrt(1, 8);
grown.remove(0);
console.log(JSON.stringify({
  numbers: [v.size(), v.max(), v.min(), v.max_ind(), v.min_ind(), v.mean(), v.stdev(), v.sum(), v.var(), v.stderr(),
    v.indwhere(">", 0), v.median(), some.mag(), some.sumsq(), some.dot(some), some.meansqerr(some.c().add(1)),
    some.contains(9), some.contains(8), grown.size(), some[0], some.x[1], some.get(2)],
  interpolated: v.c().interpolate(coarse, t),
  slope,
  above: [above.length, above[0], above[above.length - 1]],
  integral: v.c().integral(n.dt).x[v.length - 1],
  grown,
  arithmetic: [
    some.c().add(2), some.c().sub(some.c().reverse()), some.c().mul(0.1), some.c().div(some), some.c().scale(0, 1),
    some.c().abs().sqrt(), some.c().sort(), some.c().sortindex(), some.c().rotate(2), some.c().rotate(-3, 0), some.c(2, 4),
    some.c().fill(2, 3, 5), some.c().abs().log(), some.c().pow(2), some.c().reverse(), n.Vector(5).indgen(2), n.Vector(5).indgen(1, 0.5),
    some.histogram(-6, 10, 4), some.c().rebin(some, 2), n.Vector().copy(some, 2, 5), some.c().abs().log10(), some.c().tanh(),
    n.Vector(4, 2).add(n.Vector([1, 2, 3, 4])), n.Vector([0.5, 1.5, 2.5]).floor(), n.Vector(3), some.c().where(">", 1), n.Vector().where(some, "[]", 1, 4),
  ],
}));
n.load_file("stdrun.hoc");

