// SectionList and SectionRef on a tree.
const [soma, d1, d2, ax, e, solo] = ["soma", "d1", "d2", "ax", "e", "solo"].map((name) => n.Section(name));
for (const [child, parent] of [[d1, soma(1)], [d2, soma(0.5)], [ax, soma(0)], [e, d1(1)]]) child.connect(parent);
const sl = n.SectionList();
const steps = [];
const step = (answer) => steps.push([answer, [...sl].map((s) => s.name())]);
step(sl.append(soma));
step(sl.append({ sec: soma }));
step(sl.append(d1));
step(sl.unique());
step(sl.contains(d1));
step(sl.contains({ sec: solo }));
step(sl.remove(d1));
step(sl.children(soma));
step(sl.subtree({ sec: soma }));
step(sl.wholetree({ sec: e }));
step(sl.allroots());
step(sl.remove(n.SectionList([soma, d1])));
step(sl.unique());
const refs = [];
for (const s of [soma, d1, d2, ax, e, solo]) {
  const r = n.SectionRef({ sec: s });
  refs.push([r.sec.name(), r.root.name(), r.has_parent(), r.has_trueparent(), r.nchild(), [...r.child].map((c) => c.name()),
    r.has_parent() ? r.parent.name() : "", r.has_trueparent() ? r.trueparent.name() : "", r.is_cas(), r.exists()]);
}
console.log(JSON.stringify({ steps, refs, all: [...n.SectionList(n.allsec())].map((s) => s.name()) }));
