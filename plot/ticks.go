package plot

import (
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
)

// minus is the sign of negative numbers at an axis; a hyphen is too short.
const minus = "−"

// ticks are the marks of an axis from lo to hi at multiples of 1, 2 or 5 times a
// power of ten, about n or fewer of them, at least two.
func ticks(lo, hi float64, n int) []plot.Tick {
	step := niceStep((hi - lo) / float64(max(n, 1)))
	for math.Floor(hi/step)-math.Ceil(lo/step) < 1 {
		step = niceStep(step * 0.3) // the next finer one
	}
	var out []plot.Tick
	first, last := math.Ceil(lo/step-1e-9), math.Floor(hi/step+1e-9)
	for k := first; k <= last; k++ {
		out = append(out, plot.Tick{Value: k * step, Label: tickLabel(k, step, math.Max(math.Abs(lo), math.Abs(hi)))})
	}
	return out
}

// niceStep is the smallest of 1, 2, 5, 10 times a power of ten that is at least
// raw.
func niceStep(raw float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 2, 5} {
		if m*power >= raw*(1-1e-9) {
			return m * power
		}
	}
	return 10 * power
}

// tickLabel writes k·step with the digits that tell it from its neighbours.
// largest is the greatest magnitude at the axis: from 1e6 on, and below 1e-3, the
// labels have an exponent.
func tickLabel(k, step, largest float64) string {
	if k == 0 {
		return "0"
	}
	v := k * step
	decimals := -int(math.Floor(math.Log10(step) + 1e-9))
	var s string
	if largest < 1e6 && largest >= 1e-3 {
		s = strconv.FormatFloat(v, 'f', max(decimals, 0), 64)
	} else {
		digits := int(math.Floor(math.Log10(math.Abs(v))+1e-9)) + decimals
		s = strconv.FormatFloat(v, 'e', max(digits, 0), 64)
		mantissa, exponent, _ := strings.Cut(s, "e")
		if strings.Contains(mantissa, ".") {
			mantissa = strings.TrimRight(strings.TrimRight(mantissa, "0"), ".")
		}
		e, _ := strconv.Atoi(exponent)
		s = mantissa + "e" + strconv.Itoa(e)
	}
	return strings.ReplaceAll(s, "-", minus)
}

// finest is the smallest range of an axis, as a part of the numbers at it. Below,
// data count as constant.
const finest = 1e-10

// span is the range that an axis shows for data from lo to hi: a margin on both
// sides, and a sensible range around data that does not vary, or varies only in
// the last digits of its numbers.
func span(lo, hi, margin float64) (float64, float64) {
	if lo > hi { // no data
		return 0, 1
	}
	size := math.Max(math.Abs(lo), math.Abs(hi))
	if hi-lo <= finest*size || hi == lo {
		half := 0.05 * size
		if size < 1e-290 {
			half = 1
		}
		return lo - half, hi + half
	}
	return lo - margin*(hi-lo), hi + margin*(hi-lo)
}

// beyond is the end of an axis of which the other end is fixed: a margin behind
// the data, which reach to far, or something sensible if they do not reach past
// the fixed end. side is 1 for the upper end and -1 for the lower.
func beyond(fixed, far, side, margin float64) float64 {
	if reach := side * (far - fixed); reach > finest*math.Max(math.Abs(fixed), math.Abs(far)) && reach < huge {
		return far + side*margin*reach
	}
	return fixed + side*math.Max(1, 0.05*math.Abs(fixed))
}

// logTicks are the marks of a logarithmic axis from lo to hi: powers of ten, every
// one or every second, third and so on, about n or fewer, and small marks between
// them. An axis that spans less than two powers has labels at 2 and 5 times them,
// too; one that spans hardly any has the marks of a linear one.
func logTicks(lo, hi float64, n int) []plot.Tick {
	first, last := int(math.Floor(math.Log10(lo)+1e-9)), int(math.Ceil(math.Log10(hi)-1e-9))
	decades := math.Log10(hi / lo)
	if decades < 0.7 {
		return ticks(lo, hi, n)
	}
	every := max(1, int(math.Ceil(decades/float64(max(n-1, 1)))))
	var out []plot.Tick
	for e := first; e <= last; e++ {
		power := math.Pow(10, float64(e))
		for k := 1.0; k < 10; k++ {
			v := k * power
			if v < lo*(1-1e-9) || v > hi*(1+1e-9) {
				continue
			}
			label := ""
			switch {
			case k == 1 && e%every == 0, decades < 2 && n > 4 && (k == 2 || k == 5):
				label = powerLabel(k, e)
			case k > 1 && (every > 1 || decades > 10):
				continue
			}
			out = append(out, plot.Tick{Value: v, Label: label})
		}
	}
	return out
}

// powerLabel writes k·10^e, as a plain number from 0.001 to 10000.
func powerLabel(k float64, e int) string {
	if e >= -3 && e <= 4 {
		return strconv.FormatFloat(k*math.Pow(10, float64(e)), 'f', max(0, -e), 64)
	}
	var raised strings.Builder
	for _, r := range strconv.Itoa(e) {
		if r == '-' {
			raised.WriteRune('⁻')
			continue
		}
		raised.WriteRune([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[r-'0'])
	}
	if k == 1 {
		return "10" + raised.String()
	}
	return strconv.Itoa(int(k)) + "·10" + raised.String()
}

// shortest writes a number with as few digits as say which it is.
func shortest(v float64) string {
	return strings.ReplaceAll(strconv.FormatFloat(v, 'g', -1, 64), "-", minus)
}
