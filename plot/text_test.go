package plot

import (
	"bytes"
	"strings"
	"testing"

	"gonum.org/v1/plot/text"
)

func TestRuns(t *testing.T) {
	font := textStyle(labelSize, text.XLeft, text.YTop).Font
	for line, want := range map[string]string{
		"i (mA/cm²)":      "i (mA/cm²)",
		"µm, Ω, τ":        "µm, Ω, τ",
		"Ca²⁺ in":         "Ca|^2+| in",
		"10⁻³":            "10|^−3",
		"g₀ₓ¹":            "g|_0x|^1",
		"a\tb\u0007":      "a b",
		"日😀":              "□□",
		"":                "",
		"e\u0301":         "e\u0301",
		"[Cl⁻]ᵢ − [Cl⁻]ₒ": "[Cl|^−|]|_i| − [Cl|^−|]|_o",
	} {
		var got []string
		for _, r := range handler.runs(line, font) {
			switch {
			case r.shift > 0:
				got = append(got, "^"+r.text)
			case r.shift < 0:
				got = append(got, "_"+r.text)
			default:
				got = append(got, r.text)
			}
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q is set as %q, want %q", line, s, want)
		}
	}
}

// A label of any signs is drawn in every format.
func TestAnySigns(t *testing.T) {
	f, err := New(1, 1)
	if err != nil {
		t.Fatal(err)
	}
	a := f.Axes[0]
	a.Title, a.X.Label, a.Y.Label = "Na⁺ 😀\n日本", "\u0000\u200b", "10⁻³ g₀"
	if err := a.Add(Series{X: []float64{0, 1}, Y: []float64{0, 1}, Label: "✓ Ca²⁺", Line: "-"}); err != nil {
		t.Fatal(err)
	}
	for _, format := range Formats {
		var b bytes.Buffer
		if err := f.Encode(&b, format); err != nil || b.Len() == 0 {
			t.Errorf("%s: %d bytes, %v", format, b.Len(), err)
		}
	}
}
