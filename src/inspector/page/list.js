import { byId, el, icon } from "./dom.js";
import { originText, statusTone, time, title, verdict } from "./format.js";

/** The list of deliveries: the newest first, filtered, walked through by keyboard. */
export class DeliveryList {
  #deliveries = [];
  /** Those that came while the list was held. */
  #waiting = [];
  #selected;
  #paused = false;
  #onSelect;
  #onEnter;

  /** @param onSelect is told which delivery to show, or undefined for none; `onEnter` when its details are wanted */
  constructor(onSelect, onEnter) {
    this.#onSelect = onSelect;
    this.#onEnter = onEnter;
    byId("list").addEventListener("keydown", (event) => this.#onKey(event));
    for (const id of ["filter", "webhook", "status"]) byId(id).addEventListener("input", () => this.render());
    byId("pause").addEventListener("click", () => this.#togglePause());
  }

  /** Shows these and no other. */
  replace(deliveries) {
    this.#deliveries = deliveries.toReversed();
    this.#waiting = [];
    if (!this.#deliveries.some(({ id }) => id === this.#selected)) this.select(this.#deliveries[0]?.id);
    this.render();
  }

  add(delivery, gone) {
    if (this.#paused) this.#waiting.unshift(delivery);
    else this.#deliveries.unshift(delivery);
    this.#deliveries = this.#deliveries.filter(({ id }) => !gone.includes(id));
    if (this.#selected === undefined && !this.#paused) this.select(delivery.id);
    this.render();
  }

  /** Shows a delivery, also one that was held back. */
  select(id) {
    if (this.#waiting.some((one) => one.id === id)) this.#togglePause();
    this.#selected = id;
    this.render();
    // Not at each delivery that comes: whoever reads further down would lose the place.
    byId(`delivery-${id}`)?.scrollIntoView({ block: "nearest" });
    this.#onSelect(id);
  }

  render() {
    const shown = this.#shown();
    byId("list").replaceChildren(...shown.map((delivery) => row(delivery, delivery.id === this.#selected, () => this.#choose(delivery.id))));
    byId("list").setAttribute("aria-activedescendant", this.#selected === undefined ? "" : `delivery-${this.#selected}`);
    const all = this.#deliveries.length;
    const held = this.#waiting.length > 0 ? `, ${this.#waiting.length} held` : "";
    byId("count").textContent = (shown.length === all ? `${all} ${all === 1 ? "delivery" : "deliveries"}` : `${shown.length} of ${all}`) + held;
    byId("empty").hidden = all > 0;
    byId("list").hidden = all === 0;
  }

  #choose(id) {
    this.select(id);
    this.#onEnter();
  }

  #shown() {
    const words = byId("filter").value.toLowerCase().split(/\s+/).filter(Boolean);
    const [webhook, status] = [byId("webhook").value, byId("status").value];
    return this.#deliveries.filter((one) => {
      const text = [title(one), one.webhook, one.method ?? "", one.status, verdict(one).word, originText(one), one.code ?? "", `#${one.id}`].join(" ").toLowerCase();
      return words.every((word) => text.includes(word)) && (webhook === "" || one.webhook === webhook) && hasStatus(one, status);
    });
  }

  #onKey(event) {
    const shown = this.#shown();
    const at = shown.findIndex(({ id }) => id === this.#selected);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, j: at + 1, k: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (event.key === "Enter" && at !== -1) this.#onEnter();
    if (to === undefined) return;
    event.preventDefault();
    const next = shown[Math.max(0, Math.min(to, shown.length - 1))];
    if (next) this.select(next.id);
  }

  #togglePause() {
    this.#paused = !this.#paused;
    byId("pause").setAttribute("aria-pressed", String(this.#paused));
    byId("pause").textContent = this.#paused ? "Resume" : "Pause";
    if (!this.#paused) this.#deliveries.unshift(...this.#waiting.splice(0));
    this.render();
  }
}

function hasStatus({ state, status }, wanted) {
  if (wanted === "unchecked") return !["verified", "refused"].includes(state);
  return wanted === "" || (wanted === "error" ? status >= 400 : state === wanted);
}

function row(delivery, isSelected, onClick) {
  const { word, icon: name, tone } = verdict(delivery);
  const origin = originText(delivery);
  const notes = [delivery.duplicate ? "duplicate" : "", origin].filter(Boolean);
  return el(
    "li",
    { id: `delivery-${delivery.id}`, role: "option", class: "delivery", "aria-selected": String(isSelected), onclick: onClick },
    el("span", { class: `mark ${tone}` }, icon(name)),
    el("span", { class: "name" }, title(delivery)),
    el("span", { class: `pill ${statusTone(delivery.status)}`, title: delivery.from === "app" ? "Your app's answer" : "The inspector's answer" }, String(delivery.status)),
    el("span", { class: "meta" }, el("span", { class: tone }, word), ` · ${delivery.webhook}`, ...notes.map((note) => el("span", { class: "note" }, note))),
    el("span", { class: "when" }, time(delivery.at)),
  );
}
