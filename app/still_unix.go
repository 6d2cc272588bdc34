//go:build !windows && !darwin

package app

import (
	"context"
	"time"

	"github.com/godbus/dbus/v5"
)

// portalTime bounds the wait for the desktop's answer.
const portalTime = 2 * time.Second

// stillDesktop reports whether the desktop is set to show no animations, as its
// portal tells: https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html.
// Where none answers, they are shown.
func stillDesktop() bool {
	bus, err := dbus.SessionBus()
	if err != nil {
		return false
	}
	portal := bus.Object("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop")
	read := func(space, key string) any {
		ctx, cancel := context.WithTimeout(context.Background(), portalTime)
		defer cancel()
		var answer dbus.Variant
		err := portal.CallWithContext(ctx, "org.freedesktop.portal.Settings.Read", 0, space, key).Store(&answer)
		if err != nil {
			return nil
		}
		if inner, ok := answer.Value().(dbus.Variant); ok { // Read wraps twice
			answer = inner
		}
		return answer.Value()
	}
	return read("org.freedesktop.appearance", "reduced-motion") == uint32(1) ||
		read("org.gnome.desktop.interface", "enable-animations") == false ||
		read("org.kde.kdeglobals.KDE", "AnimationDurationFactor") == "0"
}
