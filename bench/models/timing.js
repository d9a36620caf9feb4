// What the models of the benchmark share: the timed run and its report.
//
//     gneuron run MODEL.js [table|exact] [continuerun|run]
//
// "table" looks the rates of hh up in its table (the default, as in NEURON),
// "exact" computes them. Prints one line of JSON with the time of the run alone,
// without start-up and building, after a shorter run that warms up.
const rates = process.argv[2] || "table";
const control = process.argv[3] || "continuerun";

exports.measure = function (tstop) {
  n.usetable_hh = rates === "table" ? 1 : 0;
  const go = (until) => {
    if (control === "run") {
      n.v_init = -65;
      n.tstop = until;
      const start = performance.now();
      n.run();
      return performance.now() - start;
    }
    n.finitialize(-65);
    const start = performance.now();
    n.continuerun(until);
    return performance.now() - start;
  };
  go(tstop / 10);
  const elapsed = go(tstop);
  let segments = 0;
  let sum = 0;
  for (const section of n.allsec()) {
    for (const segment of section) {
      segments++;
      sum += segment.v;
    }
  }
  console.log(JSON.stringify({ segments, steps: Math.round(tstop / n.dt), seconds: elapsed / 1e3, mean_v: sum / segments }));
};
