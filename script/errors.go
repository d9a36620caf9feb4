package script

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"regexp"
	"runtime/debug"
	"strings"
	"unicode/utf8"

	"github.com/dop251/goja"
	"github.com/gneuron/gneuron/fault"
)

// Frame is one place in a script, counted from 1; Column counts characters.
// Func is "" at the top level of a file.
type Frame struct {
	Func, File   string
	Line, Column int
}

// Pos gives file:line:column.
func (f Frame) Pos() string {
	return fault.Pos{File: f.File, Line: f.Line, Column: f.Column}.String()
}

// Error is a mistake that ended a script: an exception that nobody caught, a
// source that cannot be understood, a file that is not there.
type Error struct {
	File         string // as the message shows it; "" if the place is unknown
	Line, Column int    // counted from 1
	Source       string // the source line
	Class        string // JavaScript class (TypeError, ModelError, ...), "" if what was thrown is no Error
	Message      string
	Hint         string
	Stack        []Frame        // innermost first
	Fault        *fault.Error   // the data of a gneuron error, or nil
	More         []*fault.Error // what was found together with Fault
	Cause        *Error         // the error's cause property, or nil
	GoStack      string         // only for a bug of gneuron
}

// Error gives position, class and message in one line, without source and hint.
func (e *Error) Error() string {
	head := e.Message
	if e.Class != "" {
		head = e.Class
		if e.Message != "" {
			head += ": " + e.Message
		}
	}
	if e.Line == 0 {
		if e.File != "" {
			return e.File + ": " + head
		}
		return head
	}
	return Frame{File: e.File, Line: e.Line, Column: e.Column}.Pos() + ": " + head
}

// Report is what a user reads: the error, the source line with a caret, the
// hint, and the calls that led there if there is more than one. It ends with a
// newline.
func (e *Error) Report() string {
	var b strings.Builder
	b.WriteString(e.Error())
	b.WriteByte('\n')
	b.WriteString(caret(e.Line, e.Column, e.Source))
	if e.Fault != nil && e.Fault.Pos.File != e.File {
		b.WriteString(e.Fault.Caret())
	}
	if e.Hint != "" {
		fmt.Fprintf(&b, "hint: %s\n", e.Hint)
	}
	for _, f := range e.More {
		fmt.Fprintf(&b, "%s: %s\n%s", className(f.Kind), f.Error(), f.Caret())
		if f.Hint != "" {
			fmt.Fprintf(&b, "hint: %s\n", f.Hint)
		}
	}
	if len(e.Stack) > 1 {
		b.WriteString(formatStack(e.Stack))
	}
	if e.Cause != nil {
		b.WriteString("caused by " + e.Cause.Report())
	}
	return b.String()
}

// maxStackLines bounds the lines of a printed call stack.
const maxStackLines = 12

func formatStack(stack []Frame) string {
	var b strings.Builder
	for i, f := range stack {
		if i == maxStackLines {
			fmt.Fprintf(&b, "    ... %d more\n", len(stack)-i)
			break
		}
		if f.Func == "" {
			fmt.Fprintf(&b, "    at %s\n", f.Pos())
		} else {
			fmt.Fprintf(&b, "    at %s (%s)\n", f.Func, f.Pos())
		}
	}
	return b.String()
}

// caret shows a source line with a caret below the column. Of a very long line
// it shows the part around the column.
func caret(line, column int, text string) string {
	const width = 160
	runes := []rune(text)
	if len(runes) > width {
		from := max(0, min(column-1-width/2, len(runes)-width))
		runes, column = runes[from:from+width], column-from
		text = string(runes)
	}
	return (&fault.Error{Pos: fault.Pos{Line: line, Column: column}, Source: text}).Caret()
}

