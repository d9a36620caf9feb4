package examples

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNotebooksAreStill: the notebooks that are kept have their figures as pictures,
// which code hosts show, and are small: GNEURON_FIGURES=png makes them so.
func TestNotebooksAreStill(t *testing.T) {
	files, err := filepath.Glob("notebooks/*.ipynb")
	if err != nil || len(files) < 4 {
		t.Fatalf("%d notebooks: %v", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if len(text) > 1_000_000 {
			t.Errorf("%s has %d bytes", file, len(text))
		}
		var book struct {
			Cells []struct {
				Outputs []struct {
					Type string         `json:"output_type"`
					Data map[string]any `json:"data"`
				} `json:"outputs"`
			} `json:"cells"`
		}
		if err := json.Unmarshal(text, &book); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		pictures := 0
		for _, cell := range book.Cells {
			for _, o := range cell.Outputs {
				if o.Type == "error" {
					t.Errorf("%s was kept with an error", file)
				}
				if o.Data["image/png"] != nil {
					pictures++
				}
				page, err := json.Marshal(o.Data["text/html"])
				if err != nil {
					t.Fatal(err)
				}
				if strings.Contains(string(page), `\u003cscript`) {
					t.Errorf("%s has a figure that zooms; run it with GNEURON_FIGURES=png", file)
				}
			}
		}
		if pictures < 2 {
			t.Errorf("%s has %d pictures", file, pictures)
		}
	}
}
