// File: what printf writes, what scanvar, scanstr and gets read, and where each of them ends.
const text = n.ref("");
const f = n.File();
f.mktemp();
const missing = [f.ropen("/there/is/none"), f.isopen(), n.File("/there/is/none").getname()];
f.mktemp();
f.wopen();
f.printf("%d %5.2f|%s|%g\n", 3, 2.5, "hi", 1e-7);
f.printf("abc -12.5e1 x3 .5 inf nan 1e 0x10 7\n  last -inf line 100%%");
f.printf("%-8.3f|%+d|%05d|%x|%o|%e\n", 3.14159, 4, 42, 255, 8, 0.000123456);
const written = [f.isopen(), f.tell(), f.flush()];
f.close();
f.ropen();
const numbers = [], places = [];
for (let i = 0; i < 8; i++) {
  if (i === 7) {
    f.scanstr(text);
    f.scanstr(text);
  }
  numbers.push(f.scanvar());
  places.push([f.tell(), f.eof()]);
}
f.seek();
const lines = [];
for (let i = 0; i < 4; i++) {
  const length = f.gets(text);
  lines.push([length, text.value, f.eof()]);
}
const words = [];
f.seek(0, 0);
for (;;) {
  const length = f.scanstr(text);
  if (length < 0) break;
  words.push([length, text.value]);
}
const seeks = [];
for (const [offset, origin] of [[3, 0], [2, 1], [-4, 2], [0, 0], [5, 1]]) {
  seeks.push([f.seek(offset, origin), f.tell()]);
}
f.close();
f.aopen();
f.printf("more\n");
const appended = f.tell();
f.close();
console.log(JSON.stringify({ missing, written, numbers, places, lines, words, seeks, appended, removed: [f.unlink(), f.unlink()] }));
