import { n as h } from "neuron";
import { free, len, max, range, replace } from "gneuron/python";

let a, amp, b, cell, clamp, ic, k, n, nc, pair, wrapper;

h.load_file("stdrun.hoc");
const s = h.Section({ name: "s" });
s.insert("hh");
const syn = h.ExpSyn(s(0.5));
const st = h.NetStim();
[st.number, st.start] = [1, 1];

class Cell {
  constructor(n) {
    this.soma = h.Section({ name: "soma", cell: this });
    this.dends = [];
    for (let k = 0; k < n; k++) {
      this.dends.push(h.Section({ name: `dend${k}`, cell: this }));
    }
    this.clamp = h.IClamp(this.soma(0.5));
    this._finish();
  }

  _finish() {
    this.extra = h.IClamp(this.soma(0.5));
  }

  stimulate(amp) {
    free(this.clamp);
    this.clamp = h.IClamp(this.soma(0.5));
    [this.clamp.delay, this.clamp.dur, this.clamp.amp] = [1, 1, amp];
  }

  delete() {
    free(this.soma, this.dends, this.clamp, this.extra);
  }
}

class Small extends Cell {
  constructor() {
    super(1);
    this.syn = h.ExpSyn(this.soma(0.5));
  }

  delete() {
    free(this.syn);
    super.delete?.();
  }
}

function peak(stop = 5) {
  const v = h.Vector().record(s(0.5)._ref_v);
  h.finitialize(-65);
  h.continuerun(stop);
  return max(v);
}

function run(amp) {
  let ic;
  try {
    ic = h.IClamp(s(0.5));
    [ic.delay, ic.dur, ic.amp] = [1, 1, amp];
    return peak();
  } finally {
    free(ic);
  }
}

// rebound in a loop: each time the former one ends
for (const w of [0.001, 0.002, 0.004]) {
  free(nc);
  nc = h.NetCon(st, syn);
  nc.weight[0] = w;
  print(`${peak().toFixed(4)}`, h.List("NetCon").count());
}

// a local name: it ends with the function
for (amp of [0.05, 0.1]) {
  print(`${run(amp).toFixed(4)}`, h.List("IClamp").count());
}
nc = replace(nc, null);

function several(n) {
  let stims;
  try {
    stims = [];
    for (let k = 0; k < n; k++) {
      const ic = h.IClamp(s(0.5));
      [ic.delay, ic.dur, ic.amp] = [1, 1, 0.01];
      stims.push(ic);
    }
    return peak();
  } finally {
    free(stims);
  }
}

print(`${several(1).toFixed(4)} ${several(3).toFixed(4)}`, h.List("IClamp").count());

function make(amp) {
  const ic = h.IClamp(s(0.5));
  [ic.delay, ic.dur, ic.amp] = [1, 1, amp];
  return ic;
}

for (amp of [0.05, 0.1]) {
  clamp = replace(clamp, make(amp));
  print(`${peak().toFixed(4)}`, h.List("IClamp").count());
}
clamp = free(clamp);
print(h.List("IClamp").count());

// cells, and their sections
for (n of range(3)) {
  free(cell);
  cell = new Cell(n);
  print([...h.allsec()].length, h.List("IClamp").count());
}
for (k of range(2)) {
  cell.stimulate(0.1);
}
print(h.List("IClamp").count());
let cells = [];
for (n of range(2)) {
  cells.push(new Cell(n));
}
print([...h.allsec()].length);
cells = replace(cells, [new Small()]);
print([...h.allsec()].length, h.List("ExpSyn").count());
cells = replace(cells, []);

function simulate(diam) {
  let ic, soma, v;
  try {
    soma = h.Section({ name: "local" });
    soma.insert("pas");
    soma.diam = diam;
    const seg = soma(0.5);
    ic = h.IClamp(seg);
    [ic.amp, ic.dur] = [0.01, 3];
    v = h.Vector().record(seg._ref_v);
    const t = h.Vector().record(h._ref_t);
    h.finitialize(-70);
    h.continuerun(3);
    return [t, v];
  } finally {
    free(v, ic, soma);
  }
}

for (const diam of [20, 30]) {
  const [t, v] = simulate(diam);
  print(`${v.at(-1).toFixed(4)}`, len(t), [...h.allsec()].length);
}

function played() {
  let v;
  try {
    v = h.Vector([10, 10]);
    v.play(s(0.5)._ref_v, 1);
    h.finitialize(-65);
    return s(0.5).v;
  } finally {
    free(v);
  }
}

played();
h.finitialize(-65);
print(`${s(0.5).v.toFixed(3)}`);

function counted() {
  let fih;
  try {
    fih = h.FInitializeHandler(() => print("initialized"));
    h.finitialize(-65);
  } finally {
    free(fih);
  }
}

counted();
counted();
h.finitialize(-65);

function build() {
  const a = h.Section({ name: "a" });
  const b = h.Section({ name: "b" });
  b.connect(a);
  return [a, b];
}

for (k of range(2)) {
  free(a, b);
  [a, b] = build();
  print([...h.allsec()].length);
}

function setup() {
  free(ic);
  ic = h.IClamp(s(0.5));
}

setup();
setup();
print(h.List("IClamp").count());

function attach(cell) {
  const ic = h.IClamp(cell.soma(0.5));
  cell.more = replace(cell.more, ic);
}

attach(cell);
print(h.List("IClamp").count());

class Wrapper {
  constructor(sec) {
    this.sec = sec;
  }

  delete() {
    free(this.stim);
  }
}

h.finitialize(-65);
const before = h.List("IClamp").count();
for (amp of [1, 2, 3]) {
  free(wrapper);
  wrapper = new Wrapper(s);
  free(wrapper.stim);
  wrapper.stim = h.IClamp(s(0.5));
  print(h.List("IClamp").count() - before);
}
const held = {};
for (const name of ["one", "two"]) {
  const sec = h.Section({ name });
  held[name] = sec;
}
print([...h.allsec()].length);

class Recorded {
  constructor(k) {
    this.soma = h.Section({ name: "soma", cell: this });
    this.v = h.Vector().record(this.soma(0.5)._ref_v);
    this.w = h.Vector();
    this.w.record(this.soma(0.5)._ref_v);
    this.ncs = [];
  }

  delete() {
    free(this.v, this.w, this.soma, this.ncs);
  }
}

class Pair {
  constructor() {
    this.cells = range(2).map((k) => new Recorded(k));
    this.wire();
  }

  wire() {
    for (const source of this.cells) {
      for (const target of this.cells) {
        const nc = h.NetCon(source.soma(0.5)._ref_v, null, { sec: source.soma });
        target.ncs.push(nc);
      }
    }
  }

  delete() {
    free(this.cells);
  }
}

const wires = h.List("NetCon").count();
for (k of range(3)) {
  free(pair);
  pair = new Pair();
  h.finitialize(-65);
  h.continuerun(1);
  print(h.List("NetCon").count() - wires, [...h.allsec()].length, len(pair.cells[0].v));
}
let alone = new Recorded(0);
const watched = h.Vector().record(alone.soma(0.5)._ref_v);
h.finitialize(-65);
h.continuerun(1);
free(watched);
alone = free(alone);
h.finitialize(-65);
h.continuerun(2);
print(watched.length, [...h.allsec()].length);

export { Cell, Small, peak, run, several, make, simulate, played, counted, build, setup, attach, Wrapper, Recorded, Pair };
