// Beginning, and painting again when the theme, the width or the medium changes.

const charts = [];
let timeline = null, listing = null;

// Every part is drawn as soon as it can be: the timeline needs neither the words
// of the events nor ECharts. Pictures of the other charts stand in the page; those
// that can be pointed at take their places one by one, between other work.
async function begin() {
  if (typeof DecompressionStream !== 'function') {
    document.querySelectorAll('.old').forEach(e => { e.hidden = false; });
    return;
  }
  const words = byID('chancery-table') ? unpack('chancery-table').then(bytes => new Table(bytes)) : null;
  if (page.timeline) await beginTimeline(page.timeline);
  if (words) beginWords(await words);
  performance.mark('painted');
  if (byID('chancery-charts')) {
    const [text] = await Promise.all([unpack('chancery-charts'), library()]);
    for (const chart of JSON.parse(utf8.decode(text))) {
      await idle();
      const drawn = new Chart(chart, reveal(chart.id));
      drawn.paint();
      charts.push(drawn);
    }
  }
  root.dataset.painted = 'all';
}

// idle waits until the page has nothing better to do, for a moment at most.
const idle = () => new Promise(done => typeof requestIdleCallback === 'function' ? requestIdleCallback(done, {timeout: 200}) : setTimeout(done));

// reveal shows the box of a chart in place of what stands there without scripts.
function reveal(id) {
  const box = byID(id);
  box.hidden = false;
  box.closest('figure').classList.add('painted');
  return box;
}

async function beginTimeline(chart) {
  const marks = new Marks(await unpack('chancery-marks')), box = reveal(chart.id);
  timeline = new Timeline(chart, box, marks);
  timeline.fit(box.clientWidth);
  controls(timeline, byID('tools-timeline'));
}

function beginWords(table) {
  const dated = table.column('chancery:date'), start = table.column('start'), end = table.column('end');
  const titles = table.texts('title'), keys = table.texts('id');
  const dates = i => dated(i) || plainDate(start(i), end(i));
  titleOf = i => titles(i) || keys(i);
  timeline?.name(titleOf, dates);
  if (byID('events')) {
    const terms = table.texts('category'), known = new Map(page.terms.map(t => [t.term, t]));
    const category = i => known.get(terms(i)) || {key: 'other', name: terms(i), short: terms(i)};
    listing = new Listing(table, dates, category);
    if (timeline) {
      timeline.onOpen = i => { if (i >= 0) { timeline.chosen = i; timeline.later(); listing.reveal(i); } };
      filters(category);
    }
  }
  const link = byID('chancery-csv');
  link?.addEventListener('click', e => {
    if (link.href.startsWith('data:')) return;
    e.preventDefault();
    const file = make('a', {href: URL.createObjectURL(table.csv(page.columns)), download: link.download});
    file.click();
    setTimeout(() => URL.revokeObjectURL(file.href), 6e4);
  });
}

// controls are buttons for those who have no wheel.
function controls(t, at) {
  if (!at) return;
  const whole = () => t.show(...t.whole);
  for (const [words, act] of [['Earlier', () => t.pan(-.5)], ['Later', () => t.pan(.5)], ['Zoom in', () => t.zoom(.5)], ['Zoom out', () => t.zoom(2)], ['Whole period', whole]]) {
    const button = make('button', {type: 'button', textContent: words});
    button.addEventListener('click', act);
    at.append(button);
  }
  at.append(make('span', {className: 'hint'}, 'Drag to move, Ctrl and wheel to zoom, click for the event below.'));
}

// filters are a search field and a button for each category, over timeline and
// table alike.
function filters(category) {
  const at = byID('filters-timeline'), off = new Set();
  if (!at) return;
  let found = null, waiting = 0;
  const said = make('span', {className: 'hint'}), rows = listing.table.rows;
  said.setAttribute('aria-live', 'polite');
  const apply = () => {
    const kept = found || off.size ? Uint8Array.from({length: rows}, (_, i) => (!found || found[i]) && !off.has(category(i).key) ? 1 : 0) : null;
    timeline.keep(kept);
    listing.keep(kept);
    said.textContent = kept ? plural(kept.reduce((a, b) => a + b, 0), 'event', 'events') + ' of ' + count(rows) : '';
  };
  const field = make('input', {type: 'search', placeholder: 'Find in events'});
  field.setAttribute('aria-label', 'Find in events');
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { found = field.value.trim() ? listing.search(field.value) : null; apply(); }, 150);
  });
  at.append(field);
  for (const key of page.used) {
    const glyph = byID('glyph-template').content.firstElementChild.cloneNode(true);
    glyph.classList.add(key);
    glyph.firstElementChild.setAttribute('href', '#glyph-' + key);
    const button = make('button', {type: 'button', className: 'toggle'}, glyph, page.glyphs[key].short);
    button.setAttribute('aria-pressed', 'true');
    button.addEventListener('click', () => {
      if (!off.delete(key)) off.add(key);
      button.setAttribute('aria-pressed', String(!off.has(key)));
      apply();
    });
    at.append(button);
  }
  at.append(said);
}

function repaint() {
  inks = {};
  timeline?.draw();
  for (const chart of charts) chart.paint(root.classList.contains('print') ? 680 : undefined);
}

new ResizeObserver(() => {
  if (root.classList.contains('print')) return;
  const width = timeline?.box.clientWidth;
  if (width && width !== timeline.width) timeline.fit(width);
  for (const chart of charts) if (chart.box.clientWidth && chart.box.clientWidth !== chart.width) chart.paint();
}).observe(document.body);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
addEventListener('beforeprint', () => { root.classList.add('print'); repaint(); });
addEventListener('afterprint', () => { root.classList.remove('print'); repaint(); });
begin();
