// Sodium that accumulates below the membrane moves ena while the axon fires; nai starts from the ion's own value.
n.load_mechanisms("mod");
const axon = n.Section("axon", { L: 200, diam: 1, nseg: 3 });
axon.insert("hh");
axon.insert("nashell");
axon(0.9).depth_nashell = 0.2;
const before = [axon.ena, axon.nai, n.ion_style("na_ion", { sec: axon })];
const ic = n.IClamp(axon(0.1), { delay: 1, dur: 20, amp: 0.15 });
const t = n.Vector().record(n._ref_t);
const v = [0.1, 0.9].map((x) => n.Vector().record(axon(x)._ref_v));
const nai = [0.1, 0.9].map((x) => n.Vector().record(axon(x)._ref_nai));
const ena = n.Vector().record(axon(0.1)._ref_ena);
n.nai0_na_ion = 11;
n.finitialize(-65);
n.continuerun(25);
const styles = [n.ion_style("na_ion", 1, 2, 1, 0, 0, { sec: axon }), n.ion_style("na_ion", { sec: axon })];
console.log(JSON.stringify({ styles, t, v, nai, ena, before }));
n.load_file("stdrun.hoc");

