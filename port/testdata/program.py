"""What programs do: names, loops, functions, formats."""
import math
from math import pi, sqrt

# A comment that stays.
total = 0
for i in range(5):
    total += i  # adds up
print("sum", total)

for i in range(10, 0, -3):
    print(i, end=" ")
print()

for k in range(2):
    inside = k * 10
print("after the loop", k, inside)

names = ["a", "b", "c"]
for i, name in enumerate(names):
    print("%d: %s" % (i, name))
for x, y in zip(names, range(3)):
    print(f"{x}={y}")

squares = [n ** 2 for n in range(6) if n % 2 == 0]
print("squares", ", ".join(str(s) for s in squares))
table = {"x": 1, "y": 2}
table["z"] = 3
for key, value in table.items():
    print(key, value)
print("y" in table, "q" in table, len(table)) if False else print(len(table))
print("found" if "y" in table and "q" not in table else "lost")


def mean(values, start=0, scale=1):
    """The mean."""
    s = start
    for v in values:
        s += v
    return scale * s / len(values)


print("%.3f" % mean([1, 2, 3.5]), "%8.2f|%-8s|%05d" % (pi, "ab", 42))
print("{:.2e} {:>6} {!r}".format(12345.678, "x", 3), "{0} {1} {0}".format("p", "q"))
print(f"{sqrt(2):.4f} {7:3d} {0.000012345:g} {1e10:g} {123456789.0:.3g} {1234567:,}")
print("%g %g" % (mean([1, 2, 3], scale=2), mean(scale=3, values=[2, 4])))

a, b = 1, 2
a, b = b, a
print(a, b, 7 // 2, -7 // 2, -7 % 3, 7 % 3, 2 ** 10, round(2.5), round(3.5), int(-2.7))
first, *rest = [1, 2, 3, 4]
print(first, len(rest), rest[-1], sum(rest))
print(squares[-1], len(squares[1:]), len(names[::-1]), names[::-1][0], "hello"[1:3])

empty = []
if not empty:
    print("empty")
empty.append(1)
empty.extend([2, 3])
empty.insert(0, 0)
empty.pop()
print(len(empty), empty.index(2), max(empty), min(empty), sorted([3, 1, 2], reverse=True)[0])


class Animal:
    legs = 4

    def __init__(self, name, sound="?"):
        self.name = name
        self.sound = sound
        self.log = []

    def speak(self):
        self.log.append(self.sound)
        return f"{self.name} says {self.sound}"

    @property
    def loud(self):
        return self.sound.upper()

    @staticmethod
    def double(x):
        return 2 * x

    def __repr__(self):
        return f"<{self.name}>"


class Dog(Animal):
    def __init__(self, name):
        super().__init__(name, sound="woof")
        self.tricks = {}

    def speak(self):
        return super().speak() + "!"


dogs = [Dog(n) for n in ("Rex", "Fido")]
print(dogs[0].speak(), dogs[1].loud, Animal.double(4), str(dogs[0]), dogs[0].legs, len(dogs[0].log))

counter = 0


def count():
    global counter
    counter += 1
    return counter


count()
count()
print("counter", counter)
compose = lambda f, g: lambda x: f(g(x))
print(compose(lambda x: x + 1, lambda x: x * 2)(5))
print([(i, j) for i in range(3) for j in range(i)][-1][0], {n: n * n for n in range(3)}[2])

try:
    raise ValueError("bad")
except ValueError as e:
    print("caught", e if False else "it")
finally:
    print("done")

i = 0
while True:
    i += 1
    if i == 2:
        continue
    if i > 3:
        break
print("i", i, "between" if 1 < i < 10 else "outside")
value = None
if value is None:
    value = "set"
print(value, "a" * 3, len([0] * 3), "text" if isinstance(value, str) else "other")
words = "the quick  brown fox".split()
print(len(words), words[1].replace("q", "Q"), "-".join(words), "  x ".strip() + "|", "abc".startswith("ab") and "yes")
print(math.floor(2.7), "%g" % math.exp(0), math.log(8, 2) > 2.99 and "log", any([False, True]) and "any", all([]) and "all")
