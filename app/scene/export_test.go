package scene

// Counted returns how many lanes were counted and levelled for the last scene.
func (b *Builder) Counted() int { return b.counted }
