package plot

import (
	"math"
	"strings"
	"unicode"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// typesetter draws text. The typeface has few raised and lowered signs (² but no
// ⁺ or ⁻, and lowered digits set wide apart), so that Ca²⁺, 10⁻³ and g₀ are set
// from small ordinary ones. What the typeface lacks altogether is a box.
type typesetter struct{ text.Plain }

var handler = typesetter{plot.DefaultTextHandler.(text.Plain)}

const (
	raisedSigns, raisedBase   = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "0123456789+−=()ni"
	loweredSigns, loweredBase = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓᵢⱼₕₖₗₘₙₚₛₜᵣᵤᵥ", "0123456789+−=()aeoxijhklmnpstruv"

	smallSize        = 0.68 // of the size of the text
	raise, lower     = 0.36, -0.14
	missing          = '□'
	nativelyRaised   = "¹²³"
	replacedBySpaces = "\t\r\v\f"
)

// base gives the ordinary sign of a raised or lowered one, and how far it is
// shifted, in units of the size of the text.
var base = func() map[rune]run {
	m := map[rune]run{}
	for _, set := range []struct {
		signs, base string
		shift       vg.Length
	}{{raisedSigns, raisedBase, raise}, {loweredSigns, loweredBase, lower}} {
		plain := []rune(set.base)
		for i, r := range []rune(set.signs) {
			m[r] = run{string(plain[i]), set.shift}
		}
	}
	return m
}()

// run is a piece of a line in one size; shift 0 is the line's own.
type run struct {
	text  string
	shift vg.Length
}

// runs splits a line. Where ¹²³ are its only raised signs they stay as they
// are, so that "cm²" is one piece of text in a file.
func (l typesetter) runs(line string, fnt font.Font) []run {
	face := l.Fonts.Lookup(fnt, fnt.Size).Face
	native := true
	for _, r := range line {
		if _, small := base[r]; small && !strings.ContainsRune(nativelyRaised, r) {
			native = false
		}
	}
	var out []run
	for _, r := range line {
		piece, small := base[r]
		switch {
		case small && !native:
		case strings.ContainsRune(replacedBySpaces, r):
			piece = run{text: " "}
		case !unicode.IsGraphic(r):
			continue
		default:
			piece = run{text: string(r)}
			if i, err := face.GlyphIndex(nil, r); err != nil || i == 0 {
				piece.text = string(missing)
			}
		}
		if n := len(out); n > 0 && out[n-1].shift == piece.shift {
			out[n-1].text += piece.text
			continue
		}
		out = append(out, piece)
	}
	return out
}

// face is the face of a run in a text of a font.
func (l typesetter) face(r run, fnt font.Font) font.Face {
	size := fnt.Size
	if r.shift != 0 {
		size *= smallSize
	}
	return l.Fonts.Lookup(fnt, size)
}

func (l typesetter) width(line string, fnt font.Font) (w vg.Length) {
	for _, r := range l.runs(line, fnt) {
		face := l.face(r, fnt)
		w += face.Width(r.text)
	}
	return w
}

// Box implements text.Handler.
func (l typesetter) Box(line string, fnt font.Font) (width, height, depth vg.Length) {
	_, height, depth = l.Plain.Box("", fnt)
	return l.width(line, fnt), height, depth
}

// Draw implements text.Handler. The lines of a text are a font size apart.
func (l typesetter) Draw(c vg.Canvas, txt string, style text.Style, at vg.Point) {
	c.SetColor(style.Color)
	if style.Rotation != 0 {
		c.Push()
		defer c.Pop()
		c.Rotate(style.Rotation)
		sin, cos := math.Sincos(-style.Rotation)
		at = vg.Point{X: at.X*vg.Length(cos) - at.Y*vg.Length(sin), Y: at.X*vg.Length(sin) + at.Y*vg.Length(cos)}
	}
	lines := l.Lines(txt)
	size := style.Font.Size
	y := at.Y + style.Height(txt)*vg.Length(style.YAlign) - style.FontExtents().Ascent + vg.Length(len(lines))*size
	for _, line := range lines {
		width := l.width(line, style.Font)
		x := at.X + vg.Length(style.XAlign)*width
		if t := terminalOf(c); t != nil {
			t.writeLine(vg.Point{X: x, Y: y + 0.35*size}, width, float64(-style.XAlign), line)
			y -= size
			continue
		}
		for _, r := range l.runs(line, style.Font) {
			face := l.face(r, style.Font)
			c.FillString(face, vg.Point{X: x, Y: y + r.shift*size}, r.text)
			x += face.Width(r.text)
		}
		y -= size
	}
}

// terminalOf is the terminal that a canvas, or a part of one, draws on; nil for
// paper.
func terminalOf(c vg.Canvas) *textCanvas {
	for {
		switch d := c.(type) {
		case *textCanvas:
			return d
		case *draw.Canvas:
			c = d.Canvas
		case draw.Canvas:
			c = d.Canvas
		default:
			return nil
		}
	}
}
