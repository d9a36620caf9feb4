// The bulletin board: jobs with their userids and results, jobs that submit jobs, messages, and what one rank exchanges with itself.
n.load_file("stdrun.hoc");
const pc = n.ParallelContext();

function fi(amp, dur = 20) {
  const soma = n.Section("soma");
  soma.L = soma.diam = 20;
  soma.insert("hh");
  const clamp = n.IClamp(soma(0.5));
  [clamp.delay, clamp.dur, clamp.amp] = [1, dur, amp];
  const nc = n.NetCon(soma(0.5)._ref_v, null, { sec: soma });
  const times = n.Vector();
  nc.record(times);
  n.finitialize(-65);
  n.continuerun(dur);
  return [amp, [...times], soma(0.5).v];
}

function total(k) {
  const pc = n.ParallelContext();
  const double = (k) => 2 * k;
  for (let i = 0; i < 3; i++) pc.submit(double, k + i);
  let s = 0;
  while (pc.working()) s += pc.pyret();
  return s;
}

const ids = [0, 1, 2].map((k) => pc.submit(fi, 0.1 * k));
ids.push(pc.submit(55, fi, 0.5, 10));
ids.push(pc.submit(fi, 0.6));
const done = [];
for (let job; (job = pc.working()); ) done.push([job, pc.userid(), pc.retval(), pc.pyret()]);
ids.push(pc.submit(total, 10), pc.submit(total, 20));
const nested = [];
while (pc.working()) nested.push([pc.userid(), pc.pyret()]);
const board = [pc.post("key", 3, "str", n.Vector([1, 2])), pc.post("key", 4), pc.post(17, 5), Number(pc.look("none"))];
board.push(Number(pc.look("key")), pc.upkscalar());
const text = n.ref(""), number = n.ref(0), vec = n.Vector();
pc.upkstr(text);
board.push(text[0], [...pc.upkvec()]);
board.push(Number(pc.look_take("key")), pc.post("all", 6, "more", n.Vector([7])), pc.take("all", number, text, vec), number[0], text[0], [...vec]);
board.push(Number(pc.look_take("key", number)), number[0], Number(pc.look_take("key")), Number(pc.look_take("17")), pc.upkscalar());
pc.pack(1, "two");
pc.pack(n.Vector([3, 4]));
pc.post("packed");
pc.take("packed");
pc.unpack(number, text, vec);
board.push(number[0], text[0], [...vec]);
const v = n.Vector([1, 2, 3]), out = n.Vector();
const rank = [pc.id(), pc.nhost(), pc.id_world(), pc.nhost_world(), pc.id_bbs(), pc.nhost_bbs(), pc.barrier(), pc.allreduce(5, 1), pc.allreduce(v, 2),
  [...v], pc.allgather(7, out), [...out], pc.alltoall(v, n.Vector([3]), out), [...out], pc.broadcast(v, 0),
  pc.py_alltoall([[1, 2]]), pc.py_allgather("x"), pc.py_gather(4, 0), pc.py_broadcast("y", 0), pc.py_scatter(["z"], 0),
  pc.timeout(3), pc.timeout(20), pc.spike_compress(5, 1), pc.nthread(), pc.nthread(3), pc.nthread(1), pc.subworlds(1), pc.runworker(),
  pc.mpiabort_on_error(0), pc.mpiabort_on_error(1)];
console.log(JSON.stringify({ ids, done: done, nested, board, rank }));
