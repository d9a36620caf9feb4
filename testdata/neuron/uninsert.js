// A mechanism taken out between runs and put in again, which restores its defaults; a section disconnected and deleted.
const soma = n.Section("soma");
soma.L = soma.diam = 20;
soma.insert("pas");
soma.insert("hh");
soma.gl_hh = 0.001;
const dend = n.Section("dend", { L: 100, diam: 2, nseg: 3 });
dend.insert("pas");
dend.connect(soma(1));
const ic = n.IClamp(soma(0.5), { delay: 1, dur: 1, amp: 0.8 });
const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(soma(0.5)._ref_v);
const traces = [];

function run() {
  n.finitialize(-65);
  n.continuerun(6);
  traces.push([...v]);
}

run();
soma.uninsert("pas");
run();
soma.uninsert("hh");
run();
soma.insert("hh");
const gl = soma.gl_hh;
run();
n.disconnect({ sec: dend });
run();
n.delete_section({ sec: dend });
run();
console.log(JSON.stringify({ t, v: traces, gl }));
n.load_file("stdrun.hoc");

