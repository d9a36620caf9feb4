// Package fault holds the one error type for mistakes that a user of gneuron
// can make: a value out of range, a misspelt name, a syntax error in a .mod
// file, a run that leaves the finite numbers. Anything else that goes wrong is
// a bug of gneuron and may panic.
package fault

import (
	"errors"
	"fmt"
	"math"
	"strings"
)

// Kind says which class of error a script sees.
type Kind int

const (
	// Model is a request that the model cannot fulfil (JavaScript: n.ModelError).
	Model Kind = iota
	// Type is a value of the wrong type or a property that does not exist (TypeError).
	Type
	// Range is a number outside what is allowed (RangeError).
	Range
	// Reference is a name that is not defined (ReferenceError).
	Reference
	// Syntax is a source text that cannot be understood (SyntaxError).
	Syntax
)

// Pos is a place in a source text. Line and Column count from 1 (Column in
// characters); 0 means unknown.
type Pos struct {
	File         string
	Line, Column int
}

// String gives file:line:column, leaving out what is unknown.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Error is a mistake of the user, with the data that names it. Fields that do
// not apply are left at their zero value.
type Error struct {
	Kind Kind
	Msg  string // one sentence without a full stop: what is wrong, with names and values
	Hint string // what to do about it, or a did-you-mean; may be empty

	Section, Mechanism, Variable string
	Value                        float64
	Lo, Hi                       float64 // allowed range, bounds inclusive, if HasRange
	HasRange                     bool
	Time                         float64 // ms, for an error in a run

	Pos    Pos
	Source string // the source line at Pos, for the caret display; may be empty
}

// Error gives position and message, without the hint.
func (e *Error) Error() string {
	if p := e.Pos.String(); p != "" {
		return p + ": " + e.Msg
	}
	return e.Msg
}

// Caret shows the source line with a caret under the column, or "" where the
// line is unknown. Every line is indented by two spaces.
func (e *Error) Caret() string {
	if e.Source == "" || e.Pos.Line == 0 {
		return ""
	}
	num := fmt.Sprintf("%5d", e.Pos.Line)
	out := fmt.Sprintf("%s | %s\n", num, e.Source)
	if e.Pos.Column > 0 {
		var pad strings.Builder
		for i, r := range []rune(e.Source) {
			if i >= e.Pos.Column-1 {
				break
			}
			if r == '\t' {
				pad.WriteRune('\t')
			} else {
				pad.WriteRune(' ')
			}
		}
		out += strings.Repeat(" ", len(num)) + " | " + pad.String() + "^\n"
	}
	return out
}

// New makes an Error of a kind with a formatted message.
func New(k Kind, format string, args ...any) *Error {
	return &Error{Kind: k, Msg: fmt.Sprintf(format, args...)}
}

// WithHint sets the hint and returns the error itself.
func (e *Error) WithHint(format string, args ...any) *Error {
	e.Hint = fmt.Sprintf(format, args...)
	return e
}

// DidYouMean sets the hint to a suggestion, if there is one, and returns the
// error itself.
func (e *Error) DidYouMean(suggestion string) *Error {
	if suggestion != "" {
		e.Hint = fmt.Sprintf("did you mean %q?", suggestion)
	}
	return e
}

// Outside makes a Range error for a value outside [lo, hi]; an infinite bound
// is told as the one-sided condition.
func Outside(what string, value, lo, hi float64) *Error {
	e := &Error{Kind: Range, Value: value, Lo: lo, Hi: hi, HasRange: true, Variable: what}
	switch {
	case math.IsInf(hi, 1):
		e.Msg = fmt.Sprintf("%s = %g must be at least %g", what, value, lo)
	case math.IsInf(lo, -1):
		e.Msg = fmt.Sprintf("%s = %g must be at most %g", what, value, hi)
	default:
		e.Msg = fmt.Sprintf("%s = %g is outside %g to %g", what, value, lo, hi)
	}
	return e
}

// As returns the *Error within err, or nil.
func As(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return nil
}
