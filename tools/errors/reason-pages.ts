import type { ErrorPage } from "./error-page.js";

/** Why a delivery was refused: `reason` in the log and of `verifySignature`. No sender is ever told. */
export const reasonPages: Readonly<Record<string, ErrorPage>> = {
  signature_missing: { means: "The request has no signature where the scheme says. Scanners send such requests all day.", fix: "If the provider sent it: switch signing on there, and see whether a proxy drops the header." },
  signature_malformed: { means: "The signature is not written as the scheme says: another prefix, hex in place of base64, the wrong length.", fix: "Compare a real header with `signature_prefix`, `signature_encoding` and `signature_pairs`." },
  signature_mismatch: { means: "The signature is well formed and belongs to other bytes or another secret.", fix: "Capture such a request and ask [smart-webhooks explain](../explain.md), which tries them one by one. By hand, in this order: is it the secret of this endpoint (test and live differ)? Did a parser read the body first? Does a proxy change the body? Where the URL is signed, is `publicUrl` what the provider calls?" },
  timestamp_missing: { means: "The time of signing is not where the scheme says.", fix: "See whether a proxy drops the header." },
  timestamp_malformed: { means: "The time of signing is not written as `timestamp_format` says.", fix: "Compare a real request: seconds, milliseconds or ISO 8601." },
  timestamp_too_old: { means: "The delivery was signed longer ago than the tolerance. It is a replay, or it waited somewhere, or your clock is ahead.", fix: "Check the clock (`timedatectl`). Of deliveries that wait on purpose, raise `tolerance` with care." },
  timestamp_in_future: { means: "The delivery was signed later than now by more than the tolerance: your clock is behind.", fix: "Check the clock (`timedatectl`)." },
  header_missing: { means: "A header that is part of what is signed, or that `required_headers` asks for, is not there.", fix: "See whether a proxy drops it." },
  header_mismatch: { means: "A header that must have one value has another: the delivery is for another app or account.", fix: "Compare it with the parameter of the environment that `required_headers` names." },
  claim_mismatch: { means: "A claim of the token is not what it must be: issuer, audience, expiry, or the hash of the body.", fix: "Compare `jwt_issuer` and `jwt_audience` with the provider's documentation, and check the clock." },
  algorithm_not_allowed: { means: "The token names an algorithm that `jwt_algorithms` does not. Forged tokens do that.", fix: "If the provider changed its algorithm, name the new one." },
  key_unknown: { means: "The token names a key that the provider's key set does not have.", fix: "If it is not a forgery: the provider rolled its keys within the last hour, or it is another environment's token." },
  key_url_untrusted: { means: "The request names a certificate on a host that is not the provider's. Followed, it would prove anybody's word.", fix: "If the provider moved its certificates, update the package, or `certificate_hosts`." },
  public_url_missing: { means: "The provider signs the URL, and behind a proxy only you know the one it calls.", fix: 'Give the handler `publicUrl: "https://hooks.example.com"`, or `trustProxy: true` where your proxy sets `X-Forwarded-Host` and `X-Forwarded-Proto`.' },
  parameter_missing: { means: "The signature needs a value of yours that is no secret, such as the webhook's id.", fix: 'The class\'s comment names it: give the handler `params: { … }`, or set the variable. `smart-webhooks info <provider>` lists both.' },
  key_unavailable: { means: "The provider's public key could not be fetched, or nothing says how: a token names its key by an id.", fix: "Give the handler `fetchKey`, or see whether the host can be reached from where the app runs." },
  options_invalid: { means: "An option of `verifySignature` could never work, such as a `publicUrl` with a query.", fix: "Correct the option." },
};
