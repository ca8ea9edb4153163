/* words.js - the words of the interface, from the message tables, in the language chosen. */
const language = { codes: [], at: 0, templates: new Map() };

const readWords = (head) => {
  const [keys, ...texts] = head.words;
  keys.forEach((key, i) => language.templates.set(key, texts.map((of) => of[i])));
  language.codes = head.languages;
};

const chooseLanguage = (code) => {
  const at = language.codes.indexOf(code);
  language.at = at < 0 ? 0 : at;
  document.documentElement.lang = language.codes[language.at];
};

/* Of a text that differs by language, the one to show. */
const local = (text) => (Array.isArray(text) ? text[language.at] : text);

/* {name}, {name?one|other}, and [parts] that go when an argument inside is empty. */
const fillTemplate = (template, args) =>
  template
    .replace(/\[([^\]]*)\]/g, (all, part) => {
      const names = part.match(/\{[\w-]+/g) || [];
      return names.some((name) => [undefined, ""].includes(args[name.slice(1)])) ? "" : part;
    })
    .replace(/\{([\w-]+)(?:\?([^|}]*)\|([^}]*))?\}/g, (all, name, one, other) => {
      if (one === undefined) return args[name] === undefined ? "" : String(args[name]);
      return String(args[name]) === "1" ? one : other;
    });

const hasWords = (key) => language.templates.has(key);
const t = (key, args = {}) =>
  hasWords(key) ? fillTemplate(local(language.templates.get(key)), args) : key;

const number = (n) => new Intl.NumberFormat(language.codes[language.at]).format(n);

/* Fills what the template of the page names by data-t, data-label and data-hint. */
const fillWords = (root) => {
  for (const node of root.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of root.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", t(node.dataset.label));
  }
  for (const node of root.querySelectorAll("[data-hint]")) {
    node.setAttribute("placeholder", t(node.dataset.hint));
  }
};
