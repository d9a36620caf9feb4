// Model h: model b with calcium: a channel that follows the Goldman-Hodgkin-Katz
// equation (channels=1), a T-type channel with a Nernst potential besides
// (channels=2), and a pool of calcium besides (channels=3).
const { measure, option } = require("./timing.js");

n.load_mechanisms(option("mod", "mod"));
const axon = n.Section("axon", { L: 10000, diam: 1, nseg: 1001 });
for (const name of ["hh", "caghk", "catype", "capool"].slice(0, Number(option("channels", 1)) + 1)) axon.insert(name);
n.IClamp(axon(0), { delay: 1, dur: 1e9, amp: 0.2 });
measure(20);
