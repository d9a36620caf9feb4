package plot

import (
	"image/color"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
)

// Cycle is the order of colours for series that name none. They stay apart for
// people who do not see red and green alike, and on white.
//
// Source: Okabe and Ito (2008), Color Universal Design; the yellow, which is
// hard to see as a line on white, is replaced by a dark violet.
var Cycle = []color.NRGBA{
	{0x00, 0x72, 0xb2, 0xff}, // blue
	{0xd5, 0x5e, 0x00, 0xff}, // vermilion
	{0x00, 0x9e, 0x73, 0xff}, // green
	{0xcc, 0x79, 0xa7, 0xff}, // purple
	{0xe6, 0x9f, 0x00, 0xff}, // orange
	{0x56, 0xb4, 0xe9, 0xff}, // sky blue
	{0x5e, 0x3c, 0x99, 0xff}, // violet
	{0x00, 0x00, 0x00, 0xff}, // black
}

// letters are the one-letter colours of matplotlib.
var letters = map[string]color.NRGBA{
	"b": {0, 0, 255, 255}, "g": {0, 128, 0, 255}, "r": {255, 0, 0, 255},
	"c": {0, 191, 191, 255}, "m": {191, 0, 191, 255}, "y": {191, 191, 0, 255},
	"k": {0, 0, 0, 255}, "w": {255, 255, 255, 255},
}

// tableau are matplotlib's "tab:" colours.
var tableau = map[string]color.NRGBA{
	"tab:blue": {0x1f, 0x77, 0xb4, 255}, "tab:orange": {0xff, 0x7f, 0x0e, 255},
	"tab:green": {0x2c, 0xa0, 0x2c, 255}, "tab:red": {0xd6, 0x27, 0x28, 255},
	"tab:purple": {0x94, 0x67, 0xbd, 255}, "tab:brown": {0x8c, 0x56, 0x4b, 255},
	"tab:pink": {0xe3, 0x77, 0xc2, 255}, "tab:gray": {0x7f, 0x7f, 0x7f, 255},
	"tab:olive": {0xbc, 0xbd, 0x22, 255}, "tab:cyan": {0x17, 0xbe, 0xcf, 255},
}

// ParseColor reads a colour: a CSS name ("steelblue"), a letter of matplotlib
// ("k"), a "tab:" name, a place in the cycle ("C1"), "#rgb", "#rrggbb",
// "#rrggbbaa", or a grey from "0" (black) to "1" (white).
func ParseColor(text string) (color.Color, error) {
	name := strings.ToLower(strings.ReplaceAll(strings.TrimSpace(text), " ", ""))
	if c, ok := letters[name]; ok {
		return c, nil
	}
	if c, ok := tableau[name]; ok {
		return c, nil
	}
	if c, ok := colornames.Map[name]; ok {
		return c, nil
	}
	if c, ok := parseHex(name); ok {
		return c, nil
	}
	if rest, ok := strings.CutPrefix(name, "c"); ok {
		if i, err := strconv.Atoi(rest); err == nil && i >= 0 {
			return Cycle[i%len(Cycle)], nil
		}
	}
	if grey, err := strconv.ParseFloat(name, 64); err == nil && grey >= 0 && grey <= 1 {
		y := uint8(grey*255 + 0.5)
		return color.NRGBA{y, y, y, 255}, nil
	}
	names := append(slices.Clone(colornames.Names), "tab:blue", "tab:orange", "tab:green", "tab:red",
		"tab:purple", "tab:brown", "tab:pink", "tab:gray", "tab:olive", "tab:cyan")
	e := fault.New(fault.Range, "%q is not a colour", text)
	if near := spell.Nearest(name, names); near != "" {
		return nil, e.DidYouMean(near)
	}
	return nil, e.WithHint(`use a name ("steelblue"), a letter ("k"), "#rrggbb" or "C0" to "C9"`)
}

// parseHex reads #rgb, #rgba, #rrggbb and #rrggbbaa.
func parseHex(s string) (color.Color, bool) {
	hex, ok := strings.CutPrefix(s, "#")
	if !ok {
		return nil, false
	}
	if len(hex) == 3 || len(hex) == 4 {
		var long strings.Builder
		for _, r := range hex {
			long.WriteString(strings.Repeat(string(r), 2))
		}
		hex = long.String()
	}
	if len(hex) == 6 {
		hex += "ff"
	}
	v, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || len(hex) != 8 {
		return nil, false
	}
	return color.NRGBA{uint8(v >> 24), uint8(v >> 16), uint8(v >> 8), uint8(v)}, true
}

// withAlpha gives the colour with its opacity multiplied by alpha, 0 to 1.
func withAlpha(c color.Color, alpha float64) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = uint8(float64(n.A)*alpha + 0.5)
	return n
}
