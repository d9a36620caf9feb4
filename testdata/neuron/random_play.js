// Random.play into the current of an IClamp, into two numbers from one Random, into a conductance, begun in the middle of a run, and over two runs.
n.load_file("stdrun.hoc");
const cable = n.Section("cable", { L: 200, diam: 5, nseg: 3 });
cable.insert("hh");
const clamps = [0.1, 0.5, 0.9].map((x) => n.IClamp(cable(x), { dur: 1e9 }));
const noise = n.Random();
noise.Random123(1, 1);
noise.normal(0.2, 0.05);
noise.play(clamps[0]._ref_amp);
const two = n.Random(7);
two.uniform(-0.1, 0.1);
two.play(clamps[1]._ref_amp);
two.play(clamps[2]._ref_amp);
const amps = clamps.map((clamp) => n.Vector().record(clamp._ref_amp));
const i = n.Vector().record(clamps[0]._ref_i);
const v = [...cable].map((seg) => n.Vector().record(seg._ref_v));
const t = n.Vector().record(n._ref_t);
const out = {};

function keep(name) {
  out[name] = { amps: amps.map((a) => [...a]), i: [...i], v: v.map((x) => [...x]), steps: t.length,
    amp_now: clamps.map((c) => c.amp) };
}

n.finitialize(-65);
keep("start");
n.continuerun(5);
keep("first");
const sodium = n.Random();
sodium.Random123(2);
sodium.uniform(0.05, 0.15);
sodium.play(cable(0.5).hh._ref_gnabar);
n.continuerun(7);
keep("sodium");
const gnabar = [cable(0.5).hh.gnabar];
n.dt = 0.1;
n.steps_per_ms = 10;
n.finitialize(-70);
gnabar.push(cable(0.5).hh.gnabar);
n.continuerun(4);
gnabar.push(cable(0.5).hh.gnabar);
keep("second");
console.log(JSON.stringify({ gnabar, ...out }));
