import numpy as np

t = np.arange(0, 1, 0.25)
V = np.zeros(4)
V[0] = 5e-3
for i in range(len(t) - 1):
    V[i + 1] = V[i] - V[i] * 0.5
print(" ".join("%.6f" % v for v in V))
y = 2 * np.exp(-t / 0.5) + 1
print("%.6f %.6f %.6f" % (y.max(), y.min(), np.mean(y)))
x = np.linspace(0, 1, 5)
print(len(x), "%g" % x[-1], (x ** 2).sum(), np.argmax(x), np.dot(x, x))
M = np.array([[1, 2], [3, 4]])
print(M.shape[0], np.sum(M), np.sum(M, axis=0)[1])
big = x[x > 0.4]
print(len(big), big[0])
x[1:3] = 0
print(" ".join(f"{v:g}" for v in x), np.cumsum(x)[-1], np.diff(t)[0], -t[1])
mask = np.where(x > 0, 1, 0)
print(int(sum(mask)), np.abs(-2.5), "%g" % np.sqrt(16), np.pi > 3.14 and "pi", np.round(2.567, 2), np.isclose(0.1 + 0.2, 0.3) and "close")
z = x + y[0]
z += 1
z *= 2
print("%.4f" % z[0], "%.4f" % np.interp(0.3, [0, 1], [10, 20]), list(np.histogram([1, 2, 2, 3], bins=2)[0])[1] > 2 and "hist")
