// What ParallelContext knows of gids: gid_exists, srcgid, threshold, set_maxstep with gids of others, outputcell, gid_clear.
const pc = n.ParallelContext();
const soma = n.Section("soma");
soma.insert("hh");
const syn = n.ExpSyn(soma(0.5));
const nc = n.NetCon(soma(0.5)._ref_v, null, { sec: soma });
const cell = n.IntFire1();
const art = n.NetCon(cell, null);
const seen = {};

function look(name) {
  seen[name] = [0, 1, 2, 7, 99].map((gid) => pc.gid_exists(gid)).concat([nc, art].map((x) => x.srcgid()));
}

look("empty");
const returned = [pc.set_gid2node(0, 0), pc.set_gid2node(1, 1), pc.set_gid2node(7, pc.id())];
look("set");
pc.cell(0, nc);
pc.cell(7, art, 0);
look("cells");
pc.outputcell(7);
look("output");
const thresholds = [pc.threshold(0), pc.threshold(0, -20), nc.threshold, pc.threshold(7)];
const steps = [pc.set_maxstep(10)];
const own = pc.gid_connect(0, syn);
own.delay = 0.5;
steps.push(pc.set_maxstep(10));
const stub = pc.gid_connect(99, syn);
look("stub");
steps.push(pc.set_maxstep(10));
stub.delay = 3;
const second = pc.gid_connect(99, cell);
second.delay = 2.5;
steps.push(pc.set_maxstep(10));
steps.push(pc.set_maxstep(2));
const stubs = [stub.srcgid(), stub.delay, stub.threshold, stub.weight.length,
  Number(stub.pre() === null), Number(stub.syn() === syn), Number(stub.preseg() === null), stub.wcnt()];
const moved = n.NetCon(null, syn);
const same = pc.gid_connect(0, syn, moved);
const redirected = [Number(same === moved), moved.srcgid(), String(moved.preseg())];
const objects = [Number(pc.gid2obj(0) === null), Number(pc.gid2cell(0) === null), String(pc.gid2obj(7)), String(pc.gid2cell(7))];
const prelists = [own.prelist().count(), stub.prelist().count()];
pc.gid_clear(3);
look("cleared transfer");
pc.gid_clear();
look("cleared");
pc.set_gid2node(5, 0);
pc.cell(5, nc);
console.log(JSON.stringify({ seen, returned, thresholds, steps, stubs, redirected, objects,
   prelists, again: [nc.srcgid(), own.srcgid(), stub.srcgid(), pc.gid_exists(5)] }));
