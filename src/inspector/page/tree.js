import { copyButton, el } from "./dom.js";

/** Children that are shown at once. */
const AT_ONCE = 100;

/** Levels that are open at first, and one more where it is short. */
const OPEN = 2;
const SHORT = 12;

/** A JSON value as a tree: each branch opens and closes by mouse and keyboard, each place has a path to copy. */
export function tree(value) {
  return el("div", { class: "tree" }, node("", "", value, 0));
}

function node(key, path, value, depth) {
  const label = key === "" ? [] : [el("span", { class: "key" }, key), el("span", { class: "colon" }, ": ")];
  if (typeof value !== "object" || value === null) return el("div", { class: "leaf" }, ...label, leaf(value), ...copies(path));
  const keys = Object.keys(value);
  const kind = Array.isArray(value) ? `[${keys.length}]` : `{${keys.length}}`;
  const branch = el("details", { class: "branch" }, el("summary", {}, ...label, el("span", { class: "kind" }, kind), ...copies(path)));
  // Only what is looked at is made: a payload may have a hundred thousand places.
  const fill = () => branch.childElementCount === 1 && branch.append(children(value, keys, path, depth));
  branch.addEventListener("toggle", () => branch.open && fill());
  if (keys.length <= AT_ONCE && (depth < OPEN || (depth === OPEN && keys.length <= SHORT))) {
    branch.open = true;
    fill();
  }
  return branch;
}

function children(value, keys, path, depth) {
  const list = el("div", { class: "children" });
  let shown = 0;
  const more = el("button", { type: "button", class: "quiet" });
  const show = () => {
    const next = keys.slice(shown, shown + AT_ONCE);
    more.before(...next.map((key) => node(key, join(path, key, Array.isArray(value)), value[key], depth + 1)));
    shown += next.length;
    more.hidden = shown >= keys.length;
    more.textContent = `Show ${Math.min(AT_ONCE, keys.length - shown)} more of ${keys.length}`;
  };
  more.addEventListener("click", show);
  list.append(more);
  show();
  return list;
}

function copies(path) {
  return path === "" ? [] : [copyButton(path, path)];
}

/** `commits[0].author.name`, as JavaScript writes it. */
function join(path, key, inList) {
  if (inList) return `${path}[${key}]`;
  const isName = /^[A-Za-z_$][\w$]*$/.test(key);
  if (!isName) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

function leaf(value) {
  const type = value === null ? "null" : typeof value;
  return el("span", { class: `value ${type}` }, type === "string" ? JSON.stringify(value) : String(value));
}
