package docs

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/gneuron/gneuron/mechanism/nmodl"
)

var (
	nmodlBlock  = regexp.MustCompile("(?ms)^```nmodl\n(.*?)^```$")
	passesBlock = regexp.MustCompile("(?ms)^```passes\n(.*?)^```$")
)

// TestPassesOfTheGuide compares what the guide shows of a mechanism's way
// through the compiler with what the compiler does.
func TestPassesOfTheGuide(t *testing.T) {
	guide, err := os.ReadFile("nmodl.md")
	if err != nil {
		t.Fatal(err)
	}
	text := nmodlBlock.FindStringSubmatch(string(guide))
	if text == nil {
		t.Fatal("the guide has no mechanism")
	}
	if errs, warnings := nmodl.Examine("kd.mod", text[1], nil); len(errs)+len(warnings) > 0 {
		t.Errorf("the mechanism of the guide: %v %v", errs, warnings)
	}
	if formatted, _ := nmodl.Format("kd.mod", text[1], nil); formatted != text[1] {
		t.Errorf("the mechanism of the guide formats as\n%s", formatted)
	}
	passes, errs := nmodl.ShowPasses("kd.mod", text[1], nil)
	if len(errs) > 0 {
		t.Fatal(errs[0])
	}
	var shown strings.Builder
	for _, block := range passesBlock.FindAllStringSubmatch(string(guide), -1) {
		shown.WriteString(block[1] + "\n")
	}
	if got := strings.TrimSuffix(shown.String(), "\n"); got != passes {
		t.Errorf("the guide shows\n%s\nbut the passes are\n%s", got, passes)
	}
}
