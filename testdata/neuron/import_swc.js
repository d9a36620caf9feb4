// SWC files through Import3d into cells: somas of all kinds, branches, several trees, own types.
const { morphology, shapes } = require("./morphology/shapes.js");
n.load_file("import3d.hoc");

const files = [
  "breadth_first.swc",
  "custom_types.swc",
  "missing_parent.swc",
  "neuromorpho_soma.swc",
  "no_soma.swc",
  "not_quite_a_sphere.swc",
  "one_point_soma.swc",
  "several_trees.swc",
  "short_branches.swc",
  "three_point_soma.swc",
  "two_point_soma.swc",
];
const answer = {};
for (const file of files) {
  const cell = morphology(file);
  answer[String(cell)] = { order: cell.all.map(String), sections: shapes(cell.all) };
}
console.log(JSON.stringify({ all: [...n.allsec()].map(String), ...answer }));
