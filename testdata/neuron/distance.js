// Path distances on a tree, from an origin and between two segments, and across cells; which places share a node.
const soma = n.Section("soma", { L: 20, nseg: 3 });
const dend = n.Section("dend", { L: 100, nseg: 5 });
dend.connect(soma(1));
const twig = n.Section("twig", { L: 50, nseg: 2 });
twig.connect(dend(0.5));
const back = n.Section("back", { L: 70, nseg: 3 });
back.connect(soma(0), 1);
const alone = n.Section("alone");
const sections = [soma, dend, twig, back];
const places = sections.flatMap((sec) => [0, 0.3, 0.5, 1].map((x) => sec(x)));
n.distance(0, soma(0.5));
const from_soma = places.map((seg) => n.distance(seg));
n.distance({ sec: dend });
const from_dend = [0, 0.3, 0.7, 1].map((x) => n.distance(x, { sec: twig }));
n.distance(0, twig(1));
const from_twig = places.map((seg) => n.distance(seg));
const between = [soma(0), dend(0.9), twig(0.1), back(0), back(0.4)].map((a) => places.map((b) => n.distance(a, b)));
const apart = n.distance(alone(0.5), soma(0.5));
n.finitialize(-65);
const same = places.map((a) => places.map((b) => a.node_index() === b.node_index()));
console.log(JSON.stringify({ from_soma, from_dend, from_twig, between, apart, same }));
n.load_file("stdrun.hoc");

