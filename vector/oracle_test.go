package vector

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/fault"
)

// number reads JSON numbers and the names of what JSON has no number for.
type number float64

func (n *number) UnmarshalJSON(b []byte) error {
	switch string(b) {
	case `"inf"`:
		*n = number(math.Inf(1))
	case `"-inf"`:
		*n = number(math.Inf(-1))
	case `"nan"`:
		*n = number(math.NaN())
	case `true`:
		*n = 1
	case `false`:
		*n = 0
	default:
		return json.Unmarshal(b, (*float64)(n))
	}
	return nil
}

// argument is a number, a text or the name of a Vector.
type argument struct {
	number number
	text   *string
	vector string
}

func (a *argument) UnmarshalJSON(b []byte) error {
	if b[0] != '{' {
		return json.Unmarshal(b, &a.number)
	}
	var o struct {
		Text   *string
		Vector string
	}
	err := json.Unmarshal(b, &o)
	a.text, a.vector = o.Text, o.Vector
	return err
}

type call struct {
	Call, Receiver, Method string
	Args                   []argument
	Result                 json.RawMessage
	After                  []number
	Same, Refused          bool
	Printed                string
}

// TestVsNEURON_Vector runs the calls of testdata/oracle.py and compares results,
// the receiver afterwards, what is printed, and which calls are refused.
func TestVsNEURON_Vector(t *testing.T) {
	text, err := os.ReadFile("testdata/oracle.json")
	if err != nil {
		t.Fatal(err)
	}
	var oracle struct {
		Vectors map[string][]number
		Calls   []call
	}
	if err := json.Unmarshal(text, &oracle); err != nil {
		t.Fatal(err)
	}
	if len(oracle.Calls) < 500 {
		t.Fatalf("only %d calls in the table", len(oracle.Calls))
	}
	vector := func(name string) *Vector { return Of(floats(oracle.Vectors[name])) }
	for _, c := range oracle.Calls {
		t.Run(c.Call, func(t *testing.T) {
			v := vector(c.Receiver)
			in := arguments{t: t}
			for _, a := range c.Args {
				switch {
				case a.vector != "":
					in.vectors = append(in.vectors, vector(a.vector))
				case a.text != nil:
					in.texts = append(in.texts, *a.text)
				default:
					in.numbers = append(in.numbers, float64(a.number))
				}
			}
			var printed strings.Builder
			got, err := perform(v, c.Method, in, &printed)
			if c.Refused {
				var f *fault.Error
				if !errors.As(err, &f) {
					t.Fatalf("NEURON refuses this; error is %v, result %v", err, got)
				}
				compare2(t, "the receiver, which must stay as it was", v.Data(), vector(c.Receiver).Data())
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var want []number
			switch got := got.(type) {
			case *Vector:
				if err := json.Unmarshal(c.Result, &want); err != nil {
					t.Fatal(err)
				}
				if (got == v) != c.Same {
					t.Errorf("the result is the receiver: %v, in NEURON %v", got == v, c.Same)
				}
				compareWithin(t, "result", got.Data(), floats(want), tolerance(c.Method))
			case string:
				if fmt.Sprintf("%q", got) != string(c.Result) {
					t.Errorf("got %q, want %s", got, c.Result)
				}
			case float64:
				var x number
				if err := json.Unmarshal(c.Result, &x); err != nil {
					t.Fatal(err)
				}
				compare2(t, "result", []float64{got}, []float64{float64(x)})
			default:
				t.Fatalf("no case for a result of type %T", got)
			}
			compareWithin(t, "receiver", v.Data(), floats(c.After), tolerance(c.Method))
			if printed.String() != c.Printed {
				t.Errorf("printed %q, want %q", printed.String(), c.Printed)
			}
		})
	}
}

func floats(in []number) []float64 {
	out := make([]float64, len(in))
	for i, x := range in {
		out[i] = float64(x)
	}
	return out
}

// rounding is the part of the largest number that the results of fast Fourier
// transforms may differ by: both here and in NEURON each is uncertain by some
// log2(n) units of its last place, 2.2e-16, for n up to 256, and convolutions are
// three of them. smhist is a convolution, sumgauss a sum of rounded exponentials.
const rounding = 1e-14

func tolerance(method string) float64 {
	switch method {
	case "fft", "correl", "convlv", "filter", "spctrm", "smhist", "sumgauss":
		return rounding
	}
	return 0
}

// compare2 wants the same numbers. 2 units in the last place are allowed for
// sin, log, tanh and pow, which Go computes itself and C takes from its library.
func compare2(t *testing.T, what string, got, want []float64) {
	t.Helper()
	compareWithin(t, what, got, want, 0)
}

// compareWithin is compare2 that allows a part of the largest number besides.
func compareWithin(t *testing.T, what string, got, want []float64, part float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d elements, want %d: %v, want %v", what, len(got), len(want), got, want)
		return
	}
	allowed := 0.0
	for _, w := range want {
		allowed = max(allowed, part*math.Abs(w))
	}
	for i, w := range want {
		g := got[i]
		if g == w || math.IsNaN(g) && math.IsNaN(w) {
			continue
		}
		if !(math.Abs(g-w) <= max(allowed, 2*0x1p-52*math.Abs(w))) {
			t.Errorf("%s: element %d is %v, want %v", what, i, g, w)
		}
	}
}

