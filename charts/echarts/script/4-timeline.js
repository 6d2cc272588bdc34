// The timeline: lanes of marks along time, laid out for the width there is.

// The bits of a mark's form; the page's writer has the same.
const SPAN = 1, DEADLINE = 2, DOUBTFUL = 4, APPROXIMATE = 8, OPEN_START = 16, OPEN_END = 32, UNKNOWN_END = 64,
  DOTTED = 128, END_DOUBTFUL = 256, END_APPROXIMATE = 512;
// Sizes in pixels.
const ROW = 22, LANE_PAD = 9, GAP = 10; // height of a row, air of a lane, air between marks
const MOST_ROWS = 7, DENSE_ROWS = 4; // of a lane of marks, of a lane of bars
const LEAST_TITLE = 64, MOST_LABEL = 420; // widths worth writing in, and not to exceed
const NARROW = 26; // a bar under this is a glyph
const PILL = 30; // "×12"
const BIN = 2, PER_MARK = 16; // width of a bar of a dense lane, width that a mark wants on average
const BOTTOM = 46;
// The as-of pill has a row of its own over the two rows of the axis.
const TOP = page.asOf ? 58 : 38;

const fresh = {end: -Infinity, hard: -Infinity};

class Timeline {
  constructor(chart) {
    const m = chart.marks;
    this.names = chart.names;
    this.marks = m.lane.map((lane, i) => ({
      i, lane, form: m.form[i], category: m.category[i], event: m.event[i],
      from: m.start[i] === null ? null : m.start[i] * 1000,
      to: m.length[i] === null ? null : ((m.start[i] ?? 0) + m.length[i]) * 1000,
    }));
    this.byLane = this.names.map((_, lane) => this.marks.filter(k => k.lane === lane));
  }

  // fit sets how many rows each lane has: what it needs for the whole period,
  // within bounds. They stay while the reader zooms, so that lanes keep their
  // place.
  fit(width, narrow) {
    this.narrow = narrow;
    this.view = null;
    this.left = narrow ? 0 : 168;
    const axis = this.axis;
    const x = t => (t - axis.min) / (axis.max - axis.min) * (width - this.left - 8);
    let y = 0;
    this.lanes = this.byLane.map(marks => {
      const head = narrow ? 18 : 0;
      const plot = width - this.left - 8;
      const rows = this.density(marks, x, plot, MOST_ROWS) ? DENSE_ROWS : Math.max(1, this.pack(marks, x, plot, MOST_ROWS).rows);
      const lane = {y, head, rows, height: head + rows * ROW + 2 * LANE_PAD};
      y += lane.height;
      return lane;
    });
    this.height = y + TOP + BOTTOM;
  }

  // density counts marks by where they begin, in bins of two pixels, when more
  // are in view than rows can show one by one; else it is null.
  density(marks, x, width, rows) {
    if (marks.length * PER_MARK <= rows * width) return null;
    const bins = new Uint32Array(Math.ceil(width / BIN));
    let n = 0;
    for (const k of marks) {
      const at = k.from === null ? x(k.to) : x(k.from);
      if (at < 0 || at >= width) continue;
      bins[Math.floor(at / BIN)]++;
      n++;
    }
    return n * PER_MARK > rows * width ? bins : null;
  }

