/** A provider of a user's own. */
export const ACME_YAML = `webhooks:
  default:
    signing_secret_env: ACME_SECRET
    verification_type: hmac_sha256
    signature_header: X-Acme-Signature
    event_field: kind
    delivery_id_field: id
    events: [parcel.sent]
`;
