package script

import (
	"slices"
	"strings"
	"testing"
)

// TestNeunDeclared holds that the declarations of the module neun name its models with
// their variables and parameters, and no others.
func TestNeunDeclared(t *testing.T) {
	f := declarations()
	models := slices.Clone(neunNeurons)
	for _, s := range neunSynapses {
		models = append(models, s.neunModel)
	}
	for typ, names := range map[string]func(neunModel) []neunName{
		"neun.Variables":  func(m neunModel) []neunName { return m.variables },
		"neun.Parameters": func(m neunModel) []neunName { return m.parameters },
	} {
		if len(f.Types[typ].Members) != len(models) {
			t.Errorf("%s has %d models, not %d", typ, len(f.Types[typ].Members), len(models))
		}
		for _, m := range models {
			member := f.Types[typ].Member(m.short)
			if member == nil {
				t.Errorf("%s lacks %s", typ, m.short)
				continue
			}
			var have []string
			for _, word := range strings.Split(strings.TrimPrefix(member.Signatures[0], ":"), "|") {
				have = append(have, strings.Trim(word, ` ";`))
			}
			var want []string
			for _, x := range names(m) {
				want = append(want, x.name)
			}
			if !slices.Equal(have, want) {
				t.Errorf("%s.%s declares %v, the module has %v", typ, m.short, have, want)
			}
		}
	}
}
