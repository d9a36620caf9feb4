// Where each way of stepping stops: continuerun to a time just passed or just ahead, step, steprun, advance, fadvance, run, t set by hand.
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("hh");
const t = n.Vector().record(n._ref_t);
const stops = [];
const stop = () => stops.push([n.t, n.dt, t.length]);

const defaults = [n.t, n.dt, n.tstop, n.v_init, n.celsius, n.steps_per_ms, n.secondorder, n.nstep_steprun];
n.finitialize(-65);
stop();
for (const end of [4, 4.01, 4.0124, 4.0126, 4.02, 4.03, 3, 4.1]) {
  n.continuerun(end);
  stop();
}
n.fadvance();
stop();
n.step();
stop();
n.steprun();
stop();
n.advance();
stop();
n.nstep_steprun = 4;
n.step();
stop();
n.continuerun(5.03);
stop();
n.nstep_steprun = 1;
n.t = 100;
n.continuerun(101);
stop();
n.tstop = 2;
n.run();
stop();
n.init();
stop();
n.stdinit();
stop();
console.log(JSON.stringify({ defaults, stops, v: soma(0.5).v }));
n.load_file("stdrun.hoc");

