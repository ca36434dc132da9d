import type { Scenario } from "../scenario.js";

export const scenarios: readonly Scenario[] = [
  { name: "usage/wrong", steps: [["generat", "github"], ["nothing-like-it"], ["generate", "--chek"], ["sample", "github"], ["generate", "--events"], ["generate", "--events", "push,,"], ["generate", "--import-extension", "mjs"], ["list", "github"], ["generate", "--check", "--dry-run"], ["help", "generat"]] },
  { name: "usage/wrong-as-json", steps: [["generat", "--json"], ["--json", "list", "--chek"], ["sample", "--json"], ["--json"]] },
  { name: "usage/unknown-names", steps: [["generate", "gihub"], ["generate", "github", "--events", "merge"], ["generate", "github", "--events", "pull_request.merged"], ["generate", "github", "--webhook", "releases"]] },
];
