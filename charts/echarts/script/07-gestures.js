// Pointer and keyboard on the timeline, and its strip of the whole period.

// A Tip is what is said of the thing under the pointer.
const tip = {
  box: null,
  show(x, y, head, ...lines) {
    this.box ??= document.body.appendChild(make('div', {className: 'tip'}));
    this.box.replaceChildren(make('b', {}, make('bdi', {}, clip(head, 200))), ...lines.filter(Boolean).map(line => make('div', {}, ...line)));
    this.box.hidden = false;
    const {offsetWidth: w, offsetHeight: h} = this.box, right = root.clientWidth;
    this.box.style.left = Math.max(8, Math.min(x + 14, right - w - 8)) + scrollX + 'px';
    this.box.style.top = (y + 18 + h > root.clientHeight ? y - h - 12 : y + 18) + scrollY + 'px';
  },
  hide() { if (this.box) this.box.hidden = true; },
};

class Gestures {
  constructor(timeline) {
    this.t = timeline;
    this.pointers = new Map();
    const c = timeline.canvas;
    c.addEventListener('pointerdown', e => this.down(e));
    c.addEventListener('pointermove', e => this.move(e));
    for (const name of ['pointerup', 'pointercancel']) c.addEventListener(name, e => this.up(e));
    c.addEventListener('pointerleave', () => this.leave());
    c.addEventListener('wheel', e => this.wheel(e), {passive: false});
    c.addEventListener('keydown', e => this.key(e));
  }

  down(e) {
    if (e.button) return;
    this.pointers.set(e.pointerId, {x: e.offsetX, y: e.offsetY});
    this.moved = this.pointers.size > 1;
    this.from = e.offsetX;
    this.t.canvas.setPointerCapture(e.pointerId);
  }

  move(e) {
    const t = this.t, held = this.pointers.get(e.pointerId);
    if (!held) return this.point(e);
    const others = [...this.pointers].filter(([id]) => id !== e.pointerId).map(([, p]) => p);
    if (others.length) {
      // Two fingers hold the moments under them.
      const o = others[0], before = Math.abs(held.x - o.x), now = Math.abs(e.offsetX - o.x);
      if (before > 8 && now > 8) t.zoom(before / now, t.time(o.x));
    } else {
      if (!this.moved && Math.abs(e.offsetX - this.from) < 5) return;
      this.moved = true;
      const d = (held.x - e.offsetX) / t.plot;
      t.pan(d);
      t.canvas.classList.add('held');
    }
    tip.hide();
    Object.assign(held, {x: e.offsetX, y: e.offsetY});
  }

  up(e) {
    const held = this.pointers.delete(e.pointerId);
    this.t.canvas.classList.remove('held');
    if (held && !this.moved && e.type === 'pointerup') this.click(e);
  }

  click(e) {
    const t = this.t, hit = t.at(e.offsetX, e.offsetY);
    if (!hit) return;
    if (hit.mark) return t.onOpen?.(t.marks.event[hit.mark.i]);
    tip.hide();
    const d = (hit.to - hit.from) * 24;
    t.show(hit.from - d, hit.to + d);
  }

  point(e) {
    const t = this.t, hit = t.at(e.offsetX, e.offsetY), over = hit?.mark?.i ?? -1;
    t.canvas.style.cursor = hit ? 'pointer' : '';
    if (t.hover !== over) {
      t.hover = over;
      t.later();
    }
    if (!hit) return tip.hide();
    tip.show(e.clientX, e.clientY, ...this.words(hit));
  }

  leave() {
    tip.hide();
    this.t.hover = -1;
    this.t.later();
  }

  words(hit) {
    const t = this.t, {marks} = t;
    if (!hit.mark) return [plural(hit.count, 'event begins', 'events begin'), [period(hit.from, hit.to)], [make('bdi', {}, clip(t.names[hit.lane], 80))]];
    const b = hit.mark, lane = [make('bdi', {}, clip(t.names[marks.lane[b.i]], 80))];
    const one = i => { const {date, title} = t.words(i); return [make('i', {}, date), ' ', make('bdi', {}, title)]; };
    if (b.folded.length) {
      const all = [b.i, ...b.folded], more = all.length - 8;
      return [all.length + ' events close together', ...all.slice(0, 8).map(one), more > 0 ? [count(more) + ' more'] : null, lane];
    }
    const event = marks.event[b.i], kind = page.glyphs[page.order[marks.category[b.i]]].name + (b.form & DEADLINE ? ', deadline' : '');
    if (event < 0 || !t.titles) return [t.names[marks.lane[b.i]], [kind]];
    return [t.titles(event), [t.dates(event) + ' · ' + kind], lane];
  }

