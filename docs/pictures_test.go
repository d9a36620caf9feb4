package docs

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"testing"
)

//go:generate go test -count=1 -run TestPictures -update .

var update = flag.Bool("update", false, "write the pictures of plotting.md anew")

var picture = regexp.MustCompile(`savefig\("(\w+\.png)"\)`)

// TestPictures runs the scripts of plotting.md and holds what they write against
// the pictures beside it, which -update writes.
func TestPictures(t *testing.T) {
	text, err := os.ReadFile("plotting.md")
	if err != nil {
		t.Fatal(err)
	}
	folder, err := filepath.Abs(filepath.Join("img", "plotting"))
	if err != nil {
		t.Fatal(err)
	}
	made := map[string]bool{}
	for _, block := range fenced.FindAllStringSubmatch(string(text), -1) {
		name := picture.FindStringSubmatch(block[1])
		if name == nil {
			continue
		}
		t.Run(name[1], func(t *testing.T) {
			run(t, block[1])
			got, err := os.ReadFile(name[1]) // in the folder that run went to
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(folder, name[1])
			if *update {
				if err := os.WriteFile(path, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			// Other processors may round the last dots in another way.
			if err != nil || runtime.GOARCH == "amd64" && !bytes.Equal(got, want) {
				t.Errorf("img/plotting/%s is not what the script makes (%v): go generate ./docs", name[1], err)
			}
			if !bytes.Contains(text, []byte("(img/plotting/"+name[1]+")")) {
				t.Errorf("plotting.md does not show %s", name[1])
			}
		})
		made[name[1]] = true
	}
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !made[filepath.Base(f)] {
			t.Errorf("no script makes %s", f)
		}
	}
}
