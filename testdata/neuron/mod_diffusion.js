// Calcium in shells with buffer and pump, and sodium: both diffuse along a tree of sections, some of which lack the mechanism, some turned round.
n.load_mechanisms("mod");
const names = ["soma", "trunk", "left", "right", "side", "back", "bare", "far"];
const [soma, trunk, left, right, side, back, bare, far] = names.map((name) => n.Section(name));
const sizes = [[20, 18, 1], [90, 4, 5], [40, 2, 3], [60, 1.5, 4], [15, 1, 1], [30, 2.5, 3], [25, 2, 2], [35, 1.2, 2]];
[soma, trunk, left, right, side, back, bare, far].forEach((s, i) => {
  [s.L, s.diam, s.nseg] = sizes[i];
});
trunk.connect(soma(1));
left.connect(trunk(1));
right.connect(trunk(1), 1);
side.connect(trunk(0.5));
back.connect(soma(0));
bare.connect(left(1));
far.connect(bare(1));
right.rallbranch = 2;
for (const s of n.allsec()) {
  s.insert("hh");
  if (s !== bare) {
    s.insert("cashells");
    s.insert("nadiffus");
  }
}
for (const s of [soma, trunk, left]) {
  s.insert("cal");
  s.pbar_cal = 0.002;
}
for (const seg of right) seg.D_nadiffus = 0.2 + 0.3 * seg.x;
for (const s of [soma, left]) s.pump0_cashells = 0.02;
const ic = n.IClamp(soma(0.5), { delay: 1, dur: 8, amp: 1.5 });
const places = [soma(0.5), trunk(0.3), trunk(0.5), trunk(0.9), left(0.5), right(0.1), right(0.9), side(0.5), back(0.2), back(0.8), far(0.7)];
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(soma(0.5)._ref_v);
const cai = places.map((x) => n.Vector().record(x._ref_cai));
const inner = places.map((x) => n.Vector().record(x.cashells._ref_ca[3]));
const bound = places.map((x) => n.Vector().record(x.cashells._ref_bound[1]));
const nai = places.map((x) => n.Vector().record(x._ref_nai));
n.celsius = 20;
n.dt = 0.05;
n.finitialize(-65);
while (n.t < 12) n.fadvance();
right.L = 200;
n.dt = 0.1;
while (n.t < 16) n.fadvance();
console.log(JSON.stringify({ t, v, cai, inner, bound, nai, vrat: [0, 1, 2, 3].map((i) => n.vrat_cashells[i]) }));
