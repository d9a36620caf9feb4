package vector

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"os"
	"testing"
)

// TestVsNEURON_Binary holds the bytes that are written, and the numbers that are
// read, against those of testdata/binary.py.
func TestVsNEURON_Binary(t *testing.T) {
	text, err := os.ReadFile("testdata/binary.json")
	if err != nil {
		t.Fatal(err)
	}
	var oracle struct {
		Vectors map[string][]number
		Cases   []struct {
			Vector, Bytes, Swapped, Fwrite string
			Format                         Format
			Read                           []number
			SwappedRead                    []number `json:"swapped_read"`
			Fread                          []number
		}
	}
	if err := json.Unmarshal(text, &oracle); err != nil {
		t.Fatal(err)
	}
	if len(oracle.Cases) != 20 {
		t.Fatalf("%d cases", len(oracle.Cases))
	}
	file := func(text string) *bytes.Reader {
		b, err := hex.DecodeString(text)
		if err != nil {
			t.Fatal(err)
		}
		return bytes.NewReader(b)
	}
	for _, c := range oracle.Cases {
		v := Of(floats(oracle.Vectors[c.Vector]))
		var b bytes.Buffer
		if err := v.VWrite(&b, c.Format); err != nil || hex.EncodeToString(b.Bytes()) != c.Bytes {
			t.Errorf("vwrite of %s, format %d: %v, %x, want %s", c.Vector, c.Format, err, b.Bytes(), c.Bytes)
		}
		b.Reset()
		if n, err := v.FWrite(&b); err != nil || n != v.Len() || hex.EncodeToString(b.Bytes()) != c.Fwrite {
			t.Errorf("fwrite of %s: %d, %v, %x, want %s", c.Vector, n, err, b.Bytes(), c.Fwrite)
		}
		for text, want := range map[string][]number{c.Bytes: c.Read, c.Swapped: c.SwappedRead} {
			got := Of([]float64{9})
			if err := got.VRead(file(text)); err != nil {
				t.Errorf("vread of %s, format %d: %v", c.Vector, c.Format, err)
			}
			compareWithin(t, "vread of "+c.Vector, got.Data(), floats(want), 0)
		}
		got := Of([]float64{9})
		if err := got.FRead(file(c.Fwrite), len(c.Fread), c.Format); err != nil {
			t.Errorf("fread of %s, format %d: %v", c.Vector, c.Format, err)
		}
		compareWithin(t, "fread of "+c.Vector, got.Data(), floats(c.Fread), 0)
	}
}

// TestBinaryRefusals: a bad file or a bad format changes nothing.
func TestBinaryRefusals(t *testing.T) {
	var whole bytes.Buffer
	if err := Of([]float64{1, 2, 3}).VWrite(&whole, Scaled16); err != nil {
		t.Fatal(err)
	}
	file := func(n int) *bytes.Reader { return bytes.NewReader(whole.Bytes()[:n]) }
	for _, c := range []struct {
		do   func(v *Vector) error
		want string
	}{
		{func(v *Vector) error { return v.VRead(file(0)) }, "Vector.vread: the file ends in the size and format"},
		{func(v *Vector) error { return v.VRead(file(20)) }, "Vector.vread: the file ends in the scale"},
		{func(v *Vector) error { return v.VRead(file(28)) }, "Vector.vread: the file ends before its 3 elements do"},
		{func(v *Vector) error { return v.VRead(bytes.NewReader([]byte("12345678"))) },
			"Vector.vread: this is no Vector that vwrite has written: the bytes 31 32 33 34 35 36 37 38 are no size and format"},
		{func(v *Vector) error { return v.VRead(bytes.NewReader([]byte{255, 255, 255, 255, 4, 0, 0, 0})) },
			"Vector.vread: this is no Vector that vwrite has written: the bytes ff ff ff ff 04 00 00 00 are no size and format"},
		{func(v *Vector) error { return v.FRead(file(7), 1, Float64) }, "Vector.fread: the file ends before its 1 elements do"},
		{func(v *Vector) error { return v.FRead(file(7), 1, 6) }, "Vector.fread: the format must be from 1 to 5, not 6"},
		{func(v *Vector) error { return v.VWrite(&whole, 0) }, "Vector.vwrite: the format must be from 1 to 5, not 0"},
		{func(v *Vector) error { return Of([]float64{1, 3e9}).VWrite(&whole, Int32) },
			"Vector.vwrite: element 1, 3e+09, does not fit into a 32-bit integer"},
		{func(v *Vector) error { _, err := v.FWrite(&whole, 0, 1); return err }, "Vector.fwrite: index 1 is outside 0 to 0"},
	} {
		v := Of([]float64{9})
		if err := c.do(v); err == nil || err.Error() != c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
		if v.Len() != 1 || v.Data()[0] != 9 {
			t.Errorf("%s: the Vector became %v", c.want, v.Data())
		}
	}
}

// FuzzVRead: no bytes crash it or make it use more memory than they have.
func FuzzVRead(f *testing.F) {
	for _, format := range []Format{1, 2, 3, 4, 5} {
		var b bytes.Buffer
		if err := Of([]float64{1, -2, 3.5}).VWrite(&b, format); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		v := Of([]float64{9})
		if err := v.VRead(bytes.NewReader(b)); err == nil && v.Len() > len(b) || err != nil && v.Len() != 1 {
			t.Errorf("%d elements of %d bytes: %v", v.Len(), len(b), err)
		}
	})
}
