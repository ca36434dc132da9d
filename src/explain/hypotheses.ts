import type { Refusal } from "@smart-webhooks/runtime/verify";
import { bodyBytes } from "./body-bytes.js";
import { bodyWrapping } from "./body-wrapping.js";
import type { Hypothesis } from "./case.js";
import { changedUrl } from "./changed-url.js";
import { otherSecrets } from "./other-secrets.js";
import { otherWebhook } from "./other-webhook.js";
import { publicKeyForm } from "./public-key-form.js";
import { renamedHeader } from "./renamed-header.js";
import { rewrittenForm } from "./rewritten-form.js";
import { rewrittenJson } from "./rewritten-json.js";
import { secretEncoding } from "./secret-encoding.js";
import { secretText } from "./secret-text.js";
import { timestampUnit } from "./timestamp-unit.js";
import { wrongAlgorithm } from "./wrong-algorithm.js";
import { writtenSignature } from "./written-signature.js";

/** The runtime's words for "the parts are there, and do not fit". */
const MISMATCH: readonly Refusal[] = ["signature_mismatch", "claim_mismatch"];

const UNREADABLE: readonly Refusal[] = ["signature_missing", "signature_malformed", "header_missing", "timestamp_missing"];

/**
 * Everything that is tried, the likely first: what is cheap and often wrong (the secret's text), then what frameworks do to
 * bodies and proxies to URLs, then what only a provider described by hand gets wrong. `reasons` are the refusals that it may explain.
 */
export const hypotheses: readonly { readonly of: Hypothesis; readonly reasons: readonly Refusal[] }[] = [
  { of: secretText, reasons: [...MISMATCH, "secret_unusable"] },
  { of: publicKeyForm, reasons: ["secret_unusable"] },
  { of: otherWebhook, reasons: [...MISMATCH, ...UNREADABLE] },
  { of: otherSecrets, reasons: ["signature_mismatch", "secret_unusable"] },
  { of: renamedHeader, reasons: UNREADABLE },
  { of: writtenSignature, reasons: ["signature_malformed", "signature_mismatch", "timestamp_malformed"] },
  { of: changedUrl, reasons: [...MISMATCH, "public_url_missing"] },
  { of: bodyBytes, reasons: [...MISMATCH, "body_malformed"] },
  { of: bodyWrapping, reasons: [...MISMATCH, "body_malformed", "signature_missing", "signature_malformed"] },
  { of: secretEncoding, reasons: ["signature_mismatch", "secret_unusable"] },
  { of: rewrittenForm, reasons: MISMATCH },
  { of: rewrittenJson, reasons: MISMATCH },
  { of: timestampUnit, reasons: ["timestamp_malformed", "timestamp_too_old", "timestamp_in_future"] },
  { of: wrongAlgorithm, reasons: ["signature_malformed"] },
];
