import { assign, format, np, sum } from "gneuron/python";

const t = np.arange(0, 1, 0.25);
const V = np.zeros(4);
V[0] = 5e-3;
for (let i = 0; i < t.length - 1; i++) {
  V[i + 1] = V[i] - V[i] * 0.5;
}
print([...V].map((v) => `${v.toFixed(6)}`).join(" "));
const y = np.add(np.multiply(2, np.exp(np.divide(np.negative(t), 0.5))), 1);
print(`${np.max(y).toFixed(6)} ${np.min(y).toFixed(6)} ${np.mean(y).toFixed(6)}`);
const x = np.linspace(0, 1, 5);
print(x.length, `${format(x.at(-1), "g")}`, np.sum(np.power(x, 2)), np.argmax(x), np.dot(x, x));
const M = np.array([[1, 2], [3, 4]]);
print(np.shape(M)[0], np.sum(M), np.sum(M, { axis: 0 })[1]);
const big = np.compress(np.greater(x, 0.4), x);
print(big.length, big[0]);
assign(x, 0, 1, 3);
print([...x].map((v) => `${format(v, "g")}`).join(" "), np.cumsum(x).at(-1), np.diff(t)[0], -t[1]);
const mask = np.where(np.greater(x, 0), 1, 0);
print(Math.trunc(sum(mask)), np.abs(-2.5), `${format(Math.sqrt(16), "g")}`, np.pi > 3.14 && "pi", np.round(2.567, 2), np.isclose(0.1 + 0.2, 0.3) && "close");
let z = np.add(x, y[0]);
z = np.add(z, 1);
z = np.multiply(z, 2);
print(`${z[0].toFixed(4)}`, `${np.interp(0.3, [0, 1], [10, 20]).toFixed(4)}`, [...np.histogram([1, 2, 2, 3], { bins: 2 })[0]][1] > 2 && "hist");