  // pack lays marks, which come by start, into rows. A mark goes to the first
  // row with room for it and its label, on the right or else on the left;
  // failing that, to one whose last label can be shortened or dropped; failing
  // that, it is folded into the nearest mark, which then shows how many it
  // stands for. A label crosses the as-of line only if it must.
  pack(marks, x, width, most) {
    const placed = [], rows = [];
    const line = page.asOf ? x(page.asOf.at * 1000) : NaN;
    const crosses = (from, to) => from < line + 4 && to > line - 4;
    const find = free => {
      let row = rows.findIndex(free);
      if (row < 0 && rows.length < most && free(fresh)) row = rows.push({end: -Infinity, hard: -Infinity}) - 1;
      return row;
    };
    for (const k of marks) {
      const b = this.box(k, x, width);
      if (!b) continue;
      b.least = Math.min(b.label, measure(this.date(k), 11, 400) + LEAST_TITLE);
      const rightEnd = b.inside ? b.right : b.glyphRight + 5 + b.label, leftEnd = b.left - 5 - b.label;
      const right = r => r.end + GAP <= b.left, left = r => r.end + GAP <= leftEnd;
      const rightFits = b.inside || rightEnd <= width, leftFits = !b.bar && leftEnd >= 0;
      let row = -1, side = 1;
      if (rightFits && (b.inside || !crosses(b.glyphRight + 5, rightEnd))) row = find(right);
      if (row < 0 && leftFits && !crosses(leftEnd, b.left - 5)) { row = find(left); if (row >= 0) side = -1; }
      if (row < 0 && rightFits) row = find(right);
      if (row < 0 && leftFits) { row = find(left); if (row >= 0) side = -1; }
      if (row < 0) {
        row = find(r => r.hard + 2 <= b.left);
        if (row < 0) { this.fold(k, b, rows); continue; }
        side = rows[row].end + GAP <= b.left || rows[row].last.side > 0 ? 1 : 0;
        this.cut(rows[row], b.left);
      }
      const room = Math.min(b.label, width - b.glyphRight - 5);
      if (side > 0 && !b.inside && room < b.least) side = 0;
      const p = {...b, k, row, side, labelLeft: b.textLeft ?? b.glyphRight + 5, room: b.inside || room, folded: []};
      const r = rows[row];
      r.last = p;
      r.hard = b.right;
      r.end = side > 0 && !b.inside ? Math.max(b.right, p.labelLeft + p.room) : b.right;
      placed.push(p);
    }
    return {placed, rows: rows.length};
  }

  // cut shortens the last label of a row so that it ends before x.
  cut(r, x) {
    if (r.end + GAP <= x || !r.last || r.last.side <= 0 || r.last.inside) return;
    r.last.room = x - GAP - r.last.labelLeft;
    if (r.last.room < r.last.least) r.last.side = 0;
  }

  // fold puts a mark that has no row of its own under the nearest point, or
  // under a bar where there is no point.
  fold(k, b, rows) {
    const ends = rows.filter(r => r.last);
    const points = ends.filter(r => !r.last.bar);
    const far = r => Math.abs(r.last.glyph - b.glyph);
    const best = (points.length ? points : ends).reduce((a, r) => a && far(a) <= far(r) ? a : r, null);
    if (!best) return;
    best.last.folded.push(k);
    best.hard = best.end = Math.max(best.hard, best.last.glyph + 9 + PILL);
  }

  // box measures a mark in pixels from the left of the plot; null when it is
  // out of view.
  box(k, x, width) {
    const open = k.from === null, on = k.to === null;
    const x0 = open ? -1 : x(k.from), x1 = on ? width + 1 : x(k.to);
    if (x1 < 0 || x0 > width) return null;
    const label = Math.min(MOST_LABEL, measure(this.date(k), 11, 400) + 6 + measure(this.title(k), 12, 400) + 4);
    if (k.form & SPAN) {
      const left = Math.max(x0, -8), right = Math.max(Math.min(x1, width + 8), left + 2);
      if (right - left < NARROW) {
        const glyph = (left + right) / 2;
        return {bar: true, narrow: true, x0: left, x1: right, glyph, left: Math.min(left, glyph - 7), right: Math.max(right, glyph + 7), label,
          glyphRight: Math.max(right, glyph + 7), inside: 0};
      }
      const inView = Math.min(right, width) - Math.max(left, 0);
      // A label longer than its bar stands after it, if there is room, or else
      // is shortened inside.
      const after = width - right - 5, within = inView - 34;
      const fits = within > label || after < label && within > after && within > measure(this.date(k), 11, 400) + 70;
      return {bar: true, x0: left, x1: right, left, right, glyph: Math.max(left, 0) + 12, label,
        glyphRight: fits ? Math.max(left, 0) + 20 : right,
        textLeft: fits ? Math.max(left, 0) + 22 : undefined, inside: fits ? Math.min(label, within) : 0};
    }
    // An exact day is a glyph alone, however wide the day is.
    const exact = k.to - k.from <= DAY && !(k.form & (DOUBTFUL | APPROXIMATE | DOTTED));
    const wide = open || on || !exact && x1 - x0 >= 16;
    const a = Math.max(x0, -8), b = Math.min(x1, width + 8);
    let glyph = (a + b) / 2;
    if (wide && b - a > label + 60) {
      // Far apart, glyph and label sit together in the middle.
      glyph = (Math.max(a, 0) + Math.min(b, width) - label - 10) / 2;
      return {wide, x0: a, x1: b, glyph, left: a, right: b, label, glyphRight: glyph + 7, textLeft: glyph + 13, inside: label};
    }
    if (glyph < -8 || glyph > width + 8) return null;
    return {wide, x0: a, x1: b, glyph, left: wide ? Math.min(a, glyph - 7) : glyph - 7, label,
      right: wide ? Math.max(b, glyph + 7) : glyph + 7,
      glyphRight: (wide ? Math.max(b, glyph + 7) : glyph + 7) + (k.form & DOUBTFUL ? 5 : 0), inside: 0};
  }

