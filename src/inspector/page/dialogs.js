import { ask } from "./api.js";
import { el, toast } from "./dom.js";

/** Opens a dialog, and forgets it once it is closed. Answers what it was closed with. */
function openDialog(heading, build) {
  const errors = el("p", { class: "errors", role: "alert" });
  const dialog = el("dialog", { "aria-labelledby": "dialog-heading" }, el("h2", { id: "dialog-heading" }, heading));
  const attempt = async (work) => {
    errors.textContent = "";
    try {
      await work();
      dialog.close();
    } catch (error) {
      errors.textContent = error.message;
    }
  };
  const { content, actions } = build(attempt, (text) => (errors.textContent = text));
  const cancel = el("button", { type: "button", onclick: () => dialog.close() }, "Cancel");
  dialog.append(...content, errors, el("div", { class: "buttons" }, cancel, ...actions));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  // A text that was put in is read from its beginning.
  for (const box of dialog.querySelectorAll("textarea")) {
    box.setSelectionRange(0, 0);
    box.scrollTop = 0;
  }
  return dialog;
}

/** Lets the body be changed, signs it anew and sends it. */
export function editDialog(detail, onSent) {
  openDialog(`Edit and re-sign #${detail.id}`, (attempt) => {
    const { box, hint } = bodyBox(detail.editable);
    const event = detail.event ?? "";
    const send = () => attempt(async () => onSent(await ask("send", { webhook: detail.webhook, event, text: box.value, as: "edited", of: detail.id })));
    const about = el("p", { class: "muted" }, `Sent as ${event} to ${detail.webhook}, with a new id and a new signature.`);
    return { content: [about, box, hint], actions: [el("button", { type: "button", class: "primary", onclick: send }, "Sign and send")] };
  });
}

/** Makes a delivery from an example, for any event. */
export function newDialog(webhooks, onSent) {
  openDialog("New delivery", (attempt, say) => {
    const { box, hint } = bodyBox("");
    const webhook = el("select", { id: "new-webhook" }, ...webhooks.map(({ name }) => el("option", { value: name }, name)));
    const event = el("select", { id: "new-event" });
    const chosen = () => webhooks.find(({ name }) => name === webhook.value);
    const loadSample = async () => {
      const { text } = await ask(`sample?${new URLSearchParams({ webhook: webhook.value, event: event.value })}`).catch((error) => (say(error.message), { text: "{}" }));
      box.value = text;
      box.dispatchEvent(new Event("input"));
    };
    const loadEvents = () => {
      const { events } = chosen();
      event.replaceChildren(...events.map((name) => el("option", { value: name }, name)));
      void loadSample();
    };
    webhook.addEventListener("change", loadEvents);
    event.addEventListener("change", loadSample);
    loadEvents();
    const send = (as) => () => attempt(async () => onSent(await ask("send", { webhook: webhook.value, event: event.value, text: box.value, as })));
    const fields = el("div", { class: "fields" }, el("label", { for: "new-webhook" }, "Webhook"), webhook, el("label", { for: "new-event" }, "Event"), event);
    return { content: [fields, box, hint], actions: [el("button", { type: "button", onclick: send("forged") }, "Send forged"), el("button", { type: "button", class: "primary", onclick: send("new") }, "Sign and send")] };
  });
}

function bodyBox(text) {
  const box = el("textarea", { class: "editor", "aria-label": "Body", spellcheck: "false", autocomplete: "off" });
  const hint = el("p", { class: "muted json", role: "status" });
  const check = () => (hint.textContent = jsonHint(box.value));
  box.value = text;
  box.addEventListener("input", check);
  check();
  return { box, hint };
}

function jsonHint(text) {
  try {
    JSON.parse(text);
    return "Valid JSON";
  } catch (error) {
    return `No JSON, and sent as it is: ${error.message}`;
  }
}

/** Shows what would be written, and writes it when that is wanted. */
export async function saveDialog(detail, kind) {
  const files = await ask(`deliveries/${detail.id}/save`, { kind, preview: true });
  openDialog(kind === "test" ? "Save as a test" : "Save as a fixture", (attempt) => {
    const save = () =>
      attempt(async () => {
        const saved = await ask(`deliveries/${detail.id}/save`, { kind, preview: false });
        toast(`Saved ${saved.map(({ path }) => path).join(" and ")}`);
      });
    const shown = files.toReversed().flatMap(({ path, text }) => [el("h3", {}, el("code", {}, path)), el("pre", { class: "raw preview", tabindex: "0" }, text)]);
    const about = el("p", { class: "muted" }, "Headers, and with them the signature, are left out. Nothing is replaced.");
    return { content: [about, ...shown], actions: [el("button", { type: "button", class: "primary", onclick: save }, kind === "test" ? "Save test and fixture" : "Save fixture")] };
  });
}
