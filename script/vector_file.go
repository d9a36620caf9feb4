package script

import (
	"strings"

	"github.com/gneuron/gneuron/fault"
	"github.com/gneuron/gneuron/vector"
)

// addVectorFileMethods adds the methods that print, and those that write to a
// File and read from one.
func (rt *Runtime) addVectorFileMethods() {
	number := rt.vectorNumber
	// fileNumber adds a method of which the first argument is a File; c has the
	// others.
	fileNumber := func(name string, f func(c vectorCall, file *fileObject) (float64, error)) {
		number(name, func(c vectorCall) (float64, error) {
			file := rt.neuron.fileArgument(argument(c.args, 0), "argument 1 of "+c.name)
			c.args = c.args[1:]
			x, err := f(c, file)
			if fault.As(err) == nil {
				file.fail("use", err)
			}
			return x, err
		})
	}
	number("printf", func(c vectorCall) (float64, error) {
		if file, ok := rt.neuron.fileClass.self(argument(c.args, 0)); ok {
			c.args = c.args[1:]
			return c.printTo(file)
		}
		format, given := c.text(0)
		if given {
			c.args = c.args[1:]
			if format == "" {
				return 0, nil // nothing to print per element
			}
		}
		n, err := c.v.Printf(rt.stdout, format, c.bounds(0)...)
		return float64(n), err
	})
	fileNumber("fwrite", func(c vectorCall, file *fileObject) (float64, error) {
		n, err := c.v.FWrite(file.writer("fwrite"), c.bounds(0)...)
		return float64(n), err
	})
	fileNumber("vwrite", func(c vectorCall, file *fileObject) (float64, error) {
		format := vector.Float64
		if c.has(0) {
			format = vector.Format(c.whole(0))
		}
		return 1, c.v.VWrite(file.writer("vwrite"), format)
	})
	fileNumber("fread", func(c vectorCall, file *fileObject) (float64, error) {
		n, format := c.v.Len(), vector.Float64
		if c.has(0) {
			n = c.size(0)
		}
		if c.has(1) {
			format = vector.Format(c.whole(1))
		}
		return 1, c.v.FRead(file.reader("fread"), n, format)
	})
	fileNumber("vread", func(c vectorCall, file *fileObject) (float64, error) {
		return 1, c.v.VRead(file.reader("vread"))
	})
	fileNumber("scanf", func(c vectorCall, file *fileObject) (float64, error) {
		n := -1
		var column vector.Column
		switch given := c.bounds(0); len(given) {
		case 0:
		case 1:
			n = given[0]
		case 2:
			column = vector.Column{At: given[0], Of: given[1]}
		case 3:
			n, column = given[0], vector.Column{At: given[1], Of: given[2]}
		default:
			return 0, fault.New(fault.Type, "Vector.scanf takes (file), (file, n), (file, column, columns) or (file, n, column, columns)")
		}
		read, err := c.v.Scan(file.reader("scanf"), n, column)
		return float64(read), err
	})
	fileNumber("scantil", func(c vectorCall, file *fileObject) (float64, error) {
		var column vector.Column
		til := c.number(0)
		switch given := c.bounds(1); len(given) {
		case 0:
		case 2:
			column = vector.Column{At: given[0], Of: given[1]}
		default:
			return 0, fault.New(fault.Type, "Vector.scantil takes (file, end) or (file, end, column, columns)")
		}
		read, err := c.v.ScanTil(file.reader("scantil"), til, column)
		return float64(read), err
	})
}

// printTo is printf(file, format, first, last): each element by itself in a
// line, or as the format says, and an empty line at the end.
func (c vectorCall) printTo(file *fileObject) (float64, error) {
	format, given := c.text(0)
	if given {
		c.args = c.args[1:]
	} else {
		format = "%g\n"
	}
	var text strings.Builder
	n := c.v.Len()
	if format != "" {
		var err error
		if n, err = c.v.Printf(&text, format, c.bounds(0)...); err != nil {
			return 0, err
		}
	}
	text.WriteByte('\n')
	_, err := file.writer("printf").WriteString(text.String())
	file.fail("write", err)
	return float64(n), nil
}
