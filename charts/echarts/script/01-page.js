// What the page holds, its words and its colours. Every text of the archive
// becomes a text node or is drawn by a canvas; what ECharts takes as markup
// passes through html().

const root = document.documentElement;
const byID = id => document.getElementById(id);
const block = id => JSON.parse(byID(id)?.textContent || 'null');
const page = block('chancery-data');
const font = getComputedStyle(document.body).fontFamily;

const html = text => String(text).replace(/[&<>"']/g, c => '&#' + c.charCodeAt(0) + ';');
const clip = (text, most) => {
  const letters = Array.from(text.length > 4 * most ? text.slice(0, 4 * most) : text);
  return letters.length > most ? letters.slice(0, most - 1).join('') + '…' : text;
};
const count = n => String(n).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
const plural = (n, one, many) => count(n) + ' ' + (n === 1 ? one : many);
// Marks of direction would reorder what is drawn beside them.
const plain = text => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

// make returns an element with properties and children; texts become text.
function make(name, properties, ...children) {
  const e = Object.assign(document.createElement(name), properties);
  e.append(...children.filter(c => c !== null && c !== ''));
  return e;
}

let inks = {};
const ink = name => inks[name] ??= getComputedStyle(root).getPropertyValue(name).trim();
const alpha = (colour, a) => {
  const n = parseInt(colour.slice(1, 7), 16);
  return 'rgba(' + (n >> 16) + ',' + (n >> 8 & 255) + ',' + (n & 255) + ',' + a + ')';
};

const pen = document.createElement('canvas').getContext('2d');
const widths = new Map();
const measure = (text, size, weight) => {
  const key = weight + size + text;
  let w = widths.get(key);
  if (w === undefined) {
    pen.font = weight + ' ' + size + 'px ' + font;
    if (widths.size > 2e4) widths.clear();
    widths.set(key, w = pen.measureText(text).width);
  }
  return w;
};

// shorten cuts text to a width, leaving room for the dots.
function shorten(text, size, most) {
  if (measure(text, size, 400) <= most) return text;
  const letters = Array.from(text);
  let low = 0, high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(letters.slice(0, middle).join('') + '…', size, 400) <= most) low = middle; else high = middle - 1;
  }
  return letters.slice(0, low).join('').trimEnd() + '…';
}
