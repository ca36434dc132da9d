import type { Scenario } from "../scenario.js";

export const scenarios: readonly Scenario[] = [
  { name: "completion/scripts", steps: [["completion", "bash"], ["completion", "zsh"], ["completion", "fish"]] },
  { name: "completion/other-shells", steps: [["completion", "tcsh"], ["completion"], ["completion", "tcsh", "--json"]] },
];
