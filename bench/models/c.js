// Model c: an hh soma with a binary tree of 127 passive sections of 11 segments.
const { measure } = require("./timing.js");

const soma = n.Section("soma", { L: 20, diam: 20 });
soma.insert(n.hh);
const tree = [];
for (let i = 0; i < 127; i++) {
  const dend = n.Section(`dend[${i}]`, { L: 50, diam: 1, nseg: 11 });
  dend.insert(n.pas);
  dend.connect(i === 0 ? soma : tree[(i - 1) >> 1]);
  tree.push(dend);
}
n.IClamp(soma(0.5), { delay: 1, dur: 1e9, amp: 0.5 });
measure(80);
