// Callbacks of CVode.event: when they run in finitialize, in what order those of one time run, how late one may be, and dt changed by one.
const soma = n.Section("soma");
soma.insert("pas");
const cv = n.CVode();
const v = n.Vector().record(soma(0.5)._ref_v);
const t = n.Vector().record(n._ref_t);
const i = n.Vector().record(soma(0.5).pas._ref_i);
const sparse = n.Vector().record(soma(0.5)._ref_v, 0.2);
const log = [];
const note = (name) => () => log.push([name, n.t, v.length, sparse.length, soma(0.5).v]);
const kick = () => {
  note("kick")();
  soma(0.5).v = -50;
};
const slower = () => { n.dt = 0.1; };
const faster = () => { n.dt = 0.01; };
const first = () => cv.event(0, note("lost"));
const second = () => cv.event(0, note("early"));
const third = () => {
  cv.event(0, kick);
  cv.event(0, note("after kick"));
  for (const name of "abcd") for (const at of [0.5, 0.1, 0.6, 0.51, 0.1, 0.35]) cv.event(at, note(name));
  for (const at of [1 + 1e-9, 1 + 2e-8, 1 + 1e-7]) cv.event(at, note(String(at)));
  cv.event(1.2, slower);
  cv.event(2.5, faster);
};
const fourth = () => {
  note("end of finitialize")();
  cv.event(0, note("at 0"));
  cv.event(0.5, note("e"));
  cv.event(0.01, note("soon"));
};
for (const [type, fn] of [[3, first], [0, second], [1, third], [2, fourth]]) n.FInitializeHandler(type, fn);
n.finitialize(-65);
n.continuerun(2.46);
n.continuerun(2.806);
console.log(JSON.stringify({ log, t, v, i, sparse }));
