// Sixty sections connected at random, with random sizes, nseg, ends and mechanisms: the order of elimination must not matter.
let seed = 12345;

// The next whole number below size, of a generator that any language can repeat.
function random(size) {
  seed = (seed * 16807) % 2147483647;
  return seed % size;
}

const sections = [];
for (let k = 0; k < 60; k++) {
  const sec = n.Section(`s${k}`);
  if (random(4) === 0) {
    for (let point = 0; point < 3; point++) sec.pt3dadd(20 * point, random(30), random(30), 0.5 + random(30) / 10);
  } else {
    sec.L = 10 + random(150);
    sec.diam = 0.5 + random(40) / 10;
  }
  sec.nseg = 1 + random(6);
  sec.Ra = 50 + random(150);
  sec.insert(random(3) === 0 ? "hh" : "pas");
  if (k > 0) {
    const parent = sections[random(k)];
    sec.connect(parent(random(5) / 4), random(5) === 0 ? 1 : 0);
  }
  sections.push(sec);
}
sections[0].insert("hh");
const clamps = [];
for (let k = 0; k < 4; k++) {
  const ic = n.IClamp(sections[random(60)](random(5) / 4));
  ic.delay = 1 + random(5);
  ic.dur = 1 + random(3);
  ic.amp = random(20) / 10;
  clamps.push(ic);
}
const t = n.Vector().record(n._ref_t);
const v = [0, 1, 2, 3, 4].map(() => n.Vector().record(sections[random(60)](random(5) / 4)._ref_v));
n.finitialize(-65);
n.continuerun(15);
console.log(JSON.stringify({
  t,
  v,
  profile: sections.map((sec) => [...sec.allseg()].map((seg) => seg.v)),
  order: sections[0].wholetree().map(String),
}));
n.load_file("stdrun.hoc");

