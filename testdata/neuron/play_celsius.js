// The temperature played into: hh makes its table anew at the start of the next step. And node_index in several trees.
const soma = n.Section("soma");
soma.insert("hh");
const other = n.Section("other", { nseg: 2 });
const twig = n.Section("twig", { nseg: 3 });
const branch = n.Section("branch");
branch.connect(soma(1));
twig.connect(branch(0.5), 1);
const values = n.Vector([6, 12, 24, 36]);
values.play(n._ref_celsius, 0.05);
const gate = n.Vector().record(soma(0.5).hh._ref_h);
const celsius = n.Vector().record(n._ref_celsius);
n.finitialize(-60);
n.continuerun(0.3);
const nodes = [...n.allsec()].map((sec) => [...sec.allseg()].map((seg) => seg.node_index()));
console.log(JSON.stringify({ h: gate, celsius, nodes }));
