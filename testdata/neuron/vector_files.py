"""Vectors in files: the binary formats to and fro, text that printf writes, and columns that scanf and scantil read."""
from neuron import h
from oracle import result

v = h.Vector([3, -1.5, 100000, 0.1, -2.75])
file = h.File()
file.mktemp()


def text(write):
    """What a function writes to the file, line by line."""
    file.wopen()
    write()
    file.close()
    with open(file.getname()) as f:
        return f.read().split("\n")


def numbers(read, columns="t a b\n0 1 2\n1 3 nan 4\n2 5 6\n\n3 7 8 end\n"):
    """What a Vector's method gives and makes of a table."""
    file.wopen()
    file.printf("%s", columns)
    file.close()
    file.ropen()
    w = h.Vector([9, 9])
    got = read(w)
    file.close()
    return [got, w]


def there_and_back(form):
    """A Vector after vwrite and vread in a format, and what both give."""
    file.wopen()
    wrote = v.vwrite(file, form)
    file.close()
    file.ropen()
    w = h.Vector()
    got = w.vread(file)
    file.close()
    return [wrote, got, w]


formats = [there_and_back(form) for form in (1, 2, 3, 4, 5)]
file.wopen()
counts = [v.fwrite(file), v.fwrite(file, 1, 3), v.vwrite(file)]
file.close()
raw, part, whole = h.Vector(5), h.Vector(), h.Vector()
file.ropen()
counts += [raw.fread(file), part.fread(file, 3), whole.vread(file)]
file.close()
file.wopen()
v.fwrite(file)
file.close()
floats, shorts, unsigned, small = h.Vector(), h.Vector(), h.Vector(), h.Vector()
file.ropen()
floats.fread(file, 10, 3)
file.seek(0)
shorts.fread(file, 20, 5)
file.seek(0)
unsigned.fread(file, 20, 2)
file.seek(0)
small.fread(file, 40, 1)
file.close()
lines = [text(lambda: v.printf(file)), text(lambda: v.printf(file, "%8.3f ")), text(lambda: v.printf(file, 1, 2)), text(lambda: v.printf(file, "%g,", 0, 3))]
scanned = [numbers(lambda w: w.scanf(file, 4)), numbers(lambda w: w.scanf(file, 2, 3), "1 2 3\n4 5 6\n7 8 9\n"),
           numbers(lambda w: w.scanf(file, 2, 1, 3)), numbers(lambda w: w.scanf(file, 0)), numbers(lambda w: w.scanf(file), "1 2\n3\n")]
until = [numbers(lambda w: w.scantil(file, 4)), numbers(lambda w: w.scantil(file, 6, 3, 3)), numbers(lambda w: w.scantil(file, 2, 1, 3))]
file.unlink()

result(
    formats=formats,
    counts=counts,
    read=[raw, part, whole],
    floats=floats,
    shorts=shorts,
    unsigned=unsigned,
    small=small,
    lines=lines,
    scanned=scanned,
    until=until,
)
