import { byId, el, icon } from "./dom.js";
import { duration, originText, statusTone, time, title, verdict } from "./format.js";
import { answerPanel, driftPanel, payloadPanel, rawPanel, verificationPanel } from "./panels.js";

/** The views, in their order. Where a payload differs from its type comes later: see `showDrift`. */
const TABS = [
  ["payload", "Payload", payloadPanel],
  ["raw", "Raw", rawPanel],
  ["verification", "Verification", verificationPanel],
  ["answer", "Answer", answerPanel],
  ["drift", "Drift", () => [el("p", { class: "muted" }, "Comparing with the types …")]],
];

let open = "payload";

/** Shows a delivery: what it is, what can be done with it, and its views. */
export function showDetail(detail, actions) {
  byId("detail").replaceChildren(head(detail), toolbar(actions), tabs(), ...TABS.map(([id, , panel]) => view(id, panel(detail))));
  choose(open);
}

/** Shows that nothing is chosen. */
export function showNone() {
  byId("detail").replaceChildren(el("div", { class: "nothing muted" }, el("p", {}, "Choose a delivery to look into it.")));
}

/** Shows where the payload of the delivery that is shown differs from its type. */
export function showDrift(drift) {
  const places = drift.reduce((sum, one) => sum + one.places.length, 0);
  byId("tab-drift").textContent = places > 0 ? `Drift ${places}` : "Drift";
  byId("view-drift").replaceChildren(...driftPanel(drift));
}

function head(detail) {
  const { word, tone, icon: name } = verdict(detail);
  const origin = originText(detail);
  const back = el("button", { type: "button", class: "back quiet", "aria-label": "Back to the list", onclick: () => byId("app").classList.remove("in-detail") }, icon("back"));
  const tags = [
    el("span", { class: `tag ${tone}` }, icon(name), word),
    ...(detail.duplicate ? [el("span", { class: "tag plain" }, "duplicate")] : []),
    el("span", { class: `tag ${statusTone(detail.status)}` }, `${detail.status} in ${duration(detail.duration)}`),
  ];
  const facts = [`#${detail.id}`, detail.webhook, time(detail.at), ...(detail.events[0]?.id ? [detail.events[0].id] : []), ...(origin ? [origin] : [])];
  return el(
    "div",
    { class: "head" },
    back,
    el("div", { class: "grow" }, el("h2", {}, title(detail)), el("p", { class: "muted facts-line" }, ...facts.map((fact) => el("span", {}, fact)))),
    el("div", { class: "tags" }, ...tags),
  );
}

function toolbar(actions) {
  const buttons = actions.map(({ label, run, hint, primary, group }) => el("button", { type: "button", title: hint, class: `${primary ? "primary" : ""} ${group ? "group" : ""}`, onclick: run }, label));
  return el("div", { class: "toolbar", role: "toolbar", "aria-label": "What to do with it" }, ...buttons);
}

function tabs() {
  const buttons = TABS.map(([id, label]) => el("button", { type: "button", id: `tab-${id}`, role: "tab", "aria-controls": `view-${id}`, onclick: () => choose(id) }, label));
  return el("div", { class: "tabs", role: "tablist", "aria-label": "Views", onkeydown: onTabKey }, ...buttons);
}

function onTabKey(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const ids = TABS.map(([id]) => id);
  choose(ids[(ids.indexOf(open) + step + ids.length) % ids.length]);
  byId(`tab-${open}`).focus();
}

function view(id, children) {
  return el("div", { id: `view-${id}`, class: "view", role: "tabpanel", "aria-labelledby": `tab-${id}`, tabindex: "0" }, ...children);
}

function choose(id) {
  open = id;
  for (const [each] of TABS) {
    const isOpen = each === id;
    byId(`tab-${each}`).setAttribute("aria-selected", String(isOpen));
    byId(`tab-${each}`).setAttribute("tabindex", isOpen ? "0" : "-1");
    byId(`view-${each}`).hidden = !isOpen;
  }
}
