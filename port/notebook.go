package port

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/gneuron/gneuron/port/python"
)

// cellData is a cell of a notebook, with all that its file has about it.
type cellData struct {
	fields map[string]json.RawMessage
	kind   string
	text   string
}

// readNotebook takes a notebook apart.
func readNotebook(data []byte) (book map[string]json.RawMessage, cells []*cellData, err error) {
	if err := json.Unmarshal(data, &book); err != nil {
		return nil, nil, fmt.Errorf("this is no notebook: %w", err)
	}
	var raw []map[string]json.RawMessage
	if err := json.Unmarshal(book["cells"], &raw); err != nil {
		return nil, nil, fmt.Errorf("this is no notebook of version 4: its cells cannot be read: %w", err)
	}
	for _, f := range raw {
		c := &cellData{fields: f}
		var lines []string
		if json.Unmarshal(f["cell_type"], &c.kind) != nil {
			return nil, nil, fmt.Errorf("a cell of the notebook has no type")
		}
		if json.Unmarshal(f["source"], &lines) == nil {
			c.text = strings.Join(lines, "")
		} else if json.Unmarshal(f["source"], &c.text) != nil {
			return nil, nil, fmt.Errorf("a cell of the notebook has no text")
		}
		cells = append(cells, c)
	}
	return book, cells, nil
}

// Notebook translates a notebook (nbformat 4): into a notebook for gneuron's
// kernel, or, if script is true, into one script with the texts as comments.
func Notebook(data []byte, script bool) (r *Result, err error) {
	know := newLearned()
	for range turns {
		t := newTranslator(nil)
		t.before = know
		if r, err = t.notebook(data, script); err != nil {
			return nil, err
		}
		know = t.found
	}
	return r, nil
}

func (t *translator) notebook(data []byte, script bool) (*Result, error) {
	book, cells, err := readNotebook(data)
	if err != nil {
		return nil, err
	}
	t.script = script
	modules := make([]*python.Module, len(cells))
	failed := make([]error, len(cells))
	var all []*python.Stmt
	result := &Result{}
	for i, c := range cells {
		if c.kind != "code" {
			continue
		}
		result.Lines += codeLines(c.text)
		if modules[i], failed[i] = python.Parse(c.text); failed[i] == nil {
			all = append(all, modules[i].Body...)
		}
	}
	t.learn(all)
	t.count(all)
	t.learnLives(all)
	t.open(all, nil)
	t.scope.life = t.lives[t.module]
	t.ends()
	first := -1
	for i, c := range cells {
		if c.kind != "code" {
			if script {
				c.text = asComment(c.text)
			}
			continue
		}
		if first < 0 {
			first = i
		}
		t.cell = i + 1
		if failed[i] != nil {
			t.src, t.comments, t.out, t.depth = strings.Split(c.text, "\n"), nil, nil, 0
			t.giveUp(1, len(t.src), "no Python: "+failed[i].Error())
			c.text = strings.Join(t.out, "\n") + "\n"
			continue
		}
		c.text = t.unit(c.text, modules[i])
	}
	if head := t.imports(); head != "" && first >= 0 {
		cells[first].text = head + cells[first].text
	}
	result.Marks = t.marks
	if script {
		var parts []string
		for _, c := range cells {
			if text := strings.TrimRight(c.text, "\n"); text != "" && c.kind != "raw" {
				parts = append(parts, text+"\n")
			}
		}
		result.Code = strings.Join(parts, "\n")
		return result, nil
	}
	result.Code, err = writeNotebook(book, cells)
	return result, err
}

// asComment makes a comment of a text.
func asComment(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(comment(" "+strings.TrimRight(line, "\r\n ")) + "\n")
	}
	return b.String()
}

// writeNotebook puts a notebook together again, without outputs.
func writeNotebook(book map[string]json.RawMessage, cells []*cellData) (string, error) {
	var list []map[string]json.RawMessage
	put := func(to map[string]json.RawMessage, key string, x any) error {
		text, err := json.Marshal(x)
		to[key] = text
		return err
	}
	for _, c := range cells {
		var lines []string
		for line := range strings.Lines(strings.TrimRight(c.text, "\n")) {
			lines = append(lines, line)
		}
		if lines == nil {
			lines = []string{}
		}
		if err := put(c.fields, "source", lines); err != nil {
			return "", err
		}
		if c.kind == "code" {
			c.fields["outputs"], c.fields["execution_count"] = json.RawMessage("[]"), json.RawMessage("null")
		}
		list = append(list, c.fields)
	}
	meta := map[string]any{
		"kernelspec":    map[string]string{"display_name": "gneuron (JavaScript)", "language": "javascript", "name": "gneuron"},
		"language_info": map[string]string{"name": "javascript", "file_extension": ".js", "mimetype": "text/javascript"},
	}
	if err := put(book, "cells", list); err != nil {
		return "", err
	}
	if err := put(book, "metadata", meta); err != nil {
		return "", err
	}
	text, err := json.MarshalIndent(book, "", " ")
	return string(text) + "\n", err
}
