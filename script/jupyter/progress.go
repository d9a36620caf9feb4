package jupyter

import (
	"fmt"
	"html"
	"time"

	"github.com/gneuron/gneuron/script"
)

// progress shows a bar below the cell while a run takes long, and how long it
// took when it is over.
func (k *Kernel) progress(p script.Progress) {
	kind := "update_display_data"
	if k.bar == "" {
		kind, k.bar = "display_data", newID()
	}
	text := fmt.Sprintf("t = %.4g of %.4g ms, %.3g x real time, %v left", p.T, p.Until, p.RealTime(), p.Left().Round(time.Second))
	page := fmt.Sprintf(`<progress max="1" value="%.3f"></progress> %s`, p.Fraction(), html.EscapeString(text))
	if p.Done {
		text = fmt.Sprintf("t = %.4g to %.4g ms in %v, %.3g x real time", p.From, p.T, p.Elapsed.Round(100*time.Millisecond), p.RealTime())
		page = html.EscapeString(text)
	}
	k.out.flush()
	k.err.flush()
	k.publish(kind, k.cell.Load(), map[string]any{
		"data":      script.Rich{"text/plain": text, "text/html": page},
		"metadata":  struct{}{},
		"transient": map[string]any{"display_id": k.bar},
	})
	if p.Done {
		k.bar = ""
	}
}