  wheel(e) {
    // The wheel alone scrolls the page, as readers expect of a page.
    const t = this.t;
    if (e.ctrlKey || e.metaKey) {
      e.preventDefault();
      t.zoom(Math.min(Math.max(Math.exp(e.deltaY * .0015), .6), 1.6), t.time(e.offsetX));
    } else if (e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY)) {
      e.preventDefault();
      t.pan((e.deltaX || e.deltaY) / t.plot);
    }
  }

  key(e) {
    const t = this.t, act = {
      ArrowLeft: () => t.pan(-.1), ArrowRight: () => t.pan(.1), PageUp: () => t.pan(-.9), PageDown: () => t.pan(.9),
      '+': () => t.zoom(.5), '=': () => t.zoom(.5), '-': () => t.zoom(2), 0: () => t.show(...t.whole), Home: () => t.show(...t.whole),
    }[e.key];
    if (!act || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    act();
  }
}

// period names a stretch of time as exactly as it is long.
function period(from, to) {
  const unit = to - from < 3 * DAY ? dayOfYear : to - from < 80 * DAY ? monthOfYear : year;
  const a = unit.label(from), b = unit.label(to - 1);
  return a === b ? a : a + ' – ' + b;
}

// The Strip shows the whole period under the timeline, and the part in view.
class Strip {
  constructor(timeline) {
    this.t = timeline;
    this.canvas = make('canvas', {className: 'strip'});
    this.canvas.setAttribute('aria-hidden', 'true');
    this.brush = new Brush(this.canvas.getContext('2d'));
    this.canvas.addEventListener('pointerdown', e => this.down(e));
    this.canvas.addEventListener('pointermove', e => this.move(e));
    for (const name of ['pointerup', 'pointercancel']) this.canvas.addEventListener(name, () => { this.grip = null; });
  }

  fit(width) {
    const scale = devicePixelRatio || 1;
    this.width = width;
    this.high = 40;
    Object.assign(this.canvas, {width: Math.round(width * scale), height: Math.round(this.high * scale)});
    Object.assign(this.canvas.style, {width: width + 'px', height: this.high + 'px'});
    this.scale = scale;
    const {t} = this, plot = t.plot, [first, last] = t.whole, {from, to, length} = t.marks;
    this.bins = new Uint32Array(Math.ceil(plot / BIN));
    const add = i => {
      const at = ((from[i] === from[i] ? from[i] : to[i]) - first) / (last - first) * plot;
      if (at >= 0 && at < plot) this.bins[Math.floor(at / BIN)]++;
    };
    if (t.all) t.all.forEach(add); else for (let i = 0; i < length; i++) add(i);
  }

  x(t) { const [first, last] = this.t.whole; return this.t.left + (t - first) / (last - first) * this.t.plot; }

  draw() {
    const {brush, bins, high} = this, c = brush.ctx, left = this.t.left, plot = this.t.plot, foot = high - 2;
    c.setTransform(this.scale, 0, 0, this.scale, 0, 0);
    c.clearRect(0, 0, this.width, high);
    brush.rect(left, 0, plot, high, ink('--bg'), 4);
    const peak = bins.reduce((a, b) => Math.max(a, b), 1);
    c.beginPath();
    bins.forEach((n, i) => { if (n) { const h = Math.max(Math.sqrt(n / peak) * (high - 8), 1); c.rect(left + i * BIN, foot - h, BIN, h); } });
    c.fillStyle = ink('--text3');
    c.fill();
    const [a, b] = this.t.view.map(t => this.x(t)), from = Math.max(a, left), to = Math.min(b, left + plot);
    if (from <= left + 1 && to >= left + plot - 1) return;
    brush.rect(left, 0, from - left, high, alpha(ink('--surface'), .6));
    brush.rect(to, 0, left + plot - to, high, alpha(ink('--surface'), .6));
    brush.rect(from, 0, to - from, high, alpha(ink('--accent'), .1));
    c.strokeStyle = ink('--accent');
    c.lineWidth = 1.5;
    c.setLineDash([]);
    c.strokeRect(from + .75, .75, Math.max(to - from - 1.5, 1), high - 1.5);
    for (const x of [from, to]) brush.rect(x - 3, high / 2 - 9, 6, 18, ink('--accent'), 3);
  }

  time(px) { const [first, last] = this.t.whole; return first + (px - this.t.left) / this.t.plot * (last - first); }

  down(e) {
    const [a, b] = this.t.view, x = e.offsetX, at = this.time(x), near = end => Math.abs(x - this.x(end)) < 10;
    this.canvas.setPointerCapture(e.pointerId);
    const inside = at > a && at < b && (b - a) < (this.t.whole[1] - this.t.whole[0]) * .999;
    if (inside && near(a) && near(b) || inside && !near(a) && !near(b)) this.grip = {move: at - a, span: b - a};
    else this.grip = {fixed: near(a) ? b : near(b) ? a : at, drawn: !near(a) && !near(b)};
  }

  move(e) {
    if (!this.grip) return;
    const at = this.time(e.offsetX), {fixed, move, span} = this.grip;
    if (move !== undefined) return this.t.show(at - move, at - move + span);
    if (Math.abs(this.x(at) - this.x(fixed)) > 3) this.t.show(Math.min(at, fixed), Math.max(at, fixed));
  }
}
