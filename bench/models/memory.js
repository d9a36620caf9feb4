// Resident memory that 100,000 hh segments take, after their first step, and that
// another 100,000 take: the first time, parts of the program and the tables of the
// mechanism come into memory, too. Linux only: it reads /proc. Prints one line of
// JSON.
const resident = () => 1024 * Number(/VmRSS:\s+(\d+)/.exec(fs.readText("/proc/self/status"))[1]);

const segments = 100000;
const bytes = [];
for (let k = 0; k < 2; k++) {
  const before = resident();
  for (let i = 0; i < 100; i++) {
    const axon = n.Section(`axon[${100 * k + i}]`, { L: 1000, diam: 1, nseg: segments / 100 });
    axon.insert(n.hh);
  }
  n.finitialize(-65);
  n.fadvance();
  bytes.push(resident() - before);
}
console.log(JSON.stringify({ segments, bytes: bytes[0], next: bytes[1] }));
