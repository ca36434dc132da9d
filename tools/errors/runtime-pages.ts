import type { ErrorPage } from "./error-page.js";

/** Codes of deliveries that were refused or failed: `code` in the answer, in the log, and of a `WebhookError`. */
export const runtimePages: Readonly<Record<string, ErrorPage>> = {
  signature_invalid: { means: "The delivery could not be verified: forged, changed on the way, or checked with another secret. The sender is told no more than that; the log has a `reason`.", fix: "Look at the reason: [signature_mismatch](signature_mismatch.md) is mostly a wrong secret or a body that was parsed before, [timestamp_too_old](timestamp_too_old.md) a clock or a replay." },
  body_malformed: { means: "The body is not JSON or a form as its provider sends it, or lacks the keys that `shape` asks of its event. It was verified, so the provider sent it. As a `reason` it says that the signature stands in a body that could not be read.", fix: "Compare the raw body with the provider's documentation. A wrong `shape` or `body_format` in the YAML does this." },
  not_found: { means: "No handler serves this path.", fix: "Compare the URL at the provider with `path` in the generated class, and see whether a mount point or `basePath` stands before it." },
  method_not_allowed: { means: "A delivery comes with POST, or with the method of a handshake that the YAML describes.", fix: "Nothing, if it was a browser or a probe. If the provider makes sure of the endpoint with GET, describe that under `handshakes`." },
  handshake_refused: { means: "A request to make sure of the endpoint does not show what it must, such as your verify token, or wants a URL visited that is not the provider's.", fix: "Compare the token at the provider with the variable that `parameters` names." },
  body_too_large: { means: "The body is larger than the handler takes. It was not read to its end.", fix: "Raise `maxBodyBytes` if the provider really sends as much." },
  encoding_unsupported: { means: "The body came compressed. Signatures cover what was sent, and no provider is known to compress.", fix: "See what stands between the provider and you: a proxy must pass the body on as it is." },
  content_type_unsupported: { means: "The content type is not one that this provider sends.", fix: "Compare it with the provider's documentation; `body_format` in the YAML says what the body is." },
  handler_failed: { means: "Your method threw, or gave something that is no answer. The delivery is released: when it comes again, it is handled again.", fix: "`cause` in the log is what was thrown." },
  body_already_parsed: { means: "A body parser read the request first, and the raw bytes that were signed are gone.", fix: "Mount the webhook routes above the parser. The log has the line for your framework, and so has [frameworks](../frameworks.md)." },
  secret_unusable: { means: "There is no secret that can be used: the variable is missing or blank, or its text is not in the encoding that the scheme needs. As a `reason`: none of several is of the kind the delivery was signed with.", fix: "Set the variable that the log names, exactly as the provider shows it." },
  setup_incomplete: { means: "The handler lacks something besides the secret. The log says what.", fix: "Give the handler the option that the reason names: [publicUrl](public_url_missing.md), [params](parameter_missing.md), [fetchKey](key_unavailable.md)." },
  store_unavailable: { means: "The store that remembers deliveries failed or was too slow. Handled without it, a delivery could be handled twice.", fix: "See whether Redis or PostgreSQL can be reached. The provider is asked to send it again." },
  queue_unavailable: { means: "The dispatcher could not put the delivery on its queue.", fix: "See whether the queue can be reached. The provider is asked to send it again." },
  address_not_allowed: { means: "The guard `allowAddresses` knows the sender's address as none of the provider's.", fix: "Compare with the list the provider publishes. Behind a proxy, `trustProxy` is needed to see the sender's address." },
  too_many_deliveries: { means: "A guard (`limitRate`, `limitConcurrency`) holds deliveries back.", fix: "Nothing, if it ends by itself. Else raise the limit, or queue with a dispatcher." },
  delivery_in_progress: { means: "The same delivery is being handled right now: the provider did not wait for the answer.", fix: "Answer faster: `respondWithin`, or a dispatcher. The provider sends it once more, and is told that it is done." },
  handler_retry: { means: "Your method threw `WebhookRetryError`, or a handshake's URL did not answer. The delivery is released and asked for again.", fix: "Nothing, if that was meant." },
  handler_too_slow: { means: "The method ran longer than `respondWithin`, on a platform that ends work with the answer.", fix: "Give `waitUntil`, or a dispatcher. Without either the delivery is asked for again." },
  handler_gave_up: { means: "Your method threw `WebhookPermanentError`: the delivery counts as done and does not come again.", fix: "Nothing, if that was meant. `cause` in the log says why." },
  job_malformed: { means: "A worker found something in its queue that is no delivery of ours, or of a newer version.", fix: "Let only the dispatcher write to that queue, and update receivers and workers together. It went to the dead letters." },
  handler_missing: { means: "A worker has no handler for a delivery in its queue.", fix: "Give the worker the same handlers as the receiver. It went to the dead letters: put it back with \"smart-webhooks replay\"." },
};

/** Those that a sender is answered with. The others stay in the log of a worker. */
export const answeredCodes: ReadonlySet<string> = new Set(Object.keys(runtimePages).filter((code) => code !== "job_malformed" && code !== "handler_missing"));
