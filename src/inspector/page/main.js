import { ApiError, ask, keepToken, listen, readToken } from "./api.js";
import { showDetail, showDrift, showNone } from "./detail.js";
import { editDialog, newDialog, saveDialog } from "./dialogs.js";
import { byId, copyButton, el, toast } from "./dom.js";
import { DeliveryList } from "./list.js";
import { startTheme } from "./theme.js";

let webhooks = [];
let forward;
let wanted;

const list = new DeliveryList(select, () => {
  byId("app").classList.add("in-detail");
  byId("detail").focus({ preventScroll: true });
});

/** Shows a delivery; one that is slow must not take the place of one that was chosen after it. */
async function select(id) {
  wanted = id;
  if (id === undefined) return showNone();
  try {
    const detail = await ask(`deliveries/${id}`);
    if (wanted !== id) return;
    showDetail({ ...detail, forward }, actionsOf(detail));
    const drift = await ask(`deliveries/${id}/drift`);
    if (wanted === id) showDrift(drift);
  } catch (error) {
    if (wanted === id) report(error);
  }
}

function actionsOf(detail) {
  const again = (as) => () => attempt(async () => onSent(await ask(`deliveries/${detail.id}/resend`, { as })));
  const isEvent = detail.kind === "event";
  const replay = { label: "Replay", hint: "Send it again as it was, byte for byte", run: again("replay"), primary: true };
  if (!isEvent) return [replay];
  return [
    replay,
    { label: "Edit & re-sign", hint: "Change the body and sign it anew", run: () => editDialog(detail, onSent) },
    { label: "Duplicate", hint: "Sign it anew and send it twice: the second must do nothing", run: again("duplicate"), group: true },
    { label: "Stale", hint: "Signed long ago: it must be refused where the time is signed", run: again("stale") },
    { label: "Forged", hint: "Signed with another secret: it must be refused", run: again("forged") },
    { label: "Unsigned", hint: "Without a signature: it must be refused", run: again("unsigned") },
    { label: "Save fixture", hint: "Save the payload", run: () => attempt(() => saveDialog(detail, "fixture")), group: true },
    { label: "Save test", hint: "Save the payload and a vitest test", run: () => attempt(() => saveDialog(detail, "test")) },
  ];
}

function onSent(sent) {
  const last = sent.at(-1);
  toast(`Sent as #${sent.map(({ id }) => id).join(" and #")}: answered ${last.status}`);
  list.select(last.id);
}

async function attempt(work) {
  try {
    await work();
  } catch (error) {
    report(error);
  }
}

function report(error) {
  if (error instanceof ApiError && error.status === 401) return showLocked();
  toast(error.message);
}

async function load() {
  const state = await ask("state");
  ({ webhooks, forward } = state);
  const chosen = byId("webhook").value;
  byId("webhook").replaceChildren(el("option", { value: "" }, "All webhooks"), ...webhooks.map(({ name }) => el("option", { value: name }, name)));
  byId("webhook").value = webhooks.some(({ name }) => name === chosen) ? chosen : "";
  byId("forward").hidden = forward === undefined;
  byId("forward").textContent = forward === undefined ? "" : `forwards to ${forward}`;
  showEmpty();
  list.replace(state.deliveries);
}

function showEmpty() {
  const rows = webhooks.map(({ name, url, needs }) => el("li", {}, el("b", {}, name), el("span", { class: "url" }, el("code", {}, url), copyButton(url, "the URL")), ...(needs ? [el("span", { class: "warn" }, `${needs} is not set`)] : [])));
  byId("empty").replaceChildren(el("h2", {}, "Waiting for deliveries"), el("p", { class: "muted" }, "Point a provider, a tunnel or smart-webhooks send at one of these, or make a delivery here."), el("ul", { class: "urls" }, ...rows));
}

/** Listens as long as the page is open; a connection that ends is made again. */
async function follow() {
  for (;;) {
    try {
      await listen(onOpen, onEvent);
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return showLocked();
    }
    showConnection("reconnecting");
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

async function onOpen() {
  await load();
  showConnection("live");
}

function onEvent(name, data) {
  if (name === "delivery") list.add(data.delivery, data.gone);
  if (name === "cleared") list.replace([]);
}

function showConnection(word) {
  byId("connection").textContent = word;
  byId("connection").className = `connection ${word}`;
}

/** Without the token there is nothing to see. */
function showLocked() {
  showConnection("locked");
  const input = el("input", { id: "token", autocomplete: "off", spellcheck: "false", "aria-label": "The link or its token", placeholder: "http://127.0.0.1:…/#token=…" });
  const open = (event) => {
    event.preventDefault();
    keepToken(input.value);
    location.reload();
  };
  const form = el("form", { class: "lock", onsubmit: open }, el("h2", {}, "This page is locked"), el("p", {}, "Open the link that smart-webhooks dev printed in your terminal: its token lets this page in, and keeps other pages out. Or paste it here."), input, el("button", { class: "primary" }, "Open"));
  byId("app").replaceChildren(form);
}

function onKey(event) {
  const inField = /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key === "/" && !inField && document.querySelector("dialog") === null) {
    event.preventDefault();
    byId("filter")?.focus();
  }
  if (event.key === "Escape" && event.target === byId("filter")) {
    byId("filter").value = "";
    list.render();
    byId("list").focus();
  } else if (event.key === "Escape" && document.querySelector("dialog") === null) {
    byId("app").classList.remove("in-detail");
    byId("list")?.focus();
  }
}

readToken();
startTheme(byId("theme"));
document.addEventListener("keydown", onKey);
byId("new").addEventListener("click", () => webhooks.length > 0 && newDialog(webhooks, onSent));
byId("clear").addEventListener("click", () => attempt(() => ask("clear", {})));
showNone();
void follow();
