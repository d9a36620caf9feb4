// Time to build a network and to take it apart: 10,000 hh sections of 10 segments
// in 1000 trees, an ExpSyn in each section, and 50,000 NetCons. Prints one line of
// JSON with the seconds that each part took.
const sections = 10000;
const perCell = 10;
const connections = 50000;
const parts = [];
let last = performance.now();
const done = (what) => {
  const now = performance.now();
  parts.push({ what, seconds: (now - last) / 1e3 });
  last = now;
};

const cable = [];
for (let i = 0; i < sections; i++) cable.push(n.Section(`cable[${i}]`));
done("sections");
for (const s of cable) {
  s.L = 100;
  s.diam = 1;
  s.Ra = 100;
}
done("geometry");
for (const s of cable) s.nseg = 10;
done("nseg");
for (let i = 0; i < sections; i++) if (i % perCell > 0) cable[i].connect(cable[i - 1](1));
done("connect");
for (const s of cable) s.insert("hh");
done("insert");
for (const s of cable) s(0.5).gnabar_hh = 0.11;
done("set a variable");
const synapses = cable.map((s) => n.ExpSyn(s(0.5)));
done("synapses");
const netcons = [];
for (let i = 0; i < connections; i++) {
  const from = cable[(i * 7) % sections];
  const nc = n.NetCon(from(0.5)._ref_v, synapses[(i * 13) % sections], { sec: from });
  nc.weight[0] = 0.001;
  nc.delay = 2;
  netcons.push(nc);
}
done("netcons");
n.finitialize(-65);
done("finitialize");
n.fadvance();
done("first step");
for (let i = 0; i < connections; i += 2) netcons[i].delete();
done("delete half of the netcons");
n.reset();
done("delete the rest");
console.log(JSON.stringify({ parts }));
