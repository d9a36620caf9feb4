// 1000 variants of a model, 100 ms each: by n.sweep, or by a loop that builds once,
// then changes the parameters and runs again.
//
//	gneuron run sweep.js [model=hh|stick] [way=lanes|loop] [threads=1] [variants=1000] [repetitions=2]
//
// The model is one hh compartment, or an hh soma with a passive dendrite of 11
// segments. Prints one line of JSON; the times are those of all variants.
const { option } = require("./timing.js");

const count = Number(option("variants", 1000));
const tstop = 100;
const values = [];
for (let i = 0; i < count; i++) values.push({ gnabar: 0.1 + (0.04 * (i % 25)) / 25, amp: (0.3 * i) / count });

function build({ gnabar, amp }) {
  const soma = n.Section("soma", { L: 20, diam: 20 });
  soma.insert(n.hh);
  soma(0.5).hh.gnabar = gnabar;
  if (option("model", "hh") === "stick") {
    const dend = n.Section("dend", { L: 200, diam: 1, nseg: 11 });
    dend.insert(n.pas);
    dend.connect(soma(1));
  }
  const clamp = n.IClamp(soma(0.5), { delay: 5, dur: 1e9, amp });
  const spikes = n.NetCon(soma(0.5)._ref_v, null, { sec: soma, threshold: 0 });
  return { soma, clamp, spikes };
}

function lanes() {
  const r = n.sweep({
    parameters: values,
    tstop,
    v_init: -65,
    model: (p) => {
      const { soma, spikes } = build(p);
      return { spikes, last: soma(0.5) };
    },
    measure: ({ spikes, last }) => ({ count: spikes.length, v: last.v }),
  });
  return { v: r.column("v").mean(), spikes: r.column("count").sum() };
}

const once = option("way", "lanes") === "loop" ? build({ gnabar: 0.12, amp: 0 }) : null;
const times = n.Vector();
if (once) once.spikes.record(times);
function loop() {
  let v = 0;
  let spikes = 0;
  for (const { gnabar, amp } of values) {
    once.soma(0.5).hh.gnabar = gnabar;
    once.clamp.amp = amp;
    n.finitialize(-65);
    n.continuerun(tstop);
    v += once.soma(0.5).v;
    spikes += times.length;
  }
  return { v: v / count, spikes };
}

n.ParallelContext().nthread(Number(option("threads", 1)));
const run = once ? loop : lanes;
const seconds = [];
let result;
for (let i = 0; i < Number(option("repetitions", 2)); i++) {
  const start = performance.now();
  result = run();
  seconds.push((performance.now() - start) / 1e3);
}
const segments = count * (option("model", "hh") === "stick" ? 12 : 1);
console.log(JSON.stringify({ segments, steps: Math.round(tstop / n.dt), seconds, mean_v: result.v, spikes: result.spikes }));
