import type { Scenario } from "../scenario.js";

export const scenarios: readonly Scenario[] = [
  { name: "dev/no-providers", steps: [["dev"], ["dev", "githbu"], ["dev", "--json"]] },
  { name: "dev/port-in-use", server: (_, __, response) => response.end(), steps: [["dev", "github", "--port", "{port}"], ["dev", "github", "--port", "http"]], varying: [[/Port \d+/g, "Port {port}"]] },
  { name: "dev/remote-forward", steps: [["dev", "github", "--forward", "https://example.com"], ["dev", "github", "--forward", "http://example.com"], ["dev", "github", "--forward", ""]] },
  { name: "dev/private-key", steps: [["dev", "discord", "--private-key", "key.pem"], ["dev", "discord", "--private-key", "discord=key.pem"]] },
  { name: "dev/help", steps: [["dev", "--help"]] },
];
