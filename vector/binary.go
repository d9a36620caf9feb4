package vector

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/gneuron/gneuron/fault"
)

// Format says how the numbers of a Vector lie in a binary file. The values are
// NEURON's.
type Format int

// The formats of VWrite; the two Scaled ones spread the range from the smallest
// to the largest element over the integers that the size holds.
const (
	Scaled8  Format = 1 // 8 bits
	Scaled16 Format = 2 // 16 bits
	Float32  Format = 3
	Float64  Format = 4
	Int32    Format = 5 // the whole part, as 32 bits
)

// FWrite writes the elements of the range as 64-bit numbers in little-endian
// order, as NEURON does on x86 and ARM, and says how many they were. Neither
// size nor format are in the file; see VWrite.
func (v *Vector) FWrite(w io.Writer, bounds ...int) (int, error) {
	xs, err := v.span("fwrite", bounds)
	if err != nil {
		return 0, err
	}
	return len(xs), binary.Write(w, binary.LittleEndian, xs)
}

// FRead reads n numbers in little-endian order. Formats 1, 2, 3 and 5 are here
// signed 8-bit, unsigned 16-bit, 32-bit floating-point and signed 16-bit
// numbers, not scaled; 4 is what FWrite writes. It is a *fault.Error if the file
// has fewer.
func (v *Vector) FRead(r io.Reader, n int, format Format) error {
	if err := CheckLen(float64(n)); err != nil {
		return err
	}
	read := func(x any) error { return readAll("fread", r, binary.LittleEndian, n, x) }
	var xs []float64
	var err error
	switch format {
	case 1:
		xs, err = readAs[int8](n, read)
	case 2:
		xs, err = readAs[uint16](n, read)
	case 3:
		xs, err = readAs[float32](n, read)
	case 4:
		xs, err = readAs[float64](n, read)
	case 5:
		xs, err = readAs[int16](n, read)
	default:
		return badFormat("fread", format)
	}
	if err == nil {
		v.set(xs)
	}
	return err
}

// VWrite writes the Vector in NEURON's binary format: the size and the format as
// 32-bit integers; for the scaled formats the scale and the smallest element as
// 64-bit numbers; the elements; all in little-endian order, as NEURON does on
// x86 and ARM.
func (v *Vector) VWrite(w io.Writer, format Format) error {
	if format < Scaled8 || format > Int32 {
		return badFormat("vwrite", format)
	}
	var data any
	head := []any{int32(len(v.data)), int32(format)}
	switch format {
	case Int32:
		out := make([]int32, len(v.data))
		for i, x := range v.data {
			if x = math.Trunc(x); !(x >= math.MinInt32 && x <= math.MaxInt32) {
				return outOfRange(i, v.data[i], "a 32-bit integer")
			}
			out[i] = int32(x)
		}
		data = out
	case Float64:
		data = v.data
	case Float32:
		out := make([]float32, len(v.data))
		for i, x := range v.data {
			out[i] = float32(x)
		}
		data = out
	default:
		if len(v.data) == 0 {
			data = []byte{}
			head = append(head, 1.0, 0.0)
			break
		}
		for i, x := range v.data {
			if math.IsNaN(x) || math.IsInf(x, 0) {
				return outOfRange(i, x, "a scaled integer")
			}
		}
		least := slices.Min(v.data)
		scale := scaleOf(slices.Max(v.data)-least, format)
		head = append(head, scale, least)
		if format == Scaled16 {
			out := make([]uint16, len(v.data))
			for i, x := range v.data {
				out[i] = uint16((x - least) * scale)
			}
			data = out
		} else {
			out := make([]int8, len(v.data))
			for i, x := range v.data {
				out[i] = int8(float64((x-least)*scale) - 128)
			}
			data = out
		}
	}
	for _, x := range append(head, data) {
		if err := binary.Write(w, binary.LittleEndian, x); err != nil {
			return err
		}
	}
	return nil
}

// VRead reads what VWrite has written, here or in NEURON, also on a machine with
// the other order of bytes. The Vector gets the size that is in the file.
func (v *Vector) VRead(r io.Reader) error {
	head := make([]byte, 8)
	if _, err := io.ReadFull(r, head); err != nil {
		return ended("vread", "in the size and format", err)
	}
	var order binary.ByteOrder = binary.LittleEndian
	format := Format(int32(order.Uint32(head[4:])))
	if format < Scaled8 || format > Int32 {
		order = binary.BigEndian
		format = Format(int32(order.Uint32(head[4:])))
	}
	n := int(int32(order.Uint32(head)))
	if format < Scaled8 || format > Int32 || n < 0 {
		return fault.New(fault.Range, "Vector.vread: this is no Vector that vwrite has written: the bytes % x are no size and format", head)
	}
	if err := CheckLen(float64(n)); err != nil {
		return err
	}
	read := func(x any) error { return readAll("vread", r, order, n, x) }
	scale := [2]float64{1, 0}
	if format == Scaled8 || format == Scaled16 {
		if err := binary.Read(r, order, &scale); err != nil {
			return ended("vread", "in the scale", err)
		}
	}
	var xs []float64
	var err error
	shift := 0.0
	switch format {
	case Int32:
		xs, err = readAs[int32](n, read)
	case Float64:
		xs, err = readAs[float64](n, read)
	case Float32:
		xs, err = readAs[float32](n, read)
	case Scaled16:
		xs, err = readAs[uint16](n, read)
	case Scaled8:
		xs, err = readAs[int8](n, read)
		shift = 128
	}
	if err != nil {
		return err
	}
	if format == Scaled8 || format == Scaled16 {
		for i, x := range xs {
			xs[i] = (x+shift)/scale[0] + scale[1]
		}
	}
	v.set(xs)
	return nil
}

// scaleOf is how many integers one unit of the Vector becomes.
func scaleOf(span float64, format Format) float64 {
	switch {
	case !(span > 0):
		return 1
	case format == Scaled8:
		return 255 / span
	}
	return 65535 / span
}

// readAs reads n numbers of a type. It reads a part at a time, so that a file
// that is shorter than it says costs no memory.
func readAs[T int8 | int16 | uint16 | int32 | float32 | float64](n int, read func(any) error) ([]float64, error) {
	const part = 1 << 16
	out := make([]float64, 0, min(n, part))
	buffer := make([]T, min(n, part))
	for len(out) < n {
		b := buffer[:min(part, n-len(out))]
		if err := read(b); err != nil {
			return nil, err
		}
		for _, x := range b {
			out = append(out, float64(x))
		}
	}
	return out, nil
}

func readAll(method string, r io.Reader, order binary.ByteOrder, n int, x any) error {
	if err := binary.Read(r, order, x); err != nil {
		return ended(method, fmt.Sprintf("before its %d elements do", n), err)
	}
	return nil
}

// ended is what a read error means for a method.
func ended(method, where string, err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fault.New(fault.Range, "Vector.%s: the file ends %s", method, where)
	}
	return err
}

func badFormat(method string, format Format) error {
	e := fault.Outside("Vector."+method+": format", float64(format), 1, 5)
	e.Msg = fmt.Sprintf("Vector.%s: the format must be from 1 to 5, not %d", method, format)
	return e
}

func outOfRange(i int, x float64, what string) error {
	e := fault.New(fault.Range, "Vector.vwrite: element %d, %g, does not fit into %s", i, x, what)
	e.Value = x
	return e
}
