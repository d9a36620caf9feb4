package plot

import (
	"image/color"
	"slices"
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/internal/spell"
)

// Style is what a format string such as "ro--" says. What it does not say is
// zero.
type Style struct {
	Color        color.Color
	Marker, Line string
}

// lineNames are the names of the line styles beside their signs.
var lineNames = map[string]string{
	"-": "-", "--": "--", ":": ":", "-.": "-.", "none": "", "": "",
	"solid": "-", "dashed": "--", "dotted": ":", "dashdot": "-.", "dotdash": "-.", "dotteddash": "-.",
}

// ParseLine reads a line style: "-" (solid), "--" (dashed), ":" (dotted), "-."
// (dashdot) or "none".
func ParseLine(name string) (string, error) {
	if sign, ok := lineNames[strings.ToLower(name)]; ok {
		return sign, nil
	}
	return "", fault.New(fault.Range, "%q is none of the line styles - -- : -. (solid dashed dotted dashdot none)", name).
		DidYouMean(spell.Nearest(name, []string{"solid", "dashed", "dotted", "dashdot", "none"}))
}

// markerNames are the names of the markers beside their signs.
var markerNames = map[string]string{
	"circle": "o", "square": "s", "triangle": "^", "inverted_triangle": "v", "diamond": "D",
	"cross": "+", "x": "x", "star": "*", "dot": ".", "none": "", "": "",
}

// markerSigns are the markers that can be drawn.
const markerSigns = "o.,s^v<>Dd*+x|_ph"

// ParseMarker reads a marker: one of the signs o . , s ^ v < > D d * + x | _ p h
// or a name (circle, square, triangle, inverted_triangle, diamond, cross, x,
// star, dot, none).
func ParseMarker(name string) (string, error) {
	if sign, ok := markerNames[strings.ToLower(name)]; ok {
		return sign, nil
	}
	if len(name) == 1 && strings.Contains(markerSigns, name) {
		return name, nil
	}
	return "", fault.New(fault.Range, "%q is none of the markers %s", name, strings.Join(strings.Split(markerSigns, ""), " ")).
		DidYouMean(spell.Nearest(name, []string{"circle", "square", "triangle", "inverted_triangle", "diamond", "cross", "star", "dot"}))
}

// ParseFormat reads a format string of matplotlib: a colour, a marker and a line
// style in any order, each at most once, or the name of a colour. Without
// marker and line style the line is solid.
func ParseFormat(format string) (Style, error) {
	s, err := parseSigns(format)
	if err != nil && len(format) > 2 {
		if c, colorErr := ParseColor(format); colorErr == nil {
			return Style{Color: c, Line: "-"}, nil
		} else if hint := fault.As(colorErr).Hint; strings.HasPrefix(hint, "did you mean") {
			fault.As(err).Hint = hint
		}
	}
	if err != nil {
		return Style{}, err
	}
	if s.Marker == "" && s.Line == "" {
		s.Line = "-"
	}
	return s, nil
}

func parseSigns(format string) (Style, error) {
	var s Style
	refuse := func(why string) error {
		return fault.New(fault.Range, "the format %q %s", format, why).
			WithHint(`a format has a colour (b g r c m y k w C0), a marker (%s) and a line style (- -- : -.), as "ro" or "k--"`, markerSigns)
	}
	lineSeen := false
	for rest := format; rest != ""; {
		sign, isLine := rest[:1], false
		for _, line := range []string{"--", "-.", "-", ":"} {
			if strings.HasPrefix(rest, line) {
				sign, isLine = line, true
				break
			}
		}
		_, isColor := letters[sign]
		if sign == "C" && len(rest) > 1 && rest[1] >= '0' && rest[1] <= '9' {
			sign, isColor = rest[:2], true
		}
		switch {
		case isLine && lineSeen:
			return s, refuse("has two line styles")
		case isLine:
			s.Line, lineSeen = sign, true
		case isColor && s.Color != nil:
			return s, refuse("has two colours")
		case isColor:
			c, err := ParseColor(sign)
			if err != nil {
				return s, err
			}
			s.Color = c
		case strings.Contains(markerSigns, sign) && s.Marker != "":
			return s, refuse("has two markers")
		case strings.Contains(markerSigns, sign):
			s.Marker = sign
		default:
			r := []rune(rest)[0]
			return s, refuse("has a sign that means nothing: " + string(r))
		}
		rest = rest[len(sign):]
	}
	return s, nil
}

// places are the places of a legend by the names that matplotlib and Bokeh use.
var places = map[string]string{
	"best": "", "": "", "outside": "outside",
	"upper right": "upper right", "top_right": "upper right", "upper left": "upper left", "top_left": "upper left",
	"lower right": "lower right", "bottom_right": "lower right", "lower left": "lower left", "bottom_left": "lower left",
	"upper center": "upper center", "top_center": "upper center", "lower center": "lower center", "bottom_center": "lower center",
	"center left": "center left", "center_left": "center left", "center right": "center right", "center_right": "center right",
	"right": "center right", "center": "center",
}

// ParsePlace reads the place of a legend: "best" (where it covers no data, if
// need be outside), "upper right" and its like, Bokeh's "top_right" and its like,
// or "outside".
func ParsePlace(name string) (string, error) {
	if p, ok := places[strings.ToLower(name)]; ok {
		return p, nil
	}
	var names []string
	for n := range places {
		if n != "" {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	return "", fault.New(fault.Range, "%q is no place for a legend", name).DidYouMean(spell.Nearest(name, names))
}
