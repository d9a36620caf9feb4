package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// A disk that is full, or a reader that has gone.
func TestOutputFails(t *testing.T) {
	full := errors.New("no space left on device")
	script := filepath.Join(t.TempDir(), "leave.js")
	if err := os.WriteFile(script, []byte("print(1); process.exit(3)"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		err  error
		code int
		text string
		args []string
	}{
		{full, exitFailed, "gneuron: cannot write to the standard output: no space left on device\n", []string{"version"}},
		{full, exitFailed, "gneuron: cannot write to the standard output: no space left on device\n", []string{"-e", "process.stdout.write('a')"}},
		{full, 3, "gneuron: cannot write to the standard output: no space left on device\n", []string{"run", script}},
		{syscall.EPIPE, exitOK, "", []string{"version"}},
	} {
		var errs strings.Builder
		if code := run(c.args, strings.NewReader(""), failing{c.err}, &errs); code != c.code || errs.String() != c.text {
			t.Errorf("%v with %v: exit code %d, %q", c.args, c.err, code, errs.String())
		}
	}
}
