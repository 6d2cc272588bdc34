// The table of events: sorted, searched and, where not all rows are in the page
// itself, turned page by page.

const PAGE_ROWS = 250;

// parts cuts a cell of a list at a separator that no backslash protects.
function parts(cell, separator) {
  const all = [''];
  for (let i = 0; i < cell.length;) {
    if (cell[i] === '\\' && '\\;|:>@'.includes(cell[i + 1] || ' ')) { all[all.length - 1] += cell.slice(i, i += 2); }
    else if (cell.startsWith(separator, i)) { all.push(''); i += separator.length; }
    else all[all.length - 1] += cell[i++];
  }
  return cell ? all : [];
}
const bare = text => text.replace(/\\([\\;|:>@])/g, '$1').trim();
const actorsOf = cell => [...new Set(parts(cell, ';').map(p => bare(p.replace(/^(initiator|target|participant|mediator|host):/, ''))))];
const sourcesOf = cell => parts(cell, ' ;; ').map(p => { const [publisher, title, address] = parts(p, '|').map(bare); return {publisher, title, address}; });
const webAddress = text => { try { const u = new URL(text); return /^https?:$/.test(u.protocol) && u.host ? u.href : ''; } catch { return ''; } };

class Listing {
  constructor(table, dates, categories) {
    Object.assign(this, {table, dates, categories});
    this.section = byID('events');
    this.body = this.section.querySelector('tbody');
    // Where the page itself has every row, those are moved and hidden.
    this.rows = this.body.rows.length === table.rows ? [...this.body.rows] : null;
    const cell = name => table.texts(name);
    this.cells = {title: cell('title'), summary: cell('summary'), actors: cell('actors'), place: cell('place'), sources: cell('sources'), key: cell('id')};
    this.order = null; // events as they are sorted, null for by time
    this.kept = null; // of each event whether it is kept, null for all
    this.first = 0;
    this.heads();
    if (!this.rows) this.pager();
  }

  // heads makes the heads of columns buttons that sort.
  heads() {
    const {title, actors} = this.cells;
    const by = {category: i => this.categories(i).name, event: title, actors: i => actorsOf(actors(i)).join()};
    for (const th of this.section.querySelectorAll('thead th')) {
      const value = by[th.className];
      if (!value && th.className !== 'date') continue;
      const button = make('button', {type: 'button', className: 'sort', textContent: th.textContent});
      th.replaceChildren(button);
      button.addEventListener('click', () => this.sort(th, value));
    }
    this.section.querySelector('th.date')?.setAttribute('aria-sort', 'ascending');
  }

  sort(th, value) {
    const down = th.getAttribute('aria-sort') === 'ascending';
    for (const other of this.section.querySelectorAll('th[aria-sort]')) other.removeAttribute('aria-sort');
    th.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const order = Array.from({length: this.table.rows}, (_, i) => i);
    if (value) {
      const keys = order.map(value), {compare} = new Intl.Collator('en', {numeric: true});
      order.sort((a, b) => compare(keys[a], keys[b]) || a - b);
    }
    this.order = down ? order.reverse() : order;
    this.first = 0;
    this.show();
  }

  // search returns of each event whether any of its texts holds all the words.
  search(query) {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean), {rows} = this.table, kept = new Uint8Array(rows);
    const {title, summary, actors, place, sources} = this.cells;
    for (let i = 0; i < rows; i++) {
      const text = (title(i) + '\n' + summary(i) + '\n' + actors(i) + '\n' + place(i) + '\n' + sources(i) + '\n' + this.categories(i).name).toLowerCase();
      kept[i] = words.every(word => text.includes(word)) ? 1 : 0;
    }
    return kept;
  }

  keep(kept) {
    this.kept = kept;
    this.first = 0;
    this.show();
  }

  shown() {
    const all = this.order || Array.from({length: this.table.rows}, (_, i) => i);
    return this.kept ? all.filter(i => this.kept[i]) : all;
  }

  show() {
    const shown = this.list = this.shown();
    if (this.rows) {
      this.rows.forEach((row, i) => { row.hidden = Boolean(this.kept && !this.kept[i]); });
      if (this.order) this.body.append(...this.order.map(i => this.rows[i]));
      return;
    }
    this.body.replaceChildren(...shown.slice(this.first, this.first + PAGE_ROWS).map(i => this.row(i)));
    const last = Math.min(this.first + PAGE_ROWS, shown.length);
    this.where.textContent = shown.length ? 'Events ' + count(this.first + 1) + '–' + count(last) + ' of ' + count(shown.length) : 'No events';
    this.earlier.disabled = !this.first;
    this.later.disabled = last === shown.length;
  }

  pager() {
    const turn = by => () => {
      this.first = Math.max(0, this.first + by * PAGE_ROWS);
      this.show();
      this.section.scrollIntoView();
    };
    const button = (words, by) => { const b = make('button', {type: 'button', textContent: words}); b.addEventListener('click', turn(by)); return b; };
    this.where = make('span', {});
    this.where.setAttribute('aria-live', 'polite');
    this.earlier = button('Earlier rows', -1);
    this.later = button('Later rows', 1);
    byID('events-shown')?.replaceWith(make('p', {className: 'note pager'}, this.where, this.earlier, this.later));
    this.show();
  }

  // row makes the row of an event from its texts.
  row(i) {
    const c = this.cells, category = this.categories(i), bdi = text => make('bdi', {}, text), small = text => text ? make('small', {dir: 'auto'}, text) : null;
    const glyph = byID('glyph-template').content.firstElementChild.cloneNode(true);
    glyph.classList.add(category.key);
    glyph.firstElementChild.setAttribute('href', '#glyph-' + category.key);
    const title = make('th', {className: 'event'}, make('bdi', {className: 'title'}, c.title(i) || c.key(i)), small(c.summary(i)));
    title.setAttribute('scope', 'row');
    const actors = actorsOf(c.actors(i)).flatMap((a, n) => n ? [', ', bdi(a)] : [bdi(a)]);
    const sources = sourcesOf(c.sources(i)).flatMap((s, n) => {
      const href = webAddress(s.address || ''), words = bdi(s.publisher || s.title || s.address);
      const source = href ? make('a', {href, rel: 'noopener noreferrer', title: s.title || ''}, words) : words;
      return n ? [', ', source] : [source];
    });
    return make('tr', {id: 'event-' + (i + 1)},
      make('td', {className: 'date'}, this.dates(i) || make('span', {className: 'none'}, 'not known')),
      make('td', {className: 'category'}, make('span', {}, glyph, bdi(category.short))),
      title, make('td', {}, ...actors, small(c.place(i))),
      make('td', {className: 'source'}, ...(sources.length ? sources : [make('span', {className: 'none'}, 'none')])));
  }

  // reveal shows the row of an event.
  reveal(i) {
    if (!this.rows) {
      const at = this.list.indexOf(i);
      if (at < 0) return;
      this.first = at - at % PAGE_ROWS;
      this.show();
    }
    const row = byID('event-' + (i + 1));
    if (!row || row.hidden) return;
    this.section.querySelectorAll('tr.hit').forEach(r => r.classList.remove('hit'));
    row.classList.add('hit');
    row.scrollIntoView({block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'});
  }
}
