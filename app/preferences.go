package app

import (
	"os"
	"slices"

	"fyne.io/fyne/v2"
)

// The names of what is remembered between runs.
const (
	prefLook    = "look"
	prefScale   = "text-scale"
	prefRecent  = "recent"
	prefWheel   = "wheel-scrolls"
	prefCompact = "compact"
	prefFolder  = "folder"
	prefLetters = "no-letter-keys"
	prefMotion  = "motion"
	prefNoTotal = "no-total"
	prefScores  = "scores"
	recentLimit = 8
)

// preferences is what the window remembers between runs.
type preferences struct{ fyne.Preferences }

func (p preferences) look() Look {
	switch look := Look(p.StringWithFallback(prefLook, string(LookSystem))); look {
	case LookLight, LookDark:
		return look
	}
	return LookSystem
}

func (p preferences) motion() Motion {
	switch motion := Motion(p.String(prefMotion)); motion {
	case MotionOn, MotionOff:
		return motion
	}
	return MotionSystem
}

func (p preferences) scale() float32 { return float32(p.FloatWithFallback(prefScale, 1)) }

// theme returns the remembered look; stillDesktop says that the desktop shows no
// animations.
func (p preferences) theme(stillDesktop bool) *Theme {
	t := NewTheme(p.look(), p.scale())
	motion := p.motion()
	t.Still = motion == MotionOff || motion == MotionSystem && stillDesktop
	return t
}

// folder returns where a file was last put, at first the user's home.
func (p preferences) folder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		home = "."
	}
	return p.StringWithFallback(prefFolder, home)
}

func (p preferences) recent() []string { return p.StringList(prefRecent) }

// remember puts a path in front of the recent archives.
func (p preferences) remember(path string) {
	recent := slices.DeleteFunc(p.recent(), func(r string) bool { return r == path })
	recent = append([]string{path}, recent...)
	p.SetStringList(prefRecent, recent[:min(len(recent), recentLimit)])
}
