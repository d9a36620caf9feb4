// run and stdinit correct dt to fit steps_per_ms; continuerun alone uses it as it is; what nstep_steprun becomes.
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
const ic = n.IClamp(soma(0.5), { delay: 0.5, dur: 0.5, amp: 0.4 });
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(soma(0.5)._ref_v);
n.v_init = -64;
n.tstop = 3;
const read = [];
const answer = {};
for (const [steps_per_ms, dt] of [[40, 0.1], [40, 0.01], [40, 0.03], [40, 0.0125], [10, 0.1], [8, 0.025], [100, 0.01]]) {
  n.steps_per_ms = steps_per_ms;
  n.dt = dt;
  n.run();
  const name = `${steps_per_ms}_${dt}`;
  read.push([n.dt, n.nstep_steprun, n.t, t.length]);
  if (["40_0.01", "10_0.1", "8_0.025"].includes(name)) {
    answer["t_" + name] = [...t];
    answer["v_" + name] = [...v];
  }
}
n.steps_per_ms = 40;
n.dt = 0.03;
n.stdinit();
read.push([n.dt, n.nstep_steprun, n.t, t.length]);
n.dt = 0.03;
n.continuerun(1);
read.push([n.dt, n.nstep_steprun, n.t, t.length]);
console.log(JSON.stringify({ read, t_alone: t, v_alone: v, ...answer }));
n.load_file("stdrun.hoc");

