package plot

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// pdfCanvas draws on a page of a PDF; it is a vg.CanvasSizer. It stands in for
// the canvas of the plotting library, which writes its fonts through temporary
// files, knows only the letters of Western Europe (no Ω, no minus sign), and
// leaves corners mitred and the date of the day in the file.
type pdfCanvas struct {
	doc           *fpdf.Fpdf
	width, height vg.Length
	now           pdfState
	saved         []pdfState
	fonts         map[string]bool
	images        int
}

// pdfState is what Push saves. A point of the drawing is at matrix·point on the
// page, counted from its lower left.
type pdfState struct {
	line   vg.Length
	dashes []vg.Length
	offset vg.Length
	color  color.Color
	matrix affine
}

// affine is x' = a·x + c·y + e, y' = b·x + d·y + f.
type affine struct{ a, b, c, d, e, f float64 }

func (m affine) then(n affine) affine {
	return affine{
		m.a*n.a + m.c*n.b, m.b*n.a + m.d*n.b,
		m.a*n.c + m.c*n.d, m.b*n.c + m.d*n.d,
		m.a*n.e + m.c*n.f + m.e, m.b*n.e + m.d*n.f + m.f,
	}
}

func (f *Figure) encodePDF(w io.Writer) error {
	width, height := f.size()
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: width.Points(), Ht: height.Points()}})
	epoch := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) // not today's, for the same bytes each time
	doc.SetCreationDate(epoch)
	doc.SetModificationDate(epoch)
	doc.SetCatalogSort(true)
	doc.SetProducer("gneuron", true)
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	doc.AddPage()
	doc.SetLineJoinStyle("round")
	c := &pdfCanvas{doc: doc, width: width, height: height, fonts: map[string]bool{}}
	c.now.matrix = affine{a: 1, d: 1}
	vg.Initialize(c)
	f.draw(draw.New(c))
	return doc.Output(w)
}

// Size is the size of the page.
func (c *pdfCanvas) Size() (x, y vg.Length) { return c.width, c.height }

// SetLineWidth implements vg.Canvas.
func (c *pdfCanvas) SetLineWidth(w vg.Length) {
	c.now.line = w
	c.doc.SetLineWidth(w.Points())
}

// SetLineDash implements vg.Canvas.
func (c *pdfCanvas) SetLineDash(pattern []vg.Length, offset vg.Length) {
	c.now.dashes, c.now.offset = pattern, offset
	dashes := make([]float64, len(pattern))
	for i, d := range pattern {
		dashes[i] = d.Points()
	}
	c.doc.SetDashPattern(dashes, offset.Points())
}

// SetColor implements vg.Canvas.
func (c *pdfCanvas) SetColor(col color.Color) {
	if col == nil {
		col = color.Black
	}
	c.now.color = col
	n := color.NRGBAModel.Convert(col).(color.NRGBA)
	r, g, b := int(n.R), int(n.G), int(n.B)
	c.doc.SetDrawColor(r, g, b)
	c.doc.SetFillColor(r, g, b)
	c.doc.SetTextColor(r, g, b)
	c.doc.SetAlpha(float64(n.A)/255, "Normal")
}

// Rotate implements vg.Canvas.
func (c *pdfCanvas) Rotate(rad float64) {
	sin, cos := math.Sincos(rad)
	c.now.matrix = c.now.matrix.then(affine{a: cos, b: sin, c: -sin, d: cos})
}

// Translate implements vg.Canvas.
func (c *pdfCanvas) Translate(pt vg.Point) {
	c.now.matrix = c.now.matrix.then(affine{a: 1, d: 1, e: pt.X.Points(), f: pt.Y.Points()})
}

// Scale implements vg.Canvas. It scales places, not the width of lines.
func (c *pdfCanvas) Scale(x, y float64) {
	c.now.matrix = c.now.matrix.then(affine{a: x, d: y})
}

// Push implements vg.Canvas.
func (c *pdfCanvas) Push() { c.saved = append(c.saved, c.now) }

// Pop implements vg.Canvas.
func (c *pdfCanvas) Pop() {
	last := len(c.saved) - 1
	c.now, c.saved = c.saved[last], c.saved[:last]
	c.SetLineWidth(c.now.line)
	c.SetLineDash(c.now.dashes, c.now.offset)
	c.SetColor(c.now.color)
}

// page is the place of a point on the page, counted from its upper left.
func (c *pdfCanvas) page(pt vg.Point) (x, y float64) {
	m := c.now.matrix
	px, py := pt.X.Points(), pt.Y.Points()
	return m.a*px + m.c*py + m.e, c.height.Points() - (m.b*px + m.d*py + m.f)
}

// Stroke implements vg.Canvas.
func (c *pdfCanvas) Stroke(p vg.Path) {
	if c.now.line > 0 {
		c.path(p)
		c.doc.DrawPath("D")
	}
}

// Fill implements vg.Canvas.
func (c *pdfCanvas) Fill(p vg.Path) {
	c.path(p)
	c.doc.DrawPath("F")
}

func (c *pdfCanvas) path(p vg.Path) {
	for _, part := range p {
		x, y := c.page(part.Pos)
		switch part.Type {
		case vg.MoveComp:
			c.doc.MoveTo(x, y)
		case vg.LineComp:
			c.doc.LineTo(x, y)
		case vg.CurveComp: // this package draws cubic ones only
			x0, y0 := c.page(part.Control[0])
			x1, y1 := c.page(part.Control[1])
			c.doc.CurveBezierCubicTo(x0, y0, x1, y1, x, y)
		case vg.CloseComp:
			c.doc.ClosePath()
		default:
			panic("plot: a path with arcs on a PDF page")
		}
	}
}

// FillString implements vg.Canvas.
func (c *pdfCanvas) FillString(f font.Face, pt vg.Point, s string) {
	name := f.Name()
	if !c.fonts[name] {
		var ttf bytes.Buffer
		if _, err := f.Face.WriteSourceTo(nil, &ttf); err != nil {
			panic("plot: the embedded font cannot be read: " + err.Error())
		}
		c.doc.AddUTF8FontFromBytes(name, "", ttf.Bytes())
		c.fonts[name] = true
	}
	c.doc.SetFont(name, "", f.Font.Size.Points())
	x, y := c.page(pt)
	angle := math.Atan2(c.now.matrix.b, c.now.matrix.a) * 180 / math.Pi
	if angle == 0 {
		c.doc.Text(x, y, s)
		return
	}
	c.doc.TransformBegin()
	c.doc.TransformRotate(angle, x, y)
	c.doc.Text(x, y, s)
	c.doc.TransformEnd()
}

// DrawImage implements vg.Canvas. It keeps to rectangles that stand upright, as
// all in this package do.
func (c *pdfCanvas) DrawImage(r vg.Rectangle, img image.Image) {
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic("plot: an image cannot be encoded: " + err.Error())
	}
	c.images++
	name := fmt.Sprintf("image %d", c.images)
	c.doc.RegisterImageOptionsReader(name, fpdf.ImageOptions{ImageType: "PNG"}, &b)
	x0, y1 := c.page(r.Min)
	x1, y0 := c.page(r.Max)
	c.doc.ImageOptions(name, x0, y0, x1-x0, y1-y0, false, fpdf.ImageOptions{ImageType: "PNG"}, 0, "")
}
