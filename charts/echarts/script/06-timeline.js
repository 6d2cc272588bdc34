// The timeline: lanes of marks along time, drawn on a canvas for what is in view.

const AXIS = 38, PILL_ROW = 20, AIR = 8; // heights of the axis and of the as-of pill's row, air at the right
const LEAST = 36e5; // milliseconds in view, at least

class Timeline {
  constructor(chart, box, marks) {
    Object.assign(this, {names: chart.names, totals: chart.totals, box, marks, whole: chart.extent, view: chart.range || chart.extent});
    this.layout = new Layout(marks, i => this.words(i));
    this.canvas = make('canvas', {className: 'plot', tabIndex: 0});
    this.canvas.setAttribute('role', 'img');
    this.canvas.setAttribute('aria-label', box.getAttribute('aria-label'));
    this.brush = new Brush(this.canvas.getContext('2d'));
    this.strip = new Strip(this);
    box.removeAttribute('role');
    box.append(this.canvas, this.strip.canvas);
    this.keep(null);
    new Gestures(this);
  }

  // name gives the timeline its words, which may come after the first drawing.
  name(titles, dates) {
    Object.assign(this, {titles, dates});
    this.fit(this.width);
  }

  words(i) {
    const event = this.marks.event[i];
    if (!this.titles || event < 0) return {date: '', title: ''};
    return {date: plain(clip(this.dates(event), 60)), title: plain(clip(this.titles(event), 90))};
  }

  // keep shows those marks alone whose event is kept; null keeps all.
  keep(kept) {
    const {lane, event, length} = this.marks, byLane = this.names.map(() => []);
    for (let i = 0; i < length; i++) if (!kept || event[i] >= 0 && kept[event[i]]) byLane[lane[i]].push(i);
    this.byLane = byLane;
    this.all = kept ? byLane.flat().sort((a, b) => a - b) : null;
    if (this.width) this.fit(this.width);
  }

  // fit sets how many rows each lane has: what it needs for the whole period,
  // within bounds. They stay while the reader zooms, so that lanes keep their
  // place.
  fit(width) {
    this.width = width;
    this.narrow = width < 620;
    this.left = this.narrow ? 0 : 168;
    this.top = AXIS + (page.asOf ? PILL_ROW : 0);
    const plot = this.plot = width - this.left - AIR, [from, to] = this.view;
    const x = t => (t - from) / (to - from) * plot;
    const head = this.narrow ? 18 : 0;
    let y = this.top;
    this.lanes = this.byLane.map(all => {
      const rows = this.layout.crowd(all, x, plot, MOST_ROWS) ? DENSE_ROWS : Math.max(1, this.layout.pack(all, x, plot, MOST_ROWS, NaN).rows);
      const lane = {y, head, rows, height: head + rows * ROW + 2 * LANE_PAD};
      y += lane.height;
      return lane;
    });
    this.height = y;
    const scale = devicePixelRatio || 1;
    Object.assign(this.canvas, {width: Math.round(width * scale), height: Math.round(y * scale)});
    Object.assign(this.canvas.style, {width: width + 'px', height: y + 'px'});
    this.scale = scale;
    this.strip.fit(width);
    this.draw();
  }

  // show brings a stretch of time into view, within what there is.
  show(from, to) {
    const [first, last] = this.whole, span = Math.min(Math.max(to - from, LEAST), last - first);
    const start = Math.min(Math.max((from + to - span) / 2, first), last - span);
    this.view = [start, start + span];
    this.later();
  }

  zoom(factor, at = (this.view[0] + this.view[1]) / 2) {
    const [from, to] = this.view, most = this.whole[1] - this.whole[0];
    factor = Math.min(Math.max(factor, LEAST / (to - from)), most / (to - from));
    this.show(at - (at - from) * factor, at + (to - at) * factor);
  }

  pan(part) {
    const [from, to] = this.view, d = (to - from) * part;
    this.show(from + d, to + d);
  }

