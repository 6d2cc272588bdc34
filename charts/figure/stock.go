package figure

import "sync"

// A stock keeps what figures are painted with: glyphs, lines of text and single
// letters, as they look at one size. Passes share it and take turns; what they
// get does not change.
type stock struct {
	faces *Faces

	mu      sync.Mutex
	sprites cache[spriteKey, *sprite]
	lines   cache[lineKey, *line]
	letters cache[letterKey, *letterMask]
	raster  rasteriser
}

// Limits of the caches, for one of two generations.
const (
	spriteCacheCost = 1 << 20 // pixels
	lineCacheCost   = 1 << 23 // bytes
	letterCacheCost = 1 << 21 // pixels
)

func newStock(faces *Faces) *stock {
	return &stock{
		faces:   faces,
		sprites: newCache[spriteKey, *sprite](spriteCacheCost),
		lines:   newCache[lineKey, *line](lineCacheCost),
		letters: newCache[letterKey, *letterMask](letterCacheCost),
	}
}

// sprite returns a glyph, ready for images of a stride. While images of one
// stride are painted, those of another must not be.
func (k *stock) sprite(key spriteKey, stride int) *sprite {
	k.mu.Lock()
	defer k.mu.Unlock()
	made, ok := k.sprites.get(key)
	if !ok {
		if key.glyph == disc {
			made = newDisc(key)
		} else {
			made = k.raster.newSprite(key)
		}
		k.sprites.put(key, made, len(made.soft)+len(made.solid)+16)
	}
	made.fit(stride)
	return made
}

// line returns a text at a size.
func (k *stock) line(key lineKey) *line {
	k.mu.Lock()
	defer k.mu.Unlock()
	kept, ok := k.lines.get(key)
	if ok {
		return kept
	}
	made := joined(k.placeLetters(key))
	k.lines.put(key, made, 4*len(made.whole.dots)+32*len(made.letters)+64)
	return made
}

func (k *stock) placeLetters(key lineKey) []placedLetter {
	var letters []placedLetter
	for _, l := range k.faces.run(key.text, key.style).letters {
		along, across := l.x*key.size, snap(-l.y*key.size)
		if key.up {
			along = -along
		}
		quarters := snap(along*4) + int(key.phase)
		mask := k.letter(letterKey{
			face: l.face.id, gid: l.gid, size: key.size, phase: uint8(quarters & 3), up: key.up,
		}, l.face)
		if mask.w == 0 {
			continue
		}
		placed := placedLetter{mask: mask, x: quarters >> 2, y: across}
		if key.up {
			placed.x, placed.y = across, quarters>>2
		}
		letters = append(letters, placed)
	}
	return letters
}

func (k *stock) letter(key letterKey, f *face) *letterMask {
	if kept, ok := k.letters.get(key); ok {
		return kept
	}
	made := k.raster.newLetter(key, k.faces.outline(f, key))
	k.letters.put(key, made, len(made.pix)+16)
	return made
}