// arguments holds the arguments of a call by type, each in its order.
type arguments struct {
	t       *testing.T
	vectors []*Vector
	numbers []float64
	texts   []string
}

// bounds is the numbers from the given one on as a range.
func (in arguments) bounds(from int) []int {
	var out []int
	for _, x := range in.numbers[min(from, len(in.numbers)):] {
		out = append(out, int(x))
	}
	return out
}

func (in arguments) number(i int, omitted float64) float64 {
	if i < len(in.numbers) {
		return in.numbers[i]
	}
	return omitted
}

// source is the Vector argument or else the receiver.
func (in arguments) source(v *Vector) *Vector {
	if len(in.vectors) > 0 {
		return in.vectors[0]
	}
	return v
}

// missing is the refusal of a call with too few arguments; how those are told
// apart is the matter of a script's side, not of this package.
func missing() error { return fault.New(fault.Type, "too few arguments") }

// perform makes the Go call for a call in NEURON's form.
func perform(v *Vector, method string, in arguments, out *strings.Builder) (any, error) {
	number := func(x float64, err error) (any, error) { return x, err }
	index := func(i int, err error) (any, error) { return float64(i), err }
	self := func(err error) (any, error) { return v, err }
	truth := func(b bool) (any, error) {
		if b {
			return 1.0, nil
		}
		return 0.0, nil
	}
	src, all := in.source(v), in.bounds(0)
	if got, err, ok := performSignal(v, method, in); ok {
		return got, err
	}
	switch method {
	case "size":
		return float64(v.Len()), nil
	case "resize":
		return self(v.Resize(int(in.numbers[0])))
	case "append": // the table has numbers before Vectors
		v.Append(in.numbers...)
		for _, w := range in.vectors {
			v.Append(w.Data()...)
		}
		return v, nil
	case "clear":
		v.Truncate(0)
		return v, nil
	case "c", "at", "cl":
		if len(all) == 1 {
			all = append(all, v.Len()-1)
		}
		w, err := v.Copy(all...)
		return w, err
	case "max":
		return number(v.Max(all...))
	case "min":
		return number(v.Min(all...))
	case "mean":
		return number(v.Mean(all...))
	case "sum":
		return number(v.Sum(all...))
	case "sumsq":
		return number(v.SumSq(all...))
	case "stdev":
		return number(v.Stdev(all...))
	case "var":
		return number(v.Var(all...))
	case "stderr":
		return number(v.Stderr(all...))
	case "median":
		return number(v.Median())
	case "mag":
		return v.Mag(), nil
	case "max_ind":
		return index(v.MaxInd(all...))
	case "min_ind":
		return index(v.MinInd(all...))
	case "dot":
		return number(v.Dot(src))
	case "meansqerr":
		return number(v.MeanSqErr(src, append(in.vectors, nil)[1]))
	case "indwhere":
		return index(v.IndWhere(in.texts[0], in.numbers...))
	case "indvwhere":
		return self(v.IndVWhere(src, in.texts[0], in.numbers...))
	case "where":
		return self(v.Where(src, in.texts[0], in.numbers...))
	case "contains":
		return truth(v.Contains(in.numbers[0]))
	case "eq":
		return truth(v.Eq(src))
	case "ind":
		return v.Ind(src), nil
	case "index":
		if len(in.vectors) == 1 {
			src = v
		}
		v.Index(src, in.vectors[len(in.vectors)-1])
		return v, nil
	case "add", "sub", "mul", "div":
		return arithmetic(v, method, in)
	case "scale":
		return number(v.Scale(in.numbers[0], in.numbers[1]))
	case "fill":
		if len(in.numbers) == 0 {
			return nil, missing()
		}
		return self(v.Fill(in.numbers[0], in.bounds(1)...))
	case "set":
		if len(in.numbers) < 2 {
			return nil, missing()
		}
		return self(v.Set(all[0], in.numbers[1]))
	case "get":
		return number(v.Get(all[0]))
	case "interpolate":
		switch len(in.vectors) {
		case 1:
			return nil, missing()
		case 2:
			return self(v.Interpolate(src, in.vectors[1], v))
		}
		return self(v.Interpolate(src, in.vectors[1], in.vectors[2]))
	case "abs":
		return v.Abs(src), nil
	case "sqrt":
		return self(v.Sqrt(src))
	case "log":
		return v.Log(src), nil
	case "log10":
		return v.Log10(src), nil
	case "tanh":
		return v.Tanh(src), nil
	case "floor":
		return v.Floor(src), nil
	case "pow":
		if len(in.numbers) == 0 {
			return nil, missing()
		}
		return self(v.Pow(src, in.numbers[0]))
	case "sin":
		if len(in.numbers) < 2 {
			return nil, missing()
		}
		return v.Sin(in.numbers[0], in.numbers[1], in.number(2, 1)), nil
	case "sort":
		return v.Sort(), nil
	case "sortindex":
		return v.SortIndex(), nil
	case "reverse":
		return v.Reverse(), nil
	case "rotate":
		if len(all) == 2 {
			return v.Shift(all[0]), nil
		}
		return v.Rotate(all[0]), nil
	case "indgen":
		switch len(in.numbers) {
		case 3:
			return self(v.IndgenTo(in.numbers[0], in.numbers[1], in.numbers[2]))
		case 2:
			return v.Indgen(in.numbers[0], in.numbers[1]), nil
		}
		return v.Indgen(0, in.number(0, 1)), nil
	case "insrt":
		xs := in.numbers[1:]
		if len(in.vectors) > 0 { // the table has a Vector as last but one of the values
			n := len(xs)
			xs = append(append(append([]float64{}, xs[:max(n-1, 0)]...), src.Data()...), xs[max(n-1, 0):]...)
		}
		return self(v.Insrt(all[0], xs...))
	case "remove":
		return self(v.Remove(all[0], all[len(all)-1]))
	case "histogram":
		w, err := v.Histogram(in.numbers[0], in.numbers[1], in.numbers[2])
		return w, err
	case "hist":
		return self(v.Hist(src, in.numbers[0], all[1], in.numbers[2]))
	case "deriv":
		return self(v.Deriv(src, in.number(0, 1), int(in.number(1, 2))))
	case "integral":
		return v.Integral(src, in.number(0, 1)), nil
	case "rebin":
		return self(v.Rebin(src, all[0]))
	case "copy":
		return copying(v, in)
	case "label":
		if len(in.texts) > 0 {
			v.Label = in.texts[0]
		}
		return v.Label, nil
	case "printf":
		format := append(in.texts, "")[0]
		return index(v.Printf(out, format, all...))
	}
	in.t.Fatalf("no Go call for the method %s", method)
	return nil, nil
}

