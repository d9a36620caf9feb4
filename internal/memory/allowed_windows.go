package memory

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

var globalMemoryStatus = windows.NewLazySystemDLL("kernel32.dll").NewProc("GlobalMemoryStatusEx")

// status is MEMORYSTATUSEX of the Windows API.
type status struct {
	length, load                                                    uint32
	total, left, totalPage, leftPage, totalVirtual, leftVirtual, ex uint64
}

// allowed is the memory of the machine.
func allowed() uint64 {
	var s status
	s.length = uint32(unsafe.Sizeof(s))
	if ok, _, _ := globalMemoryStatus.Call(uintptr(unsafe.Pointer(&s))); ok == 0 {
		return 0
	}
	return s.total
}
