// What the page holds, its words and its colours. Every text of the archive that
// goes into markup passes through html(); everything else goes to ECharts, which
// draws text as text.

const root = document.documentElement;
const page = JSON.parse(document.getElementById('chancery-data').textContent);
const font = getComputedStyle(document.body).fontFamily;

const DAY = 864e5; // milliseconds

const html = text => String(text).replace(/[&<>"']/g, c => '&#' + c.charCodeAt(0) + ';');
const clip = (text, most) => {
  const letters = Array.from(text.length > 4 * most ? text.slice(0, 4 * most) : text);
  return letters.length > most ? letters.slice(0, most - 1).join('') + '…' : text;
};
const tip = (head, ...lines) => '<div class="tip"><b><bdi>' + html(clip(head, 200)) + '</bdi></b>' + lines.join('<br>') + '</div>';
const count = n => String(n).replace(/\B(?=(\d{3})+$)/g, '\u00a0');

let inks = {};
const ink = name => inks[name] ??= getComputedStyle(root).getPropertyValue(name).trim();

// coloured copies an option with the colours that the names of custom
// properties stand for. Only the keys that hold colours are looked at, so that
// no text of the archive is taken for one.
const colourKeys = new Set(['color', 'backgroundColor', 'borderColor']);
const coloured = option => Array.isArray(option) ? option.map(coloured)
  : option === null || typeof option !== 'object' ? option
  : Object.fromEntries(Object.entries(option).map(([key, value]) =>
    [key, colourKeys.has(key) && typeof value === 'string' && value.startsWith('--') ? ink(value) : coloured(value)]));

const pen = document.createElement('canvas').getContext('2d');
const widths = new Map();
const measure = (text, size, weight) => {
  const key = weight + size + text;
  let w = widths.get(key);
  if (w === undefined) {
    pen.font = weight + ' ' + size + 'px ' + font;
    widths.set(key, w = pen.measureText(text).width);
  }
  return w;
};

// shorten cuts text to a width, leaving room for the dots.
const shorten = (text, size, most) => {
  if (measure(text, size, 400) <= most) return text;
  const letters = Array.from(text);
  let low = 0, high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(letters.slice(0, middle).join('') + '…', size, 400) <= most) low = middle; else high = middle - 1;
  }
  return letters.slice(0, low).join('').trimEnd() + '…';
};
