// The voltage across a membrane, by hand: Euler's method for an RC circuit.
//
// A piece of membrane with the capacitance C and the resistance R has an excess of
// positive charges inside, V above 0. They leave through the resistance:
//
//     dV/dt = -V/(R C),   so in a short time dt   V(t+dt) = V(t) - V(t)/(R C) dt
//
// After "Part 1" of the Single Neuron Biophysics notebook (D. Sterratt, 2025).

// 1.A The first simulation.
{
  const C = 1e-12; // farads
  const R = 10e9; // ohms
  console.log(C);
  console.log(R);

  const dt = 1e-3; // seconds
  let t = 0; // seconds
  let V = 5e-3; // volts
  const show = () => console.log(`t = ${t.toFixed(3)}s ; V = ${V.toFixed(5)}V`);
  show();

  // One step, again and again: each line is one more press of the button.
  for (let press = 0; press < 5; press++) {
    t = t + dt;
    V = V - (V / (R * C)) * dt;
    show();
  }
}

// 1.B Saving and visualising the output.

// Parameters
const C = 2e-12; // farads
const R = 50e9; // ohms

// Simulation control
const N = 5; // number of steps
const dt = 100e-3; // time step [s]

// Arrays with N + 1 elements, for the start and the end of each step
const t = new Float64Array(N + 1);
const V = new Float64Array(N + 1);

// Initialisation
t[0] = 0;
V[0] = 5e-3;

// The update, N times
for (let i = 0; i < N; i++) {
  t[i + 1] = t[i] + dt;
  V[i + 1] = V[i] - (V[i] / (R * C)) * dt;
}
console.log(`after ${N} steps of ${dt} s: V = ${Array.from(V, (x) => Math.abs(x).toFixed(5)).join(", ")} V`);

const f = plt.figure({ x_axis_label: "t (s)", y_axis_label: "v (V)" });
f.line(t, V, { line_width: 2 });
plt.show(f);
