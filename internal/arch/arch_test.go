// Package arch holds no code, only the test that the packages of gneuron import
// each other in one direction.
package arch

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/gneuron/gneuron"

// layers says, for each folder, which folders of the module it may import. A
// folder stands for those below it too, unless they have a line of their own.
var layers = map[string][]string{
	"fault":              {},
	"internal":           {"fault", "internal"},
	"internal/palette":   {},
	"internal/site":      {},
	"internal/reference": {"internal", "internal/site", "mechanism", "section", "solver/ode"},
	"docs":               {},
	"examples":           {},
	"vector":             {"fault", "internal"},
	"mechanism/kernel":   {"fault", "internal"},
	"mechanism":          {"fault", "internal", "mechanism/kernel"},
	"mechanism/nmodl":    {"fault", "internal", "vector", "mechanism", "mechanism/kernel"}, // vector: what VERBATIM's C does with Vectors
	"stdlib":             {},
	"plot":               {"fault", "internal"},
	"analysis":           {"fault", "internal", "solver/ode"},
	"data":               {"fault", "internal"},
	"section":            {"fault", "internal", "vector", "mechanism", "mechanism/kernel", "mechanism/nmodl", "stdlib"},
	"section/morphology": {"fault", "internal", "vector", "section"},
	"solver/event":       {"fault", "internal"},
	"solver":             {"fault", "internal", "vector", "mechanism", "mechanism/kernel", "section", "solver/event"},
	"solver/ode":         {"fault", "internal", "mechanism", "mechanism/kernel", "mechanism/nmodl", "stdlib"},
	"sweep":              {"solver"},
	"script": {"fault", "internal", "vector", "mechanism", "mechanism/kernel", "mechanism/nmodl", "section", "section/morphology", "solver",
		"solver/event", "solver/ode", "sweep", "stdlib", "plot", "data", "analysis"},
	"port":           {},
	"script/repl":    {"fault", "internal", "script", "plot"},
	"script/jupyter": {"script", "script/repl"},
	"cmd/gneuron": {"fault", "internal", "mechanism", "mechanism/kernel", "mechanism/nmodl", "stdlib", "script", "script/repl", "script/jupyter", "plot", "port",
		"internal/site", "docs", "examples"},
	"bench": {},
}

// TestImportDirection reads the import declarations of every file that is not a
// test: tests may look up, code may not.
func TestImportDirection(t *testing.T) {
	root := filepath.Join("..", "..")
	files := 0
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() {
			if file != root && (name == "testdata" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")) {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		files++
		relative, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		checkFile(t, filepath.ToSlash(relative), file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files == 0 {
		t.Fatal("no Go file was found")
	}
}

func checkFile(t *testing.T, name, file string) {
	folder := path.Dir(name)
	layer, known := layerOf(folder)
	if !known {
		t.Errorf("%s: the folder %s has no place in the import order of internal/arch/arch_test.go", name, folder)
		return
	}
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Error(err)
		return
	}
	for _, spec := range parsed.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Error(err)
			continue
		}
		if imported == "C" {
			t.Errorf("%s uses cgo: gneuron is built without a C compiler", name)
		}
		target, ours := strings.CutPrefix(imported, module+"/")
		if ours && !allowed(layer, target) {
			t.Errorf("%s imports %s: %s may import %v", name, target, layer, layers[layer])
		}
	}
}

// layerOf is the line of layers that a folder belongs to: the longest that fits.
func layerOf(folder string) (string, bool) {
	for f := folder; f != "."; f = path.Dir(f) {
		if _, ok := layers[f]; ok {
			return f, true
		}
	}
	return "", false
}

func allowed(layer, target string) bool {
	line, known := layerOf(target)
	if !known {
		return false
	}
	if line == layer {
		return true
	}
	for _, a := range layers[layer] {
		if a == line {
			return true
		}
	}
	return false
}

// TestLayersExist keeps the table above from naming folders that are gone.
func TestLayersExist(t *testing.T) {
	for layer := range layers {
		info, err := os.Stat(filepath.Join("..", "..", filepath.FromSlash(layer)))
		if err != nil || !info.IsDir() {
			t.Errorf("there is no folder %s", layer)
		}
	}
}

// TestLayersHaveNoCycle keeps the table one-directional, whatever is added to it.
func TestLayersHaveNoCycle(t *testing.T) {
	const visiting, done = 1, 2
	state := map[string]int{}
	var visit func(layer string, way []string)
	visit = func(layer string, way []string) {
		way = append(way, layer)
		if state[layer] == visiting {
			t.Errorf("the layers import in a circle: %s", strings.Join(way, " -> "))
			return
		}
		if state[layer] == done {
			return
		}
		state[layer] = visiting
		for _, below := range layers[layer] {
			if below != layer {
				visit(below, way)
			}
		}
		state[layer] = done
	}
	for layer := range layers {
		visit(layer, nil)
	}
}
