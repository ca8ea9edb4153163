/*
 * base.js - elements of the page and the texts in them.
 *
 * Whatever comes from articles is hostile: it enters the page through el() and svg() alone, as
 * text or as the value of an attribute that is named here, never as markup; what a page would
 * obey is made visible first.
 */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
const visible = (text) => String(text).replace(CONTROLS, "\ufffd");
const byId = (id) => document.getElementById(id);

const isNothing = (child) => child === null || child === undefined || child === false;

const put = (node, props, children) => {
  for (const [name, value] of Object.entries(props)) {
    if (isNothing(value)) continue;
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    } else {
      node.setAttribute(name, value === true ? "" : visible(value));
    }
  }
  for (const child of children.flat(Infinity)) {
    if (!isNothing(child)) node.append(child instanceof Node ? child : visible(child));
  }
  return node;
};

const el = (tag, props = {}, ...children) => put(document.createElement(tag), props, children);
const svg = (tag, props = {}, ...children) =>
  put(document.createElementNS("http://www.w3.org/2000/svg", tag), props, children);

/* A text of an article, whose direction stays its own. */
const said = (text, tag = "span") => el(tag, { class: "said", dir: "auto" }, text);

/* A link to the web; any other address stays text. */
const link = (url, ...children) =>
  /^https?:\/\//i.test(url)
    ? el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, ...children)
    : el("span", {}, ...children);

const fillNode = (node, ...children) => {
  node.replaceChildren();
  return put(node, {}, children);
};

/* Runs `action` once, `wait` milliseconds after the last call. */
const later = (action, wait) => {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), wait);
  };
};

/* What the browser keeps for this page; some browsers refuse it to pages from disk. */
const memory = (() => {
  const prefix = "selisih/";
  let kept = null;
  try {
    window.localStorage.setItem(`${prefix}test`, "1");
    window.localStorage.removeItem(`${prefix}test`);
    kept = window.localStorage;
  } catch (refused) {
    kept = null;
  }
  return {
    works: () => kept !== null,
    get: (key) => (kept ? kept.getItem(prefix + key) : null),
    set: (key, value) => {
      if (!kept) return false;
      try {
        kept.setItem(prefix + key, value);
      } catch (full) {
        kept = null;
      }
      return kept !== null;
    },
    remove: (key) => kept && kept.removeItem(prefix + key),
    /* Keys that begin with `start`, without it. */
    keys: (start) => {
      const found = [];
      for (let i = 0; kept && i < kept.length; i++) {
        const key = kept.key(i);
        if (key.startsWith(prefix + start)) found.push(key.slice(prefix.length + start.length));
      }
      return found;
    },
    prefix,
  };
})();
