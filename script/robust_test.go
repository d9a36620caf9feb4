package script

import (
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/dop251/goja"
)

// TestRobust makes thousands of calls with senseless arguments on every object
// that a script can reach. Each may throw; none may panic in Go, or not return.
func TestRobust(t *testing.T) {
	for seed := range uint64(3) {
		robust(t, seed, 1000)
	}
}

// FuzzRobust does the same for seeds that the fuzzer thinks of.
func FuzzRobust(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) { robust(t, seed, 200) })
}

func robust(t *testing.T, seed uint64, calls int) {
	t.Helper()
	code, err := os.ReadFile(filepath.Join("testdata", "robust.js"))
	if err != nil {
		t.Fatal(err)
	}
	rt := New(Options{Stdout: io.Discard, Stderr: io.Discard, Dir: t.TempDir()})
	defer rt.Close()
	rng := rand.New(rand.NewPCG(seed, 0))
	var last []string
	vm := rt.VM()
	rt.Global("random", rng.Float64)
	rt.Global("told", func(call goja.FunctionCall) goja.Value {
		last = append(last, call.Argument(0).String())
		if len(last) > 12 {
			last = last[1:]
		}
		return goja.Undefined()
	})
	rt.Global("calls", vm.ToValue(calls))
	limit := time.AfterFunc(60*time.Second, func() { rt.Interrupt(TimedOut) })
	defer limit.Stop()
	_, err = rt.RunString("robust.js", "("+string(code)+"\n)(random, told, calls)")
	var failed *Error
	switch {
	case errors.As(err, &failed) && failed.GoStack != "":
		t.Errorf("seed %d: %v\nafter %q\n%s", seed, err, last, failed.GoStack)
	case err != nil:
		t.Errorf("seed %d: %v\nafter %q", seed, err, last)
	}
}
