// Model o, larger than any cache: 1000 hh cables of 1001 segments.
const { measure } = require("./timing.js");

for (let i = 0; i < 1000; i++) {
  const axon = n.Section(`axon[${i}]`, { L: 10000, diam: 1, nseg: 1001 });
  axon.insert(n.hh);
  n.IClamp(axon(0), { delay: 0.1, dur: 1e9, amp: 0.0002 * i });
}
measure(0.5);
