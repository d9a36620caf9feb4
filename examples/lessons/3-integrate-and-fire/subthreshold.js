// Below the threshold: the leaky membrane follows a current step, without spikes yet.
//
//     tau dV/dt = E_L - V + R_m I_e
//
// While I_e is constant this is solved exactly by an exponential, so a step of length dt
// makes no error, however long it is:
//
//     V(t+dt) = E_L + R_m I_e + (V(t) - E_L - R_m I_e) exp(-dt/tau)
//
// After the tutorial of the Goldman Lab (UC Davis) and its notebook "Ready, Integrate,
// Fire!".

// 1. Parameters.
const dt = 0.1; // time step [ms]
const tEnd = 500; // length of the run [ms]
const tStimStart = 100; // the current is on from here [ms]
const tStimEnd = 400; // to here [ms]
const E_L = -70; // resting potential [mV]
const R_m = 10; // membrane resistance [MOhm]
const tau = 10; // membrane time constant [ms]
const I_stim = 1; // injected current [nA]

// 2. The arrays that hold the results.
const steps = Math.round(tEnd / dt);
const t = Array.from({ length: steps + 1 }, (_, i) => i * dt);
const I_e = Array(steps + 1).fill(0).fill(I_stim, tStimStart / dt, tStimEnd / dt + 1);
const V = [E_L];

// 3. Integration.
for (let i = 1; i <= steps; i++) {
  const Vinf = E_L + I_e[i] * R_m;
  V[i] = Vinf + (V[i - 1] - Vinf) * Math.exp(-dt / tau);
}

const at = (time) => V[Math.round(time / dt)];
console.log(`it rises towards E_L + R_m I_e = ${E_L + R_m * I_stim} mV: ${at(tStimEnd).toFixed(4)} mV at ${tStimEnd} ms`);
const part = (at(tStimStart - dt + tau) - E_L) / (R_m * I_stim); // the first step with current starts dt before tStimStart
console.log(`after tau it has come ${(100 * part).toFixed(1)} % of the way, and it falls as fast afterwards`);

// 4. Figure.
const [figure, [voltage, current]] = plt.subplots(2, 1, { figsize: [8, 6] });
voltage.plot(t, V);
voltage.hlines(E_L + R_m * I_stim, 0, tEnd, { color: "gray", linestyle: "--" });
voltage.set_title("1 nA moves the potential by 10 mV");
voltage.set_ylabel("V (mV)");
current.plot(t, I_e, "C1");
current.set_xlabel("t (ms)");
current.set_ylabel("I_e (nA)");
plt.show(figure);
