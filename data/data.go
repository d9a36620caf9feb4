// Package data writes tables of numbers to files, and reads them: NPY and NPZ, which
// are numpy's, and CSV.
package data

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/sbinet/npyio/npy"
	"github.com/sbinet/npyio/npz"
	"gonum.org/v1/gonum/mat"

	"github.com/gneuron/gneuron/fault"
)

// Array is numbers in one row or a table, row after row.
type Array struct {
	Shape  []int // {n}, or {rows, columns}; {} is a single number
	Values []float64
}

// Column is a name and what bears it.
type Column struct {
	Name string
	Array
}

// WriteNPY writes an array as a file of numpy, format 1.0, with float64.
//
// Source: NEP 1, the NPY format.
func WriteNPY(w io.Writer, a Array) error {
	v, err := a.value()
	if err != nil {
		return err
	}
	return npy.Write(w, v)
}

// value is what package npy takes.
func (a Array) value() (any, error) {
	switch {
	case len(a.Shape) == 1:
		return a.Values, nil
	case len(a.Shape) == 2 && len(a.Values) > 0:
		return mat.NewDense(a.Shape[0], a.Shape[1], a.Values), nil
	}
	return nil, fault.New(fault.Range, "an array of shape %v cannot be written: it takes a row of numbers or a table", a.Shape)
}

// ReadNPY reads a file of numpy with an array of integers, floating-point numbers or
// truth values, of at most two dimensions. It returns a *fault.Error for others.
func ReadNPY(r io.Reader) (Array, error) {
	reader, err := npy.NewReader(r)
	if err != nil {
		return Array{}, fault.New(fault.Syntax, "this is no NPY file: %v", err)
	}
	h := reader.Header.Descr
	a := Array{Shape: slices.Clone(h.Shape)}
	if len(a.Shape) > 2 {
		return Array{}, fault.New(fault.Range, "an array of %d dimensions: at most 2 can be read", len(a.Shape))
	}
	typ := npy.TypeFrom(h.Type)
	if typ == nil || !slices.Contains([]reflect.Kind{reflect.Bool, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Int,
		reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uint, reflect.Float32, reflect.Float64}, typ.Kind()) {
		return Array{}, fault.New(fault.Type, "an array of numpy's type %q cannot be read: it takes numbers", h.Type)
	}
	list := reflect.New(reflect.SliceOf(typ))
	if err := reader.Read(list.Interface()); err != nil {
		return Array{}, fault.New(fault.Syntax, "the NPY file cannot be read: %v", err)
	}
	list = list.Elem()
	a.Values = make([]float64, list.Len())
	for i := range a.Values {
		switch v := list.Index(i); {
		case v.Kind() == reflect.Bool && v.Bool():
			a.Values[i] = 1
		case v.CanInt():
			a.Values[i] = float64(v.Int())
		case v.CanUint():
			a.Values[i] = float64(v.Uint())
		case v.CanFloat():
			a.Values[i] = v.Float()
		}
	}
	if h.Fortran && len(a.Shape) == 2 { // column after column
		rows, cols := a.Shape[0], a.Shape[1]
		turned := make([]float64, len(a.Values))
		for i := range rows {
			for j := range cols {
				turned[i*cols+j] = a.Values[j*rows+i]
			}
		}
		a.Values = turned
	}
	return a, nil
}

// WriteNPZ writes arrays with names, as numpy.savez does.
func WriteNPZ(w io.Writer, columns []Column) error {
	z := npz.NewWriter(w)
	for _, c := range columns {
		v, err := c.value()
		if err != nil {
			return err
		}
		if err := z.Write(c.Name+".npy", v); err != nil {
			return err
		}
	}
	return z.Close()
}

// ReadNPZ reads what numpy.savez wrote, in the order of the names.
func ReadNPZ(file []byte) ([]Column, error) {
	z, err := npz.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, fault.New(fault.Syntax, "this is no NPZ file: %v", err)
	}
	var out []Column
	for _, name := range z.Keys() {
		r, err := z.Open(name)
		if err != nil {
			return nil, fault.New(fault.Syntax, "the NPZ file cannot be read: %v", err)
		}
		a, err := ReadNPY(r)
		if closeErr := r.Close(); err == nil && closeErr != nil {
			err = fault.New(fault.Syntax, "the NPZ file cannot be read: %v", closeErr)
		}
		if err != nil {
			return nil, err
		}
		out = append(out, Column{strings.TrimSuffix(name, ".npy"), a})
	}
	slices.SortFunc(out, func(a, b Column) int { return cmp.Compare(a.Name, b.Name) })
	return out, nil
}

// WriteCSV writes columns side by side, a line with their names first, if they have
// any. Each number has as many digits as tell it from all others; behind the end of a
// short column, and for NaN, nothing stands.
func WriteCSV(w io.Writer, columns []Column) error {
	c := csv.NewWriter(w)
	rows, named := 0, false
	line := make([]string, len(columns))
	for i, k := range columns {
		if len(k.Shape) > 1 {
			return fault.New(fault.Range, "column %q is a table", k.Name)
		}
		rows = max(rows, len(k.Values))
		line[i] = k.Name
		named = named || k.Name != ""
	}
	if named {
		if err := c.Write(line); err != nil {
			return err
		}
	}
	for r := range rows {
		for i, k := range columns {
			line[i] = ""
			if r < len(k.Values) && !math.IsNaN(k.Values[r]) {
				line[i] = strconv.FormatFloat(k.Values[r], 'g', -1, 64)
			}
		}
		if len(line) == 1 && line[0] == "" {
			line[0] = "NaN" // an empty line would be none
		}
		if err := c.Write(line); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// ReadCSV reads columns of numbers, with names where the first line is no numbers.
// Commas, semicolons or tabs stand between them; lines with # at their beginning are
// left out; nothing is NaN. It returns a *fault.Error that names the line of what is
// no number.
func ReadCSV(r io.Reader) ([]Column, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	c := csv.NewReader(bytes.NewReader(text))
	c.Comment, c.TrimLeadingSpace = '#', true
	first := ""
	for line := range strings.Lines(string(text)) {
		if !strings.HasPrefix(line, "#") {
			first = line
			break
		}
	}
	for _, sign := range ";\t" {
		if !strings.Contains(first, ",") && strings.ContainsRune(first, sign) {
			c.Comma = sign
			c.TrimLeadingSpace = sign != '\t'
		}
	}
	var out []Column
	for {
		record, err := c.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fault.New(fault.Syntax, "this is no CSV file: %v", err)
		}
		if out == nil {
			out = make([]Column, len(record))
			names := slices.ContainsFunc(record, func(s string) bool { _, err := number(s); return err != nil })
			for i, s := range record {
				out[i].Shape = []int{0}
				if names {
					out[i].Name = strings.TrimSpace(s)
				}
			}
			if names {
				continue
			}
		}
		for i, s := range record {
			v, err := number(s)
			if err != nil {
				line, _ := c.FieldPos(i)
				return nil, fault.New(fault.Syntax, "line %d: %q is no number", line, s)
			}
			out[i].Values = append(out[i].Values, v)
			out[i].Shape[0]++
		}
	}
}

func number(s string) (float64, error) {
	if s = strings.TrimSpace(s); s == "" {
		return math.NaN(), nil
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0, fmt.Errorf("%q is no number", s)
	}
	return v, nil
}
