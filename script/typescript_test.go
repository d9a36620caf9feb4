package script

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/internal/need"
)

const typescriptVersion = "5.9.3"

// typescript gives the compiler: the one that an earlier check put into the
// user's cache, or npm brings there where CI asks for all tests (see need.Missing).
func typescript(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		need.Missing(t, "the TypeScript compiler needs node: %v", err)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatalf("no folder to keep the TypeScript compiler in: %v", err)
	}
	folder := filepath.Join(cache, "gneuron", "typescript-"+typescriptVersion)
	compiler := filepath.Join(folder, "node_modules", "typescript", "bin", "tsc")
	if _, err := os.Stat(compiler); err == nil {
		return compiler
	}
	if !need.Required() {
		need.Missing(t, "the TypeScript compiler is not there; GNEURON_REQUIRE=1 go test ./script -run TestTypeScript gets it from npm")
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

// limits are the errors that tell of what the compiler does not know of plain
// JavaScript, rather than of a mistake: variables and parameters without a type
// (TS70..); properties that a class gets outside of its constructor, which may be
// undefined for all it knows; what a catch catches; arithmetic, indexing and calls with the elements of an
// array of texts and numbers.
var limits = []string{"TS7005", "TS7006", "TS7008", "TS7019", "TS7022", "TS7023", "TS7031", "TS7034", "TS7053",
	"TS18046", "TS2532", "TS2722", "TS18048", "TS2362", "TS2363", "TS2365", "TS2538", "TS2556"}

// absence is what may be null, which the cases do not ask.
var absence = []string{"TS2531", "TS18047"}

var (
	// missing is a name that a type lacks: it counts where the type is gneuron's.
	missing = regexp.MustCompile(`^error TS(?:2339|2551): Property '[^']*' does not exist on type '([^']*)'`)
	// union is in the error about a value that may be of several types: an array
	// of texts and numbers loses which is which.
	union = regexp.MustCompile(`(?:Argument of type|Type|constituents of type) '[^'{]* \| `)
	// empty is what is known of an array or a parameter that was empty or null at first.
	empty = regexp.MustCompile(`to (?:parameter of )?type '(?:never|null)\b`)
)

// mistake tells an error of the script, or of the declarations.
func (e tsError) mistake() bool {
	if m := missing.FindStringSubmatch(e.text); m != nil {
		types := declarations().Types
		return types["n."+m[1]] != nil || types["plt."+m[1]] != nil || types[m[1]] != nil
	}
	return !slices.Contains(limits, e.code) && !union.MatchString(e.text) && !empty.MatchString(e.text)
}

// typeCheck has the compiler look at scripts, with the declarations of gneuron
// and of the mechanisms in folders.
func typeCheck(t *testing.T, mechanisms []string, files ...string) []tsError {
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
	names := []string{"gneuron.d.ts"}
	for _, file := range files {
		path, err := filepath.Abs(file)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, path)
	}
	config, err := json.Marshal(map[string]any{
		"compilerOptions": map[string]any{"checkJs": true, "allowJs": true, "noEmit": true, "strict": true, "target": "es2023",
			"lib": []string{"es2023"}, "types": []string{}, "module": "preserve", "moduleDetection": "force"},
		"files": names,
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
	return errors
}

func writeText(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

var (
	jsBlock = regexp.MustCompile("(?ms)^```js\n(.*?)^```$")
	// toSave are the blocks that a page of the guide says to save as a file.
	toSave = regexp.MustCompile("(?ms)[Ss]ave this\\s+as\\s+`([\\w.]+)`[^`]*?:\n\n```\\w+\n(.*?)^```$")
)

// mixed are the scripts of testdata/neuron that the compiler cannot follow,
// because they keep conditions or names of functions as plain strings, look up
// what they made under computed names, or put texts into an array of numbers.
var mixed = []string{"pc_board.js", "vector_search.js", "vector_functions.js", "netstim_noise.js", "point_process_order.js"}

// wrong is the script that the compiler must refuse, line by line.
const wrong = "testdata/types/wrong.js"

// TestTypeScript has the TypeScript compiler check, with the declarations of all
// mechanisms in the folders: every example, every script in the guides, and the
// scripts that are compared with NEURON, which nobody wrote for a compiler. It
// must find no mistake in them, and those of testdata/types/wrong.js.
func TestTypeScript(t *testing.T) {
	typescript(t)
	mods := map[string]bool{}
	for _, file := range glob(t, 20, "../testdata/neuron/mod*/*.mod", "../examples/*/*.mod") {
		mods[filepath.Dir(file)] = true
	}
	files := glob(t, 4, "../examples/*.js", "../examples/*/*.js", "../examples/*/*/*.js", "../examples/*/*/*/*.js")
	cases := glob(t, 100, "../testdata/neuron/*.js")
	guides, own := guideScripts(t)
	files = slices.Concat(files, cases, guides, []string{wrong})
	got := map[int]string{}
	for _, e := range typeCheck(t, append(slices.Sorted(maps.Keys(mods)), own...), files...) {
		ofCase := slices.Contains(cases, filepath.Join("../testdata/neuron", e.file))
		switch {
		case e.file == filepath.Base(wrong):
			if got[e.line] != "" {
				t.Errorf("a second error: %s", e)
			}
			got[e.line] = e.code
		case slices.Contains(mixed, e.file):
		case ofCase && slices.Contains(absence, e.code):
		case e.mistake() && ofCase:
			t.Errorf("%s\n(if the script is right and the compiler cannot know it, name it in mixed)", e)
		case e.mistake():
			t.Error(e)
		}
	}
	text, err := os.ReadFile(wrong)
	if err != nil {
		t.Fatal(err)
	}
	wanted := 0
	for i, line := range strings.Split(string(text), "\n") {
		_, want, _ := strings.Cut(line, "; // ")
		if want != "" {
			wanted++
		}
		if got[i+1] != want {
			t.Errorf("%s:%d: the compiler says %q, want %q: %s", wrong, i+1, got[i+1], want, line)
		}
	}
	if wanted < 40 {
		t.Errorf("only %d wrong lines", wanted)
	}
}

// glob lists files, of which there must be at least some.
func glob(t *testing.T, least int, patterns ...string) []string {
	t.Helper()
	var files []string
	for _, pattern := range patterns {
		list, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, list...)
	}
	if len(files) < least {
		t.Fatalf("only %d files %s", len(files), patterns)
	}
	return files
}

// guideScripts writes every ```js block of the guides and the reference into a file of its
// own, beside what the page says to save; mods are the folders that got .mod files.
func guideScripts(t *testing.T) (files, mods []string) {
	t.Helper()
	pages := glob(t, 60, "../docs/*.md", "../docs/guide/*.md", "../docs/reference/*.md", "../docs/reference/*/*.md")
	for _, page := range append(pages, "../README.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		folder := t.TempDir()
		for _, f := range toSave.FindAllStringSubmatch(string(text), -1) {
			writeText(t, filepath.Join(folder, f[1]), f[2])
			if filepath.Ext(f[1]) == ".mod" && !slices.Contains(mods, folder) {
				mods = append(mods, folder)
			}
		}
		for i, block := range jsBlock.FindAllStringSubmatch(string(text), -1) {
			file := filepath.Join(folder, fmt.Sprintf("%s_%d.js", filepath.Base(page), i+1))
			writeText(t, file, block[1])
			files = append(files, file)
		}
	}
	if len(files) < 60 {
		t.Fatalf("only %d scripts in the guides", len(files))
	}
	return files, mods
}
