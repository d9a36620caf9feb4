// The ring of five ball-and-stick cells through ParallelContext: gids, gid_connect, set_maxstep, psolve, spike_record.
const pc = n.ParallelContext();

class Cell {
  constructor(gid) {
    this.gid = gid;
    this.soma = n.Section("soma", this);
    this.dend = n.Section("dend", this);
    this.dend.connect(this.soma);
    this.soma.L = this.soma.diam = 12.6157;
    [this.dend.L, this.dend.diam] = [200, 1];
    for (const sec of [this.soma, this.dend]) [sec.Ra, sec.cm] = [100, 1];
    this.soma.insert("hh");
    this.dend.insert("pas");
    [this.dend.g_pas, this.dend.e_pas] = [0.001, -65];
    this.syn = n.ExpSyn(this.dend(0.5));
    this.syn.tau = 2;
    this.detector = n.NetCon(this.soma(0.5)._ref_v, null, { sec: this.soma });
    pc.set_gid2node(gid, pc.id());
    pc.cell(gid, this.detector);
    this.spikes = n.Vector();
    this.detector.record(this.spikes);
  }
  toString() {
    return `Cell[${this.gid}]`;
  }
}

const N = 5;
const cells = [];
for (let gid = pc.id(); gid < N; gid += pc.nhost()) cells.push(new Cell(gid));
const nets = cells.map((cell) => {
  const nc = pc.gid_connect((cell.gid - 1 + N) % N, cell.syn);
  [nc.weight[0], nc.delay] = [0.01, 5];
  return nc;
});
const stim = n.NetStim();
[stim.number, stim.start] = [1, 9];
const start = n.NetCon(stim, cells[0].syn);
[start.delay, start.weight[0]] = [1, 0.04];
const t = n.Vector().record(n._ref_t);
const v0 = n.Vector().record(cells[0].soma(0.5)._ref_v);
const maxstep = pc.set_maxstep(10);
n.finitialize(-65);
pc.psolve(100);
const own = cells.map((cell) => [...cell.spikes]);
const times = n.Vector(), gids = n.Vector();
pc.spike_record(-1, times, gids);
n.finitialize(-65);
pc.psolve(100);
const gathered = pc.py_alltoall([new Map(cells.map((cell) => [cell.gid, own[cell.gid].length]))]);
const order = [...Array(N).keys()];
console.log(JSON.stringify({ t_last: n.t, t_own: own, t_all: times, gids, maxstep, v0: v0.at(0, 1600), samples: t.length,
   names: order.map((gid) => String(pc.gid2cell(gid))), sources: nets.map((nc) => nc.srcgid()),
   cells: nets.map((nc) => String(nc.precell())), gathered: order.map((gid) => gathered[0].get(gid)) }));
