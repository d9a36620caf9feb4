package memory

import "golang.org/x/sys/unix"

// allowed is the memory of the machine.
func allowed() uint64 {
	bytes, _ := unix.SysctlUint64("hw.memsize")
	return bytes
}
