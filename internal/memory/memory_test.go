package memory

import "testing"

func TestParse(t *testing.T) {
	for text, want := range map[string]uint64{"500MB": 5e8, "2.5GB": 25e8, "4 gb": 4e9, "64M": 64e6, "1G": 1e9} {
		if got, err := Parse(text); err != nil || got != want {
			t.Errorf("Parse(%q) = %d, %v; want %d", text, got, err, want)
		}
	}
	for _, text := range []string{"", "GB", "12", "-1GB", "10MB", "1e30GB", "NaNGB", "much"} {
		if got, err := Parse(text); err == nil {
			t.Errorf("Parse(%q) = %d", text, got)
		}
	}
}

func TestFormat(t *testing.T) {
	for bytes, want := range map[uint64]string{64e6: "64 MB", 999e6: "999 MB", 25e8: "2.5 GB"} {
		if got := Format(bytes); got != want {
			t.Errorf("Format(%d) = %s, want %s", bytes, got, want)
		}
	}
}

// Any machine that runs the tests has between 256 MB and 100 TB.
func TestAllowed(t *testing.T) {
	if got := Allowed(); got < 256e6 || got > 100e12 {
		t.Errorf("Allowed() = %d", got)
	}
}
