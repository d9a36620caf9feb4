package reference

import "testing"

func TestText(t *testing.T) {
	w := &writer{}
	for doc, want := range map[string]string{
		"n.Section(\"soma\", {L: 20}) and _ref_NAME.": "`n.Section(\"soma\", {L: 20})` and `_ref_NAME`.",
		"Pattern: * any, <2-4>, a_b.":                 `Pattern: \* any, \<2-4>, a\_b.`,
		"`code *stays*` as it is":                     "`code *stays*` as it is",
		"Shows it, n.PlotShape(false).plot(plt).":     "Shows it, `n.PlotShape(false).plot(plt)`.",
		"Before\n    i = g (v - e)\nafter":            "Before\n\n    i = g (v - e)\nafter",
	} {
		if got := w.text(doc); got != want {
			t.Errorf("%q becomes %q, want %q", doc, got, want)
		}
	}
}

func TestErrorsOf(t *testing.T) {
	for doc, want := range map[string][2]string{
		"The logarithm; an error for x below 0.":           {"The logarithm.", "for x below 0."},
		"Delivers it. An error without a target.":          {"Delivers it.", "without a target."},
		"Restores. An error for another model. Then more.": {"Restores. Then more.", "for another model."},
		"No errors here.": {"No errors here.", ""},
	} {
		if text, fails := errorsOf(doc); [2]string{text, fails} != want {
			t.Errorf("%q becomes %q and %q, want %q", doc, text, fails, want)
		}
	}
}

func TestBrief(t *testing.T) {
	if got := brief("Starts at n.t = 0.\nThen more. And more"); got != "Starts at n.t = 0." {
		t.Errorf("%q", got)
	}
}
