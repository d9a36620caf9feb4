package repl

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/dop251/goja"
)

// installHelp sets the global function help.
func (s *Session) installHelp() {
	s.rt.Global("help", func(call goja.FunctionCall) goja.Value {
		x := call.Argument(0)
		switch {
		case len(call.Arguments) == 0:
			s.tell(generalHelp)
		case goja.IsString(x):
			if err := s.Help(x.String()); err != nil {
				s.rt.Throw(err)
			}
		default:
			s.tell(s.about(x))
		}
		return goja.Undefined()
	})
	s.helper = s.rt.VM().Get("help")
}

func (s *Session) tell(text string) { fmt.Fprintln(s.rt.Stdout(), strings.TrimRight(text, "\n")) }

// Help prints what there is to say on a name: that of a live object, as soma or
// n.IClamp, of a variable, as gnabar_hh, or of a member of a class, as Vector.record.
// No code of the user runs. The error names what was perhaps meant.
func (s *Session) Help(name string) error {
	name = strings.TrimSuffix(strings.TrimSpace(name), "()")
	if whole := chainText.MatchString(name); whole {
		text := ""
		if err := s.rt.Try(func() {
			if v, ok := s.follow(name).(*goja.Object); ok {
				text = s.about(v)
			}
		}); err == nil && text != "" {
			s.tell(text)
			return nil
		}
	}
	text, near := s.rt.HelpOn(name)
	if text == "" {
		return unknownName(name, near)
	}
	s.tell(text)
	return nil
}

// question is an input that asks for help, as in other interactive systems: n.IClamp?
var question = regexp.MustCompile(`^\s*([^\s?][^?\n]*?)\s*\?\s*$`)

// Question gives the help that an input such as n.IClamp? asks for; ok is false where
// it asks for none, or nothing is known.
func (s *Session) Question(code string) (text string, ok bool) {
	asked := question.FindStringSubmatch(code)
	if asked == nil {
		return "", false
	}
	if text = s.HelpAt(asked[1], len(asked[1])); text == "" {
		text, _ = s.rt.HelpOn(asked[1])
	}
	return text, text != ""
}

// about tells what a value is: its documentation, or itself and its properties.
func (s *Session) about(v goja.Value) string {
	if v == s.helper {
		return generalHelp
	}
	if told, ok := s.rt.Help(v); ok {
		return told
	}
	if told := s.rt.FunctionHelp(v); told != "" {
		return told
	}
	text := s.rt.Inspect(v)
	_, function := goja.AssertFunction(v) // its properties are those of any function
	if _, ok := v.(*goja.Object); ok && !function {
		if names := s.rt.PropertyNames(v); len(names) > 0 {
			text += "\n" + wrap(names, 76)
		}
	}
	return text
}

// wrap sets words in lines of at most width characters.
func wrap(words []string, width int) string {
	var b strings.Builder
	column := 0
	for i, w := range words {
		n := utf8.RuneCountInString(w)
		switch {
		case i == 0:
		case column+1+n > width:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(w)
		column += n
	}
	return b.String()
}

const generalHelp = `gneuron runs JavaScript. A first model:

  const soma = n.Section("soma", {L: 20, diam: 20})
  soma.insert(n.hh)
  const ic = n.IClamp(soma(0.5), {delay: 5, dur: 1, amp: 0.5})
  const v = n.Vector().record(soma(0.5)._ref_v)
  n.finitialize(-65); n.continuerun(40)
  v.max()

help(x) tells about an object, such as help(n.IClamp), or by its name, such as
help("gnabar_hh"); help(n) lists what n has. _ is the last value.
`
