package jupyter

import (
	"embed"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// specName is the folder of the kernel among Jupyter's kernels.
const specName = "gneuron"

// logos are shown where Jupyter offers the kernel.
//
//go:embed logo
var logos embed.FS

// UserFolder is where Jupyter looks for things of one user.
//
// Source: https://docs.jupyter.org/en/latest/use/jupyter-directories.html
func UserFolder() (string, error) {
	if dir := os.Getenv("JUPYTER_DATA_DIR"); dir != "" {
		return dir, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	switch runtime.GOOS {
	case "darwin":
		return filepath.Join(home, "Library", "Jupyter"), nil
	case "windows":
		if dir := os.Getenv("APPDATA"); dir != "" {
			return filepath.Join(dir, "jupyter"), nil
		}
		return "", errors.New("the environment variable APPDATA is not set")
	}
	if dir := os.Getenv("XDG_DATA_HOME"); dir != "" {
		return filepath.Join(dir, "jupyter"), nil
	}
	return filepath.Join(home, ".local", "share", "jupyter"), nil
}

// PrefixFolder is where Jupyter looks for things of an installation, as of a
// virtual environment of Python.
func PrefixFolder(prefix string) string { return filepath.Join(prefix, "share", "jupyter") }

// spec is a kernel.json.
type spec struct {
	Argv      []string       `json:"argv"`
	Name      string         `json:"display_name"`
	Language  string         `json:"language"`
	Interrupt string         `json:"interrupt_mode"`
	Metadata  map[string]any `json:"metadata"`
}

// Install tells Jupyter, in one of its data folders, of the kernel that the
// program at executable is, and gives the folder that it wrote.
func Install(folder, executable string) (string, error) {
	dir := filepath.Join(folder, "kernels", specName)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	text, err := json.MarshalIndent(spec{
		Argv: []string{executable, "kernel", "run", "{connection_file}"},
		Name: "gneuron (JavaScript)", Language: "javascript", Interrupt: "message",
		Metadata: map[string]any{"debugger": false},
	}, "", "  ")
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(filepath.Join(dir, "kernel.json"), append(text, '\n'), 0o644); err != nil {
		return "", err
	}
	pictures, err := fs.Sub(logos, "logo")
	if err != nil {
		return "", err
	}
	files, err := fs.ReadDir(pictures, ".")
	if err != nil {
		return "", err
	}
	for _, f := range files {
		data, err := fs.ReadFile(pictures, f.Name())
		if err != nil {
			return "", err
		}
		if err := os.WriteFile(filepath.Join(dir, f.Name()), data, 0o644); err != nil {
			return "", err
		}
	}
	return dir, nil
}

// Remove takes the kernel out of a data folder of Jupyter, and gives the folder
// that is gone.
func Remove(folder string) (string, error) {
	dir := filepath.Join(folder, "kernels", specName)
	if _, err := os.Stat(dir); err != nil {
		return dir, err
	}
	return dir, os.RemoveAll(dir)
}
