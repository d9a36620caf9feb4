package docs

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"unicode"

	"github.com/gneuron/gneuron/internal/palette"
)

// exhibit is an example as the gallery shows it.
type exhibit struct{ title, sentence, source, picture string }

// halls are the parts of the gallery, each with the folders of its examples.
var halls = []struct{ title, folders, text string }{
	{"Examples", ".", "Short scripts, each about one thing."},
	{"Tutorials", "tutorials", "From a first section to networks; [tutorials](tutorials.md) says what each teaches."},
	{"Lesson 1: the biophysics of a neuron", "lessons/1-biophysics", "The [lessons](lessons.md) are a course."},
	{"Lesson 2: the membrane and circuit models", "lessons/2-membrane", ""},
	{"Lesson 3: the leaky integrate-and-fire neuron", "lessons/3-integrate-and-fire", ""},
	{"Lesson 4: a library of point neurons", "lessons/4-neurons", ""},
}

// TestGallery holds gallery.md against the comments that the examples begin with, and
// the pictures of notebooks against what is in these; -update writes them.
func TestGallery(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Gallery\n\n<!-- Written by `go generate ./docs` from the examples. -->\n\n" +
		"Every example with what it draws. Each runs as it stands, in [examples](../examples):\n\n" +
		"```\ncd examples\ngneuron run epsp_attenuation.js\n```\n")
	for _, hall := range halls {
		files, err := filepath.Glob(filepath.Join("..", "examples", filepath.FromSlash(hall.folders), "*.js"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no examples in %s: %v", hall.folders, err)
		}
		var exhibits []exhibit
		for _, f := range files {
			exhibits = append(exhibits, ofScript(t, f))
		}
		hang(&b, hall.title, hall.text, exhibits)
	}
	files, err := filepath.Glob(filepath.Join("..", "examples", "notebooks", "*.ipynb"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no notebooks: %v", err)
	}
	var exhibits []exhibit
	for _, f := range files {
		exhibits = append(exhibits, ofNotebook(t, f))
	}
	hang(&b, "Notebooks", "[How notebooks work](notebooks.md).", exhibits)
	if *update {
		if err := os.WriteFile("gallery.md", []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if have, err := os.ReadFile("gallery.md"); err != nil || string(have) != b.String() {
		t.Errorf("gallery.md is not what the examples give (%v): go generate ./docs", err)
	}
}

// hang writes exhibits in rows of two.
func hang(b *strings.Builder, title, text string, exhibits []exhibit) {
	fmt.Fprintf(b, "\n## %s\n", title)
	if text != "" {
		fmt.Fprintf(b, "\n%s\n", text)
	}
	b.WriteString("\n| | |\n|---|---|\n")
	for i, e := range exhibits {
		fmt.Fprintf(b, "| [![%s](%s)](%s)<br>**[%s](%s)**: %s ", e.title, e.picture, e.source, e.title, e.source, e.sentence)
		switch {
		case i%2 == 1:
			b.WriteString("|\n")
		case i == len(exhibits)-1:
			b.WriteString("| |\n")
		}
	}
}

var firstSentence = regexp.MustCompile(`^(.*?[.?!])(?: [A-Z]|$)`)

// ofScript reads the first sentence of the comment that a script begins with: what stands
// before a colon is the title.
func ofScript(t *testing.T, file string) exhibit {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var comment []string
	for line := range strings.Lines(string(data)) {
		text, isComment := strings.CutPrefix(strings.TrimSpace(line), "//")
		if !isComment || strings.TrimSpace(text) == "" {
			break
		}
		comment = append(comment, strings.TrimSpace(text))
	}
	m := firstSentence.FindStringSubmatch(strings.Join(comment, " "))
	if m == nil {
		t.Fatalf("%s does not begin with a comment that says what it shows", file)
	}
	e := exhibit{sentence: m[1], source: filepath.ToSlash(file)}
	e.picture = strings.TrimSuffix(strings.Replace(e.source, "../examples/", "img/", 1), ".js") + ".png"
	if title, rest, ok := strings.Cut(m[1], ": "); ok && len(title) > 12 && len(title) < 60 {
		e.title, e.sentence = title, rest
	} else {
		e.title = strings.ReplaceAll(strings.TrimSuffix(filepath.Base(file), ".js"), "_", " ")
	}
	e.title, e.sentence = capital(e.title), capital(strings.TrimPrefix(e.sentence, "Exercise: "))
	if _, err := os.Stat(filepath.FromSlash(e.picture)); err != nil {
		t.Errorf("%v: go generate ./examples", err)
	}
	return e
}

func capital(s string) string {
	if first, _, _ := strings.Cut(s, " "); first == "hh" || strings.HasSuffix(first, ".js") {
		return s
	}
	r := []rune(s)
	r[0] = unicode.ToUpper(r[0])
	return string(r)
}

// ofNotebook reads the heading of a notebook, the sentence below it, and its first picture.
func ofNotebook(t *testing.T, file string) exhibit {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var book struct {
		Cells []struct {
			Source  []string
			Outputs []struct {
				Data struct {
					PNG string `json:"image/png"`
				}
			}
		}
	}
	if err := json.Unmarshal(data, &book); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	e := exhibit{source: filepath.ToSlash(file)}
	e.picture = strings.TrimSuffix(strings.Replace(e.source, "../examples/", "img/", 1), ".ipynb") + ".png"
	parts := strings.SplitN(strings.Join(book.Cells[0].Source, ""), "\n\n", 3)
	if len(parts) < 2 || !strings.HasPrefix(parts[0], "# ") {
		t.Fatalf("%s does not begin with a heading and a text", file)
	}
	e.title = strings.TrimPrefix(parts[0], "# ")
	e.sentence = strings.Join(strings.Fields(parts[1]), " ")
	if m := firstSentence.FindStringSubmatch(e.sentence); m != nil {
		e.sentence = m[1]
	}
	e.sentence = strings.ReplaceAll(e.sentence, "$", "") // TeX
	for _, cell := range book.Cells {
		for _, out := range cell.Outputs {
			if out.Data.PNG == "" {
				continue
			}
			picture, err := base64.StdEncoding.DecodeString(strings.ReplaceAll(out.Data.PNG, "\n", ""))
			if err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			if picture, err = palette.PNG(picture); err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			if *update {
				if err := os.MkdirAll(filepath.Dir(e.picture), 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(e.picture, picture, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if have, err := os.ReadFile(e.picture); err != nil || runtime.GOARCH == "amd64" && !bytes.Equal(have, picture) {
				t.Errorf("%s is not in %s (%v): go generate ./docs", e.picture, file, err)
			}
			return e
		}
	}
	t.Fatalf("%s has no picture among its outputs", file)
	return e
}
