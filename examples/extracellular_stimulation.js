// Stimulation from outside: how much current must an electrode give to make an axon fire?
//
// A point electrode makes a potential rho I/(4 pi r) along the axon, which plays into
// e_extracellular. A negative current depolarises the membrane that is nearest; the farther
// away, the more is needed. Rattay (1986), IEEE Trans. Biomed. Eng. 33:974-977.
import { n } from "neuron";
import { ms, mV, um } from "neuron/units";
import { rheobase } from "gneuron/analysis";

const axon = n.Section("axon", { L: 5000 * um, diam: 5 * um, Ra: 100, nseg: 101 });
axon.insert(n.hh);
axon.insert("extracellular");
const arrived = n.APCount(axon(0.95), { thresh: 0 * mV });

const rho = 300; // ohm cm
const times = n.Vector([0, 1, 1, 1.2, 1.2]); // ms: the pulse lasts from 1 to 1.2
const fields = [...axon].map((seg) => {
  const field = n.Vector(5);
  field.play(seg._ref_e_extracellular, times, 1);
  return field;
});

// fires tells whether a pulse of I [uA] at a distance [um] from the middle sends a spike along.
function fires(I, distance) {
  [...axon].forEach((seg, k) => {
    const r = Math.hypot(distance, (seg.x - 0.5) * axon.L);
    const phi = (10 * rho * I) / (4 * Math.PI * r); // mV: uA ohm cm/um is 10 mV
    [0, 0, phi, phi, 0].forEach((x, i) => (fields[k][i] = x));
  });
  n.finitialize(-65 * mV);
  n.continuerun(12 * ms);
  return arrived.n > 0;
}

const distances = [50, 100, 200, 400, 700, 1000]; // um
const cathodic = distances.map((d) => rheobase((I) => fires(-I, d), { high: d, tolerance: 0.1 })); // uA
distances.forEach((d, i) => console.log(`${d} um away: ${cathodic[i].toFixed(1)} uA`));

plt.figure({ width: 560, height: 400 });
plt.loglog(distances, cathodic, "o-");
plt.xlabel("distance of the electrode (um)");
plt.ylabel("threshold (uA, cathodic, 0.2 ms)");
plt.show();
