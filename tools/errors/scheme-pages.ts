import { acme, type ErrorPage } from "./error-page.js";

const JWT = { verification_type: "jwt", signature_header: "Authorization", jwt_algorithms: "[RS256]", jwt_hashes: "{ body_hash: body }" };

/** Codes of what a webhook.yaml says of the signature. */
export const schemePages: Readonly<Record<string, ErrorPage>> = {
  "missing-verification-type": {
    means: "A webhook does not say how its requests are verified.",
    fix: "Add `verification_type` and `signature_header`. A provider that signs like a built-in one may name it: `verification_type: stripe`.",
    example: acme({ verification_type: undefined }),
  },
  "missing-signature-header": {
    means: "The scheme needs to know where the signature stands.",
    fix: "Add `signature_header`, or `signature_field` (in the body), or `signature_query` (in the URL).",
    example: acme({ signature_header: undefined }),
  },
  "missing-signature-field": {
    means: "`signed_items` says that each item of a batch carries its own signature, but not in which field.",
    fix: "Add `signature_field`, and leave `signature_header` out.",
    example: acme({ signed_items: '"items[]"' }),
  },
  "missing-signed-content": {
    means: "A plain hash (`hash_sha256`) must say how the secret and the body are joined.",
    fix: 'Add `signed_content: "{secret}{body}"`, in the provider\'s order.',
    example: acme({ verification_type: "hash_sha256" }),
  },
  "missing-jwt-algorithms": {
    means: "A token says itself how it was signed, and a forged one would say what suits it. The algorithms that are taken must be named.",
    fix: "Add `jwt_algorithms: [RS256]`, as the provider documents.",
    example: acme({ ...JWT, jwt_algorithms: undefined }),
  },
  "missing-jwt-hashes": {
    means: "The token would vouch for its sender but not for the body: one that was seen could be sent with any other.",
    fix: "Add `jwt_hashes` and the claim with the body's SHA-256. Where there is none, say so with `body_signed: false`.",
    example: acme({ ...JWT, jwt_hashes: undefined }),
  },
  "mixed-algorithms": {
    means: "Algorithms with a secret (HS256) and with a public key (RS256) are taken side by side. Then the public key, which everybody has, can be used as the secret.",
    fix: "Keep those of one kind.",
    example: acme({ ...JWT, jwt_algorithms: "[RS256, HS256]" }),
  },
  "invalid-key-place": {
    means: "`jwt_keys` is neither the `https://` URL of a key set nor `kid`. What was written is not shown, as a URL may hold a password.",
    fix: "Write the URL without user and query, or `kid` when your `fetchKey` gets each key.",
    example: acme({ ...JWT, jwt_keys: "http://acme.example/keys" }),
  },
  "invalid-claim": {
    means: "A claim, an issuer or an audience has a blank or a character that is not printable ASCII.",
    fix: "Write it exactly as the token has it.",
    example: acme({ ...JWT, jwt_issuer: '"acme inc"' }),
  },
  "unused-key": {
    means: "A key means nothing for this `verification_type`. Whoever wrote it expects something that does not happen.",
    fix: "Remove the key, or see whether the type is the right one.",
    example: acme({ verification_type: "token", timestamp_header: "X-Acme-Time" }),
  },
  "invalid-signed-content": {
    means: "The template of what is signed is not one: an unknown placeholder, no `{body}`, or `{secret}` where the secret is a key.",
    fix: "Put it together as the provider documents: `\"{timestamp}.{body}\"`. The hint lists the placeholders.",
    example: acme({ signed_content: '"{tiemstamp}.{body}"' }),
  },
  "missing-timestamp-header": {
    means: "Something needs the time of signing, but nothing says where the request carries it.",
    fix: "Add `timestamp_header`, `timestamp_field`, or `timestamp` in `signature_pairs`.",
    example: acme({ signed_content: '"{timestamp}.{body}"' }),
  },
  "missing-delivery-id-header": {
    means: "The delivery's id is part of what is signed, but nothing says in which header it comes.",
    fix: "Add `delivery_id_header`.",
    example: acme({ signed_content: '"{id}.{body}"' }),
  },
  "timestamp-not-signed": {
    means: "A time is read that the signature does not cover: whoever sends an old request again writes a new time beside it, and the check of the time proves nothing.",
    fix: "Put `{timestamp}` into `signed_content` where the provider signs it. Where it does not, remove the key.",
    example: acme({ timestamp_header: "X-Acme-Time" }),
  },
  "missing-pair": {
    means: "`signature_pairs` does not say which pair is the signature.",
    fix: "Add `signature: v1` for a header such as `t=1700000000,v1=5257a8…`.",
    example: acme({ signature_pairs: "{ timestamp: t }" }),
  },
  "invalid-signature-prefix": {
    means: "`signature_prefix` is the fixed text before the signature. It has a character that no header has, or is far too long.",
    fix: 'Write it in quotes, as the header has it: `"sha256="`.',
    example: acme({ signature_prefix: `"${"sha256=".repeat(12)}"` }),
  },
  "invalid-secret-prefix": {
    means: "`secret_prefix` is the fixed beginning of every secret. What is written looks like a secret itself.",
    fix: "Write the beginning alone, such as `whsec_`. If a secret was committed, replace it.",
    example: acme({ secret_encoding: "base64", secret_prefix: '"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"' }),
  },
  "missing-secret-encoding": {
    means: "A prefix is taken off a secret that is written in hex or base64. Of a secret that is plain text the prefix is a part.",
    fix: "Add `secret_encoding: base64`, or remove `secret_prefix`.",
    example: acme({ secret_prefix: "whsec_" }),
  },
  "missing-certificate-hosts": {
    means: "A request names the URL of the certificate that proves it. Without the hosts that are trusted, anybody's certificate would do.",
    fix: "Add `certificate_hosts: [api.acme.example]`.",
    example: acme({ verification_type: "rsa", certificate_url_header: "X-Acme-Cert-Url" }),
  },
  "missing-certificate-url-header": {
    means: "Hosts of certificates are named, but no header from which the certificate's URL is read.",
    fix: "Add `certificate_url_header`, or remove `certificate_hosts` when the public key is in the environment.",
    example: acme({ verification_type: "rsa", certificate_hosts: "[api.acme.example]" }),
  },
  "invalid-required-header": {
    means: "A header that every request must have is given a value that no header can have.",
    fix: 'Write a plain text, or `"{parameter:name}"` for a value of the environment.',
    example: acme({ required_headers: '{ X-Acme-App: "" }' }),
  },
  "unsigned-body-hash": {
    means: "The body's hash stands in the URL, but the URL is not signed: who could write the hash could send any body.",
    fix: "Put `{url}` into `signed_content` where the provider signs it, or remove `body_hash_query`.",
    example: acme({ body_hash_query: "bodySHA256" }),
  },
  "body-not-signed": {
    means: "The signature leaves the body out, as `body_signed: false` admits: whoever sees one request can send any body with it.",
    fix: "Take the event as a hint, and get what matters from the provider's API.",
    example: acme({ signed_content: '"{timestamp}"', timestamp_header: "X-Acme-Time", body_signed: "false" }),
  },
  "weak-hash": {
    means: "The scheme rests on SHA-1. Nobody forges an HMAC with it today, but it is no choice for something new.",
    fix: "Use the provider's scheme with SHA-256 if there is one. Of a built-in provider there is nothing to do: it signs no other way.",
    example: acme({ verification_type: "hmac_sha1" }),
  },
  "weak-checksum": {
    means: "What is signed holds a CRC-32 of the body. That is a checksum and no hash: another body with the same one is easily made.",
    fix: "Take the event as a hint, and get what matters from the provider's API.",
    example: acme({ signed_content: '"{body_crc32}"' }),
  },
};
