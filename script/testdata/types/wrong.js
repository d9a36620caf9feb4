// What the TypeScript compiler must refuse. Behind each line stands the code of
// its error; a line without one must pass.
const soma = n.Section("soma", { L: 20, diam: 20 });
n.Section("soma", { length: 20 }); // TS2769
n.Section(1); // TS2345
n.Secton("soma"); // TS2551
soma.insrt(n.hh); // TS2551
soma.insert(1); // TS2345
soma.L = "20"; // TS2322
soma.nseg; soma.nsegs; // TS2551
soma("0.5"); // TS2345
soma(0.5).area = 3; // TS2322
soma(0.5).x = 1; // TS2540
soma(0.5).hh.gnabarr; // TS2551
soma(0.5).hh.gnabar = 0.1;
soma(0.5).volum(); // TS2551
const ic = n.IClamp(soma(0.5), { delay: 5, dur: 1, amp: 0.1 });
new n.IClamp(0.5, { sec: soma }).delay = 3;
n.IClamp(soma(0.5), { delai: 5 }); // TS2769
n.IClamp(soma); // TS2769
ic.ampl = 1; // TS2551
ic.amp = true; // TS2322
ic._ref_i.value.toFixed();
ic._ref_j; // TS2551
const v = n.Vector().record(soma(0.5)._ref_v);
n.Vector().record(soma(0.5).v); // TS2345
n.Vector().recrod(soma(0.5)._ref_v); // TS2551
v.max().toFixed();
v.max("1"); // TS2345
v.indwhere("=>", 3); // TS2345
v.append("1"); // TS2345
v.length = 3; // TS2540
const stim = n.NetStim({ number: 1 });
const nc = n.NetCon(stim, n.ExpSyn(soma(0.5)), { delay: 1, weight: 0.1 });
n.NetCon(soma(0.5), null); // TS2345
n.NetCon(stim, null, { dely: 1 }); // TS2769
nc.weight[0] = 0.1;
nc.weight = 0.1;
nc.weight = "heavy"; // TS2322
nc.delay.foo; // TS2339
n.finitialise(-65); // TS2551
n.finitialize("-65"); // TS2345
n.continuerun(); // TS2554
n.t = "0"; // TS2322
n.PI = 3; // TS2540
n.celsiuss = 6.3; // TS2551
n.units.mV * 2;
n.units.mVV; // TS2339
n.load_morphology("cell.swc", { inot: {} }); // TS2353
n.SectionList([soma, 1]); // TS2345
n.Matrix(2, 2).getrow("0"); // TS2345
n.File("a").scanvar().length; // TS2339
plt.plott([1, 2]); // TS2551
plt.figure({ titel: "x" }); // TS2561
plt.figure().line([1, 2], [3, 4], { line_width: "2" }); // TS2322
plt.figure().line([1, 2], 3); // TS2345
const [figure, axes] = plt.subplots(2, 1);
axes[0].set_titel("x"); // TS2551
figure.savefig(); // TS2554
fs.readTxt("a"); // TS2551
console.lgo("a"); // TS2339
process.exit("1"); // TS2345
