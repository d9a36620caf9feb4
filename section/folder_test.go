package section

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/gneuron/gneuron/mechanism/nmodl"
)

var mechanismName = regexp.MustCompile(`(SUFFIX|POINT_PROCESS|ARTIFICIAL_CELL)\s+(\w+)`)

// modFolder makes a folder of n .mod files, as large as a published model's,
// out of this repository's own.
func modFolder(tb testing.TB, n int) []ModFile {
	var texts []string
	for _, folder := range []string{"../stdlib/mod", "../mechanism/nmodl/testdata/mod", "../testdata/neuron/mod"} {
		names, err := filepath.Glob(folder + "/*.mod")
		if err != nil || len(names) == 0 {
			tb.Fatalf("no .mod files in %s: %v", folder, err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				tb.Fatal(err)
			}
			if _, errs := nmodl.Compile(name, string(text), nil); len(errs) == 0 {
				texts = append(texts, string(text))
			}
		}
	}
	var files []ModFile
	for i := range n {
		text := mechanismName.ReplaceAllString(texts[i%len(texts)], fmt.Sprintf("$1 m%d", i))
		files = append(files, ModFile{Name: fmt.Sprintf("m%d.mod", i), Text: text})
	}
	return files
}

// BenchmarkLoadFolder compiles the 60 files of a model's folder; the aim is
// under 100 ms.
func BenchmarkLoadFolder(b *testing.B) {
	files := modFolder(b, 60)
	for b.Loop() {
		b.StopTimer()
		m := New()
		b.StartTimer()
		if _, err := m.Load(files...); err != nil {
			b.Fatal(err)
		}
	}
}