  title(k) { return k.event < 0 ? '' : page.titles[k.event].length > 90 ? clip(page.titles[k.event], 90) : page.titles[k.event]; }
  date(k) { return k.event < 0 ? '' : page.dates[k.event].length > 60 ? clip(page.dates[k.event], 60) : page.dates[k.event]; }

  // lay packs every lane for what is in view. Several series ask for it in one
  // drawing; only the first has it done.
  lay(params, api) {
    const {x: x0, y, width} = params.coordSys;
    const zero = api.coord([0, 0])[0], far = api.coord([1e13, 0])[0], view = [x0, y, width, zero, far].join();
    if (this.view === view) return;
    this.view = view;
    this.line = page.asOf ? api.coord([page.asOf.at * 1000, 0])[0] : NaN;
    const x = t => zero - x0 + (far - zero) * t / 1e13;
    this.at = new Map();
    this.bars = this.lanes.map((lane, n) => {
      const marks = this.byLane[n], bars = this.density(marks, x, width, lane.rows);
      if (bars) return bars;
      for (const p of this.pack(marks, x, width, lane.rows).placed) {
        p.y = y + lane.y + lane.head + LANE_PAD + p.row * ROW + ROW / 2;
        this.at.set(p.k.i, p);
      }
      return null;
    });
  }

  draw(params, api) {
    this.lay(params, api);
    const p = this.at.get(api.value(2));
    if (!p) return null;
    const dx = params.coordSys.x, k = p.k, colour = ink('--' + page.order[k.category]);
    const children = p.bar ? this.bar(p, dx, colour) : this.extent(p, dx, colour);
    const gx = dx + p.glyph;
    children.push(...glyph(gx, p.y, k, colour, p.bar && !p.narrow ? null : ink('--surface')));
    if (k.form & DOUBTFUL) children.push(text(gx + 6, p.y - 5, '?', {size: 11, weight: 700, fill: colour}));
    if (p.folded.length) {
      const n = '×' + (p.folded.length + 1), w = measure(n, 11, 400) + 10, left = gx + 9;
      children.push({...rect(left, p.y - 8, w, 16, {fill: ink('--hover')}, 8)}, text(left + w / 2, p.y, n, {size: 11, fill: ink('--text'), align: 'center'}));
    } else if (p.side !== 0 && k.event >= 0) {
      children.push(...this.label(p, dx));
    }
    // Something to point at, no smaller than a finger.
    children.push(rect(dx + p.left - 4, p.y - ROW / 2, Math.max(p.right - p.left + 8, 22), ROW, {fill: 'transparent'}));
    return group(children);
  }

  label(p, dx) {
    const date = this.date(p.k), wide = measure(date, 11, 400);
    let title = this.title(p.k);
    const halo = p.inside && p.bar ? null : ink('--surface');
    // An extent is interrupted behind a label inside it, the as-of line behind
    // any.
    const plate = (left, width) => p.inside && halo ? [rect(left - 4, p.y - 8, width + 8, 16, {fill: halo})]
      : halo && page.asOf && left - 4 < this.line && left + width + 4 > this.line ? [rect(this.line - 2, p.y - 9, 4, 18, {fill: halo})] : [];
    if (p.side > 0) {
      title = shorten(title, 12, p.room - wide - 8);
      const left = dx + p.labelLeft;
      return [...plate(left, wide + 6 + measure(title, 12, 400)), text(left, p.y, date, {size: 11, fill: ink('--text2'), halo}), text(left + wide + 6, p.y, title, {fill: ink('--text'), halo})];
    }
    title = shorten(title, 12, p.label - wide - 8);
    const right = dx + p.left - 5, start = right - measure(title, 12, 400);
    return [...plate(start - 6 - wide, right - start + 6 + wide), text(start - 6 - wide, p.y, date, {size: 11, fill: ink('--text2'), halo}), text(start, p.y, title, {fill: ink('--text'), halo})];
  }

