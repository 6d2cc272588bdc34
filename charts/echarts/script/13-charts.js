// The charts that ECharts draws. It is put into the page when the first of them
// is to be drawn.

let titleOf = () => ''; // of an event by its number, once the page has its words

// words are a tooltip as ECharts takes it: markup.
function words(point) {
  if (!point) return '';
  const row = (a, b) => '<p><bdi>' + html(clip(a, 90)) + '</bdi>' + (b ? '<i>' + html(b) + '</i>' : '') + '</p>';
  const titles = (point.e || []).map(titleOf).filter(Boolean).map(title => row(title));
  return '<div class="words"><p><b><bdi>' + html(clip(point.h, 200)) + '</bdi></b>' + (point.c ? '<i>' + html(point.c) + '</i>' : '') + '</p>' +
    titles.join('') + (point.r || []).map(([a, b]) => row(a, b)).join('') + '</div>';
}

async function library() {
  const source = new TextDecoder().decode(await unpack('chancery-library'));
  document.head.append(make('script', {textContent: source}));
}

const MANY = 4000; // data from which a canvas is quicker than elements

class Chart {
  constructor(chart, box) {
    Object.assign(this, {chart, box, off: new Set()});
    legend(this);
    this.opens = Object.values(chart.points).some(points => points.some(p => p.o));
    if (chart.bins?.labels.length > 6) this.tools([['Earlier', () => this.pan(-.5)], ['Later', () => this.pan(.5)], ['Zoom in', () => this.zoom(.5)],
      ['Zoom out', () => this.zoom(2)], ['Whole period', () => this.zoom(1e9)]]);
    else if (chart.kind === 'network') this.tools([['Zoom in', () => this.roam(1.4)], ['Zoom out', () => this.roam(1 / 1.4)], ['Whole network', () => this.paint()]]);
    else this.tools([]);
    this.keys();
  }

  paint(width = this.box.clientWidth) {
    const {chart, box} = this, option = coloured(chart.option), narrow = width < 620;
    const height = kinds[chart.kind](chart, option, width, narrow);
    option.tooltip.formatter ??= p => words(chart.points[p.seriesId]?.[p.dataIndex]);
    Object.assign(option.tooltip, {confine: true, borderWidth: 0, padding: [8, 12], textStyle: {color: ink('--tipText'), fontSize: 12, fontFamily: font}, extraCssText: 'border-radius:6px;box-shadow:none'});
    option.textStyle = {fontFamily: font};
    Object.assign(option.legend, {selected: Object.fromEntries([...this.off].map(id => [id, false]))});
    if (chart.bins) {
      const custom = option.series.some(s => s.type === 'custom');
      // The wheel scrolls the page, and zooms with Ctrl.
      option.dataZoom = [{type: 'inside', xAxisIndex: 0, zoomOnMouseWheel: 'ctrl', moveOnMouseMove: true, filterMode: custom ? 'none' : 'filter', ...this.zoomed()}];
    }
    box.style.height = height + 'px';
    // SVG is sharp in print and its text can be read by tools.
    if (!this.view) {
      const data = option.series.reduce((n, s) => n + (s.data?.length || 0) + (s.links?.length || 0), 0);
      this.view = echarts.init(box, null, {renderer: data > MANY ? 'canvas' : 'svg', width, height});
      this.view.on('datazoom', () => this.rename());
      this.view.on('click', p => open(this.pointed(p)));
      // Beside the bars of a bin is the bin.
      this.view.getZr().on('click', e => {
        if (e.target || !chart.points.bins || !this.view.containPixel('grid', [e.offsetX, e.offsetY])) return;
        open(chart.points.bins[this.view.convertFromPixel({xAxisIndex: 0}, e.offsetX)]);
      });
    }
    this.view.resize({width, height, silent: true});
    this.view.setOption(option, {notMerge: true});
    this.width = width;
  }

  // pointed is the point of what the pointer is on, by an event of ECharts.
  pointed(p) {
    const {points, names} = this.chart;
    if (p.componentType === 'series') return (p.dataType === 'edge' ? points.edges : points[p.seriesId])?.[p.dataIndex];
    if (p.targetType === 'axisLabel') return (points.rows || points.bars || points.boxes)?.[names.indexOf(p.value)];
  }

