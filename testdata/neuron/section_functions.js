// Functions that take a section, constants, and the units of variables.
n.load_file("stdlib.hoc");
const soma = n.Section("soma");
soma.L = soma.diam = 25;
const dend = n.Section("dend", { L: 333, diam: 1.7, nseg: 5 });
dend.Ra = 123;
dend.cm = 0.9;
dend.connect(soma(1));
soma.insert("hh");
dend(0.3).diam = 2.5;
const places = [0, 0.1, 0.3, 0.5, 0.99, 1];
const names = ["v", "diam", "cm", "Ra", "gnabar_hh", "g_pas", "ena", "ina", "nai", "m_hh", "IClamp.amp", "IClamp.del", "SEClamp.rs",
  "SEClamp.i", "AlphaSynapse.gmax"];
console.log(JSON.stringify({
  area: places.map((x) => n.area(x, { sec: dend })),
  ri: places.map((x) => n.ri(x, { sec: dend })),
  lambda_f: [50, 100, 1000].flatMap((f) => [soma, dend].map((sec) => n.lambda_f(f, { sec }))),
  constants: [n.PI, n.E, n.GAMMA, n.DEG, n.PHI, n.FARADAY, n.R, n.Avogadro_constant],
  functions: [n.sin(1), n.cos(1), n.sqrt(2), n.exp(1.5), n.log(3), n.log10(3), n.atan(0.5), n.tanh(0.3), n.abs(-2), n.int(-2.7)],
  units: names.map((name) => n.units(name)),
}));
n.load_file("stdrun.hoc");

