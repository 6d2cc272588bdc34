// Where the marks of a lane stand. A lane shows each of its marks while there is
// room for them, with labels as far as those fit, and else how many there are.

// Sizes in pixels.
const ROW = 22, LANE_PAD = 9, GAP = 10; // height of a row, air of a lane, air between marks
const MOST_ROWS = 7, DENSE_ROWS = 3; // of a lane of marks, of a lane of bars
const LEAST_TITLE = 64, MOST_LABEL = 420; // widths worth writing in, and not to exceed
const NARROW = 26; // a bar under this is a glyph
const PILL = 30; // "×12"
const BIN = 2, PER_MARK = 16; // width of a bar of a dense lane, width that a mark wants on average

const fresh = {end: -Infinity, hard: -Infinity};

// A Layout places marks for a width. words(i) gives the date and the title of
// mark i; line is where the as-of date stands, NaN for nowhere.
class Layout {
  constructor(marks, words) { Object.assign(this, {marks, words}); }

  // crowd counts the marks that begin in each bin of two pixels, when more begin
  // in view than rows can show one by one; else it is null.
  crowd(all, x, width, rows) {
    if (all.length * PER_MARK <= rows * width) return null;
    const bins = new Uint32Array(Math.ceil(width / BIN)), {from, to} = this.marks;
    let n = 0;
    for (const i of all) {
      const at = x(from[i] === from[i] ? from[i] : to[i]);
      if (!(at >= 0 && at < width)) continue;
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
  pack(all, x, width, most, line) {
    const placed = [], rows = [];
    const crosses = (from, to) => from < line + 4 && to > line - 4;
    const find = free => {
      let row = rows.findIndex(free);
      if (row < 0 && rows.length < most && free(fresh)) row = rows.push({end: -Infinity, hard: -Infinity}) - 1;
      return row;
    };
    for (const i of all) {
      const b = this.box(i, x, width);
      if (!b) continue;
      b.least = Math.min(b.label, measure(b.date, 11, 400) + LEAST_TITLE);
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
        if (row < 0) { this.fold(b, rows); continue; }
        side = rows[row].end + GAP <= b.left || rows[row].last.side > 0 ? 1 : 0;
        this.cut(rows[row], b.left);
      }
      const room = Math.min(b.label, width - b.glyphRight - 5);
      if (side > 0 && !b.inside && room < b.least) side = 0;
      Object.assign(b, {row, side, labelLeft: b.textLeft ?? b.glyphRight + 5, room: b.inside || room, folded: []});
      const r = rows[row];
      r.last = b;
      r.hard = b.right;
      r.end = side > 0 && !b.inside ? Math.max(b.right, b.labelLeft + b.room) : b.right;
      placed.push(b);
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
  fold(b, rows) {
    const ends = rows.filter(r => r.last);
    const points = ends.filter(r => !r.last.bar);
    const far = r => Math.abs(r.last.glyph - b.glyph);
    const best = (points.length ? points : ends).reduce((a, r) => a && far(a) <= far(r) ? a : r, null);
    if (!best) return;
    best.last.folded.push(b.i);
    best.hard = best.end = Math.max(best.hard, best.last.glyph + 9 + PILL);
  }

  // box measures a mark in pixels from the left of the plot; null when it is
  // out of view.
  box(i, x, width) {
    const from = this.marks.from[i], to = this.marks.to[i], form = this.marks.form[i];
    const open = from !== from, on = to !== to;
    const x0 = open ? -1 : x(from), x1 = on ? width + 1 : x(to);
    if (x1 < 0 || x0 > width) return null;
    const {date, title} = this.words(i);
    const label = Math.min(MOST_LABEL, measure(date, 11, 400) + 6 + measure(title, 12, 400) + 4);
    const b = {i, date, title, label, form};
    if (form & SPAN) {
      const left = Math.max(x0, -8), right = Math.max(Math.min(x1, width + 8), left + 2);
      if (right - left < NARROW) {
        const glyph = (left + right) / 2;
        return Object.assign(b, {bar: true, narrow: true, x0: left, x1: right, glyph, left: Math.min(left, glyph - 7), right: Math.max(right, glyph + 7),
          glyphRight: Math.max(right, glyph + 7), inside: 0});
      }
      const inView = Math.min(right, width) - Math.max(left, 0);
      // A label longer than its bar stands after it, if there is room, or else
      // is shortened inside.
      const after = width - right - 5, within = inView - 34;
      const fits = within > label || after < label && within > after && within > measure(date, 11, 400) + 70;
      return Object.assign(b, {bar: true, onward: x1 > width + 8, x0: left, x1: right, left, right, glyph: Math.max(left, 0) + 12,
        glyphRight: fits ? Math.max(left, 0) + 20 : right,
        textLeft: fits ? Math.max(left, 0) + 22 : undefined, inside: fits ? Math.min(label, within) : 0});
    }
    // An exact day is a glyph alone, however wide the day is.
    const exact = to - from <= DAY && !(form & (DOUBTFUL | APPROXIMATE | DOTTED));
    const wide = open || on || !exact && x1 - x0 >= 16;
    const a = Math.max(x0, -8), z = Math.min(x1, width + 8);
    b.onward = x1 > width + 8;
    let glyph = (a + z) / 2;
    if (wide && z - a > label + 60) {
      // Far apart, glyph and label sit together in the middle.
      glyph = (Math.max(a, 0) + Math.min(z, width) - label - 10) / 2;
      return Object.assign(b, {wide, x0: a, x1: z, glyph, left: a, right: z, glyphRight: glyph + 7, textLeft: glyph + 13, inside: label});
    }
    if (glyph < -8 || glyph > width + 8) return null;
    const right = wide ? Math.max(z, glyph + 7) : glyph + 7;
    return Object.assign(b, {wide, x0: a, x1: z, glyph, left: wide ? Math.min(a, glyph - 7) : glyph - 7, right,
      glyphRight: right + (form & DOUBTFUL ? 5 : 0), inside: 0});
  }
}
