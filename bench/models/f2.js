// Model f2: 100 hh cables of 99 segments, each with its own current.
const { measure } = require("./timing.js");

for (let i = 0; i < 100; i++) {
  const axon = n.Section(`axon[${i}]`, { L: 1000, diam: 1, nseg: 99 });
  axon.insert(n.hh);
  n.IClamp(axon(0), { delay: 1, dur: 1e9, amp: 0.002 * i });
}
measure(5);
