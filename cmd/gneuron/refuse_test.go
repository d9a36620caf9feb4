package main

import (
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/gneuron/gneuron/script"
	"github.com/rogpeppe/go-internal/testscript"
)

// refusal is one thing that gneuron refuses, as the files of bad_*.txtar have it:
//
//	: code that runs before
//	> code that is refused, or, with a !, that fails when a run has begun
//	< code that mends what the refused code met
//	what gneuron prints, to the letter
//
// Cases are separated by empty lines.
type refusal struct {
	setup, bad, mend, want string
	begun                  bool // the model need not be as it was
}

func refusals(text string) []refusal {
	var list []refusal
	for block := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		var r refusal
		for line := range strings.Lines(block + "\n") {
			switch {
			case strings.HasPrefix(line, ": "):
				r.setup += line[2:]
			case strings.HasPrefix(line, "> "), strings.HasPrefix(line, "! "):
				r.bad += line[2:]
				r.begun = r.begun || line[0] == '!'
			case strings.HasPrefix(line, "< "):
				r.mend += line[2:]
			default:
				r.want += line
			}
		}
		list = append(list, r)
	}
	return list
}

// goesOn is put around the refused code to see that the model was left as it
// was and can run.
const goesOn = `
const before = state()
let refused = false
try {
BAD} catch (e) {
  refused = true
}
if (!refused) console.log("nothing was thrown")
if (!BEGUN && state() !== before) console.log("the model changed:\n" + before + "\n" + state())
MEND
n.finitialize(-65)
n.continuerun(0.5)
if (!(n.t >= 0.5)) console.log("the model did not run: t = " + n.t)
`

// refuses runs each case of a file behind a common beginning: first alone, for
// its message and exit code, then with the error caught.
//
//	refuses BEGINNING.js CASES
func refuses(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: refuses BEGINNING.js CASES")
	}
	beginning := ts.ReadFile(args[0])
	failed := false
	for _, r := range refusals(ts.ReadFile(args[1])) {
		if code, _, got := runModel(ts, beginning+r.setup+r.bad); code != exitFailed || got != r.want {
			ts.Logf("%s%sexit code %d\n%swant\n%s", r.setup, r.bad, code, got, r.want)
			failed = true
		}
		rest := strings.NewReplacer("BAD", r.bad, "MEND", r.mend, "BEGUN", strconv.FormatBool(r.begun)).Replace(goesOn)
		if code, out, errs := runModel(ts, beginning+r.setup+rest); code != exitOK || out != "" {
			ts.Logf("%s%scaught: exit code %d\n%s%s", r.setup, r.bad, code, out, errs)
			failed = true
		}
	}
	if failed {
		ts.Fatalf("see above")
	}
}

// runModel does what gneuron run model.js does, in this process: there are
// hundreds of cases.
func runModel(ts *testscript.TestScript, text string) (code int, stdout, stderr string) {
	ts.Check(os.WriteFile(ts.MkAbs("model.js"), []byte(text), 0o666))
	var out, errs strings.Builder
	rt := script.New(script.Options{Stdout: &out, Stderr: &errs, Dir: ts.MkAbs(".")})
	defer rt.Close()
	defer time.AfterFunc(30*time.Second, func() { rt.Interrupt(script.TimedOut) }).Stop()
	code = report(&errs, rt.RunFile("model.js"))
	return code, out.String(), errs.String()
}
