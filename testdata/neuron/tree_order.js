// The order of children, subtree, wholetree, allsec and SectionLists, and parents, in a tree with ties; after disconnecting and deleting.
const sections = new Map();

function section(name, parent = null, end = 0) {
  const sec = n.Section(name);
  sections.set(name, sec);
  if (parent !== null) sec.connect(parent, end);
  return sec;
}

const soma = section("soma");
const a = section("a", soma(1));
const b = section("b", soma(0));
const c = section("c", soma(1));
const d = section("d", soma(0.5));
const e = section("e", soma(0.25));
const f = section("f", a(1));
const g = section("g", a(0.5));
const k = section("k", a(1), 1);
const m = section("m", d(0));
const other = section("other");
const twig = section("twig", other(1));

const names = (those) => [...those].map(String);
const named = (seg) => (seg === null ? "None" : String(seg));
const each = (read) => Object.fromEntries([...sections].map(([name, sec]) => [name, read(sec)]));

function look() {
  const roots = n.SectionList();
  roots.allroots();
  const listed = n.SectionList();
  listed.wholetree({ sec: a });
  const below = n.SectionList();
  below.subtree({ sec: a });
  const near = n.SectionList();
  near.children({ sec: soma });
  return {
    children: each((sec) => names(sec.children())),
    subtree: Object.fromEntries(["soma", "a", "d", "other"].map((name) => [name, names(sections.get(name).subtree())])),
    wholetree: names(a.wholetree()),
    allsec: names(n.allsec()),
    roots: names(roots),
    listed: names(listed),
    below: names(below),
    near: names(near),
    parent: each((sec) => named(sec.parentseg())),
    trueparent: each((sec) => named(sec.trueparentseg())),
  };
}

const before = look();
n.disconnect({ sec: g });
c.connect(other(0.5));
n.delete_section({ sec: f });
sections.delete("f");
console.log(JSON.stringify({ before, after: look() }));
n.load_file("stdrun.hoc");

