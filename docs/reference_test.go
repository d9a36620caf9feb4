package docs

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/internal/dts"
	"github.com/gneuron/gneuron/internal/reference"
	"github.com/gneuron/gneuron/mechanism"
	"github.com/gneuron/gneuron/section"
	"github.com/gneuron/gneuron/solver/ode"
	"github.com/gneuron/gneuron/stdlib"
)

// TestReference holds the pages in reference against what the declarations, the
// mechanisms and the point models give; -update writes them.
func TestReference(t *testing.T) {
	f, err := dts.Parse(stdlib.Types())
	if err != nil {
		t.Fatal(err)
	}
	var mechs []*mechanism.Type
	for _, m := range section.New().Mechs.All() {
		mechs = append(mechs, m.Type)
	}
	var models []*ode.Model
	for _, name := range ode.Models() {
		m, err := ode.Named(name)
		if err != nil {
			t.Fatal(err)
		}
		models = append(models, m)
	}
	want := reference.Pages(f, mechs, models)
	if *update {
		if err := os.RemoveAll("reference"); err != nil {
			t.Fatal(err)
		}
		for name, text := range want {
			path := filepath.Join("reference", filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	seen := map[string]bool{}
	err = fs.WalkDir(os.DirFS("reference"), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		have, err := os.ReadFile(filepath.Join("reference", filepath.FromSlash(path)))
		if err != nil {
			return err
		}
		if lower := strings.ToLower(path); seen[lower] {
			t.Errorf("%s: where names have no capitals it is the same file as another one", path)
		} else {
			seen[lower] = true
		}
		if string(have) != want[path] {
			t.Errorf("reference/%s is not what stdlib/types and stdlib/mod give: go generate ./docs", path)
		}
		delete(want, path)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for path := range want {
		t.Errorf("reference/%s is missing: go generate ./docs", path)
	}
}
