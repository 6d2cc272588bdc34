package figure

// A cache keeps what was used lately within a limit. It has two generations:
// when the young one is full it becomes the old one, and what is looked up in
// the old one moves back. Looking up allocates nothing.
type cache[K comparable, V any] struct {
	limit      int // cost of one generation
	cost       int // of young
	young, old map[K]cached[V]
}

type cached[V any] struct {
	value V
	cost  int
}

func newCache[K comparable, V any](limit int) cache[K, V] {
	return cache[K, V]{limit: limit, young: map[K]cached[V]{}, old: map[K]cached[V]{}}
}

func (c *cache[K, V]) get(key K) (V, bool) {
	if hit, ok := c.young[key]; ok {
		return hit.value, true
	}
	hit, ok := c.old[key]
	if ok {
		delete(c.old, key)
		c.put(key, hit.value, hit.cost)
	}
	return hit.value, ok
}

// put stores a value that must not be in the cache yet. A cost is counted in
// whatever unit the limit is.
func (c *cache[K, V]) put(key K, value V, cost int) {
	if c.cost+cost > c.limit && len(c.young) > 0 {
		c.young, c.old = c.old, c.young
		clear(c.young)
		c.cost = 0
	}
	c.young[key] = cached[V]{value, cost}
	c.cost += cost
}
