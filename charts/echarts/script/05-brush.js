// Drawing on a canvas: the marks as the program itself draws them.

class Brush {
  constructor(ctx) { this.ctx = ctx; this.paths = {}; }

  rect(x, y, w, h, fill, r = 0) {
    const c = this.ctx;
    c.fillStyle = fill;
    if (!r) return c.fillRect(x, y, w, h);
    c.beginPath();
    c.roundRect(x, y, w, h, r);
    c.fill();
  }

  line(points, colour, width = 1, dash = []) {
    const c = this.ctx;
    c.beginPath();
    points.forEach(([x, y], i) => i ? c.lineTo(x, y) : c.moveTo(x, y));
    c.strokeStyle = colour;
    c.lineWidth = width;
    c.setLineDash(dash);
    c.stroke();
  }

  text(x, y, words, {size = 12, weight = 400, fill, align = 'left', halo} = {}) {
    const c = this.ctx;
    c.font = weight + ' ' + size + 'px ' + font;
    c.textAlign = align;
    c.textBaseline = 'middle';
    if (halo) {
      c.strokeStyle = halo;
      c.lineWidth = 3;
      c.lineJoin = 'round';
      c.setLineDash([]);
      c.strokeText(words, x, y);
    }
    c.fillStyle = fill;
    c.fillText(words, x, y);
  }

  // fade fills a rectangle with a colour whose strength runs through stops.
  fade(x, y, w, h, colour, stops) {
    const g = this.ctx.createLinearGradient(x, 0, x + w, 0);
    for (const [at, a] of stops) g.addColorStop(at, alpha(colour, a));
    this.rect(x, y, w, h, g);
  }

  // glyph draws the silhouette of a category, or its outline when the date is
  // in doubt.
  glyph(x, y, category, hollow, halo) {
    const c = this.ctx, key = page.order[category], colour = ink('--' + key);
    const shape = this.paths[key] ??= {fill: new Path2D(page.glyphs[key].path), cut: page.glyphs[key].cut && new Path2D(page.glyphs[key].cut)};
    c.save();
    c.translate(x, y);
    c.scale(13 / 12, 13 / 12);
    c.setLineDash([]);
    if (halo) {
      c.fillStyle = c.strokeStyle = halo;
      c.lineWidth = 4;
      c.stroke(shape.fill);
      c.fill(shape.fill);
    }
    if (hollow) {
      c.fillStyle = ink('--surface');
      c.strokeStyle = colour;
      c.lineWidth = 1.4;
      c.fill(shape.fill);
      c.stroke(shape.fill);
    } else {
      c.fillStyle = colour;
      c.fill(shape.fill);
      if (shape.cut) {
        c.fillStyle = ink('--surface');
        c.fill(shape.cut);
      }
    }
    c.restore();
  }

  // bar draws a span, of which b says where; y is the middle of its row.
  bar(b, dx, y, colour) {
    const {form} = b, left = dx + b.x0, right = dx + b.x1, width = right - left, top = y - 9;
    const fades = form & (OPEN_END | UNKNOWN_END | END_APPROXIMATE);
    if (fades) this.fade(left, top, width, 18, colour, [[0, .17], [.82, .17], [1, 0]]);
    else this.rect(left, top, width, 18, alpha(colour, .17));
    if (b.x0 >= 0 && !(form & OPEN_START)) {
      if (form & (DOUBTFUL | APPROXIMATE)) this.line([[left + 1, top], [left + 1, top + 18]], colour, 2, [4, 3]);
      else this.rect(left, top, Math.min(3, width / 2), 18, colour);
    }
    if (b.onward && !(form & OPEN_END)) {
      // It ends beyond the view, where no end may be drawn.
      this.line([[right - 14, y - 4], [right - 10, y], [right - 14, y + 4]], colour, 1.5);
    } else if (form & OPEN_END && b.x1 > 20) {
      for (const d of [14, 8]) this.line([[right - 8 - d, y - 4], [right - 4 - d, y], [right - 8 - d, y + 4]], colour, 1.5);
    } else if (form & UNKNOWN_END) {
      this.text(right - 14, y, '?', {weight: 700, fill: colour});
    } else if (!fades && width > 8) {
      if (form & END_DOUBTFUL) this.line([[right - 1, top], [right - 1, top + 18]], colour, 2, [4, 3]);
      else this.rect(right - 3, top, 3, 18, colour);
    }
  }

  // extent draws how far the date of a point reaches.
  extent(b, dx, y, colour) {
    const {form} = b, left = dx + b.x0, right = dx + b.x1;
    if (form & APPROXIMATE) return this.fade(left, y - 5, right - left, 10, colour, [[0, 0], [.3, .5], [.7, .5], [1, 0]]);
    const [width, dash] = form & DOTTED ? [2, [2, 4]] : [1.5, []];
    this.line([[left, y], [right, y]], colour, width, dash);
    if (!(form & NO_START) && b.x0 > -8) this.line([[left, y - 4], [left, y + 4]], colour, width, dash);
    if (!(form & NO_END) && !b.onward) this.line([[right, y - 4], [right, y + 4]], colour, width, dash);
    this.ctx.beginPath();
    this.ctx.arc(dx + b.glyph, y, 9, 0, 7);
    this.ctx.fillStyle = ink('--surface');
    this.ctx.fill();
  }

  // label writes date and title of a placed mark; line is where the as-of date
  // stands.
  label(b, dx, y, line, bold) {
    const wide = measure(b.date, 11, 400), halo = b.inside && b.bar ? null : ink('--surface');
    // An extent is interrupted behind a label inside it, the as-of line behind
    // any.
    const plate = (left, width) => {
      if (b.inside && halo) this.rect(left - 4, y - 8, width + 8, 16, halo);
      else if (halo && left - 4 < line && left + width + 4 > line) this.rect(line - 2, y - 9, 4, 18, halo);
    };
    const title = shorten(b.title, 12, (b.side > 0 ? b.room : b.label) - wide - 8), long = measure(title, 12, 400);
    const start = b.side > 0 ? dx + b.labelLeft : dx + b.left - 5 - long - 6 - wide;
    plate(start, wide + 6 + long);
    this.text(start, y, b.date, {size: 11, fill: ink('--text2'), halo});
    this.text(start + wide + 6, y, title, {weight: bold ? 700 : 400, fill: ink('--text'), halo});
  }
}
