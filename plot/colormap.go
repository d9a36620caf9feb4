package plot

import (
	"image"
	"image/color"
	"maps"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/palette"
	"gonum.org/v1/plot/palette/moreland"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
)

// shades is how many colours a colour map has.
const shades = 256

// Colormap is a row of colours from the lowest value to the highest.
type Colormap []color.NRGBA

// stops are colour maps by colours at equal distances, between which they are
// linear.
//
// Source: Smith and van der Walt (2015), the colour maps of matplotlib, in the
// public domain, at tenths; grey and hot are plain ramps.
var stops = map[string]string{
	"viridis": "440154 482878 3e4989 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725",
	"plasma":  "0d0887 46039f 7201a8 9c179e bd3786 d8576b ed7953 fb9f3a fdca26 f0f921",
	"inferno": "000004 1b0c41 4a0c6b 781c6d a52c60 cf4446 ed6925 fb9b06 f7d13d fcffa4",
	"hot":     "0b0000 5c0000 ad0000 ff0000 ff5700 ffaf00 ffff0f ffff87 ffffff",
	"gray":    "000000 ffffff",
	"jet":     "000080 0000ff 0080ff 00ffff 80ff80 ffff00 ff8000 ff0000 800000",
}

// diverging are colour maps of gonum, two hues with grey in the middle or from
// black to white.
var diverging = map[string]func() palette.ColorMap{
	"coolwarm":  func() palette.ColorMap { return moreland.SmoothBlueRed() },
	"PuOr":      func() palette.ColorMap { return moreland.SmoothPurpleOrange() },
	"kindlmann": func() palette.ColorMap { return moreland.Kindlmann() },
	"blackbody": func() palette.ColorMap { return moreland.BlackBody() },
}

// colormapSynonyms are further names of the colour maps.
var colormapSynonyms = map[string]string{"grey": "gray", "greys_r": "gray", "bwr": "coolwarm", "rdbu_r": "coolwarm", "seismic": "coolwarm"}

// completeColors checks a colour map and the values at its ends. Where these are both 0
// they become those of the data; where there is no map it is viridis.
func completeColors(colors *Colormap, lo, hi *float64, data []float64) (err error) {
	if *lo == 0 && *hi == 0 {
		least, most := Extremes(data)
		*lo, *hi = span(least, most, 0)
	}
	if !(*lo < *hi) || *hi-*lo > huge {
		return fault.New(fault.Range, "the limits of the colours must ascend: %g to %g", *lo, *hi)
	}
	if *colors == nil {
		*colors, err = ParseColormap("")
	}
	return err
}

// ParseColormap gives a colour map by its name: viridis, plasma, inferno, hot,
// gray, jet, coolwarm, PuOr, kindlmann or blackbody, with "_r" behind it from its
// other end. "" is viridis.
func ParseColormap(name string) (Colormap, error) {
	key := strings.ToLower(name)
	if key == "" {
		key = "viridis"
	}
	base, reversed := strings.CutSuffix(key, "_r")
	if s, ok := colormapSynonyms[key]; ok {
		base, reversed = s, false
	} else if s, ok := colormapSynonyms[base]; ok {
		base = s
	} else if _, ok := colormapSynonyms[base+"_r"]; ok && !reversed {
		base, reversed = colormapSynonyms[base+"_r"], true
	}
	var out Colormap
	for own, list := range stops {
		if own == base {
			out = ramp(strings.Fields(list))
		}
	}
	for own, make := range diverging {
		if strings.ToLower(own) == base {
			m := make()
			m.SetMin(0)
			m.SetMax(1)
			for _, c := range m.Palette(shades).Colors() {
				out = append(out, color.NRGBAModel.Convert(c).(color.NRGBA))
			}
		}
	}
	if out == nil {
		names := slices.Sorted(maps.Keys(stops))
		names = append(names, slices.Sorted(maps.Keys(diverging))...)
		e := fault.New(fault.Range, "%q is none of the colour maps %s", name, strings.Join(names, ", "))
		return nil, e.DidYouMean(spell.Nearest(base, names))
	}
	if reversed {
		slices.Reverse(out)
	}
	return out, nil
}

func ramp(list []string) Colormap {
	out := make(Colormap, shades)
	for i := range out {
		at := float64(i) / (shades - 1) * float64(len(list)-1)
		k := min(int(at), len(list)-2)
		f := at - float64(k)
		a, _ := parseHex("#" + list[k])
		b, _ := parseHex("#" + list[k+1])
		p, q := a.(color.NRGBA), b.(color.NRGBA)
		mix := func(x, y uint8) uint8 { return uint8(float64(x)*(1-f) + float64(y)*f + 0.5) }
		out[i] = color.NRGBA{mix(p.R, q.R), mix(p.G, q.G), mix(p.B, q.B), 255}
	}
	return out
}

// At is the colour of a value in the range from lo to hi; beyond it, that of its
// end. A NaN has none.
func (m Colormap) At(v, lo, hi float64) color.NRGBA {
	if math.IsNaN(v) {
		return color.NRGBA{}
	}
	return m[m.index(v, lo, hi)]
}

func (m Colormap) index(v, lo, hi float64) int {
	f := (v - lo) / (hi - lo)
	if !(f > 0) {
		return 0
	}
	return int(math.Min(f, 1)*float64(len(m)-1) + 0.5)
}

// image is the colour map as a strip of one column, the highest at the top.
func (m Colormap) image() image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, 1, len(m)))
	for i, c := range m {
		img.SetNRGBA(0, len(m)-1-i, c)
	}
	return img
}