  // later draws once, before the next frame.
  later() {
    if (this.asked) return;
    this.asked = requestAnimationFrame(() => { this.asked = 0; this.draw(); });
  }

  x(t) { return (t - this.view[0]) / (this.view[1] - this.view[0]) * this.plot; }
  time(px) { return this.view[0] + (px - this.left) / this.plot * (this.view[1] - this.view[0]); }

  draw() {
    const {brush, left, plot, height, top} = this, c = brush.ctx, x = t => this.x(t);
    c.setTransform(this.scale, 0, 0, this.scale, 0, 0);
    c.clearRect(0, 0, this.width, height);
    this.ruler();
    this.line = page.asOf ? x(page.asOf.at * 1000) : NaN;
    const asOf = this.line >= 0 && this.line <= plot;
    if (page.asOf && this.line < plot) brush.rect(left + Math.max(this.line, 0), top, plot - Math.max(this.line, 0), height - top, ink('--shade'));
    if (asOf) brush.rect(left + this.line - 1, top - AXIS, 2, height - top + AXIS, ink('--accent'));
    this.placed = [];
    this.bins = this.lanes.map((lane, n) => {
      const all = this.byLane[n], bins = this.layout.crowd(all, x, plot, lane.rows);
      this.lane(lane, n, bins);
      if (bins) return bins;
      c.save();
      c.beginPath();
      c.rect(left, lane.y, plot + AIR, lane.height);
      c.clip();
      for (const b of this.layout.pack(all, x, plot, lane.rows, this.line).placed) {
        b.y = lane.y + lane.head + LANE_PAD + b.row * ROW + ROW / 2;
        this.placed.push(b);
        this.mark(b);
      }
      c.restore();
      return null;
    });
    if (asOf) this.pill();
    this.strip.draw();
  }

  mark(b) {
    const {brush, left, marks} = this, category = marks.category[b.i], colour = ink('--' + page.order[category]);
    const x = left + b.glyph, hollow = b.form & DOUBTFUL, chosen = this.chosen >= 0 && marks.event[b.i] === this.chosen;
    if (this.hover === b.i || chosen) brush.rect(x - 11, b.y - 11, 22, 22, ink('--hover'), 11);
    if (b.bar) brush.bar(b, left, b.y, colour);
    else if (b.wide) brush.extent(b, left, b.y, colour);
    brush.glyph(x, b.y, category, hollow, b.bar && !b.narrow ? null : ink('--surface'));
    if (hollow) brush.text(x + 6, b.y - 5, '?', {size: 11, weight: 700, fill: colour});
    if (chosen) {
      brush.ctx.beginPath();
      brush.ctx.arc(x, b.y, 10, 0, 7);
      brush.ctx.strokeStyle = ink('--sel');
      brush.ctx.lineWidth = 2;
      brush.ctx.setLineDash([]);
      brush.ctx.stroke();
    }
    if (b.folded.length) {
      const n = '×' + (b.folded.length + 1), w = measure(n, 11, 400) + 10;
      brush.rect(x + 9, b.y - 8, w, 16, ink('--hover'), 8);
      brush.text(x + 9 + w / 2, b.y, n, {size: 11, fill: ink('--text'), align: 'center'});
    } else if (b.side !== 0 && b.title) {
      brush.label(b, left, b.y, left + this.line, chosen);
    }
  }

