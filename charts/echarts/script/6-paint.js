// Painting, and painting again when the theme, the width or the medium changes.

const drawn = [];

function paint(entry, width) {
  const {chart, box} = entry;
  width ||= box.clientWidth;
  const option = coloured(chart.option);
  const height = kinds[chart.kind](chart, option, width, width < 620);
  Object.assign(option.tooltip, {confine: true, borderWidth: 0, padding: [8, 12], textStyle: {color: ink('--tipText'), fontSize: 12, fontFamily: font}, extraCssText: 'border-radius:6px;box-shadow:none'});
  option.textStyle = {fontFamily: font};
  const zoom = entry.view?.getOption()?.dataZoom?.[0];
  if (zoom) for (const z of option.dataZoom) Object.assign(z, {start: zoom.start, end: zoom.end});
  box.style.height = height + 'px';
  if (!entry.view) {
    // SVG is sharp in print and its text can be read by tools; with very many
    // marks only a canvas is fast enough.
    entry.view = echarts.init(box, null, {renderer: (chart.marks?.lane.length || 0) > 5000 ? 'canvas' : 'svg', width, height});
    entry.view.on('click', p => chart.kind === 'timeline' && open(chart.timeline.marks[p.value[2]].event));
  }
  entry.view.resize({width, height, silent: true});
  entry.view.setOption(option, {notMerge: true});
  entry.width = width;
}

// open shows an event of the timeline in the table.
function open(event) {
  const row = event >= 0 && event < page.rows ? document.getElementById('event-' + (event + 1)) : null;
  if (!row) return;
  document.querySelectorAll('tr.hit').forEach(r => r.classList.remove('hit'));
  row.classList.add('hit');
  row.scrollIntoView({block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'});
}

function repaint(width) {
  inks = {};
  for (const entry of drawn) paint(entry, width);
}

// controls are buttons for those who have no wheel: the chart alone cannot be
// reached by keyboard.
function controls(entry) {
  const at = document.getElementById(entry.chart.id.replace('chart-', 'legend-'));
  if (!at || entry.chart.kind !== 'timeline') return;
  const zoom = factor => () => {
    const {start, end} = entry.view.getOption().dataZoom[0], middle = (start + end) / 2, half = Math.min((end - start) * factor / 2, 50);
    const from = Math.min(Math.max(middle - half, 0), 100 - 2 * half);
    entry.view.dispatchAction({type: 'dataZoom', start: from, end: from + 2 * half});
  };
  const pan = part => () => {
    const {start, end} = entry.view.getOption().dataZoom[0], d = Math.min(Math.max((end - start) * part, -start), 100 - end);
    entry.view.dispatchAction({type: 'dataZoom', start: start + d, end: end + d});
  };
  for (const [words, act] of [['Earlier', pan(-.5)], ['Later', pan(.5)], ['Zoom in', zoom(.5)], ['Zoom out', zoom(2)], ['Whole period', zoom(1e9)]]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words;
    button.addEventListener('click', act);
    at.append(button);
  }
  const hint = document.createElement('span');
  hint.className = 'hint';
  hint.textContent = 'Drag to move, Ctrl and wheel to zoom, click for the event below.';
  at.append(hint);
}

document.querySelectorAll('details.numbers').forEach(d => { d.open = false; });
for (const chart of page.charts || []) {
  const box = document.getElementById(chart.id);
  box.hidden = false;
  const entry = {chart, box};
  drawn.push(entry);
  paint(entry);
  controls(entry);
  box.parentElement.classList.add('painted');
}

new ResizeObserver(() => {
  for (const entry of drawn) if (!root.classList.contains('print') && entry.box.clientWidth && entry.box.clientWidth !== entry.width) paint(entry);
}).observe(document.body);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => repaint());
addEventListener('beforeprint', () => { root.classList.add('print'); repaint(680); });
addEventListener('afterprint', () => { root.classList.remove('print'); repaint(); });
