// What the cases named import_... share: morphology() and shapes() of oracle.py.
exports.morphology = function (file, none) {
  const reader = file.endsWith(".swc") ? n.Import3d_SWC_read() : n.Import3d_Neurolucida3();
  reader.quiet = 1;
  reader.input(`morphology/${file}`);
  const cell = none === undefined ? { toString: () => file.slice(0, -4) } : null;
  n.Import3d_GUI(reader, 0).instantiate(cell);
  return cell;
};

exports.shapes = function (sections) {
  const answer = {};
  for (const sec of sections) {
    const points = [];
    for (let i = 0; i < sec.n3d(); i++) points.push([sec.x3d(i), sec.y3d(i), sec.z3d(i), sec.diam3d(i)]);
    const parent = sec.parentseg();
    answer[sec.name()] = {
      parent: parent === null ? null : String(parent),
      wired: n.pt3dstyle({ sec }),
      points,
      L: sec.L,
      diam: sec.diam,
      area: sec(0.5).area(),
      ri: sec(0.5).ri(),
      children: [...sec.children()].map(String),
    };
  }
  return answer;
};
