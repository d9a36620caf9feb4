// The order in which FInitializeHandlers of types 3, 0, 1 and 2 are called, and what each finds; changes made in them.
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
const seg = soma(0.5);
const order = [];
const seen = [];

function handler(number, change = () => {}) {
  return () => {
    order.push(number);
    seen.push([n.t, seg.v, seg.hh.m, t.length]);
    change();
  };
}

const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(seg._ref_v);
const m = n.Vector().record(seg.hh._ref_m);
const handlers = [
  n.FInitializeHandler(2, handler(2)),
  n.FInitializeHandler(handler(1, () => { seg.hh.m = 0.2; })),
  n.FInitializeHandler(0, handler(0, () => { seg.v = -60; })),
  n.FInitializeHandler(3, handler(3)),
  n.FInitializeHandler(1, handler(11)),
  n.FInitializeHandler(0, handler(10)),
];
n.finitialize(-65);
n.continuerun(5);
n.finitialize(-70);
console.log(JSON.stringify({ order, seen, t, v, m }));
n.load_file("stdrun.hoc");

