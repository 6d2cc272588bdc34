// Axes and shapes that several kinds of charts share.

// The keys of options that hold colours. Only these are looked at, so that no
// text of the archive is taken for one.
const colourKeys = new Set(['color', 'backgroundColor', 'borderColor']);

// coloured copies an option with the colours that the names of custom
// properties stand for.
const coloured = option => Array.isArray(option) ? option.map(coloured)
  : option === null || typeof option !== 'object' ? option
  : Object.fromEntries(Object.entries(option).map(([key, value]) =>
    [key, colourKeys.has(key) && typeof value === 'string' && value.startsWith('--') ? ink(value) : coloured(value)]));

const seriesOf = (option, id) => option.series.find(s => s.id === id);

// Room at the left for names: as much as they need or, along time, as a timeline
// on the same page takes, so that both share their axis.
const nameRoom = (names, narrow, timed) => {
  if (narrow) return 110;
  return timed && page.timeline ? 168 : Math.min(Math.max(...names.map(name => measure(clip(name, 60), 12, 400)), 60) + 20, 236);
};

// rowAxis writes the names of rows at the left.
function rowAxis(option, left) {
  Object.assign(option.yAxis[0], {axisTick: {show: false}, triggerEvent: true});
  Object.assign(option.yAxis[0].axisLabel, {width: left - 12, overflow: 'truncate', fontSize: 12, margin: 10, color: ink('--text')});
}

// valueAxis writes what the chart has to say at some values.
function valueAxis(axis, {values, texts}) {
  Object.assign(axis, {axisTick: {show: false}, interval: axis.max - axis.min});
  Object.assign(axis.axisLabel, {customValues: values, showMinLabel: true, showMaxLabel: true, fontSize: 11, color: ink('--text3'),
    formatter: v => texts[values.findIndex(x => Math.abs(x - v) < 1e-6)] ?? ''});
  axis.axisTick.customValues = values;
  axis.splitLine = {show: false};
}

// valueLines are lines across the plot at the values that are written.
const valueLines = values => ({silent: true, z: 0, symbol: 'none', animation: false, label: {show: false},
  data: values.map(v => ({yAxis: v, lineStyle: {type: 'solid', width: 1, color: ink(v === 0 ? '--outline' : '--grid')}}))});

// timeAxis writes the larger periods where they begin, as many as there is room
// for, in a plot of a width; or each bin, when few are in view. What is in view
// are bins from first to last.
function timeAxis(chart, option, plot, first = 0, last = chart.bins.labels.length - 1, lines = true) {
  const {labels, ticks} = chart.bins, cell = plot / (last - first + 1);
  const wide = text => measure(text, 11, 700) + 10, each = first > 0 || last < labels.length - 1;
  const all = each && labels.slice(first, last + 1).every(text => wide(text) < cell);
  // Ticks too near to the one before are left out; but the first is often of a
  // period that began earlier, and gives way to the second.
  const second = ticks.findIndex((tick, i) => i > first && tick);
  let end = -Infinity;
  const shown = ticks.map((tick, i) => {
    const x = (i - first) * cell;
    if (i < first || i > last) return false;
    if (all) return true;
    if (!tick || x < end || x + wide(tick) > plot + 8 || i === first && second > first && (second - first) * cell < wide(tick)) return false;
    end = x + wide(tick);
    return true;
  });
  Object.assign(option.xAxis[0], {axisTick: {show: false}, splitLine: {show: lines, interval: i => Boolean(ticks[i]), lineStyle: {color: ink('--gridMajor')}}});
  Object.assign(option.xAxis[0].axisLabel, {interval: i => shown[i], formatter: (_, i) => all ? labels[i] : ticks[i], align: 'left', margin: 8,
    fontWeight: 700, fontSize: 11, padding: [0, 0, 0, -cell / 2 + (lines ? 4 : 0)], color: ink('--text2'), hideOverlap: false});
}

// A place along time, from a bin and the part of it that has passed.
const along = (api, bin, part) => api.coord([bin, 0])[0] + (part - .5) * api.size([1, 0])[0];

// glyphShape is the silhouette of a category, with a thin halo.
function glyphShape(category, x, y, size = 11) {
  const glyph = page.glyphs[page.order[category]], scale = size / 12, place = {x, y, scaleX: scale, scaleY: scale};
  const path = (d, fill, halo) => ({type: 'path', ...place, shape: {pathData: d}, style: {fill, stroke: halo, lineWidth: halo ? 2.5 : 0, strokeFirst: true}});
  const whole = path(glyph.path, ink('--' + page.order[category]), ink('--surface'));
  return glyph.cut ? {type: 'group', children: [whole, path(glyph.cut, ink('--surface'))]} : whole;
}

const lineShape = (x1, y1, x2, y2, stroke, lineWidth, more) => ({type: 'line', shape: {x1, y1, x2, y2}, style: {stroke, lineWidth, ...more}});
const rectShape = (x, y, width, height, fill, r = 0) => ({type: 'rect', shape: {x, y, width, height, r}, style: {fill}});
const discShape = (cx, cy, r, fill, more) => ({type: 'circle', shape: {cx, cy, r}, style: {fill, ...more}});
const textShape = (x, y, text, fill, more) => ({type: 'text', x, y, silent: true, style: {text: plain(text), fill, font: '11px ' + font, ...more}});

// area is the rectangle of the plot.
const area = params => ({...params.coordSys, right: params.coordSys.x + params.coordSys.width, bottom: params.coordSys.y + params.coordSys.height});
