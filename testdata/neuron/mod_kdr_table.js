// A potassium channel of one's own with a table: temperature, a global and usetable change it; its function and procedure are called.
n.load_mechanisms("mod");
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("pas");
soma.insert("kdr");
const ic = n.IClamp(soma(0.5), { delay: 1, dur: 6, amp: 0.6 });
const t = n.Vector().record(n._ref_t);
const recorded = {
  v: n.Vector().record(soma(0.5)._ref_v),
  ik: n.Vector().record(soma(0.5)._ref_ik),
  n: n.Vector().record(soma(0.5).kdr._ref_n),
};
const answer = { v: [], ik: [], n: [] };
for (const [celsius, shift, q10, usetable] of [[6.3, 0, 2.3, 1], [30, 0, 2.3, 1], [30, -12.5, 3, 1], [30, -12.5, 3, 0]]) {
  n.celsius = celsius;
  n.shift_kdr = shift;
  n.q10_kdr = q10;
  n.usetable_kdr = usetable;
  n.finitialize(-65);
  n.continuerun(10);
  for (const [name, x] of Object.entries(recorded)) answer[name].push([...x]);
}
const called = [-60, -45, -45.00001, 0].map((u) => n.opening_kdr(u)).concat([n.closing_kdr(-20)]);
const rates = [];
for (const usetable of [1, 0]) {
  n.usetable_kdr = usetable;
  for (const u of [-150, -119.9, -33.3, 0, 79.99, 100]) {
    n.rates_kdr(u);
    rates.push([n.ninf_kdr, n.ntau_kdr]);
  }
}
console.log(JSON.stringify({ t, called, rates, ...answer }));
n.load_file("stdrun.hoc");

