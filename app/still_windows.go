package app

import (
	"syscall"
	"unsafe"
)

// getClientAreaAnimation asks whether windows animate what is in them; see
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-systemparametersinfow
const getClientAreaAnimation = 0x1042

// stillDesktop reports whether "Animation effects" is off in Settings.
func stillDesktop() bool {
	animated := int32(1)
	ask := syscall.NewLazyDLL("user32.dll").NewProc("SystemParametersInfoW")
	if ask.Find() != nil {
		return false
	}
	answered, _, _ := ask.Call(getClientAreaAnimation, 0, uintptr(unsafe.Pointer(&animated)), 0)
	return answered != 0 && animated == 0
}
