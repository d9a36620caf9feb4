// Model b: an hh cable of 1001 segments that carries spikes.
const { measure } = require("./timing.js");

const axon = n.Section("axon", { L: 10000, diam: 1, nseg: 1001 });
axon.insert(n.hh);
n.IClamp(axon(0), { delay: 1, dur: 1e9, amp: 0.2 });
measure(20);
