package plot

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"image/png"
	"io"
	"regexp"
	"strings"
	"testing"
)

func notebook(t *testing.T, f *Figure) string {
	t.Helper()
	var b bytes.Buffer
	if err := f.EncodeNotebook(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestNotebook: where scripts do not run there is a picture; the library is in it as
// the page has it; and a long recording stays short.
func TestNotebook(t *testing.T) {
	f := gallery(t)["spikes"]
	f.Axes[0].Title = `</script><b>&`
	text := notebook(t, f)
	img := regexp.MustCompile(`<img width="720" height="480" alt="" src="data:image/png;base64,([^"]+)">`).FindStringSubmatch(text)
	if img == nil {
		t.Fatal("there is no picture")
	}
	raw, err := base64.StdEncoding.DecodeString(img[1])
	if err != nil {
		t.Fatal(err)
	}
	if p, err := png.Decode(bytes.NewReader(raw)); err != nil || p.Bounds().Dx() != 720 {
		t.Errorf("the picture: %v", err)
	}
	if strings.Count(text, "</script>") != 1 {
		t.Error("a text of the figure ends its script")
	}
	code := regexp.MustCompile(`unpack\("([^"]+)"\)\) \+ "\\nreturn gneuron`).FindStringSubmatch(text)
	raw, err = base64.StdEncoding.DecodeString(code[1])
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	library, err := io.ReadAll(z)
	if err != nil || !bytes.Contains(library, []byte(webFile("figure.js"))) || !bytes.Contains(library, []byte("Copyright (c) 2022 Leon Sorokin")) {
		t.Errorf("the library is not that of a page: %v", err)
	}
	if len(text) > 150_000 {
		t.Errorf("two short lines take %d bytes", len(text))
	}
	if many := notebook(t, gallery(t)["many"]); len(many) > 700_000 {
		t.Errorf("a million points take %d bytes", len(many))
	}
	if text != notebook(t, f) {
		t.Error("it is not the same again")
	}
}