func arithmetic(v *Vector, method string, in arguments) (any, error) {
	if len(in.vectors) > 0 {
		f := map[string]func(*Vector) error{"add": v.Add, "sub": v.Sub, "mul": v.Mul, "div": v.Div}[method]
		return v, f(in.vectors[0])
	}
	if len(in.numbers) == 0 {
		return nil, missing()
	}
	f := map[string]func(float64) *Vector{"add": v.AddScalar, "sub": v.SubScalar, "mul": v.MulScalar, "div": v.DivScalar}[method]
	return f(in.numbers[0]), nil
}

func copying(v *Vector, in arguments) (any, error) {
	src, n := in.vectors[0], in.bounds(0)
	switch {
	case len(in.vectors) == 2:
		return v.CopyIndexed(src, in.vectors[1], in.vectors[1]), nil
	case len(in.vectors) == 3:
		return v.CopyIndexed(src, in.vectors[1], in.vectors[2]), nil
	}
	p := Part{Last: -1}
	switch len(n) {
	case 0:
		return v.CopyFrom(src), nil
	case 1:
		p.Dest = n[0]
	case 2:
		p.First, p.Last = n[0], n[1]
	default:
		p.Dest, p.First, p.Last = n[0], n[1], n[2]
	}
	if len(n) == 5 {
		p.DestInc, p.SrcInc = n[3], n[4]
		if p.DestInc < 1 || p.SrcInc < 1 {
			return nil, missing()
		}
	}
	return v, v.CopyPart(src, p)
}
