"""File: what printf writes, what scanvar, scanstr and gets read, and where each of them ends."""
from neuron import h
from oracle import result

h("strdef text")
f = h.File()
f.mktemp()
missing = [f.ropen("/there/is/none"), f.isopen(), h.File("/there/is/none").getname()]
f.mktemp()
f.wopen()
f.printf("%d %5.2f|%s|%g\n", 3, 2.5, "hi", 1e-7)
f.printf("abc -12.5e1 x3 .5 inf nan 1e 0x10 7\n  last -inf line 100%%")
f.printf("%-8.3f|%+d|%05d|%x|%o|%e\n", 3.14159, 4, 42, 255, 8, 0.000123456)
written = [f.isopen(), f.tell(), f.flush()]
f.close()
f.ropen()
numbers = []
places = []
for i in range(8):
    if i == 7:
        f.scanstr(h._ref_text)
        f.scanstr(h._ref_text)
    numbers.append(f.scanvar())
    places.append([f.tell(), f.eof()])
f.seek()
lines = []
for i in range(4):
    length = f.gets(h._ref_text)
    lines.append([length, h.text, f.eof()])
words = []
f.seek(0, 0)
while True:
    length = f.scanstr(h._ref_text)
    if length < 0:
        break
    words.append([length, h.text])
seeks = []
for offset, origin in ((3, 0), (2, 1), (-4, 2), (0, 0), (5, 1)):
    seeks.append([f.seek(offset, origin), f.tell()])
f.close()
f.aopen()
f.printf("more\n")
appended = f.tell()
f.close()
result(missing=missing, written=written, numbers=numbers, places=places, lines=lines, words=words, seeks=seeks, appended=appended,
       removed=[f.unlink(), f.unlink()])
