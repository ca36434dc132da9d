import type { Verification } from "./provider-config.js";

/** What `verification_type` can be. */
export const verificationTypes: readonly Verification["type"][] = ["hmac_sha1", "hmac_sha256", "hmac_sha512", "none"];
