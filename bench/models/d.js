// Model d: 1000 hh cells of one segment, each with its own current.
const { measure } = require("./timing.js");

for (let i = 0; i < 1000; i++) {
  const soma = n.Section(`cell[${i}]`, { L: 20, diam: 20 });
  soma.insert(n.hh);
  n.IClamp(soma(0.5), { delay: 1, dur: 1e9, amp: 0.0003 * i });
}
measure(20);
