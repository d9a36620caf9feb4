package plot

import (
	"bytes"
	"io"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"
)

func (f *Figure) size() (w, h vg.Length) {
	return vg.Length(f.Width * Pixel), vg.Length(f.Height * Pixel)
}

func (f *Figure) encodePNG(w io.Writer) error {
	width, height := f.size()
	c := vgimg.NewWith(vgimg.UseWH(width, height), vgimg.UseDPI(int(96*f.Density+0.5)), vgimg.UseBackgroundColor(f.background()))
	f.draw(draw.New(c))
	_, err := vgimg.PngCanvas{Canvas: c}.WriteTo(w)
	return err
}

// encodeSVG writes text as text. The canvas of the library leaves two things to
// the viewer that are better said: what to take where there is no Liberation Sans
// (Arial has the same widths), and that corners are round, since the default, a
// miter, makes a spike look higher than it is.
func (f *Figure) encodeSVG(w io.Writer) error {
	width, height := f.size()
	c := vgsvg.New(width, height)
	f.draw(draw.New(c))
	var b bytes.Buffer
	if _, err := c.WriteTo(&b); err != nil {
		return err
	}
	svg := bytes.Replace(b.Bytes(), []byte("<svg "), []byte(`<svg stroke-linejoin="round" `), 1)
	svg = bytes.ReplaceAll(svg, []byte("font-family:Liberation Sans;"),
		[]byte("font-family:'Liberation Sans',Arial,Helvetica,sans-serif;"))
	_, err := w.Write(svg)
	return err
}
