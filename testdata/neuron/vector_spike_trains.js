// From a potential to spikes, rates and averages: spikebin, psth, trigavg, inf.
n.load_file("stdrun.hoc");
const soma = n.Section("soma", { L: 20, diam: 20 }).insert("hh");
n.IClamp(soma(0.5), { delay: 2, dur: 60, amp: 0.3 });
const v = n.Vector().record(soma(0.5)._ref_v);
n.finitialize(-65);
n.continuerun(60);
const binned = n.Vector().spikebin(v, 0);
const spikes = n.Vector().indvwhere(binned, "==", 1);
const average = n.Vector();
const count = average.trigavg(v, spikes, 40, 80);
const none = n.Vector();
const drive = n.Vector(200).sin(20, 0, 1).add(25);
console.log(JSON.stringify({
  spikes: spikes,
  coarse: n.Vector().spikebin(v, 0, 100),
  low: n.Vector().spikebin(v, -50, 7).sum(),
  rate: n.Vector().psth(n.Vector().spikebin(v, 0, 100), 2.5, 1, 2),
  rate_4: n.Vector().psth(n.Vector().spikebin(v, 0, 40), 1, 5, 4),
  rate_plain: n.Vector().psth(n.Vector([0, 3, 1, 0]), 0.5, 10, 0),
  average: average,
  counted: [count, none.trigavg(v, n.Vector([1e6, -5, 3]), 3, 2)],
  none: none,
  inf: n.Vector().inf(drive, 0.25, 0.4, -65, 5, -50, -70),
  inf_refractory: n.Vector().inf(drive, 0.25, 0.4, -65, 5, -50, -70, 8),
}));
