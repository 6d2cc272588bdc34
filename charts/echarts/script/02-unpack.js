// What the page carries squeezed. The writer of the page says how it is packed.

async function unpack(id) {
  const text = block(id);
  const small = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), c => c.charCodeAt(0));
  const whole = new Blob([small]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(whole).arrayBuffer());
}

class Reader {
  constructor(bytes) { this.bytes = bytes; this.at = 0; }

  number() {
    let n = 0, place = 1, b;
    do {
      b = this.bytes[this.at++];
      n += (b & 127) * place;
      place *= 128;
    } while (b > 127);
    return n;
  }

  signed() {
    const n = this.number();
    return n % 2 ? -(n + 1) / 2 : n / 2;
  }

  take(n) { return this.bytes.subarray(this.at, this.at += n); }
  text() { return utf8.decode(this.take(this.number())); }
}

const utf8 = new TextDecoder();

// A Table is the events of the page as text, by columns.
class Table {
  constructor(bytes) {
    const r = new Reader(bytes);
    this.rows = r.number();
    this.columns = new Map();
    for (let n = r.number(); n > 0; n--) {
      const name = r.text(), words = r.number(), text = r.take(r.number());
      const low = words ? r.take(this.rows) : null, high = words > 256 ? r.take(this.rows) : null;
      this.columns.set(name, {text, low, high, words: null});
    }
  }

  // words of a column are made when they are first asked for.
  words(c) { return c.words ??= utf8.decode(c.text).split('\0'); }

  // column returns a function from the number of a row to its cell.
  column(name) {
    const c = this.columns.get(name);
    if (!c) return () => '';
    const words = this.words(c), {low, high} = c;
    if (!low) return i => words[i];
    return high ? i => words[low[i] | high[i] << 8] : i => words[low[i]];
  }

  // texts is column without the apostrophe that keeps a spreadsheet from taking
  // a cell for a formula.
  texts(name) {
    const cell = this.column(name);
    return i => { const text = cell(i); return text[0] === "'" && /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text; };
  }

  // csv returns the first columns as the file that they were read from. Cells
  // are quoted as the writer of the file quotes them.
  csv(columns) {
    const names = [...this.columns.keys()].slice(0, columns), cells = names.map(name => this.column(name));
    const quoted = cell => cell === '\\.' || /[",\r\n]|^[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/.test(cell) ?
      '"' + cell.replaceAll('"', '""') + '"' : cell;
    const lines = [names.map(quoted).join(',')];
    for (let i = 0; i < this.rows; i++) lines.push(cells.map(cell => quoted(cell(i))).join(','));
    return new Blob([lines.join('\n') + '\n'], {type: 'text/csv'});
  }
}

// Marks are those of a timeline, as a struct of arrays. Moments are in
// milliseconds since 1970, NaN where there is none.
class Marks {
  constructor(bytes) {
    const r = new Reader(bytes), n = this.length = r.number(), unit = r.number() * 1000;
    this.from = new Float64Array(n);
    this.to = new Float64Array(n);
    this.lane = new Uint16Array(n);
    this.form = new Uint16Array(n);
    this.event = new Int32Array(n);
    let at = 0;
    for (let i = 0; i < n; i++) this.from[i] = (at += r.signed()) * unit;
    for (let i = 0; i < n; i++) this.to[i] = r.signed() * unit;
    for (let i = 0; i < n; i++) this.lane[i] = r.number();
    this.category = r.take(n);
    for (let i = 0; i < n; i++) {
      const form = this.form[i] = r.number();
      if (!(form & NO_START)) this.to[i] += this.from[i];
      if (form & NO_START) this.from[i] = NaN;
      if (form & NO_END) this.to[i] = NaN;
    }
    at = -1;
    for (let i = 0; i < n; i++) this.event[i] = at += r.signed();
  }
}

// The bits of a mark's form.
const SPAN = 1, DEADLINE = 2, DOUBTFUL = 4, APPROXIMATE = 8, OPEN_START = 16, OPEN_END = 32, UNKNOWN_END = 64,
  DOTTED = 128, END_DOUBTFUL = 256, END_APPROXIMATE = 512, NO_START = 1024, NO_END = 2048;
