// Vector.setrand and addrand, whole and in a range.
const r = n.Random();
r.Random123(4, 2);
r.negexp(3);
const whole = n.Vector(20).setrand(r);
const part = n.Vector(20).fill(7).setrand(r, 3, 6);
const added = n.Vector(20).fill(7).addrand(r);
added.addrand(r, 18, 19);
r.discunif(1, 6);
const dice = n.Vector(30).setrand(r).addrand(r);
const empty = n.Vector().setrand(r);
console.log(JSON.stringify({ whole, part, added, t_dice: dice, size: empty.size(), t_after: [r.repick(), r.seq()] }));