// Throw raises err as a JavaScript exception in the running script, which may
// catch it. A *fault.Error becomes a TypeError, RangeError, ReferenceError,
// SyntaxError or ModelError with the properties hint, section, mechanism,
// variable, value and time where they are set; any other error an Error. It
// does not return.
func (rt *Runtime) Throw(err error) {
	var interrupted *goja.InterruptedError
	var exception *goja.Exception
	var overflow *goja.StackOverflowError
	var own *Error
	switch {
	case errors.As(err, &interrupted):
		panic(interrupted)
	case errors.As(err, &overflow):
		rt.Throw(rt.wrap(overflow))
	case errors.As(err, &exception):
		panic(exception)
	case errors.As(err, &own):
		obj := rt.newError(own.Class, own.Message)
		rt.SetHost(obj, own)
		rt.hidden(obj, "hint", own.Hint)
		panic(obj)
	}
	list := faultList(err)
	if len(list) == 0 {
		panic(rt.newError("Error", err.Error()))
	}
	obj := rt.faultObject(list[0])
	if len(list) > 1 {
		rt.SetHost(obj, list)
	}
	panic(obj)
}

// faults are the mistakes that were found together, at least two: those of a
// .mod file, or of several.
type faults []*fault.Error

// faultList takes the user errors out of an error that may join several.
func faultList(err error) faults {
	var out faults
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			out = append(out, faultList(e)...)
		}
	} else if e := fault.As(err); e != nil {
		out = append(out, e)
	}
	return out
}

// infinity writes infinite numbers in the manner of JavaScript.
var infinity = strings.NewReplacer("+Inf", "Infinity", "-Inf", "-Infinity")

// faultObject makes the JavaScript error for a *fault.Error.
func (rt *Runtime) faultObject(fe *fault.Error) *goja.Object {
	obj := rt.newError(className(fe.Kind), infinity.Replace(fe.Error()))
	rt.SetHost(obj, fe)
	rt.hidden(obj, "hint", fe.Hint)
	rt.hidden(obj, "section", fe.Section)
	rt.hidden(obj, "mechanism", fe.Mechanism)
	rt.hidden(obj, "variable", fe.Variable)
	if fe.Variable != "" || fe.HasRange {
		rt.hidden(obj, "value", fe.Value)
	}
	if fe.HasRange {
		rt.hidden(obj, "range", []any{fe.Lo, fe.Hi})
	}
	if fe.Time != 0 {
		rt.hidden(obj, "time", fe.Time)
	}
	return obj
}

// className names the JavaScript class for a kind of user error.
func className(k fault.Kind) string {
	switch k {
	case fault.Type:
		return "TypeError"
	case fault.Range:
		return "RangeError"
	case fault.Reference:
		return "ReferenceError"
	case fault.Syntax:
		return "SyntaxError"
	}
	return "ModelError"
}

