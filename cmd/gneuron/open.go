package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"

	"github.com/gneuron/gneuron/plot"
)

// openInBrowser writes a figure as a page into the folder for temporary files and
// has the system open it. Where that fails, the path that it tells is what there is.
func openInBrowser(stderr io.Writer, f *plot.Figure) error {
	file, err := os.CreateTemp("", "gneuron-*.html")
	if err != nil {
		return err
	}
	err = f.Encode(file, "html")
	if closeErr := file.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return err
	}
	if err := opener(file.Name()).Start(); err != nil {
		fmt.Fprintf(stderr, "saved %s; no browser was found to open it\n", file.Name())
		return nil
	}
	fmt.Fprintf(stderr, "opened %s\n", file.Name())
	return nil
}

// opener is the command that opens a file or an address with what the user has chosen for it.
func opener(path string) *exec.Cmd {
	switch runtime.GOOS {
	case "darwin":
		return exec.Command("open", path)
	case "windows":
		return exec.Command("rundll32", "url.dll,FileProtocolHandler", path)
	}
	return exec.Command("xdg-open", path)
}
