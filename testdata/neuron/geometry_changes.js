// What setting L and diam does to 3-D points, and what changing, inserting and removing points does to the section.
function look(sec) {
  const points = [];
  for (let i = 0; i < sec.n3d(); i++) points.push([sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i)]);
  return {
    L: sec.L,
    diam: [...sec].map((seg) => seg.diam),
    area: [...sec].map((seg) => seg.area()),
    ri: [...sec].map((seg) => seg.ri()),
    points,
  };
}

const sec = n.Section("sec");
const answer = { stick: look(sec) };
sec.L = 40;
sec.diam = 3;
sec.nseg = 3;
answer.stick_set = look(sec);
sec(0.5).diam = 1;
answer.one_segment = look(sec);
for (const point of [[0, 0, 0, 10], [10, 0, 0, 10], [20, 0, 0, 2], [40, 0, 0, 2]]) sec.pt3dadd(...point);
answer.points = look(sec);
sec.L = 80;
answer.L_doubled = look(sec);
sec(0.9).diam = 5;
answer.diam_of_last = look(sec);
sec.diam = 4;
answer.diam_of_all = look(sec);
sec.pt3dchange(1, 6);
sec.pt3dchange(2, 35, 5, 5, 2.5);
answer.changed = look(sec);
sec.pt3dinsert(1, 12, 1, 0, 7);
answer.inserted = look(sec);
sec.pt3dremove(0);
answer.removed = look(sec);
sec.pt3dclear();
answer.cleared = look(sec);
console.log(JSON.stringify(answer));
n.load_file("stdrun.hoc");

