import { installedSize } from "./installed-size.js";
import { figure, type Section } from "./section.js";

const RUNTIME = "@smart-webhooks/runtime";
const PEERS = ["@octokit/webhooks", "standardwebhooks", "svix", "stripe", "twilio", "@shopify/shopify-api", "@slack/bolt", "probot", "json-schema-to-typescript", "openapi-typescript", "@hey-api/openapi-ts"];

/** What an installation puts on the disk. */
export function installs(): Promise<Section> {
  const rows = [RUNTIME, ...PEERS].map((name) => {
    const { packages, bytes } = installedSize(name);
    return [name, `${packages}`, figure(bytes / 1e6)];
  });
  const { packages, bytes } = installedSize(RUNTIME);
  const targets = [
    { what: "packages that the runtime installs", atMost: 1, measured: packages, unit: "" },
    { what: "size of the runtime", atMost: 0.2, measured: bytes / 1e6, unit: "MB" },
  ];
  return Promise.resolve({ title: "Installations", about: "With all that a package brings.", head: ["", "packages", "MB"], rows, targets, quote: { what: "production install, MB", column: 2, names: [RUNTIME, "@octokit/webhooks", "svix", "stripe"] } });
}
