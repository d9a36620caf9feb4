package jupyter

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/gneuron/gneuron/script"
)

// execute runs a cell.
func (k *Kernel) execute(m *message) any {
	c := struct {
		Code         string            `json:"code"`
		Silent       bool              `json:"silent"`
		StoreHistory *bool             `json:"store_history"`
		Expressions  map[string]string `json:"user_expressions"`
		StopOnError  *bool             `json:"stop_on_error"`
	}{}
	if err := json.Unmarshal(m.content, &c); err != nil {
		return failure("ProtocolError", err.Error(), nil)
	}
	k.cell.Store(m)
	if !c.Silent {
		if c.StoreHistory == nil || *c.StoreHistory {
			k.count++
			k.history = append(k.history, entry{k.count, c.Code, ""})
		}
		k.publish("execute_input", m, map[string]any{"code": c.Code, "execution_count": k.count})
	}
	if text, ok := k.session.Question(c.Code); ok {
		page := map[string]any{"source": "page", "start": 0, "data": map[string]any{"text/plain": text}}
		return map[string]any{"status": "ok", "execution_count": k.count, "payload": []any{page}, "user_expressions": struct{}{}}
	}
	k.rt.ClearStop() // an interruption of the cell before
	result, err := k.session.Eval(c.Code)
	var data script.Rich
	if err == nil && result.Text != "" {
		data, err = k.rt.Rich(result.Value, result.Text)
	}
	if figures := k.rt.ShowOpen(result.Value); err == nil {
		err = figures
	}
	k.out.flush()
	k.err.flush()
	var exit *script.Exit
	if errors.As(err, &exit) { // it ends the cell: the kernel, which is of all cells, goes on
		if err = nil; exit.Code != 0 {
			err = &script.Error{Message: fmt.Sprintf("the cell ended with process.exit(%d)", exit.Code)}
		}
	}
	switch {
	case err != nil:
		name, text, report := describe(err)
		k.publish("error", m, map[string]any{"ename": name, "evalue": text, "traceback": report})
		if c.StopOnError == nil || *c.StopOnError {
			k.abort()
		}
		reply := failure(name, text, report)
		reply["execution_count"] = k.count
		return reply
	case data != nil && !c.Silent:
		if n := len(k.history); n > 0 && k.history[n-1].count == k.count {
			k.history[n-1].output = result.Text
		}
		k.publish("execute_result", m, map[string]any{"execution_count": k.count, "data": data, "metadata": struct{}{}})
	}
	return map[string]any{"status": "ok", "execution_count": k.count, "payload": []any{}, "user_expressions": k.expressions(c.Expressions)}
}

// display shows something below the cell, or, without data, clears it when the
// next thing is shown.
func (k *Kernel) display(data script.Rich) {
	k.out.flush() // what was printed before stands before
	k.err.flush()
	if data == nil {
		k.publish("clear_output", k.cell.Load(), map[string]any{"wait": true})
		return
	}
	k.publish("display_data", k.cell.Load(), map[string]any{"data": data, "metadata": struct{}{}, "transient": struct{}{}})
}

// expressions evaluates what a front end asks for beside a cell.
func (k *Kernel) expressions(list map[string]string) map[string]any {
	out := map[string]any{}
	for name, code := range list {
		if result, err := k.session.Eval(code); err != nil {
			ename, text, report := describe(err)
			out[name] = failure(ename, text, report)
		} else {
			out[name] = map[string]any{"status": "ok", "data": map[string]any{"text/plain": result.Text}, "metadata": struct{}{}}
		}
	}
	return out
}

// abort answers the cells that wait: they do not run after an error.
func (k *Kernel) abort() {
	for _, m := range k.requests.removeAll("execute_request") {
		k.publish("status", m, map[string]any{"execution_state": "busy"})
		k.send(k.shell, m, map[string]any{"status": "aborted", "execution_count": k.count})
		k.publish("status", m, map[string]any{"execution_state": "idle"})
	}
}

// failure is the answer to a request that failed.
func failure(name, text string, report []string) map[string]any {
	if report == nil {
		report = []string{}
	}
	return map[string]any{"status": "error", "ename": name, "evalue": text, "traceback": report}
}

// describe gives an error's class, its message, and the lines that a person reads.
func describe(err error) (name, text string, report []string) {
	name, text = "Error", err.Error()
	var e *script.Error
	var stopped *script.Stopped
	switch {
	case errors.As(err, &e):
		text = e.Message
		if e.Class != "" {
			name = e.Class
		}
	case errors.As(err, &stopped):
		name = "Interrupted"
	}
	return name, text, strings.Split(strings.TrimRight(script.Report(err), "\n"), "\n")
}
