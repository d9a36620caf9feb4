package mechanism

import (
	"encoding/json"
	"os"
	"testing"
)

// TestVsNEURON_IonStyle inserts mechanisms that use an ion in every way, alone
// and in pairs, and compares the style with NEURON's.
func TestVsNEURON_IonStyle(t *testing.T) {
	data, err := os.ReadFile("testdata/ion_style.json")
	if err != nil {
		t.Fatal(err)
	}
	var want struct {
		Uses   map[string]struct{ Read, Write []string }
		Single map[string]int
		Pairs  [][3]any
	}
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	if len(want.Single) != 13 || len(want.Pairs) != 13*12 {
		t.Fatalf("%d single and %d pairs", len(want.Single), len(want.Pairs))
	}
	use := func(name string) *IonUse {
		return &IonUse{Ion: "na", Read: want.Uses[name].Read, Write: want.Uses[name].Write}
	}
	for name, style := range want.Single {
		if got := Promote(0, "na", use(name)); int(got) != style {
			t.Errorf("%s: style %d, NEURON has %d", name, got, style)
		}
	}
	for _, p := range want.Pairs {
		a, b, style := p[0].(string), p[1].(string), int(p[2].(float64))
		if got := Promote(Promote(0, "na", use(a)), "na", use(b)); int(got) != style {
			t.Errorf("%s and %s: style %d, NEURON has %d", a, b, got, style)
		}
	}
}
