package script

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// endless are jobs that end only when they are stopped: in JavaScript, in the
// solver, waiting for a message, and for a job of their own.
const endless = `
const pc = n.ParallelContext();
pc.submit(() => { while (true) {} });
pc.submit(() => { n.Section("soma").insert("hh"); n.finitialize(-65); n.continuerun(1e9); });
pc.submit(() => n.ParallelContext().take("never"));
pc.submit(() => { const pc = n.ParallelContext(); pc.submit(() => { for (;;) {} }); pc.working(); });
`

// ended waits until all jobs of a runtime have ended.
func ended(t *testing.T, jobs []*job) {
	t.Helper()
	for _, j := range jobs {
		select {
		case <-j.done:
		case <-time.After(60 * time.Second):
			t.Fatalf("job %d goes on", j.number)
		}
	}
}

// TestJobsStop stops a script with its jobs, which are forgotten then; the
// runtime goes on.
func TestJobsStop(t *testing.T) {
	rt := New(Options{Stdout: &bytes.Buffer{}, Stderr: &bytes.Buffer{}})
	defer rt.Close()
	var jobs []*job
	rt.Global("interrupt", func() {
		jobs = rt.neuron.parallel.jobs
		go rt.Interrupt(Interrupted)
	})
	_, err := rt.RunString("stop.js", endless+"interrupt(); pc.working()")
	var stopped *Stopped
	if !errors.As(err, &stopped) || stopped.Reason != Interrupted {
		t.Fatalf("%v, want an interruption", err)
	}
	if len(jobs) != 4 {
		t.Fatalf("%d jobs", len(jobs))
	}
	ended(t, jobs)
	rt.ClearStop()
	v, err := rt.RunString("after.js", "pc.submit((k) => k + 1, 41); [pc.working(), pc.pyret(), pc.working()].join()")
	if err != nil || v.String() != "5,42,0" {
		t.Errorf("after the interruption: %v, %v", v, err)
	}
}

// TestJobsClose holds that jobs do not outlive the runtime.
func TestJobsClose(t *testing.T) {
	rt := New(Options{})
	if _, err := rt.RunString("close.js", endless); err != nil {
		t.Fatal(err)
	}
	jobs := rt.neuron.parallel.jobs
	rt.Close()
	ended(t, jobs)
}

// TestJobsMessages has jobs hand messages to each other: more of them than run
// at a time, all waiting for the last.
func TestJobsMessages(t *testing.T) {
	rt := New(Options{})
	defer rt.Close()
	v, err := rt.RunString("messages.js", `
const pc = n.ParallelContext();
for (let k = 0; k < 40; k++) pc.submit((k) => {
  const pc = n.ParallelContext();
  pc.take(k);
  const x = pc.upkscalar();
  pc.post(k + 1, x + 1);
  return x;
}, k);
pc.post(0, 100);
let sum = 0;
while (pc.working()) sum += pc.pyret();
pc.take(40);
sum + " " + pc.upkscalar()`)
	if err != nil || v.String() != fmt.Sprint(40*100+39*20)+" 140" {
		t.Errorf("%v, %v", v, err)
	}
}

// TestJobsDeadlock has all wait for a message that nobody can post any more.
func TestJobsDeadlock(t *testing.T) {
	rt := New(Options{})
	defer rt.Close()
	_, err := rt.RunString("dead.js", `
const pc = n.ParallelContext();
for (const key of ["a", "b"]) pc.submit((key) => n.ParallelContext().take(key), key);
let failed = 0;
for (;;) {
  try {
    if (!pc.working()) break;
  } catch (e) {
    failed++;
    if (!e.message.includes("nobody is left to post it")) throw e;
  }
}
if (failed !== 2) throw Error("failed: " + failed);
pc.take("c")`)
	if err == nil || !strings.Contains(err.Error(), `take: no message "c" is there, and nobody is left to post it`) {
		t.Errorf("%v", err)
	}
}

// TestJobsPlaces holds that an error in a job names its place in the file, in
// all kinds of source, and that imports travel.
func TestJobsPlaces(t *testing.T) {
	const module = "import { n } from \"neuron\"\nimport * as units from \"neuron/units\"\nimport twice, { thrice } from \"./lib.mjs\"\n"
	for _, test := range []struct{ name, text, place string }{
		{"plain.js", "const pc = n.ParallelContext()\npc.submit((k) => {\n  const héllo = 1; null.x\n})\npc.working()", "plain.js:3:25"},
		{"first.js", "const pc = n.ParallelContext(); pc.submit(() => nothing); pc.working()", "first.js:1:49"},
		{"method.js", "const pc = n.ParallelContext()\nclass A {\n  run(k) { n.dtt = k }\n}\npc.submit(new A().run, 1)\npc.working()", "method.js:3:14"},
		{"module.mjs", module + "const pc = n.ParallelContext()\npc.submit(() => {\n  if (twice(2) + thrice(2) + units.mV !== 11) return 0\n  n.dtt = 1\n})\npc.working()", "module.mjs:7:5"},
		{"typed.ts", module + "const pc = n.ParallelContext()\npc.submit((k: number): number => {\n  if (twice(2) === 4 && n.dt) throw Error(\"x\" + k)\n  return 0\n}, 1)\npc.working()", "typed.ts:6:37"},
		{"await.mjs", "await null\nconst pc = n.ParallelContext()\npc.submit(async () => {\n  await null\n  n.dtt = 3\n})\npc.working()", "await.mjs:5:5"},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "lib.mjs"), []byte("export default (x) => 2 * x\nexport const thrice = (x) => 3 * x\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		rt := New(Options{Dir: dir})
		err := rt.RunSource(filepath.Join(dir, test.name), test.text)
		rt.Close()
		var e *Error
		if !errors.As(err, &e) || e.Cause == nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if got := (Frame{File: e.Cause.File, Line: e.Cause.Line, Column: e.Cause.Column}).Pos(); got != test.place {
			t.Errorf("%s: the error is at %s, want %s\n%s", test.name, got, test.place, Report(err))
		}
	}
}
