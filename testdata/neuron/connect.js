// Five ways to connect: to the parent's 1, 0 and 0.5, by the child's 1 end, and with the end and place as numbers.
function cable(name, diam, nseg) {
  const sec = n.Section(name);
  sec.L = 60;
  sec.diam = diam;
  sec.nseg = nseg;
  sec.insert("pas");
  sec.e_pas = -65;
  return sec;
}

const soma = cable("soma", 15, 3);
soma.insert("hh");
const at1 = cable("at1", 2, 3);
const at0 = cable("at0", 1.5, 5);
const at5 = cable("at5", 1, 2);
const by1 = cable("by1", 2.5, 4);
const numbers = cable("numbers", 1.2, 3);
at1.connect(soma);
at0.connect(soma(0));
at5.connect(soma(0.5), 0);
by1.connect(soma(1), 1);
numbers.connect(by1, 0, 0);
const ic = n.IClamp(soma(0.5), { delay: 1, dur: 1, amp: 2 });
const places = [soma(0), soma(0.5), soma(1), at1(1), at0(0.3), at0(1), at5(0), at5(0.9), by1(0), by1(0.1), by1(1), numbers(1)];
const t = n.Vector().record(n._ref_t);
const v = places.map((seg) => n.Vector().record(seg._ref_v));
n.finitialize(-65);
n.continuerun(8);
const sections = [soma, at1, at0, at5, by1, numbers];
const named = (seg) => (seg === null ? "None" : String(seg));
console.log(JSON.stringify({
  t,
  v,
  orientation: sections.map((sec) => sec.orientation()),
  parent: sections.map((sec) => named(sec.parentseg())),
  trueparent: sections.map((sec) => named(sec.trueparentseg())),
  ri: sections.map((sec) => [...sec.allseg()].map((seg) => seg.ri())),
}));
n.load_file("stdrun.hoc");

