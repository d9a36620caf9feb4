// Files, and references to strings.
const { test, assert } = require("gneuron/test")

const temporary = () => {
  const f = n.File()
  f.mktemp()
  return f
}

test("what was written is read again", () => {
  const f = temporary()
  assert.equal(f.isopen(), 0)
  assert.equal(f.wopen(), 1)
  f.printf("%d %5.2f|%s\n", 3.7, 2.5, "word")
  assert.equal(f.tell(), 13)
  f.close()
  assert.equal(fs.readText(f.getname()), "3  2.50|word\n")
  f.aopen()
  f.printf("%s", "no end")
  f.close()
  f.ropen()
  assert.deepEqual([f.scanvar(), f.scanvar(), f.scanstr(), f.scanstr(), f.scanstr()], [3, 2.5, "no", "end", null])
  f.seek(0)
  assert.deepEqual([f.gets(), f.eof(), f.gets(), f.eof(), f.gets()], ["3  2.50|word\n", 0, "no end\n", 1, null])
  assert.equal(f.unlink(), 1)
  assert.equal(f.unlink(), 0)
})

test("strings come back in references, too", () => {
  const f = temporary(), text = n.ref("before")
  f.wopen()
  f.printf("one line\n")
  f.close()
  assert.equal(f.getname(text), text.value)
  f.ropen()
  assert.equal(f.scanstr(text), 3)
  assert.equal(text[0], "one")
  assert.equal(f.gets(text), 6)
  assert.equal(`${text}`, " line\n")
  assert.equal(f.gets(text), -1)
  assert.equal(JSON.stringify([text]), '[" line\\n"]')
  text.value = "mine"
  assert.equal(text[0], "mine")
  f.unlink()
})

test("a file of its own name, a folder and no file", () => {
  assert.equal(n.File("there/is/none.txt").ropen(), 0)
  assert.equal(n.File(n.ref("none.txt")).getname(), "none.txt")
  assert.equal(n.File("/").ropen(), 0)
  const f = n.File("/")
  f.ropen()
  assert.throws(() => f.gets(), /cannot open \/: it is a folder/)
})

test("files that are still open are written at the end", () => {
  const f = temporary()
  f.wopen()
  f.printf("text")
  assert.equal(fs.readText(f.getname()), "")
  f.flush()
  assert.equal(fs.readText(f.getname()), "text")
  f.unlink()
  assert.equal(f.isopen(), 0)
})
