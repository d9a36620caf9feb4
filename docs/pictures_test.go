package docs

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"testing"

	"github.com/gneuron/gneuron/internal/palette"
)

//go:generate go test -count=1 -run "TestPictures|TestReference|TestGallery" -update .

var update = flag.Bool("update", false, "write the reference, the gallery and the pictures of the guides anew")

var picture = regexp.MustCompile(`savefig\("(\w+\.png)"\)`)

// TestPictures runs the scripts of the guides that save a picture and holds what they
// write against the pictures that the guides show, which -update writes.
func TestPictures(t *testing.T) {
	guides, err := filepath.Glob(filepath.Join("guide", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	holdPictures(t, filepath.Join("img", "plotting"), "plotting.md")
	holdPictures(t, filepath.Join("img", "guide"), guides...)
}

// holdPictures holds that a folder has the pictures that some pages save and show, and
// no others.
func holdPictures(t *testing.T, folder string, pages ...string) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		t.Fatal(err)
	}
	made := map[string]bool{}
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range fenced.FindAllStringSubmatch(string(text), -1) {
			name := picture.FindStringSubmatch(block[1])
			if name == nil {
				continue
			}
			t.Run(name[1], func(t *testing.T) {
				run(t, block[1], saved.FindAllStringSubmatch(string(text), -1)...)
				got, err := os.ReadFile(name[1]) // in the folder that run went to
				if err != nil {
					t.Fatal(err)
				}
				if got, err = palette.PNG(got); err != nil {
					t.Fatal(err)
				}
				path := filepath.Join(folder, name[1])
				if *update {
					if err := os.MkdirAll(folder, 0o777); err != nil {
						t.Fatal(err)
					}
					if err := os.WriteFile(path, got, 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(path)
				// Other processors may round the last dots in another way.
				if err != nil || runtime.GOARCH == "amd64" && !bytes.Equal(got, want) {
					t.Errorf("%s is not what the script makes (%v): go generate ./docs", path, err)
				}
				if !bytes.Contains(text, []byte("img/"+filepath.Base(folder)+"/"+name[1]+")")) {
					t.Errorf("%s does not show %s", page, name[1])
				}
			})
			if made[name[1]] {
				t.Errorf("two scripts write %s", name[1])
			}
			made[name[1]] = true
		}
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
