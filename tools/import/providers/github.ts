import { readNpmFile } from "../npm-file.js";
import { pascalCase } from "../pascal-case.js";
import type { ProviderImport } from "../payload-source.js";
import { type GitHubDocument, gitHubWebhooks } from "./github-webhooks.js";

export default {
  read() {
    const { text, origin } = readNpmFile("@octokit/openapi", "23.0.2", "generated/api.github.com.json");
    const document = JSON.parse(text) as GitHubDocument;
    return { origin, components: document.components.schemas, payloads: gitHubWebhooks(document) };
  },

  /** `webhooks_` marks parts that GitHub's tooling cut out by position: their names say nothing. */
  componentName(component) {
    return component.startsWith("webhooks_") ? undefined : pascalCase(component.replace(/^(nullable|webhook)-/, "").replace(/-webhooks?$/, ""));
  },
} satisfies ProviderImport;
