// Where psolve stops, for times on and between steps, few and many steps, other dt, and after continuerun.
n.load_file("stdrun.hoc");
const pc = n.ParallelContext();
const soma = n.Section("soma");
soma.insert("hh");
soma.L = soma.diam = 20;
const clamp = n.IClamp(soma(0.5));
[clamp.delay, clamp.dur, clamp.amp] = [1, 2, 0.5];
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(soma(0.5)._ref_v);
const stops = [], volts = [];
pc.set_maxstep(10);
for (const dt of [0.025, 0.1, 0.01, 0.03]) {
  n.dt = dt;
  n.finitialize(-65);
  for (const until of [0, 0.05, 0.06, 0.1, 1, 1.01, 1.0125, 1.02, 1.04, 2, 3.3333, 7.77, 8]) {
    pc.psolve(until);
    stops.push(n.t);
  }
  volts.push(soma(0.5).v);
}
n.dt = 0.025;
n.finitialize(-65);
n.continuerun(2);
pc.psolve(2.5);
stops.push(n.t);
n.continuerun(3.01);
stops.push(n.t);
n.fadvance();
pc.psolve(5.01);
stops.push(n.t);
const callbacks = [];
n.finitialize(-65);
n.cvode.event(1.01, () => callbacks.push(n.t));
n.cvode.event(2, () => { n.stoprun = 1; });
pc.psolve(4);
console.log(JSON.stringify({ t, v, t_stops: stops, volts, t_callbacks: callbacks, t_stopped: n.t }));
