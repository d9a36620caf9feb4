// Model a: one hh segment that fires repetitively.
const { measure } = require("./timing.js");

const soma = n.Section("soma", { L: 20, diam: 20 });
soma.insert(n.hh);
n.IClamp(soma(0.5), { delay: 1, dur: 1e9, amp: 0.2 });
measure(2000);
