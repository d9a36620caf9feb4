import { n as h } from "neuron";
import { Counter, append, chain, combinations, count, defaultdict, equal, float, format, int, item, len, namedtuple, np, print, product, range, shared, sorted, sum } from "gneuron/python";

class Counted {
  static count = 0;
  static names = [];
  static limit = 2;
  static double = this.limit * 2;

  constructor(name) {
    Counted.count += 1;
    append(this.names, name);
  }

  over() {
    return this.count > this.limit;
  }

  static { shared(this, "count", "names", "limit", "double"); }
}

class Wide extends Counted {
  static limit = 10;

  static { shared(this, "limit"); }
}

const [a, b, c] = [new Counted("a"), new Counted("b"), new Wide("c")];
print(Counted.count, a.count, len(a.names), len(b.names), Counted.double);
print(a.over() ? "yes" : "no", c.over() ? "yes" : "no");
a.count = 100;
print(Counted.count, a.count, b.count);

class Sink {
  constructor() {
    this.text = "";
  }

  write(text) {
    this.text += text;
  }
}

const sink = new Sink();
sink.write(["one", 2].join(" ") + "\n");
sink.write(["three"].join(" ") + ";");
print(sink.text);
console.error(["aside"].join(" "));
process.stdout.write(["here", 1].join(" ") + "\n");

const v = np.array([1.0, 2.0, 3.0, 4.0]);
print(np.compress(np.greater(v, 2), v).length, int(np.sum(np.compress(np.logical_and(np.greater(v, 1), np.less(v, 4)), v))), `${format(np.sum(np.compress(np.logical_not(np.greater(v, 1)), v)), "g")}`);
const mask = np.logical_or(np.greater(v, 1), np.equal(v, 1));
print(`${format(np.sum(np.compress(mask, v)), "g")}`, np.sum(mask), np.sum(np.greater(v, 2)));
const w = v.slice();
np.place(w, np.greater(w, 2), 0);
print(int(np.sum(w)), equal(np.tolist(w), [1, 2, 0, 0]) ? "same" : "other");

function above(x, low) {
  return np.mean(np.compress(np.greater(x, low), x));
}

function gate(u) {
  const alpha = np.multiply(0.1, np.add(u, 40));
  return np.divide(alpha, np.add(alpha, np.multiply(4, np.exp(np.divide(np.negative(np.add(u, 65)), 18)))));
}

function scaled(u, k) {
  return np.add(np.multiply(u, k), 1);
}

function half(u) {
  return scaled(u, 0.5);
}

print(above(v, 2), `${gate(v)[1].toFixed(6)}`, `${gate(-30.0).toFixed(6)}`, `${format(sum(half(v)), "g")}`);
print(`${np.round(np.max(np.divide(v, 3)), 3).toFixed(3)}`, `${format(np.min(v), "g")}`, np.count_nonzero(np.greater(v, 2)));

function span(x) {
  return np.max(x) - np.min(x);
}

print(`${format(span(v), "g")}`);

let first;
let last;
let mid;
[first, ...mid] = [1, 2, 3, 4, 5];
last = mid.pop();
print(first, equal(mid, [2, 3, 4]) ? "same" : "other", last);
let before;
let end;
let rest;
let start;
[start, ...rest] = "abcdef";
end = rest.pop();
before = rest.pop();
print(start, [...rest].join(""), before, end);
const fs = range(3).map((i) => ((i_) => (x, i = i_) => x + i)(i));
print(equal(fs.map((f) => f(10)), [10, 11, 12]) ? "same" : "other", fs[2](1, 1));
let i = 7;
const g = ((i_) => (x, i = i_) => x * i)(i);
i = 8;
print(g(2));

const d = { a: 1 };
try {
  print(item(d, "b"));
} catch (error) {
  print("no key");
}
try {
  print(item([1, 2], 5));
} catch (error) {
  print("no element");
}
try {
  print(float("x"));
} catch (error) {
  print("no number");
}
append((d["b"] ??= []), 3);
Object.assign(d, { c: 4 });
Object.assign(d, { e: 5 });
print(equal(sorted(Object.keys(d)), ["a", "b", "c", "e"]) ? "same" : "other", d.b[0], count([1, 2, 1], 1), count("banana", "an"));

const got = [];

function later(x, y = 0) {
  got.push(x + y);
}

class Clock {
  constructor() {
    this.ticks = 0;
  }

  tick() {
    this.ticks += 1;
  }

  start() {
    h.cvode.event(1, this.tick.bind(this));
  }
}

const s = h.Section({ name: "s" });
s.insert("hh");
h.load_file("stdrun.hoc");
h.finitialize(-65);
const clock = new Clock();
clock.start();
h.cvode.event(2, () => later(4));
h.cvode.event(2.5, () => later(4, 5));
h.continuerun(3);
print(got[0], got[1], clock.ticks);
for (const name of Object.keys(s.psection().density_mechs)) {
  print(name);
}
print(s, s(0.5));
print(equal([...product([1, 2], [3, 4])].map((p) => p[0] * p[1]), [3, 4, 6, 8]) ? "same" : "other", [...combinations(range(4), 2)].length, [...chain([1], [2, 3])][2]);
for (const [x, y] of product(range(2), { repeat: 2 })) {
  print(x, y);
}
const counts = Counter("banana");
print(counts.a, counts.z, len(counts));
const groups = defaultdict(() => []);
for (const word of ["ab", "ac", "b"]) {
  append(groups[word[0]], word);
}
for (const [key, words] of Object.entries(groups)) {
  print(key, len(words));
}
const total = defaultdict(() => 0);
total.x += 2;
print(total.x, total.y);
const Point = namedtuple("Point", "x y");
const p = Point(1, 2);
const q = Point({ x: 3, y: 4 });
print(p.x + q.y, p[1], sum(q));

export { Counted, Wide, Sink, above, gate, scaled, half, span, later, Clock };
