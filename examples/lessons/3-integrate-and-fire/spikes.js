// Spikes: as soon as the potential is above the threshold, it is set back to V_reset. The
// spike itself is no part of the model; for the picture alone it is drawn up to V_spike.

// 1. Parameters.
const dt = 0.1; // time step [ms]
const tEnd = 500; // length of the run [ms]
const tStimStart = 100; // the current is on from here [ms]
const tStimEnd = 400; // to here [ms]
const E_L = -70; // resting potential [mV]
const V_th = -55; // spike threshold [mV]
const V_reset = -75; // potential after a spike [mV]
const V_spike = 20; // top of a drawn spike [mV]
const R_m = 10; // membrane resistance [MOhm]
const tau = 10; // membrane time constant [ms]
const I_stim = 1.55; // injected current [nA]

// 2. The arrays that hold the results.
const steps = Math.round(tEnd / dt);
const t = Array.from({ length: steps + 1 }, (_, i) => i * dt);
const I_e = Array(steps + 1).fill(0).fill(I_stim, tStimStart / dt, tStimEnd / dt + 1);
const V = [E_L];
const Vplot = [E_L]; // V with the spikes drawn
const spikes = []; // their times [ms]

// 3. Integration.
for (let i = 1; i <= steps; i++) {
  const Vinf = E_L + I_e[i] * R_m;
  V[i] = Vinf + (V[i - 1] - Vinf) * Math.exp(-dt / tau);
  Vplot[i] = V[i];
  if (V[i] > V_th) {
    V[i] = V_reset;
    Vplot[i] = V_spike;
    spikes.push(t[i]);
  }
}

// 4. The average rate: spikes in the time of the current.
const rate = (1000 * spikes.length) / (tStimEnd - tStimStart); // Hz
console.log(`${spikes.length} spikes, at ${spikes.map((time) => time.toFixed(1)).join(", ")} ms`);
console.log(`average firing rate ${rate.toFixed(4)} Hz`);

// 5. Figure.
plt.plot(t, Vplot);
plt.hlines(V_th, 0, tEnd, { color: "red", linestyle: "--", label: "V_th" });
plt.title(`${I_stim} nA: ${spikes.length} spikes`);
plt.xlabel("t (ms)");
plt.ylabel("V (mV)");
plt.legend("upper right");
plt.show();
