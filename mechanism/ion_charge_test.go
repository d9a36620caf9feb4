package mechanism

import (
	"strings"
	"testing"
)

// An ion can be used before anything gives its charge; every mechanism learns
// the charge when it is given.
func TestIonChargeGivenLater(t *testing.T) {
	r := NewRegistry()
	reader := &Type{Name: "reader", UseTable: -1, NumGlobals: 1, Ions: []IonUse{{Ion: "cal", Read: []string{"cali"}, Charge: 0}}}
	m, err := r.Register(reader, false)
	if err != nil {
		t.Fatal(err)
	}
	if ion := r.Get("cal_ion"); ion.Charge != -10000 || m.Globals[0] != -10000 {
		t.Errorf("not given: the ion has %g, the mechanism %g", ion.Charge, m.Globals[0])
	}
	writer := &Type{Name: "writer", UseTable: -1, Ions: []IonUse{{Ion: "cal", Write: []string{"cali"}, Valence: 2, HasValence: true, Charge: -1}}}
	if _, err := r.Register(writer, false); err != nil {
		t.Fatal(err)
	}
	if ion := r.Get("cal_ion"); ion.Charge != 2 || m.Globals[0] != 2 {
		t.Errorf("given: the ion has %g, the mechanism %g", ion.Charge, m.Globals[0])
	}
	other := &Type{Name: "other", UseTable: -1, Ions: []IonUse{{Ion: "cal", Valence: 1, HasValence: true, Charge: -1}}}
	if _, err := r.Register(other, false); err == nil || !strings.HasPrefix(err.Error(), "ion cal has charge 2, not 1") {
		t.Errorf("another charge: %v", err)
	}
}
