// Model f: one hh cell of 10034 segments, a soma with a binary tree of 127
// sections of 79 segments.
const { measure } = require("./timing.js");

const soma = n.Section("soma", { L: 20, diam: 20 });
soma.insert(n.hh);
const tree = [];
for (let i = 0; i < 127; i++) {
  const dend = n.Section(`dend[${i}]`, { L: 400, diam: 1, nseg: 79 });
  dend.insert(n.hh);
  dend.connect(i === 0 ? soma : tree[(i - 1) >> 1]);
  tree.push(dend);
}
n.IClamp(soma(0.5), { delay: 1, dur: 1e9, amp: 0.5 });
measure(5);
