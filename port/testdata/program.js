import { all, any, format, len, max, min, mod, print, range, round, shared, slice, sorted, sum, zip } from "gneuron/python";

let i, inside, k, value;
// What programs do: names, loops, functions, formats.

// A comment that stays.
let total = 0;
for (i of range(5)) {
  total += i; // adds up
}
print("sum", total);

for (i of range(10, 0, -3)) {
  process.stdout.write(String(i) + " ");
}
print();

for (k of range(2)) {
  inside = k * 10;
}
print("after the loop", k, inside);

const names = ["a", "b", "c"];
let name;
for ([i, name] of names.entries()) {
  print(`${format(i, "d")}: ${name}`);
}
for (const [x, y] of zip(names, range(3))) {
  print(`${x}=${y}`);
}

const squares = range(6).filter((n) => mod(n, 2) === 0).map((n) => n ** 2);
print("squares", squares.map((s) => String(s)).join(", "));
const table = { x: 1, y: 2 };
table.z = 3;
let key;
for ([key, value] of Object.entries(table)) {
  print(key, value);
}
false ? print(Object.hasOwn(table, "y"), Object.hasOwn(table, "q"), len(table)) : print(len(table));
print(Object.hasOwn(table, "y") && !Object.hasOwn(table, "q") ? "found" : "lost");

function mean(values, start = 0, scale = 1) {
  // The mean.
  let s = start;
  for (const v of values) {
    s += v;
  }
  return scale * s / values.length;
}

print(`${mean([1, 2, 3.5]).toFixed(3)}`, `${format(Math.PI, "8.2f")}|${format("ab", "<8s")}|${format(42, "05d")}`);
print(`${format(12345.678, ".2e")} ${format("x", ">6")} ${3}`, `${"p"} ${"q"} ${"p"}`);
print(`${Math.sqrt(2).toFixed(4)} ${format(7, "3d")} ${format(0.000012345, "g")} ${format(1e10, "g")} ${format(123456789.0, ".3g")} ${format(1234567, ",")}`);
print(`${format(mean([1, 2, 3], undefined, 2), "g")} ${format(mean([2, 4], undefined, 3), "g")}`);

let [a, b] = [1, 2];
[a, b] = [b, a];
print(a, b, Math.floor(7 / 2), Math.floor(-7 / 2), mod(-7, 3), mod(7, 3), 2 ** 10, round(2.5), round(3.5), Math.trunc(-2.7));
const [first, ...rest] = [1, 2, 3, 4];
print(first, len(rest), rest.at(-1), sum(rest));
print(squares.at(-1), squares.slice(1).length, slice(names, null, null, -1).length, slice(names, null, null, -1)[0], "hello".slice(1, 3));

const empty = [];
if (empty.length === 0) {
  print("empty");
}
empty.push(1);
empty.push(2, 3);
empty.splice(0, 0, 0);
empty.pop();
print(empty.length, empty.indexOf(2), max(empty), min(empty), sorted([3, 1, 2], { reverse: true })[0]);

class Animal {
  static legs = 4;

  constructor(name, sound = "?") {
    this.name = name;
    this.sound = sound;
    this.log = [];
  }

  speak() {
    this.log.push(this.sound);
    return `${this.name} says ${this.sound}`;
  }

  get loud() {
    return this.sound.toUpperCase();
  }

  static double(x) {
    return 2 * x;
  }

  toString() {
    return `<${this.name}>`;
  }

  static { shared(this, "legs"); }
}

class Dog extends Animal {
  constructor(name) {
    super(name, "woof");
    this.tricks = {};
  }

  speak() {
    return super.speak() + "!";
  }
}

const dogs = ["Rex", "Fido"].map((n) => new Dog(n));
print(dogs[0].speak(), dogs[1].loud, Animal.double(4), String(dogs[0]), dogs[0].legs, dogs[0].log.length);

let counter = 0;

function count() {
  counter += 1;
  return counter;
}

count();
count();
print("counter", counter);
const compose = (f, g) => (x) => f(g(x));
print(compose((x) => x + 1, (x) => x * 2)(5));
print(range(3).flatMap((i) => range(i).map((j) => [i, j])).at(-1)[0], Object.fromEntries(range(3).map((n) => [n, n * n]))[2]);

try {
  throw new RangeError("bad");
} catch (error) {
  print("caught", false ? error : "it");
} finally {
  print("done");
}

i = 0;
while (true) {
  i += 1;
  if (i === 2) {
    continue;
  }
  if (i > 3) {
    break;
  }
}
print("i", i, 1 < i && i < 10 ? "between" : "outside");
value = null;
if (value == null) {
  value = "set";
}
print(value, "a".repeat(3), Array(3).fill(0).length, typeof value === "string" ? "text" : "other");
const words = "the quick  brown fox".trim().split(/\s+/);
print(words.length, words[1].replaceAll("q", "Q"), words.join("-"), "  x ".trim() + "|", "abc".startsWith("ab") && "yes");
print(Math.floor(2.7), `${format(Math.exp(0), "g")}`, (Math.log(8) / Math.log(2)) > 2.99 && "log", any([false, true]) && "any", all([]) && "all");

export { mean, Animal, Dog, count };
