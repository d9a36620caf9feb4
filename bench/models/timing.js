// What the models of the benchmark share: the timed run and its report.
//
//     gneuron run MODEL.js [rates=table|exact] [control=continuerun|run] [threads=1] [repetitions=10] [tstop=MS]
//
// "table" looks the rates of hh up in its table (the default, as in NEURON),
// "exact" computes them. Prints one line of JSON with the times of equal runs
// alone, without start-up and building, after one that warms up. The runs are
// short, so that on a busy machine some of them are not disturbed.
const given = Object.fromEntries(process.argv.slice(2).map((word) => word.split("=")));

/** What the command line gives under a name, or else a default. */
exports.option = (name, otherwise) => given[name] ?? otherwise;
const rates = exports.option("rates", "table");
const control = exports.option("control", "continuerun");
const threads = Number(exports.option("threads", 1));
const repetitions = Number(exports.option("repetitions", 10));

exports.measure = function (tstop) {
  tstop = Number(exports.option("tstop", tstop));
  n.usetable_hh = rates === "table" ? 1 : 0;
  n.ParallelContext().nthread(threads);
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
  go(tstop);
  const seconds = [];
  for (let i = 0; i < repetitions; i++) seconds.push(go(tstop) / 1e3);
  let segments = 0;
  let sum = 0;
  for (const section of n.allsec()) {
    for (const segment of section) {
      segments++;
      sum += segment.v;
    }
  }
  console.log(JSON.stringify({ segments, steps: Math.round(tstop / n.dt), seconds, mean_v: sum / segments }));
};
