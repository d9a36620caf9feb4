// Neurolucida files through Import3d into cells: contours, stacks, several somas, trees without a soma.
const { morphology, shapes } = require("./morphology/shapes.js");
n.load_file("import3d.hoc");

const files = [
  "contour_soma.asc",
  "no_soma.asc",
  "properties.asc",
  "stacked_soma.asc",
  "tilted_soma.asc",
  "two_somas.asc",
];
const answer = {};
for (const file of files) {
  const cell = morphology(file);
  answer[String(cell)] = { order: cell.all.map(String), sections: shapes(cell.all) };
}
console.log(JSON.stringify({ all: [...n.allsec()].map(String), ...answer }));