  bar(p, dx, colour) {
    const {form} = p.k, left = dx + p.x0, right = dx + p.x1, width = right - left, y = p.y - 9;
    const fades = form & (OPEN_END | UNKNOWN_END | END_APPROXIMATE);
    const fill = fades ? {type: 'linear', x: 0, y: 0, x2: 1, y2: 0,
      colorStops: [{offset: 0, color: alpha(colour, .17)}, {offset: .82, color: alpha(colour, .17)}, {offset: 1, color: alpha(colour, 0)}]} : alpha(colour, .17);
    const shapes = [rect(left, y, width, 18, {fill})];
    if (p.x0 >= 0 && !(form & OPEN_START)) {
      shapes.push(form & (DOUBTFUL | APPROXIMATE) ? stroke([[left + 1, y], [left + 1, y + 18]], {stroke: colour, lineWidth: 2, lineDash: [4, 3]}) : rect(left, y, Math.min(3, width / 2), 18, {fill: colour}));
    }
    if (form & OPEN_END && p.x1 > 20) {
      for (const d of [14, 8]) shapes.push(stroke([[right - 8 - d, p.y - 4], [right - 4 - d, p.y], [right - 8 - d, p.y + 4]], {stroke: colour, lineWidth: 1.5}));
    } else if (form & UNKNOWN_END) {
      shapes.push(text(right - 14, p.y, '?', {size: 12, weight: 700, fill: colour}));
    } else if (!fades && width > 8) {
      shapes.push(form & END_DOUBTFUL ? stroke([[right - 1, y], [right - 1, y + 18]], {stroke: colour, lineWidth: 2, lineDash: [4, 3]}) : rect(right - 3, y, 3, 18, {fill: colour}));
    }
    return shapes;
  }

  extent(p, dx, colour) {
    if (!p.wide) return [];
    const {form} = p.k, left = dx + p.x0, right = dx + p.x1, shapes = [];
    if (form & APPROXIMATE) {
      shapes.push(rect(left, p.y - 5, right - left, 10, {fill: {type: 'linear', x: 0, y: 0, x2: 1, y2: 0, colorStops:
        [[0, 0], [.3, .5], [.7, .5], [1, 0]].map(([offset, a]) => ({offset, color: alpha(colour, a)}))}}));
      return shapes;
    }
    const dash = form & DOTTED ? {lineDash: [2, 4], lineWidth: 2} : {lineWidth: 1.5};
    shapes.push(stroke([[left, p.y], [right, p.y]], {stroke: colour, ...dash}));
    if (p.k.from !== null) shapes.push(stroke([[left, p.y - 4], [left, p.y + 4]], {stroke: colour, ...dash}));
    if (p.k.to !== null) shapes.push(stroke([[right, p.y - 4], [right, p.y + 4]], {stroke: colour, ...dash}));
    shapes.push({type: 'circle', shape: {cx: dx + p.glyph, cy: p.y, r: 9}, style: {fill: ink('--surface')}});
    return shapes;
  }

  // ruler draws the time axis: calendar divisions wide enough for their names,
  // and over them the periods they belong to.
  ruler(params, api) {
    const {x, y, width, height} = params.coordSys;
    const zero = api.coord([0, 0])[0], far = api.coord([1e13, 0])[0], perPixel = 1e13 / (far - zero);
    const at = t => zero + t / perPixel, from = (x - zero) * perPixel, to = (x + width - zero) * perPixel;
    const unit = units.find(u => u.length / perPixel >= u.room) || units.at(-1);
    const shapes = [stroke([[x - this.left, y - .5], [x + width, y - .5]], {stroke: ink('--line'), lineWidth: 1})];
    const lower = ticks(unit, from, to), upper = unit.over ? ticks(unit.over, from, to) : [];
    const major = new Set(upper);
    let last = -Infinity;
    for (const t of lower) {
      const px = Math.round(at(t)) + .5, next = at(unit.next(t)), words = unit.label(t);
      if (px >= x) shapes.push(stroke([[px, major.has(t) || !unit.over ? y - 6 : y], [px, y + height]], {stroke: ink(major.has(t) ? '--gridMajor' : '--grid'), lineWidth: 1}));
      const left = px + 4, w = measure(words, 11, unit.over ? 400 : 700);
      if (px >= x && left > last && left + w <= Math.min(x + width, Math.max(next, left + w))) {
        shapes.push(text(left, y - 11, words, {size: 11, weight: unit.over ? 400 : 700, fill: ink('--text2')}));
        last = left + w + 6;
      }
    }
    upper.forEach((t, i) => {
      // The name of a period stays in view while any of it is.
      const left = Math.max(at(t), x) + 4, right = Math.min(i + 1 < upper.length ? at(upper[i + 1]) : x + width, x + width);
      const words = unit.over.label(t);
      if (left + measure(words, 11, 700) + 4 <= right) shapes.push(text(left, y - 28, words, {size: 11, weight: 700, fill: ink('--text')}));
    });
    return {...group(shapes), silent: true};
  }

