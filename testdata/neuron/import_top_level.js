// Files through Import3d into sections of no cell, one of each format.
const { morphology, shapes } = require("./morphology/shapes.js");
n.load_file("import3d.hoc");

morphology("three_point_soma.swc", false);
const answer = { swc: shapes(n.allsec()), tips: [String(n.dend[0]), String(n.dend[1]), String(n.axon[0])] };
for (const sec of [...n.allsec()]) n.delete_section({ sec });
morphology("contour_soma.asc", false);
console.log(JSON.stringify({ asc: shapes(n.allsec()), soma: String(n.soma[0]), ...answer }));
