// Shapes in the terms of ECharts.

const text = (x, y, words, style) => ({type: 'text', x, y, silent: true,
  style: {text: words, font: (style.weight || 400) + ' ' + (style.size || 12) + 'px ' + font, fill: style.fill,
    align: style.align || 'left', verticalAlign: 'middle', ...(style.halo ? {stroke: style.halo, lineWidth: 3} : {})}});
// A group's children are made anew each time: ECharts would merge them into
// those of the last drawing one by one, and what a style does not name would
// stay from another shape.
const group = children => ({type: 'group', $mergeChildren: false, children});
const rect = (x, y, width, height, style, r) => ({type: 'rect', shape: {x, y, width, height, r: r || 0}, style});
const stroke = (points, style) => ({type: 'polyline', shape: {points}, style: {fill: 'none', ...style}});

// glyph draws a category's silhouette, or its outline when the date is in doubt.
function glyph(x, y, k, colour, halo) {
  const shape = page.glyphs[page.order[k.category]], scale = 13 / 12;
  const path = (d, style) => ({type: 'path', x, y, scaleX: scale, scaleY: scale, shape: {pathData: d}, style});
  const shapes = [];
  if (halo) shapes.push(path(shape.path, {fill: halo, stroke: halo, lineWidth: 4}));
  if (k.form & DOUBTFUL) {
    shapes.push(path(shape.path, {fill: ink('--surface'), stroke: colour, lineWidth: 1.4}));
  } else {
    shapes.push(path(shape.path, {fill: colour}));
    if (shape.cut) shapes.push(path(shape.cut, {fill: ink('--surface')}));
  }
  return shapes;
}

function alpha(colour, a) {
  const n = parseInt(colour.slice(1, 7), 16);
  return 'rgba(' + (n >> 16) + ',' + (n >> 8 & 255) + ',' + (n & 255) + ',' + a + ')';
}