// hidden sets a property that for-in and console.log do not list. An empty
// string sets nothing.
func (rt *Runtime) hidden(obj *goja.Object, name string, value any) {
	if value == "" {
		return
	}
	if err := obj.DefineDataProperty(name, rt.vm.ToValue(value), goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
}

// newError makes an error object of a class, with the current call stack.
func (rt *Runtime) newError(class, message string) *goja.Object {
	var ctor goja.Value
	switch class {
	case "ModelError":
		ctor = rt.ModelError()
	case "TypeError", "RangeError", "ReferenceError", "SyntaxError":
		ctor = rt.vm.GlobalObject().Get(class)
	default:
		ctor = rt.vm.GlobalObject().Get("Error")
	}
	obj, err := rt.vm.New(ctor, rt.vm.ToValue(message))
	if err != nil {
		panic(err)
	}
	return obj
}

// ModelError is the JavaScript class of errors that the model reports. It
// extends Error; scripts see it as n.ModelError.
func (rt *Runtime) ModelError() *goja.Object {
	if rt.modelError == nil {
		v, err := rt.vm.RunProgram(modelErrorProgram())
		if err != nil {
			panic(err)
		}
		rt.modelError = v.(*goja.Object)
	}
	return rt.modelError
}

// frames translates the engine's call stack to places in the sources as
// written, leaving out native functions and gneuron's own modules.
func (rt *Runtime) frames(stack []goja.StackFrame) []Frame {
	var out []Frame
	for f := range rt.eachFrame(stack) {
		if len(out) == 0 || out[len(out)-1] != f { // a recursion is one line; a direct eval is listed twice by the engine
			out = append(out, f)
		}
	}
	return out
}

// eachFrame goes through the places of the script in a stack of the engine.
func (rt *Runtime) eachFrame(stack []goja.StackFrame) iter.Seq[Frame] {
	return func(yield func(Frame) bool) {
		for i := range stack {
			if f, ok := rt.frame(&stack[i]); ok && !yield(f) {
				return
			}
		}
	}
}

// frame gives a place of the script; ok is false for one of gneuron itself.
func (rt *Runtime) frame(f *goja.StackFrame) (fr Frame, ok bool) {
	p := f.Position()
	if p.Line == 0 {
		return fr, false
	}
	fr = Frame{File: f.SrcName(), Line: p.Line, Column: p.Column}
	src := rt.sources[f.SrcName()]
	if src != nil {
		if src.internal {
			return fr, false
		}
		fr.Column = src.column(p.Line, p.Column)
		if fr.Column < 1 { // what was put around the text to parse it
			return fr, false
		}
	}
	if name := f.FuncName(); name != "<anonymous>" {
		fr.Func = name
	}
	return fr, src == nil || !src.helper(fr)
}

// callStack gives where the running script is, innermost first.
func (rt *Runtime) callStack() []Frame { return rt.frames(rt.vm.CaptureCallStack(0, nil)) }

// CallSite gives the place in the script that called the running host
// function. The zero Frame means unknown.
func (rt *Runtime) CallSite() Frame {
	for f := range rt.eachFrame(rt.vm.CaptureCallStack(0, nil)) {
		if f.File != "<eval>" {
			return f
		}
	}
	return Frame{}
}

// wrap turns an error of the engine into one of this package.
func (rt *Runtime) wrap(err error) error {
	var interrupted *goja.InterruptedError
	var overflow *goja.StackOverflowError
	var exception *goja.Exception
	var own *Error
	var stopped *Stopped
	var exit *Exit
	switch {
	case errors.As(err, &interrupted):
		return rt.stopped(rt.frames(interrupted.Stack()))
	case errors.As(err, &overflow):
		e := &Error{Class: "RangeError",
			Message: fmt.Sprintf("the calls are nested more than %d deep", maxCallDepth),
			Hint:    "a function that calls itself needs a condition that ends it"}
		rt.locate(e, rt.frames(overflow.Stack()))
		e.Stack = e.Stack[:min(len(e.Stack), 3)]
		return e
	case errors.As(err, &exception):
		return rt.fromException(exception)
	case errors.As(err, &own):
		return own
	case errors.As(err, &stopped):
		return stopped
	case errors.As(err, &exit):
		return exit
	}
	if fe := fault.As(err); fe != nil {
		return &Error{Class: className(fe.Kind), Message: fe.Error(), Hint: fe.Hint, Fault: fe}
	}
	return &Error{Message: err.Error()}
}

// recovered turns a Go panic that left the engine into an error.
func (rt *Runtime) recovered(x any) error {
	switch x := x.(type) {
	case *goja.InterruptedError:
		return rt.stopped(nil)
	case *goja.Exception:
		return rt.fromException(x)
	case *fault.Error: // of a loop in a mechanism that does not end
		return rt.wrap(x)
	case goja.Value:
		if ex := rt.vm.Try(func() { panic(x) }); ex != nil {
			return rt.fromException(ex)
		}
	}
	return &Error{
		File:    rt.scriptName,
		Message: fmt.Sprintf("internal error of gneuron: %v; please report it with the script", x),
		GoStack: string(debug.Stack()),
	}
}

// fromException describes a JavaScript exception.
func (rt *Runtime) fromException(ex *goja.Exception) *Error {
	e := rt.describe(ex.Value(), rt.frames(ex.Stack()), 0)
	rt.explain(e)
	return e
}

// describe fills an Error from a thrown value and its call stack.
func (rt *Runtime) describe(v goja.Value, frames []Frame, depth int) *Error {
	obj, ok := v.(*goja.Object)
	if !ok || obj.ClassName() != "Error" {
		e := &Error{Message: "uncaught exception: " + rt.Inspect(v)}
		rt.locate(e, frames)
		return e
	}
	e := &Error{}
	rt.vm.Try(func() {
		e.Class = stringProperty(obj, "name")
		if ctor, ok := obj.Get("constructor").(*goja.Object); ok && e.Class == "Error" {
			if name := stringProperty(ctor, "name"); name != "" {
				e.Class = name
			}
		}
		e.Message = cleanMessage(e.Class, stringProperty(obj, "message"))
		e.Hint = stringProperty(obj, "hint")
		if cause, ok := obj.Get("cause").(*goja.Object); ok && depth < 3 && cause.ClassName() == "Error" {
			e.Cause = rt.describe(cause, nil, depth+1)
		}
	})
	switch host := rt.Host(obj).(type) {
	case jobError:
		return host.Error
	case *Error: // a source that could not be loaded: the place is there, the calls are those of require
		copied := *host
		copied.Stack = frames
		if copied.Line == 0 {
			rt.locate(&copied, frames)
		}
		return &copied
	case *fault.Error:
		e.Fault = host
	case faults:
		e.Fault, e.More = host[0], host[1:]
	}
	for len(frames) > 1 && rt.callsSuper(frames[0]) {
		frames = frames[1:] // the constructor of a class that extends Error
	}
	rt.locate(e, frames)
	return e
}

// locate sets the error's place to the innermost frame whose source is known.
func (rt *Runtime) locate(e *Error, frames []Frame) {
	e.Stack = frames
	for _, f := range frames {
		if src := rt.sources[f.File]; src != nil {
			e.File, e.Line, e.Column = f.File, f.Line, f.Column
			e.Source = src.line(f.Line)
			return
		}
	}
	if len(frames) > 0 {
		e.File, e.Line, e.Column = frames[0].File, frames[0].Line, frames[0].Column
	}
}

// callsSuper tells whether a frame is at super(...).
func (rt *Runtime) callsSuper(f Frame) bool {
	src := rt.sources[f.File]
	if src == nil {
		return false
	}
	line := []rune(src.line(f.Line))
	if f.Column < 1 || f.Column > len(line) {
		return false
	}
	return strings.HasPrefix(string(line[f.Column-1:]), "super") || strings.HasSuffix(strings.TrimSpace(string(line[:f.Column-1])), "super")
}

func stringProperty(obj *goja.Object, name string) string {
	v := obj.Get(name)
	if v == nil || goja.IsUndefined(v) || goja.IsNull(v) {
		return ""
	}
	return v.String()
}

var (
	parserPosition = regexp.MustCompile(`^\S*: Line (\d+):(\d+) `)
	otherErrors    = regexp.MustCompile(` \(and \d+ more errors\)$`)
)

// cleanMessage removes what the engine says twice in the message of a
// SyntaxError from eval, Function or JSON.parse.
func cleanMessage(class, msg string) string {
	if class != "SyntaxError" {
		return msg
	}
	msg = strings.TrimPrefix(msg, "SyntaxError: ")
	if m := parserPosition.FindStringSubmatch(msg); m != nil {
		msg = otherErrors.ReplaceAllString(msg[len(m[0]):], "")
		msg += fmt.Sprintf(" (line %s, column %s of the text)", m[1], m[2])
	}
	return msg
}

// fileError says what could not be done with a file, without the name of the
// system call.
func fileError(verb, path string, err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return fmt.Sprintf("cannot %s %s: %s", verb, path, err)
}

// runeColumn converts a column in bytes to one in characters, both from 1.
func runeColumn(line string, byteColumn int) int {
	if byteColumn < 1 {
		return byteColumn
	}
	n := min(byteColumn-1, len(line))
	return utf8.RuneCountInString(line[:n]) + 1 + (byteColumn - 1 - n)
}

// Report gives the text for a person about an error of this package, ending
// with a newline.
func Report(err error) string {
	if r, ok := err.(interface{ Report() string }); ok {
		return r.Report()
	}
	return err.Error() + "\n"
}
