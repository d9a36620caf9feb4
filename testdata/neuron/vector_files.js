// Vectors in files: the binary formats to and fro, text that printf writes, and columns that scanf and scantil read.
const v = n.Vector([3, -1.5, 100000, 0.1, -2.75]);
const file = n.File();
file.mktemp();

// What a function writes to the file, line by line.
function text(write) {
  file.wopen();
  write();
  file.close();
  file.ropen();
  let all = "";
  for (let line = file.gets(); line !== null; line = file.gets()) all += line;
  file.close();
  return all.split("\n");
}

// What a Vector's method gives and makes of a table.
function numbers(read, columns = "t a b\n0 1 2\n1 3 nan 4\n2 5 6\n\n3 7 8 end\n") {
  file.wopen();
  file.printf("%s", columns);
  file.close();
  file.ropen();
  const w = n.Vector([9, 9]);
  const got = read(w);
  file.close();
  return [got, w];
}

// A Vector after vwrite and vread in a format, and what both give.
function there_and_back(form) {
  file.wopen();
  const wrote = v.vwrite(file, form);
  file.close();
  file.ropen();
  const w = n.Vector();
  const got = w.vread(file);
  file.close();
  return [wrote, got, w];
}

const formats = [1, 2, 3, 4, 5].map(there_and_back);
file.wopen();
const counts = [v.fwrite(file), v.fwrite(file, 1, 3), v.vwrite(file)];
file.close();
const raw = n.Vector(5), part = n.Vector(), whole = n.Vector();
file.ropen();
counts.push(raw.fread(file), part.fread(file, 3), whole.vread(file));
file.close();
file.wopen();
v.fwrite(file);
file.close();
const floats = n.Vector(), shorts = n.Vector(), unsigned = n.Vector(), small = n.Vector();
file.ropen();
floats.fread(file, 10, 3);
file.seek(0);
shorts.fread(file, 20, 5);
file.seek(0);
unsigned.fread(file, 20, 2);
file.seek(0);
small.fread(file, 40, 1);
file.close();
const lines = [text(() => v.printf(file)), text(() => v.printf(file, "%8.3f ")), text(() => v.printf(file, 1, 2)), text(() => v.printf(file, "%g,", 0, 3))];
const scanned = [numbers((w) => w.scanf(file, 4)), numbers((w) => w.scanf(file, 2, 3), "1 2 3\n4 5 6\n7 8 9\n"),
  numbers((w) => w.scanf(file, 2, 1, 3)), numbers((w) => w.scanf(file, 0)), numbers((w) => w.scanf(file), "1 2\n3\n")];
const until = [numbers((w) => w.scantil(file, 4)), numbers((w) => w.scantil(file, 6, 3, 3)), numbers((w) => w.scantil(file, 2, 1, 3))];
file.unlink();

console.log(JSON.stringify({ formats, counts, read: [raw, part, whole], floats, shorts, unsigned, small, lines, scanned, until }));
