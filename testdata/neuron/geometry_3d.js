// Geometry of sections given by 3-D points: several shapes at several nseg, no run.
const shapes = {
  cylinder: [[0, 0, 0, 2], [100, 0, 0, 2]],
  cone: [[0, 0, 0, 8], [30, 0, 0, 1]],
  taper: [[0, 0, 0, 10], [10, 0, 0, 10], [20, 0, 0, 2], [40, 0, 0, 2]],
  bent: [[1, 2, 3, 1.1], [4, -2, 7.5, 0.9], [3, -8, 7, 1.7], [13, -9, 2, 0.4], [14.25, -9, 0, 0.3]],
  step: [[0, 0, 0, 3], [20, 0, 0, 3], [20, 0, 0, 1], [50, 0, 0, 1]],
  frustums: [[0, 0, 0, 1], [0, 10, 0, 20], [0, 20, 0, 1]],
  uneven: [[0, 0, 0, 2], [0.01, 0, 0, 3], [0.02, 0, 0, 2], [300, 0, 0, 1], [300.5, 0, 0, 7]],
  away: [[-5000.3, 731.7, 12.1, 0.7], [-5003.9, 735.2, 12.9, 0.6], [-5011.1, 741.3, 8.3, 0.5]],
};
const answer = {};
for (const [name, points] of Object.entries(shapes)) {
  const sec = n.Section(name);
  for (const point of points) sec.pt3dadd(...point);
  const rows = {};
  for (const nseg of [1, 2, 3, 5, 8]) {
    sec.nseg = nseg;
    rows[nseg] = {
      L: sec.L,
      diam: [...sec].map((seg) => seg.diam),
      area: [...sec.allseg()].map((seg) => seg.area()),
      ri: [...sec.allseg()].map((seg) => seg.ri()),
      volume: [...sec].map((seg) => seg.volume()),
    };
  }
  rows.n3d = sec.n3d();
  rows.points = [];
  for (let i = 0; i < sec.n3d(); i++) {
    rows.points.push([sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i), sec.arc3d(i)]);
  }
  answer[name] = rows;
}
console.log(JSON.stringify(answer));
n.load_file("stdrun.hoc");

