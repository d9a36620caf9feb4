// An SWC file whose soma has many points and branches.
const { morphology, shapes } = require("./morphology/shapes.js");
n.load_file("import3d.hoc");

const files = [
  "contour_soma.swc",
];
const answer = {};
for (const file of files) {
  const cell = morphology(file);
  answer[String(cell)] = { order: cell.all.map(String), sections: shapes(cell.all) };
}
console.log(JSON.stringify({ all: [...n.allsec()].map(String), ...answer }));
