package docs

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/internal/site"
	"github.com/gneuron/gneuron/script"
)

var (
	fenced = regexp.MustCompile("(?ms)^```js\n(.*?)^```$")
	inline = regexp.MustCompile("`([^`\n]+)`")
	member = regexp.MustCompile(`\b(n|soma|seg|ic|v|ref|f|ax|plt|file)\.(\w+)`)
	// saved are the blocks that the page says to save as a file; output is what stands
	// behind a script of its output.
	saved   = regexp.MustCompile("(?ms)[Ss]ave this\\s+as\\s+`([\\w.]+)`[^`]*?:\n\n```\\w+\n(.*?)^```$")
	output  = regexp.MustCompile("(?s)^\n\n(?:[^\n]+\n\n)?```text\n(.*?)```\n")
	link    = regexp.MustCompile(`\]\(([^)#:]*)(?:#([^)]*))?\)`)
	heading = regexp.MustCompile("(?m)^#+ (.*)$")
)

// pages are the README, the guides and the reference.
func pages(t *testing.T) []string {
	t.Helper()
	list := []string{"../README.md", "../CONTRIBUTING.md"}
	err := filepath.WalkDir(".", func(path string, _ fs.DirEntry, err error) error {
		if filepath.Ext(path) == ".md" {
			list = append(list, path)
		}
		return err
	})
	if err != nil || len(list) < 10 {
		t.Fatalf("no guides: %v", err)
	}
	return list
}

// TestScripts runs every ```js block, each as a script of its own in a folder with the
// files that the page says to save, and compares what it prints with the ```text block
// behind it, if there is one.
func TestScripts(t *testing.T) {
	ran := 0
	for _, page := range pages(t) {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		files := saved.FindAllStringSubmatch(string(text), -1)
		for i, at := range fenced.FindAllStringSubmatchIndex(string(text), -1) {
			block := []string{"", string(text[at[2]:at[3]])}
			ran++
			t.Run(fmt.Sprintf("%s_%d", filepath.Base(page), i+1), func(t *testing.T) {
				out, stderr := run(t, block[1], files...)
				if stderr != "" {
					t.Errorf("the script warns:\n%s", stderr)
				}
				if shown := output.FindSubmatch(text[at[1]:]); shown != nil && out != string(shown[1]) {
					t.Errorf("it prints\n%s\nthe page says\n%s", out, shown[1])
				}
				for _, promise := range promises[filepath.Base(page)] {
					if strings.Contains(block[1], promise.of) && out != promise.prints {
						t.Errorf("it prints\n%s\nwant\n%s", out, promise.prints)
					}
				}
			})
		}
	}
	if ran == 0 {
		t.Fatal("no script was found")
	}
}

// promises are what the text says that a script prints. The numbers are those of
// NEURON 8.2.2.
var promises = map[string][]struct{ of, prints string }{
	"sweeps.md": {{"sweep.table()", `┌─────────┬────────┬─────┬───────┬──────┐
│ (index) │ gnabar │ amp │ count │ peak │
├─────────┼────────┼─────┼───────┼──────┤
│ 0       │ 0.09   │ 0.1 │ 1     │ 34.8 │
│ 1       │ 0.09   │ 0.2 │ 2     │ 36.8 │
│ 2       │ 0.09   │ 0.3 │ 8     │ 37.8 │
│ 3       │ 0.12   │ 0.1 │ 6     │ 39.4 │
│ 4       │ 0.12   │ 0.2 │ 8     │ 40.5 │
│ 5       │ 0.12   │ 0.3 │ 9     │ 41.1 │
└─────────┴────────┴─────┴───────┴──────┘
`}},
	"README.md":       {{"n.IClamp(dend(1)", "peak 34.806 mV at 6.325 ms\n"}},
	"morphologies.md": {{"class Pyramid", "3 1 16\n"}, {"n.lambda_f(100", "35 230.33\n"}},
	"porting.md": {{"function peak", "0.1 nA: -61.43 mV\n0.2 nA: 37.70 mV\n0.3 nA: 39.33 mV\n"},
		{"t.at(-1), v.max()", "1601 40.00000000000053 36.955888793\n"},
		{"nc.record(() =>", "sent at 9\n1\n"}, {"dv = n.Vector()", "-65 -10 4 [ -65, -20, 30, -10 ]\n5\n0 0.2 [ 30 ] 3\n"}},
}

