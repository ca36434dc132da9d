import type { CauseCode } from "../../src/explain/cause-code.js";
import { fromGitHub, SECRET } from "./captured.js";
import type { ErrorPage } from "./error-page.js";
import { doctored } from "./doctored.js";

type SecretCause = Extract<CauseCode, `secret-${string}` | "parameter-missing">;

/** Causes that lie in the secret. `send` and `doctor` find some of them too. */
export const secretCausePages: Readonly<Record<SecretCause, ErrorPage>> = {
  "secret-missing": {
    means: "There is no secret: the variable is not set, or blank. Without it nothing can be verified, and a handler answers 503 rather than to take what anybody sends.",
    fix: "Copy the signing secret from the provider's page and set the variable, in the environment or in the `.env` file that your app loads. `smart-webhooks info <provider>` names the variable; `--secret-env` names another one for this command.",
    example: fromGitHub({ env: "GITHUB_WEBHOOK_SECRET=" }),
  },
  "secret-unusable": {
    means: "The secret or public key is not of the form that the provider gives: cut off when it was copied, in another encoding, or something else altogether, such as an API key.",
    fix: "Copy the signing secret from the provider's page again, whole and with its prefix. An API key, a bot token or the name of the secret is none.",
    example: doctored("WEBHOOK_SECRET=whsec_\n", { keys: { verification_type: "standard_webhooks", signature_header: undefined } }),
  },
  "secret-has-white-space": {
    means: "White space, a line break, or the two characters `\\n` stand around the secret, and are part of it as it is read. It comes from copying, from `echo` into a secret store, or from a file's last line.",
    fix: "Take them away where the value is set. `printf` writes no line break at the end, `echo` does.",
    example: fromGitHub({ env: `GITHUB_WEBHOOK_SECRET="${SECRET} "` }),
  },
  "secret-has-quotes": {
    means: "Quotes stand around the secret, and are part of it as it is read: `docker --env-file` and Kubernetes keep them, though many `.env` readers take them off.",
    fix: "Write the value without quotes.",
    example: fromGitHub({ env: `GITHUB_WEBHOOK_SECRET='"${SECRET}"'` }),
  },
  "secret-prefix": {
    means: "A prefix of the secret, such as `whsec_`, is missing, or there is one that does not belong to it.",
    fix: "Set the secret just as the provider shows it: the runtime takes off what must be taken off.",
    example: fromGitHub({ env: `GITHUB_WEBHOOK_SECRET=whsec_${SECRET}` }),
  },
  "secret-encoding": {
    means: "The secret is read as text, hex or base64, and is another of them. Something encoded or decoded it on the way, or the YAML says a wrong `secret_encoding`.",
    fix: "Of a built-in provider copy the secret again, as it is shown. In a `webhook.yaml` of yours set `secret_encoding` to what the provider's documentation says.",
    example: fromGitHub({ env: `GITHUB_WEBHOOK_SECRET=${Buffer.from(SECRET).toString("hex")}` }),
  },
  "secret-is-private-key": {
    means: "A private key stands where the provider's public key belongs. Providers keep their private keys to themselves, so it is a key of another kind.",
    fix: "Set the public key that the provider's page shows. If others could read the private key, renew it.",
  },
  "secret-of-other-variable": {
    means: "The signature is right under another variable of yours: the secret is that of the live mode, of another environment, or of another endpoint.",
    fix: "Give the app the secret of the endpoint that the delivery came to. The variable that fits is named; no value is shown.",
    example: fromGitHub({ env: "GITHUB_WEBHOOK_SECRET=the-secret-of-the-test-repository", files: { ".env.production": `GITHUB_WEBHOOK_SECRET=${SECRET}\n` } }),
  },
  "secret-wrong": {
    means: "Nothing that was tried makes the signature right. Most likely the secret is that of another endpoint or was renewed; else the body was changed in a way that leaves no trace.",
    fix: "Copy the secret from the provider's page of this very endpoint. If it is right, capture the body again before anything reads it.",
    example: fromGitHub({ env: "GITHUB_WEBHOOK_SECRET=quite-another-secret" }),
  },
  "parameter-missing": {
    means: "A value of yours that is signed, and is no secret, is not set: the id of a webhook, of an application or an account. The signature cannot be built without it.",
    fix: "Set the variable that is named to what the provider's page shows, or give the handler `params`. `smart-webhooks info <provider>` lists both.",
    example: doctored(`WEBHOOK_SECRET=${SECRET}\n`, { keys: { signed_content: '"{parameter:account}.{body}"', parameters: "{ account: ACME_ACCOUNT }" } }),
  },
};
