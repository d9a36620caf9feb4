package jupyter

import (
	"encoding/json"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/gneuron/gneuron/script/repl"
)

// place is the content of a request about a place in a text.
type place struct {
	Code   string `json:"code"`
	Cursor int    `json:"cursor_pos"` // in characters
}

// ask reads such a request; at is the cursor's place in bytes.
func ask(m *message) (q place, at int) {
	q.Cursor = -1
	_ = json.Unmarshal(m.content, &q) // a question without content is about nothing
	if q.Cursor < 0 {
		return q, len(q.Code)
	}
	for range q.Cursor {
		if at >= len(q.Code) {
			break
		}
		_, n := utf8.DecodeRuneInString(q.Code[at:])
		at += n
	}
	return q, at
}

// complete lists what may stand at the cursor.
func (k *Kernel) complete(m *message) any {
	q, at := ask(m)
	start, names := k.session.Complete(q.Code, at)
	if names == nil {
		names = []string{}
	}
	return map[string]any{"status": "ok", "matches": names, "metadata": struct{}{},
		"cursor_start": utf8.RuneCountInString(q.Code[:start]), "cursor_end": utf8.RuneCountInString(q.Code[:at])}
}

// inspect tells what help() says of the name at the cursor.
func (k *Kernel) inspect(m *message) any {
	q, at := ask(m)
	text := k.session.HelpAt(q.Code, at)
	data := map[string]any{}
	if text != "" {
		data["text/plain"] = text
	}
	return map[string]any{"status": "ok", "found": text != "", "data": data, "metadata": struct{}{}}
}

// isComplete tells whether Enter runs what was entered.
func (k *Kernel) isComplete(m *message) any {
	q, _ := ask(m)
	reply := map[string]any{"status": k.session.IsComplete(q.Code)}
	if reply["status"] == repl.Incomplete {
		last := q.Code[strings.LastIndexByte(q.Code, '\n')+1:]
		indent := last[:len(last)-len(strings.TrimLeft(last, " \t"))]
		if strings.HasSuffix(strings.TrimSpace(last), "{") {
			indent += "  "
		}
		reply["indent"] = indent
	}
	return reply
}

// entry is a cell that ran.
type entry struct {
	count         int
	input, output string
}

// historyOf lists cells that ran in this kernel, which is session 1.
func (k *Kernel) historyOf(m *message) any {
	q := struct {
		Type    string `json:"hist_access_type"`
		Output  bool   `json:"output"`
		Session int    `json:"session"`
		Start   int    `json:"start"`
		Stop    *int   `json:"stop"`
		N       int    `json:"n"`
		Pattern string `json:"pattern"`
		Unique  bool   `json:"unique"`
	}{}
	_ = json.Unmarshal(m.content, &q) // an empty question is answered with nothing
	var found []entry
	switch q.Type {
	case "range":
		for _, e := range k.history {
			if (q.Session == 0 || q.Session == 1) && e.count >= q.Start && (q.Stop == nil || e.count < *q.Stop) {
				found = append(found, e)
			}
		}
	case "tail", "search":
		pattern := glob(q.Pattern)
		last := map[string]int{}
		for i, e := range k.history {
			last[e.input] = i
		}
		for i, e := range k.history {
			if q.Type == "search" && !pattern.MatchString(e.input) || q.Unique && last[e.input] != i {
				continue
			}
			found = append(found, e)
		}
		if q.N > 0 && len(found) > q.N {
			found = found[len(found)-q.N:]
		}
	}
	list := [][3]any{}
	for _, e := range found {
		if q.Output {
			list = append(list, [3]any{1, e.count, [2]string{e.input, e.output}})
		} else {
			list = append(list, [3]any{1, e.count, e.input})
		}
	}
	return map[string]any{"status": "ok", "history": list}
}

// glob makes a regular expression of a pattern with * and ?.
func glob(pattern string) *regexp.Regexp {
	text := regexp.QuoteMeta(pattern)
	text = strings.ReplaceAll(strings.ReplaceAll(text, `\*`, `(?s:.*)`), `\?`, `(?s:.)`)
	return regexp.MustCompile(`^` + text + `$`)
}
