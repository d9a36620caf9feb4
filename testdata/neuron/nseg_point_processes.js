// Where point processes sit after nseg changed, for many pairs of nseg and places, and after a series of changes.
const answer = {};
for (const [before, after] of [[1, 2], [1, 5], [2, 1], [2, 3], [2, 4], [3, 2], [3, 4], [3, 9], [4, 3], [5, 1], [5, 4], [6, 4], [7, 4], [9, 3], [10, 7]]) {
  const sec = n.Section("sec");
  sec.nseg = before;
  const clamps = [];
  for (let k = 0; k < before; k++) clamps.push(n.IClamp(sec((k + 0.5) / before)));
  clamps.push(n.IClamp(sec(0)), n.IClamp(sec(1)));
  sec.nseg = after;
  answer[`${before}_${after}`] = clamps.map((ic) => ic.get_segment().x);
}
const sec = n.Section("series");
const clamp = n.IClamp(sec(0.3));
const series = [clamp.get_segment().x];
for (const nseg of [3, 7, 4, 6, 4, 3, 2, 5, 1]) {
  sec.nseg = nseg;
  series.push(clamp.get_segment().x);
}
const moved = n.Section("moved");
moved.nseg = 5;
clamp.loc(moved(0.9));
moved.nseg = 9;
const place = [String(clamp.get_segment().sec), clamp.get_segment().x, Boolean(clamp.has_loc())];
console.log(JSON.stringify({ series, moved: place, ...answer }));
n.load_file("stdrun.hoc");

