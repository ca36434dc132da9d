import type { Framework } from "./framework.js";
import { type FrameworkName, frameworks } from "./frameworks.js";
import type { Project } from "./project.js";

/** The framework that a project uses: by its packages, then by its files; `node` when neither says one. */
export function detectFramework({ packages, entries }: Project): FrameworkName {
  const known = Object.entries(frameworks) as readonly (readonly [FrameworkName, Framework])[];
  const [byPackage] = known.find(([, framework]) => framework.packages.some((name) => packages.has(name))) ?? [];
  const [byFile] = known.find(([, { files = [] }]) => files.some((name) => entries.has(name))) ?? [];
  const found = byPackage ?? byFile ?? "node";
  const hasApp = entries.has("app") || entries.has("src/app");
  return found === "next" && !hasApp && (entries.has("pages") || entries.has("src/pages")) ? "next-pages" : found;
}