  // ruler draws the time axis: calendar divisions wide enough for their names,
  // and over them the periods they belong to.
  ruler() {
    const {brush, left, plot, height, top} = this, [from, to] = this.view, right = left + plot;
    const perPixel = (to - from) / plot, at = t => left + this.x(t);
    const unit = units.find(u => u.length / perPixel >= u.room) || units.at(-1);
    const lower = ticks(unit, from, to), upper = unit.over ? ticks(unit.over, from, to) : [], major = new Set(upper);
    let last = -Infinity;
    for (const t of lower) {
      const px = Math.round(at(t)) + .5, words = unit.label(t), weight = unit.over ? 400 : 700, w = measure(words, 11, weight);
      if (px < left) continue;
      brush.line([[px, major.has(t) || !unit.over ? top - 6 : top], [px, height]], ink(major.has(t) ? '--gridMajor' : '--grid'));
      if (px + 4 <= last || px + 4 + w > right + AIR) continue;
      brush.text(px + 4, top - 11, words, {size: 11, weight, fill: ink('--text2')});
      last = px + 4 + w + 6;
    }
    upper.forEach((t, i) => {
      // The name of a period stays in view while any of it is.
      const start = Math.max(at(t), left) + 4, end = Math.min(i + 1 < upper.length ? at(upper[i + 1]) : right, right);
      const words = unit.over.label(t);
      if (start + measure(words, 11, 700) + 4 <= end) brush.text(start, top - 28, words, {size: 11, weight: 700, fill: ink('--text')});
    });
    brush.line([[0, top - .5], [right, top - .5]], ink('--line'));
  }

  // lane draws a lane's border, its name and, where it is crowded, its bars.
  lane(lane, n, bins) {
    const {brush, left, plot} = this, bottom = lane.y + lane.height, middle = lane.y + LANE_PAD + ROW / 2;
    if (bins) {
      // Bars stand to the lane's own peak, which is written beside them.
      const peak = bins.reduce((a, b) => Math.max(a, b)), high = lane.rows * ROW, foot = bottom - LANE_PAD, c = brush.ctx;
      c.beginPath();
      bins.forEach((n, i) => { if (n) { const h = Math.max(n / peak * high, 1); c.rect(left + i * BIN, foot - h, BIN, h); } });
      c.fillStyle = ink('--sequential4');
      c.fill();
      if (!this.narrow) brush.text(left - 10, middle + ROW, 'up to ' + count(peak) + ' at once', {size: 11, fill: ink('--text3'), align: 'right'});
    }
    brush.line([[0, Math.round(bottom) + .5], [left + plot, Math.round(bottom) + .5]], ink('--line'));
    brush.text(0, this.narrow ? lane.y + 14 : middle, shorten(plain(this.names[n]), 12, this.narrow ? plot : left - 44), {weight: 700, fill: ink('--text')});
    const total = this.all ? this.byLane[n].length : this.totals[n];
    if (!this.narrow) brush.text(left - 10, middle, count(total), {size: 11, fill: ink('--text3'), align: 'right'});
  }

  pill() {
    const {brush, left, plot, top} = this, w = measure(page.asOf.label, 11, 700) + 18;
    const start = Math.min(Math.max(left + this.line - w / 2, left), left + plot - w), y = top - AXIS - PILL_ROW;
    brush.rect(start, y, w, 18, ink('--accent'), 9);
    brush.text(start + w / 2, y + 9, page.asOf.label, {size: 11, weight: 700, fill: ink('--accentText'), align: 'center'});
  }

  // at returns what lies at a place of the canvas: a placed mark or a bin.
  at(px, py) {
    let best = null, distance = 13;
    for (const b of this.placed) {
      if (Math.abs(py - b.y) > ROW / 2) continue;
      const x = px - this.left, d = x >= b.left && x <= Math.max(b.right, b.side > 0 ? b.labelLeft + b.room : b.right) ? Math.min(Math.abs(x - b.glyph), 6) : Math.abs(x - b.glyph);
      if (d < distance) [best, distance] = [b, d];
    }
    if (best) return {mark: best};
    const n = this.lanes.findIndex(lane => py >= lane.y && py < lane.y + lane.height), bins = this.bins[n];
    const bin = Math.floor((px - this.left) / BIN);
    return bins?.[bin] ? {lane: n, bin, count: bins[bin], from: this.time(this.left + bin * BIN), to: this.time(this.left + (bin + 1) * BIN)} : null;
  }
}
