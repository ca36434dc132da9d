import { findTsconfig } from "../find-tsconfig.js";
import { readCompilerOptions } from "../read-compiler-options.js";
import { shownPath } from "../write/shown-path.js";
import type { DoctorProject } from "./doctor-project.js";
import { type Finding, ok, problem } from "./finding.js";
import { installedPackage, readManifest } from "./installed-package.js";

/** TypeScript sees the runtime's entries, such as `@smart-webhooks/runtime/express`. */
export async function checkTsconfig(project: DoctorProject): Promise<readonly Finding[]> {
  const { cwd, output } = project;
  const tsconfig = await findTsconfig(output, cwd);
  if (tsconfig === undefined) return [ok("tsconfig", "There is no tsconfig.json to look at.")];
  const at = { file: shownPath(cwd, tsconfig) };
  const options = await readCompilerOptions(tsconfig).catch(() => undefined);
  if (options === undefined) return [problem("tsconfig-unreadable", `${at.file}, or what it extends, cannot be read.`, "Mend it: npx tsc --showConfig says what is wrong.", at)];
  const [resolution, module] = [options["moduleResolution"], options["module"]].map((value) => (typeof value === "string" ? value.toLowerCase() : undefined));
  if (isBlind(resolution, module, await isOldTypeScript(cwd))) {
    const setting = resolution === undefined ? "Without moduleResolution" : `With moduleResolution ${resolution}`;
    const message = `${setting}, TypeScript does not see @smart-webhooks/runtime/express and the like.`;
    return [problem("module-resolution", message, 'Set "module" to "nodenext", or to "preserve" where a bundler builds it.', at)];
  }
  const why = whyNotCommonJs(module, options["verbatimModuleSyntax"] === true);
  if (why !== undefined && (await readManifest(cwd))?.["type"] !== "module") {
    return [problem("not-esm", why.message, `Write "type": "module" into package.json, or ${why.otherwise}.`, at)];
  }
  return [ok("tsconfig", `${at.file}: TypeScript sees the runtime and its entries.`)];
}

/** Why TypeScript refuses generated files in a CommonJS project, and what would let it take them there. */
function whyNotCommonJs(module: string | undefined, isVerbatim: boolean): { readonly message: string; readonly otherwise: string } | undefined {
  if (module === "node16") return { message: "Under module node16, a CommonJS project cannot import the runtime, which is made of ES modules.", otherwise: 'set "module" to "nodenext"' };
  if (!isVerbatim || !["node18", "node20", "nodenext"].includes(module ?? "")) return undefined;
  return { message: "Under verbatimModuleSyntax, a CommonJS project cannot have import and export, which generated files have.", otherwise: 'set "verbatimModuleSyntax" to false' };
}

/** Whether only the main entries of packages are found: the default was so before TypeScript 6. */
function isBlind(resolution: string | undefined, module: string | undefined, isOld: boolean): boolean {
  if (resolution !== undefined) return ["node", "node10", "classic"].includes(resolution);
  return isOld && !["node16", "node18", "node20", "nodenext", "preserve"].includes(module ?? "");
}

async function isOldTypeScript(cwd: string): Promise<boolean> {
  const version = (await installedPackage("typescript", cwd))?.["version"];
  return typeof version === "string" && Number.parseInt(version, 10) < 6;
}
