package memory

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// allowed is what the process holds plus what the kernel says is available, or less
// where the process's control group has a limit.
func allowed() uint64 {
	held := resident()
	bytes := held + available()
	text, err := os.ReadFile("/proc/self/cgroup")
	if err != nil {
		return bytes
	}
	for line := range strings.Lines(string(text)) {
		_, group, ok := strings.Cut(line, ":")
		controllers, path, more := strings.Cut(strings.TrimSpace(group), ":")
		if !ok || !more {
			continue
		}
		switch controllers {
		case "": // version 2
			bytes = within(bytes, held, "/sys/fs/cgroup", path, "memory.max", "memory.current")
		case "memory":
			bytes = within(bytes, held, "/sys/fs/cgroup/memory", path, "memory.limit_in_bytes", "memory.usage_in_bytes")
		}
	}
	return bytes
}

// within bounds an amount by the limits of a control group and of those around it: a
// group's limit less what others in it hold.
func within(bytes, held uint64, root, path, limit, usage string) uint64 {
	for dir := filepath.Clean("/" + path); ; dir = filepath.Dir(dir) {
		if most := number(filepath.Join(root, dir, limit)); most > 0 {
			others := number(filepath.Join(root, dir, usage))
			others -= min(others, held)
			bytes = min(bytes, most-min(most, others))
		}
		if dir == "/" {
			return bytes
		}
	}
}

// number reads a file that holds a number; 0 if it holds none.
func number(path string) uint64 {
	text, err := os.ReadFile(path)
	if err != nil {
		return 0
	}
	x, _ := strconv.ParseUint(strings.TrimSpace(string(text)), 10, 64)
	return x
}

// resident is the memory that the process holds.
func resident() uint64 {
	text, err := os.ReadFile("/proc/self/statm")
	if fields := strings.Fields(string(text)); err == nil && len(fields) > 1 {
		pages, _ := strconv.ParseUint(fields[1], 10, 64)
		return pages * uint64(os.Getpagesize())
	}
	return 0
}

// available is the memory that the kernel can still give.
func available() uint64 {
	text, err := os.ReadFile("/proc/meminfo")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, "MemAvailable:"); ok {
			kB, _ := strconv.ParseUint(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(rest), "kB")), 10, 64)
			return kB << 10
		}
	}
	return 0
}
