package script

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const typescriptVersion = "5.9.3"

// typescript gives the compiler: the one that an earlier check put into the
// user's cache. With GNEURON_TYPES=1 npm brings it there, and without it the test
// fails; otherwise the test is skipped.
func typescript(t *testing.T) string {
	t.Helper()
	required := os.Getenv("GNEURON_TYPES") == "1"
	stop := t.Skipf
	if required {
		stop = t.Fatalf
	}
	if _, err := exec.LookPath("node"); err != nil {
		stop("the TypeScript compiler needs node: %v", err)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		stop("no folder to keep the TypeScript compiler in: %v", err)
	}
	folder := filepath.Join(cache, "gneuron", "typescript-"+typescriptVersion)
	compiler := filepath.Join(folder, "node_modules", "typescript", "bin", "tsc")
	if _, err := os.Stat(compiler); err == nil {
		return compiler
	}
	if !required {
		t.Skipf("the TypeScript compiler is not there; GNEURON_TYPES=1 go test ./script -run TestTypeScript gets it from npm")
	}
	out, err := exec.Command("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, "typescript@"+typescriptVersion).CombinedOutput()
	if err != nil {
		t.Fatalf("npm install typescript@%s: %v\n%s", typescriptVersion, err, out)
	}
	return compiler
}

// tsError is one error of the compiler.
type tsError struct {
	file string // without its folder
	line int
	code string // "TS2551"
	text string // all lines
}

func (e tsError) String() string { return fmt.Sprintf("%s:%d: %s", e.file, e.line, e.text) }

var tsLine = regexp.MustCompile(`^(.+)\((\d+),\d+\): error (TS\d+): `)

// untyped are the errors about parameters and variables that a script gives no
// type: nobody who writes JavaScript does.
var untyped = []string{"TS7005", "TS7006", "TS7008", "TS7019", "TS7031", "TS7034"}

// typeCheck has the compiler look at scripts, with the declarations of gneuron
// and of the mechanisms in folders.
func typeCheck(t *testing.T, strict bool, mechanisms []string, files ...string) []tsError {
	t.Helper()
	compiler := typescript(t)
	folder := t.TempDir()
	rt := New(Options{})
	defer rt.Close()
	types, err := rt.Types(mechanisms...)
	if err != nil {
		t.Fatal(err)
	}
	writeText(t, filepath.Join(folder, "gneuron.d.ts"), types)
	for i, file := range files {
		if files[i], err = filepath.Abs(file); err != nil {
			t.Fatal(err)
		}
	}
	config, err := json.Marshal(map[string]any{
		"compilerOptions": map[string]any{"checkJs": true, "allowJs": true, "noEmit": true, "strict": strict, "target": "es2022",
			"lib": []string{"es2022"}, "types": []string{}, "module": "preserve", "moduleDetection": "force"},
		"files": append([]string{"gneuron.d.ts"}, files...),
	})
	if err != nil {
		t.Fatal(err)
	}
	writeText(t, filepath.Join(folder, "tsconfig.json"), string(config))
	out, err := exec.Command("node", compiler, "--pretty", "false", "-p", folder).Output()
	var errors []tsError
	for line := range strings.Lines(string(out)) {
		m := tsLine.FindStringSubmatch(line)
		switch {
		case m != nil:
			number, _ := strconv.Atoi(m[2])
			errors = append(errors, tsError{filepath.Base(m[1]), number, m[3], strings.TrimSpace(line[strings.Index(line, "error "):])})
		case len(errors) == 0:
			t.Fatalf("tsc says %s", out)
		default:
			errors[len(errors)-1].text += "\n" + strings.TrimRight(line, "\n")
		}
	}
	if _, failed := err.(*exec.ExitError); err != nil && (!failed || len(errors) == 0) {
		t.Fatalf("tsc: %v\n%s", err, out)
	}
	return slices.DeleteFunc(errors, func(e tsError) bool { return slices.Contains(untyped, e.code) })
}

func writeText(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// imported are the properties that n.load_morphology makes in an object of the
// script, of which its class says nothing.
var imported = regexp.MustCompile(`^error TS2339: Property '(soma|axon|dend|apic|all)' does not exist`)

var jsBlock = regexp.MustCompile("(?ms)^```js\n(.*?)^```$")

// TestTypeScript has the TypeScript compiler check every example and every
// script in the guides, strictly.
func TestTypeScript(t *testing.T) {
	typescript(t)
	var files []string
	for _, pattern := range []string{"../examples/*.js", "../examples/*/*.js", "../examples/*/*/*.js"} {
		list, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, list...)
	}
	if len(files) < 4 {
		t.Fatalf("only the examples %s", files)
	}
	pages, err := filepath.Glob("../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	folder, blocks := t.TempDir(), 0
	for _, page := range append(pages, "../README.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for i, block := range jsBlock.FindAllStringSubmatch(string(text), -1) {
			file := filepath.Join(folder, fmt.Sprintf("%s_%d.js", filepath.Base(page), i+1))
			writeText(t, file, block[1])
			files = append(files, file)
			blocks++
		}
	}
	if blocks < 5 {
		t.Fatalf("only %d scripts in the guides", blocks)
	}
	for _, e := range typeCheck(t, true, nil, files...) {
		if !imported.MatchString(e.text) {
			t.Error(e)
		}
	}
}

// mixed are the scripts of testdata/neuron that the compiler cannot follow,
// because they keep conditions or names of functions as plain strings, or look
// up what they made under computed names.
var mixed = []string{"vector_search.js", "vector_functions.js", "netstim_noise.js", "point_process_order.js"}

// union is in the error about a value that may be of several types: an array of
// texts and numbers loses which is which.
var union = regexp.MustCompile(`(Argument of type|Type|on type) '[^'{]* \| `)

// TestTypeScriptCases has the compiler check the scripts that are compared with
// NEURON, which nobody wrote for a compiler: their names and arguments must be
// right with the declarations of their mechanisms.
func TestTypeScriptCases(t *testing.T) {
	files, err := filepath.Glob("../testdata/neuron/*.js")
	if err != nil || len(files) < 100 {
		t.Fatalf("%d scripts, %v", len(files), err)
	}
	for _, e := range typeCheck(t, false, []string{"../testdata/neuron/mod"}, files...) {
		switch e.code {
		case "TS2339", "TS2551", "TS2345", "TS2322", "TS2769", "TS2353", "TS2554", "TS2540":
			if !union.MatchString(e.text) && !slices.Contains(mixed, e.file) {
				t.Error(e)
			}
		}
		if e.file == "gneuron.d.ts" {
			t.Error(e)
		}
	}
}

// TestTypeScriptRefuses holds that the compiler refuses wrong names and wrong
// arguments, and nothing else, in testdata/types/wrong.js.
func TestTypeScriptRefuses(t *testing.T) {
	const file = "testdata/types/wrong.js"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	got := map[int]string{}
	for _, e := range typeCheck(t, true, nil, file) {
		if got[e.line] != "" {
			t.Errorf("a second error: %s", e)
		}
		got[e.line] = e.code
	}
	wanted := 0
	for i, line := range strings.Split(string(text), "\n") {
		_, want, _ := strings.Cut(line, "; // ")
		if want != "" {
			wanted++
		}
		if got[i+1] != want {
			t.Errorf("line %d: the compiler says %q, want %q: %s", i+1, got[i+1], want, line)
		}
	}
	if wanted < 40 {
		t.Errorf("only %d wrong lines", wanted)
	}
}
