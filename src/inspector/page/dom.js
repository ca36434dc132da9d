/**
 * Makes an element. Whatever a delivery holds becomes text and nothing else: no part of this page reads markup.
 *
 * @param {string} name
 * @param {Record<string, unknown>} attributes `onclick` and its like are listeners; `undefined` and `false` are left out
 * @param {...(Node | string)} children
 */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

/** The element of the page with an id. */
export function byId(id) {
  return document.getElementById(id);
}

const ICONS = {
  verified: "M5 12.5l4.500 4.500L19 7.500",
  refused: "M7 7l10 10M17 7L7 17",
  unchecked: "M12 17.500v.01M9.200 9.500a2.900 2.900 0 1 1 4.300 2.600c-1 .6-1.500 1.200-1.500 2.400",
  none: "M7 12h10",
  copy: "M9 9h10v10H9zM5 15V5h10",
  back: "M15 5l-7 7 7 7",
};

/** An icon, which says nothing by itself: words stand beside it. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name] ?? ICONS.none);
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true" })) svg.setAttribute(key, value);
  svg.append(path);
  return svg;
}

let timer;

/** A short remark at the foot of the page, also read aloud. */
export function toast(text) {
  byId("toast").textContent = text;
  byId("toast").classList.add("shown");
  clearTimeout(timer);
  timer = setTimeout(() => byId("toast").classList.remove("shown"), 2500);
}

/** A button that copies a text. */
export function copyButton(text, label) {
  const copy = async (event) => {
    event.preventDefault();
    event.stopPropagation();
    await navigator.clipboard.writeText(text).then(() => toast(`Copied ${label}`), () => toast("The browser does not let this page copy"));
  };
  return el("button", { type: "button", class: "copy", title: `Copy ${label}`, "aria-label": `Copy ${label}`, onclick: copy }, icon("copy"));
}