// run runs a script in a folder of its own with files, which are matches of saved.
func run(t *testing.T, source string, files ...[]string) (stdout, stderr string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, f := range files {
		if err := os.WriteFile(f[1], []byte(f[2]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var out, errors bytes.Buffer
	rt := script.New(script.Options{Stdout: &out, Stderr: &errors})
	defer rt.Close()
	if err := rt.RunSource(filepath.Join(rt.Dir(), "model.js"), source); err != nil {
		t.Errorf("%s\n%s", source, script.Report(err))
	}
	return out.String(), errors.String()
}

// TestNames checks that every member that script-api.md names exists.
func TestNames(t *testing.T) {
	text, err := os.ReadFile("script-api.md")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString(`
const soma = n.Section("soma"), ic = n.IClamp(soma(0.5)), v = n.Vector(3), ref = n.ref(0)
soma.insert(n.hh).insert("extracellular")
const seg = soma(0.5), [, ax] = plt.subplots(1, 1), f = plt.figure(), file = n.File()
const missing = []
`)
	count := 0
	for _, code := range inline.FindAllStringSubmatch(string(text), -1) {
		for _, m := range member.FindAllStringSubmatch(code[1], -1) {
			count++
			fmt.Fprintf(&b, "if (!(%q in %s)) missing.push(%q)\n", m[2], m[1], m[0])
		}
	}
	b.WriteString("if (missing.length) console.log(missing.join(\" \"))\n")
	if count < 100 {
		t.Errorf("only %d names were found", count)
	}
	if out, _ := run(t, b.String()); out != "" {
		t.Errorf("script-api.md names what does not exist: %s", out)
	}
}

// TestAllNames checks the other way round: script-api.md names every member
// that an object has.
func TestAllNames(t *testing.T) {
	data, err := os.ReadFile("script-api.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	rt := script.New(script.Options{})
	defer rt.Close()
	// Those of every object, of the mechanisms (which have guides of their own),
	// and what says "not yet" when it is used.
	other := regexp.MustCompile(`^(to(String|JSON)|valueOf|.*_(hh|ion|[A-Z]\w*)|fastpas|set_(xlim|ylim)|tight_layout)$`)
	for _, object := range []string{"n", "n.Section('s')", "n.Section('s')(0.5)", "n.IClamp(n.Section('s')(0.5))", "n.ref(0)", "n.Vector(1)",
		"plt", "plt.figure()", "plt.figure().axes[0]", "n.SectionList()", "n.List()", "n.File()", "n.ParallelContext()", "n.FInitializeHandler(() => 0)", "fs"} {
		v, err := rt.RunString("object", object)
		if err != nil {
			t.Fatal(script.Report(err))
		}
		for _, name := range rt.PropertyNames(v) {
			if !other.MatchString(name) && !regexp.MustCompile("[.`]"+name+"\\b").MatchString(text) {
				t.Errorf("script-api.md lacks %s of %s: give it a row there", name, object)
			}
		}
	}
}

// TestLinks checks that the files and the headings that the pages point to exist.
func TestLinks(t *testing.T) {
	headings := map[string]map[string]bool{} // by page
	for _, page := range pages(t) {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		headings[filepath.Clean(page)] = map[string]bool{}
		for _, m := range heading.FindAllStringSubmatch(string(text), -1) {
			headings[filepath.Clean(page)][site.Anchor(m[1])] = true
		}
	}
	for page := range headings {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			to := page
			if m[1] != "" {
				to = filepath.Join(filepath.Dir(page), m[1])
			}
			if _, err := os.Stat(to); err != nil {
				t.Errorf("%s points to %s: %v", page, m[1], err)
			}
			if there := headings[to]; m[2] != "" && there != nil && !there[m[2]] {
				t.Errorf("%s points to %s, which has no heading %s", page, to, m[2])
			}
		}
	}
}

// TestContents checks that README.md lists every page beside and below it, but for the
// pages that the reference lists.
func TestContents(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages(t) {
		page = filepath.ToSlash(page)
		if strings.HasPrefix(page, "..") || strings.HasPrefix(page, "reference/") || page == "README.md" {
			continue
		}
		if !strings.Contains(string(text), "]("+page+")") {
			t.Errorf("README.md does not list %s", page)
		}
	}
}

// TestPublishedModel checks that the mechanisms which the guide ports are those that a
// case in testdata/neuron, mod_interneurons, compares with NEURON.
func TestPublishedModel(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("guide", "7-published-model.md"))
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, f := range saved.FindAllStringSubmatch(string(text), -1) {
		if filepath.Ext(f[1]) != ".mod" {
			continue
		}
		compared++
		if have, err := os.ReadFile(filepath.Join("..", "testdata", "neuron", "mod", f[1])); err != nil || string(have) != f[2] {
			t.Errorf("testdata/neuron/mod/%s is not what the guide says (%v)", f[1], err)
		}
	}
	if compared != 2 {
		t.Errorf("the guide has %d .mod files", compared)
	}
}

// TestReadme checks the two commands that the README opens with.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"go run ./cmd/gneuron run examples/single_compartment.js", "go test ./..."} {
		if !strings.Contains(string(text), command) {
			t.Errorf("README.md lacks %q", command)
		}
	}
}
