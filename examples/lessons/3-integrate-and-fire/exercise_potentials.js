// Exercise: what do V_reset, V_th and E_L do?
//
// The closer the reset is to the threshold, the shorter the way to the next spike: the
// rate goes up, the threshold current stays. V_th and E_L move the threshold current.
import { intervalRate } from "gneuron/analysis";
import { lif, theory } from "./models/lif";

const constant = (I) => () => I;

const panels = [
  { title: "V_reset", sets: [-95, -75, -65, -57].map((V_reset) => ({ V_reset })) },
  { title: "V_th", sets: [-60, -55, -50].map((V_th) => ({ V_th })) },
  { title: "E_L", sets: [-75, -70, -65].map((E_L) => ({ E_L })) },
];
const fine = Array.from({ length: 401 }, (_, k) => 0.5 + 0.005 * k); // nA
const coarse = Array.from({ length: 9 }, (_, k) => 0.55 + 0.24 * k);

const [figure, axes] = plt.subplots(1, 3, { figsize: [14, 4.5] });
panels.forEach(({ title, sets }, i) => {
  for (const [k, set] of sets.entries()) {
    const name = `${title} = ${Object.values(set)[0]} mV`;
    const dots = coarse.map((I) => intervalRate(lif(constant(I), { ...set, tEnd: 300 }).spikes));
    console.log(`${name}: ${theory(1.55, set).toFixed(1)} Hz at 1.55 nA, ${theory(2.5, set).toFixed(1)} Hz at 2.5 nA`);
    axes[i].plot(fine, fine.map((I) => theory(I, set)), `C${k}`, { label: name });
    axes[i].plot(coarse, dots, "o", { color: `C${k}`, markersize: 4 });
  }
  axes[i].set_title(title);
  axes[i].set_xlabel("I_e (nA)");
  axes[i].set_ylabel("rate (Hz)");
  axes[i].set_ylim(0, [520, 320, 320][i]);
  axes[i].legend("upper left");
});
plt.show(figure);