  // keys walk the data of the series with the arrows, and open one with Enter or
  // Space.
  keys() {
    const {box, chart} = this;
    let at = null;
    box.tabIndex = 0;
    box.addEventListener('keydown', e => {
      const series = this.view.getOption().series.map((s, i) => [i, s.id]).filter(([, id]) => chart.points[id]);
      const step = {ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0]}[e.key];
      if (step && series.length) {
        at = at ? [(at[0] + step[0] + series.length) % series.length, at[1] + step[1]] : [0, 0];
        const [seriesIndex, id] = series[at[0]], last = chart.points[id].length - 1;
        at[1] = Math.min(Math.max(at[1], 0), last);
        this.view.dispatchAction({type: 'downplay'});
        this.view.dispatchAction({type: 'highlight', seriesIndex, dataIndex: at[1]});
        this.view.dispatchAction({type: 'showTip', seriesIndex, dataIndex: at[1]});
      } else if (at && (e.key === 'Enter' || e.key === ' ')) {
        open(chart.points[series[at[0]][1]][at[1]]);
      } else if (at && e.key === 'Escape') {
        this.view.dispatchAction({type: 'hideTip'});
        this.view.dispatchAction({type: 'downplay'});
        at = null;
      } else return;
      e.preventDefault();
    });
  }

  // zoomed is which part of the time is in view, in percent.
  zoomed() {
    const {start = 0, end = 100} = this.view?.getOption()?.dataZoom?.[0] || {};
    return {start, end};
  }

  zoom(factor) {
    const {start, end} = this.zoomed(), least = 300 / this.chart.bins.labels.length;
    const span = Math.min(Math.max((end - start) * factor, least), 100);
    const from = Math.min(Math.max((start + end - span) / 2, 0), 100 - span);
    this.view.dispatchAction({type: 'dataZoom', start: from, end: from + span});
  }

  pan(part) {
    const {start, end} = this.zoomed(), span = end - start, from = Math.min(Math.max(start + span * part, 0), 100 - span);
    this.view.dispatchAction({type: 'dataZoom', start: from, end: from + span});
  }

  // rename writes the axis of time anew for what is in view.
  rename() {
    const {startValue, endValue} = this.view.getOption().dataZoom[0], grid = this.view.getModel().getComponent('grid').coordinateSystem.getRect();
    const option = {xAxis: [{axisLabel: {}}]};
    timeAxis(this.chart, option, grid.width, startValue, endValue, this.chart.kind !== 'heat');
    this.view.setOption(option, {lazyUpdate: true});
  }

  roam(zoom) {
    this.view.dispatchAction({type: 'graphRoam', seriesIndex: 0, zoom, originX: this.width / 2, originY: this.view.getHeight() / 2});
  }

  tools(all) {
    const at = byID(this.chart.id.replace('chart-', 'tools-'));
    for (const [words, act] of all) {
      const button = make('button', {type: 'button', textContent: words});
      button.addEventListener('click', act);
      at?.append(button);
    }
    if (this.opens) at?.append(make('span', {className: 'hint'}, 'Click for the events.'));
  }
}

// open lists the events that a datum counts, and says so above them.
function open(point) {
  if (!point?.o || !listing) return;
  const kept = new Uint8Array(listing.table.rows), of = byID('events-of') || make('p', {id: 'events-of', className: 'note'});
  let at = 0;
  for (const step of point.o) kept[at += step] = 1;
  const all = make('button', {type: 'button', textContent: 'Show all events'});
  all.addEventListener('click', () => { listing.keep(null); of.remove(); });
  const rows = point.r?.length === 1 && point.c ? ', ' + point.r[0][1] : '';
  of.setAttribute('aria-live', 'polite');
  of.replaceChildren(make('b', {}, make('bdi', {}, clip(point.h, 200))), rows + ': ' + plural(point.o.length, 'event', 'events') + ' ', all);
  byID('heading-events').after(of);
  listing.keep(kept);
  byID('events').scrollIntoView({behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'});
}

// legend says what colours mean. The series of a chart can be left out by it.
function legend(chart) {
  const {id, legend: l, names, option} = chart.chart, at = byID(id.replace('chart-', 'legend-'));
  if (!l || !at) return;
  if (l.inks) {
    const swatch = ink => make('i', {style: 'background:var(' + ink + ')'});
    at.append(make('span', {}, l.low), ...l.inks.map(swatch), make('span', {}, l.high));
    if (l.none) at.append(swatch('--text3'), make('span', {}, 'no scores'));
    return;
  }
  const single = option.series.length < names.length; // events one by one
  names.forEach((name, i) => {
    const glyph = byID('glyph-template').content.firstElementChild.cloneNode(true);
    glyph.classList.add(l.glyphs[i]);
    glyph.firstElementChild.setAttribute('href', '#glyph-' + l.glyphs[i]);
    if (single) return at.append(make('span', {className: 'named'}, glyph, name));
    const series = 'series' + i, button = make('button', {type: 'button', className: 'toggle'}, glyph, name);
    button.setAttribute('aria-pressed', 'true');
    button.addEventListener('click', () => {
      if (!chart.off.delete(series)) chart.off.add(series);
      button.setAttribute('aria-pressed', String(!chart.off.has(series)));
      chart.view.dispatchAction({type: 'legendToggleSelect', name: series});
    });
    at.append(button);
  });
}