  // lane draws a lane's border and its name.
  lane(params, api) {
    this.lay(params, api);
    const n = api.value(2), lane = this.lanes[n], {x, y, width} = params.coordSys;
    const bottom = y + lane.y + lane.height, bars = this.bars[n], histogram = [];
    if (bars) {
      // Bars stand to the lane's own peak, which is written beside them.
      const peak = bars.reduce((a, b) => Math.max(a, b)), high = lane.rows * ROW, foot = bottom - LANE_PAD;
      let d = '';
      bars.forEach((n, i) => { if (n) d += 'M' + (x + i * BIN) + ' ' + foot + 'v' + -Math.max(n / peak * high, 1).toFixed(1) + 'h' + BIN + 'V' + foot + 'Z'; });
      histogram.push({type: 'path', shape: {pathData: d}, style: {fill: ink('--sequential4')}},
        text(x - 10, y + lane.y + lane.head + LANE_PAD + ROW * 1.5, this.narrow ? '' : 'up to ' + count(peak) + ' at once', {size: 11, fill: ink('--text3'), align: 'right'}));
    }
    return {silent: true, ...group([...histogram,
      stroke([[x - this.left, Math.round(bottom) + .5], [x + width, Math.round(bottom) + .5]], {stroke: ink('--line'), lineWidth: 1}),
      text(x - this.left, y + lane.y + (this.narrow ? 14 : LANE_PAD + ROW / 2), shorten(this.names[n], 12, (this.narrow ? width : this.left - 34)),
        {weight: 700, fill: ink('--text')}),
      ...(this.narrow ? [] : [text(x - 10, y + lane.y + LANE_PAD + ROW / 2, count(this.byLane[n].length), {size: 11, fill: ink('--text3'), align: 'right'})]),
    ])};
  }

  // asOf draws the as-of date over everything.
  asOf(params, api) {
    const {x, y, width, height} = params.coordSys, at = api.coord([page.asOf.at * 1000, 0])[0];
    if (at < x || at > x + width) return null;
    const w = measure(page.asOf.label, 11, 700) + 18, left = Math.min(Math.max(at - w / 2, x), x + width - w);
    return {silent: true, ...group([
      rect(at, y, x + width - at, height, {fill: ink('--shade')}),
      rect(at - 1, y - TOP + 18, 2, height + TOP - 18, {fill: ink('--accent')}),
      rect(left, y - TOP, w, 18, {fill: ink('--accent')}, 9),
      text(left + w / 2, y - TOP + 9, page.asOf.label, {size: 11, weight: 700, fill: ink('--accentText'), align: 'center'}),
    ])};
  }

  tooltip(i) {
    const p = this.at?.get(i), k = this.marks[i];
    const one = e => e.event < 0 ? '' : '<span>' + html(this.date(e)) + '</span> <bdi>' + html(clip(page.titles[e.event], 120)) + '</bdi>';
    if (p?.folded.length) {
      const all = [k, ...p.folded];
      return tip(all.length + ' events close together', ...all.slice(0, 8).map(one), ...(all.length > 8 ? ['<span>' + count(all.length - 8) + ' more</span>'] : []));
    }
    const kind = page.glyphs[page.order[k.category]].name + (k.form & DEADLINE ? ', deadline' : '');
    return tip(k.event < 0 ? this.names[k.lane] : page.titles[k.event],
      '<span>' + html(k.event < 0 ? '' : page.dates[k.event]) + ' · ' + html(kind) + '</span>', '<span><bdi>' + html(clip(this.names[k.lane], 80)) + '</bdi></span>');
  }
}
