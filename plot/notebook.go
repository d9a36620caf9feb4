package plot

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"strings"
	"sync"
)

// library is all that figures in a notebook need, in short: the scripts as one that
// gives the object gneuron, and the styles. Its name tells versions apart, since one
// page can show what several versions made.
type library struct{ name, code, styles string }

// theLibrary packs it. It is in every figure, 45 kB: a notebook whose figures needed
// that of another cell would lose them when that cell ran again or was cleared, and a
// notebook that draws only the cells in sight might not have drawn it yet.
var theLibrary = sync.OnceValue(func() library {
	var code, styles strings.Builder
	code.WriteString("/* contains uPlot: " + strings.Join(strings.Fields(webFile("uPlot.LICENSE")), " ") + " */\n")
	for _, name := range pageScripts {
		code.WriteString(webFile(name) + "\n")
	}
	for _, name := range pageStyles {
		styles.WriteString(webFile(name))
	}
	h := fnv.New64a()
	h.Write([]byte(code.String() + styles.String()))
	return library{fmt.Sprintf("gneuron_%x", h.Sum64()), packed(code.String()), packed(styles.String())}
})

// packed is text as gzip in base64.
func packed(text string) string {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err == nil {
		_, err = z.Write([]byte(text))
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		panic("plot: " + err.Error()) // memory does not fail
	}
	return base64.StdEncoding.EncodeToString(b.Bytes())
}

// EncodeNotebook writes the figure as HTML for the output of a notebook. It is a
// picture that a script replaces by the figure that can be zoomed; where scripts do
// not run, as in the preview of a code host, the picture stays. The style of the
// notebook does not reach into it.
func (f *Figure) EncodeNotebook(w io.Writer) error {
	if err := f.check(); err != nil {
		return err
	}
	small := *f
	small.Density = min(1, f.Density) // it is seen for a moment, mostly
	var png bytes.Buffer
	if err := small.encodePNG(&png); err != nil {
		return err
	}
	data, err := json.Marshal(f.page(notebookPage))
	if err != nil {
		return err
	}
	h := fnv.New64a()
	h.Write(data)
	script := strings.NewReplacer("LIBRARY", theLibrary().name, "CODE", theLibrary().code, "STYLES", theLibrary().styles,
		"PLACE", fmt.Sprintf("figure_%x", h.Sum64()), "DATA", string(data)).Replace(webFile("notebook.js"))
	_, err = fmt.Fprintf(w, "<div class=\"figure_%x\"><img width=\"%g\" height=\"%g\" alt=\"\" src=\"data:image/png;base64,%s\"></div>\n<script>\n%s</script>\n",
		h.Sum64(), f.Width, f.Height, base64.StdEncoding.EncodeToString(png.Bytes()), script)
	return err
}
