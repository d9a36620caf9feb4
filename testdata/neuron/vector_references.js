// References to elements of a Vector: recorded, played into, read and set.
n.load_file("stdrun.hoc");
const soma = n.Section("soma");
const box = n.Vector([1, 2, 3]);
box._ref_x[1][0] = 7;
const steps = n.Vector([0, 1, 4, 9, 16]);
const when = n.Vector([0, 0.1, 0.2, 0.3, 0.4]);
steps.play(box._ref_x[0], when, false);
const ramp = n.Vector([0, 10]);
const ends = n.Vector([0, 1]);
ramp.play(box._ref_x[2], ends, true);
const first = n.Vector().record(box._ref_x[0]);
const third = n.Vector().record(box._ref_x[2]);
n.finitialize(-65);
n.continuerun(0.5);
console.log(JSON.stringify({
  first: first,
  third: third,
  box: box,
  read: [box._ref_x[0][0], box._ref_x[1][0]],
}));
