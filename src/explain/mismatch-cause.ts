import type { Case } from "./case.js";
import type { Cause } from "./explanation.js";

/** What is likely wrong where nothing that was tried made the signature right: signs of a lost body first, else the secret. */
export function mismatchCause(given: Case): Cause {
  const { spec, request, secrets } = given;
  const isSent = spec.verify.scheme === "token" || spec.verify.scheme === "basic";
  const lost = isSent ? undefined : lostBody(request);
  if (lost !== undefined) return lost;
  if (spec.verify.keyless) return { code: "request-changed", message: "The signature is not made with the provider's key over this request: it was changed on the way, or is forged.", fix: "Capture the body with its exact bytes, before anything parses it, and all headers.", certain: false };
  return {
    code: "secret-wrong",
    message: isSent ? `The request carries another secret than ${names(secrets)}.` : `Nothing that was tried makes the signature right under ${names(secrets)}: most likely that is not the secret it was signed with.`,
    fix: `Copy the secret of this very webhook from the provider's page again (test and live mode, and each endpoint, have their own) into ${secrets[0]?.name ?? "its variable"}.${isSent ? "" : " If it is the right one, the body was changed: capture the exact bytes."}`,
    certain: false,
  };
}

function names(secrets: Case["secrets"]): string {
  return secrets.map(({ name }) => name).join(" or ");
}

function lostBody({ body, headers }: Case["request"]): Cause | undefined {
  const told = headers["content-length"];
  if (body.length === 0) {
    return { code: "body-empty", message: `The body is empty${told === undefined || told === "0" ? "" : `, and the request said ${told.slice(0, 12)} bytes`}: something read it before.`, fix: "Mount webhookRoutes before anything that reads the body: a parser that ran first leaves nothing. docs/frameworks.md says how for each framework.", certain: false };
  }
  if (told !== undefined && /^\d{1,12}$/.test(told) && Number(told) !== body.length) {
    return { code: "body-length", message: `The body has ${body.length} bytes, and the request said ${told}: it is not the body that was sent.`, fix: "Capture the body with its exact bytes, and all of it, before anything parses it.", certain: false };
  }
  if (Buffer.from(body).includes("\u{FFFD}")) {
    return { code: "body-charset", message: "The body holds U+FFFD, which stands where bytes could not be decoded: it was read as text, and those bytes are lost.", fix: "Hand the bytes over as they came, before anything reads them as text.", certain: false };
  }
  return undefined;
}
