import type { Case } from "./case.js";

/** Bytes of a body that are searched. */
const SEARCHED = 512 * 1024;

const SECRET_NAME = /token|secret|password|passcode|api[_-]?key|authorization|cookie|credential/i;

/** Everything in a case that must not be shown: secrets, and what a request's headers, query or body hold under names of secrets. */
export function sensitiveTexts({ request, secrets, otherSecrets = [] }: Case): readonly string[] {
  const known = [...secrets, ...otherSecrets].map(({ value }) => value);
  const headers = Object.entries(request.headers).flatMap(([name, value]) => (SECRET_NAME.test(name) ? [value, ...value.split(/[ ,;=]+/)] : []));
  const query = [...new URLSearchParams(request.url.split("?").slice(1).join("?"))].flatMap(([name, value]) => (SECRET_NAME.test(name) ? [value] : []));
  const body = new TextDecoder().decode(request.body.subarray(0, SEARCHED));
  const fields = [...body.matchAll(/"([^"\\]{1,60})"\s{0,20}:\s{0,20}"([^"\\]{4,})/g)].flatMap(([, name = "", value = ""]) => (SECRET_NAME.test(name) ? [value] : []));
  const formFields = [...body.matchAll(/(?:^|&)([^=&]{1,60})=([^&]{4,})/g)].flatMap(([, name = "", value = ""]) => (SECRET_NAME.test(name) ? [value] : []));
  return [...known, ...[...headers, ...query, ...fields, ...formFields].filter((text) => text.length >= SHORTEST).slice(0, MOST)];
}

/** Characters of what is worth hiding: `Bearer` is none, and neither is `true`. */
const SHORTEST = 8;

const MOST = 200;
