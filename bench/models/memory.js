// Resident memory that 100,000 hh segments take, after their first step. Linux
// only: it reads /proc. Prints one line of JSON.
const resident = () => 1024 * Number(/VmRSS:\s+(\d+)/.exec(fs.readText("/proc/self/status"))[1]);

const segments = 100000;
const before = resident();
for (let i = 0; i < 100; i++) {
  const axon = n.Section(`axon[${i}]`, { L: 1000, diam: 1, nseg: segments / 100 });
  axon.insert(n.hh);
}
n.finitialize(-65);
n.fadvance();
console.log(JSON.stringify({ segments, bytes: resident() - before }));
