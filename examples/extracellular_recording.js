// An extracellular electrode beside an axon: what it sees of a spike that passes.
//
// Each segment is a point source of its membrane current in a medium of resistivity rho:
//
//     phi = rho/(4 pi) sum_k i_k/r_k
//
// Far and near the spike is the same inside; outside it falls with distance, and has three
// phases. Plonsey and Barr (2007), Bioelectricity, chapter 8.
import { n } from "neuron";
import { ms, mV, um, nA } from "neuron/units";

const axon = n.Section("axon", { L: 5000 * um, diam: 2 * um, Ra: 100, nseg: 251 });
axon.insert(n.hh);
n.IClamp(axon(0), { delay: 0.5 * ms, dur: 0.5 * ms, amp: 1 * nA });
n.cvode.use_fast_imem(1); // seg.i_membrane_ [nA]

const t = n.Vector().record(n._ref_t);
const v = n.Vector().record(axon(0.5)._ref_v);
const currents = [...axon].map((seg) => n.Vector().record(seg._ref_i_membrane_));
n.finitialize(-65 * mV);
n.continuerun(16 * ms);

const rho = 300; // ohm cm
// The potential [uV] at a distance [um] from the middle of the axon.
function potential(distance) {
  const phi = n.Vector(t.length);
  [...axon].forEach((seg, k) => {
    const r = Math.hypot(distance, (seg.x - 0.5) * axon.L);
    phi.add(n.Vector([...currents[k]]).mul((1e4 * 1e-3 * rho) / (4 * Math.PI * r))); // nA ohm cm/um is 10 uV
  });
  return phi;
}

const [figure, [top, bottom]] = plt.subplots(2, 1, { figsize: [7, 6.5], sharex: true });
top.plot(t, v, "k").set_title("Inside").set_ylabel("v (mV)");
for (const distance of [20, 50, 100]) {
  const phi = potential(distance);
  console.log(`${distance} um away: ${phi.min().toFixed(2)} uV at ${t[phi.min_ind()].toFixed(2)} ms, before it up to ${phi.max(0, phi.min_ind()).toFixed(2)} uV, after it ${phi.max(phi.min_ind(), phi.length - 1).toFixed(2)} uV`);
  bottom.plot(t, phi, { label: `${distance} um away` });
}
console.log(`inside: the spike peaks at ${t[v.max_ind()].toFixed(2)} ms`);
bottom.set_title("Outside").set_xlabel("t (ms)").set_ylabel("potential (uV)").legend();
plt.show(figure);
