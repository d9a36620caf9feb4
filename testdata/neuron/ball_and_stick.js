// Cells of a class, with sections named after their cell: three ball-and-stick cells that differ in their input.
class BallAndStick {
  constructor(gid, amp) {
    this.gid = gid;
    this.soma = n.Section("soma", { cell: this });
    this.dend = n.Section("dend", { cell: this });
    this.dend.connect(this.soma);
    this.soma.L = this.soma.diam = 12.6157;
    this.dend.L = 200;
    this.dend.diam = 1;
    for (const sec of this.soma.wholetree()) {
      sec.Ra = 100;
      sec.cm = 1;
    }
    this.soma.insert("hh");
    for (const seg of this.soma) {
      seg.hh.gnabar = 0.12;
      seg.hh.gkbar = 0.036;
      seg.hh.gl = 0.0003;
      seg.hh.el = -54.3;
    }
    this.dend.insert("pas");
    for (const seg of this.dend) {
      seg.pas.g = 0.001;
      seg.pas.e = -65;
    }
    this.stim = n.IClamp(this.dend(1));
    this.stim.delay = 5;
    this.stim.dur = 1;
    this.stim.amp = amp;
    this.soma_v = n.Vector().record(this.soma(0.5)._ref_v);
  }

  toString() {
    return `BallAndStick[${this.gid}]`;
  }
}

const cells = [0.075, 0.15, 0.3].map((amp, gid) => new BallAndStick(gid, amp));
const t = n.Vector().record(n._ref_t);
n.finitialize(-65);
n.continuerun(25);
console.log(JSON.stringify({
  t,
  v: cells.map((cell) => cell.soma_v),
  names: [...n.allsec()].map(String),
  segments: [...cells.map((cell) => String(cell.dend(0.5))), String(cells[0].soma(1 / 3))],
  cells: [...n.allsec()].map((sec) => String(sec.cell())),
  areas: [cells[0].soma(0.5).area(), cells[0].dend(0.5).area()],
}));
n.load_file("stdrun.hoc");

