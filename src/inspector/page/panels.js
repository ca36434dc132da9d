import { copyButton, el, icon } from "./dom.js";
import { age, duration, pretty, size, statusTone, verdict } from "./format.js";
import { tree } from "./tree.js";

/** The payload, parsed. */
export function payloadPanel(detail) {
  if (detail.events.length === 0) return [note(detail.kind === "handshake" ? "A handshake: the provider makes sure of the endpoint. It is no event." : `No payload could be read: ${detail.problem ?? "it is not what this webhook expects"}`)];
  return detail.events.flatMap((event, index) => {
    const name = event.action === undefined ? event.type : `${event.type}.${event.action}`;
    const heading = detail.events.length > 1 ? [el("h3", {}, `${index + 1}. ${name}`)] : [];
    return [...heading, tree(event.payload)];
  });
}

/** The request as it came. */
export function rawPanel({ httpMethod, url, headers, body }) {
  const about = `${size(body.bytes)}${body.encoding === "base64" ? ", no text: shown in base64" : ""}${body.isCut ? ", cut: it is larger than the webhook takes" : ""}${body.isShortened ? ", only its beginning is shown" : ""}`;
  return [
    el("h3", {}, "Request"),
    el("pre", { class: "line" }, `${httpMethod} ${url}`),
    el("h3", {}, "Headers"),
    headerTable(headers),
    el("h3", {}, "Body ", el("span", { class: "muted" }, about), copyButton(body.text, "the body")),
    el("pre", { class: "raw", tabindex: "0" }, body.text),
  ];
}

/** How the signature was checked. */
export function verificationPanel(detail) {
  const { explanation } = detail;
  const steps = explanation?.steps ?? [];
  return [banner(detail), ...(steps.length > 0 ? [el("h3", {}, "Step by step"), el("ol", { class: "steps" }, ...steps.map(step))] : [])];
}

function banner(detail) {
  const { state, timestamp, at, secretEnv, explanation } = detail;
  const { tone, icon: name } = verdict(detail);
  const cause = explanation?.cause;
  const [head, text] = {
    verified: ["Signature verified", timestamp === undefined ? "The provider signs no time: its age cannot be checked." : `Signed ${age(at - timestamp)} when it arrived.`],
    refused: ["Refused", cause?.message ?? `The check says ${detail.reason}.`],
    "not-needed": ["No signature is needed", "A handshake that nobody signs: it only asks whether the endpoint is there."],
    "no-secret": ["Not verified: no secret", `${secretEnv ?? "The secret"} is not set where smart-webhooks dev runs.`],
    unsigned: ["Not signed", "This webhook is not verified (verify_signature: false): anyone can send to it."],
    unread: ["Not read", "The body is larger than this webhook takes."],
  }[state];
  const fix = state === "no-secret" ? `Set ${secretEnv ?? "it"} and start smart-webhooks dev again.` : cause?.fix;
  const doubt = cause && !cause.certain && state === "refused" ? [el("span", { class: "note" }, "the likeliest cause, not a proved one")] : [];
  const code = cause && state === "refused" ? [el("code", {}, cause.code)] : [];
  return el("div", { class: `banner ${tone}` }, icon(name), el("div", {}, el("strong", {}, head), ...code, el("p", {}, text), ...(fix ? [el("p", { class: "fix" }, el("b", {}, "What to do: "), fix)] : []), ...doubt));
}

function step({ name, text, ok }) {
  const [yes, no] = name === "signature" ? ["found", "missing"] : ["right", "wrong"];
  const word = ok === undefined ? "" : ok ? yes : no;
  return el(
    "li",
    { class: "step" },
    el("span", { class: `mark ${ok === undefined ? "plain" : ok ? "ok" : "bad"}` }, icon(ok === undefined ? "none" : ok ? "verified" : "refused")),
    el("span", { class: "label" }, name, ...(word ? [el("span", { class: ok ? "ok" : "bad" }, ` ${word}`)] : [])),
    el("pre", { class: "text" }, text),
  );
}

/** What was answered. */
export function answerPanel({ answer, status, from, method, duration: ms, code, duplicate, count, forward }) {
  const who = from === "app" ? `Your app (${forward ?? "forwarded"})` : "The inspector, as the runtime would";
  const ran = method === undefined ? "no method" : `${method}${count > 1 ? ` and ${count - 1} more` : ""}`;
  const rows = [
    ["Answered by", who],
    ["Status", el("span", { class: `pill ${statusTone(status)}` }, String(status))],
    [from === "app" ? "Method it is for" : "Method that would run", duplicate ? `${ran}: not again, the delivery was done before` : status >= 400 && from === "inspector" ? `${ran}: not reached` : ran],
    ["Duration", duration(ms)],
    ...(code ? [["Code", el("code", {}, code)]] : []),
    ...(answer.reason ? [["Reason", answer.reason]] : []),
  ];
  return [
    el("dl", { class: "facts" }, ...rows.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
    el("h3", {}, "Headers"),
    answer.headers.length > 0 ? headerTable(answer.headers) : note("None."),
    el("h3", {}, "Body ", el("span", { class: "muted" }, size(answer.body.bytes))),
    answer.body.bytes > 0 ? el("pre", { class: "raw", tabindex: "0" }, pretty(answer.body.text)) : note("Empty."),
  ];
}

/** How the payload differs from its type. */
export function driftPanel(drift) {
  if (drift.length === 0) return [note("No payload to compare.")];
  return drift.flatMap(({ type, from, places }, index) => {
    const heading = drift.length > 1 ? [el("h3", {}, `Event ${index + 1}`)] : [];
    if (type === undefined) return [...heading, note("This event's payload has no type: generate it, or write a schema (smart-webhooks infer).")];
    const against = from === "generated" ? `your generated ${type}` : `${type}, as it would be generated`;
    if (places.length === 0) return [...heading, el("div", { class: "banner ok" }, icon("verified"), el("div", {}, el("strong", {}, "No drift"), el("p", {}, `The payload is what ${against} says.`)))];
    return [...heading, el("p", {}, `${places.length} ${places.length === 1 ? "place differs" : "places differ"} from ${against}:`), driftTable(places)];
  });
}

function driftTable(places) {
  const rows = places.map(({ path, kind, expected, found }) => el("tr", {}, el("td", {}, el("code", {}, path)), el("td", {}, kind), el("td", {}, el("code", {}, expected)), el("td", {}, el("code", {}, found))));
  const heads = ["Path", "What", "Expected", "Found"].map((text) => el("th", { scope: "col" }, text));
  return el("div", { class: "scroll" }, el("table", { class: "drift" }, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...rows)));
}

function headerTable(headers) {
  const rows = headers.map(([name, value]) => el("tr", {}, el("th", { scope: "row" }, name), el("td", {}, value)));
  return el("table", { class: "headers" }, el("tbody", {}, ...rows));
}

function note(text) {
  return el("p", { class: "muted" }, text);
}
