import { code } from "../src/emit/code.js";
import { toKey, toLiteral } from "../src/encode.js";
import type { Framework, RoutePlace } from "../src/init/framework.js";

/** A handler among the routes. */
export interface RoutedHandler {
  readonly className: string;
  /** How the route file imports it: `./my-github-handler.js`. */
  readonly specifier: string;
  /** `github`, `github/releases` */
  readonly key: string;
}

/** The file that serves the user's handlers in their framework, written once. */
export function routeFile(framework: Framework, handlers: readonly RoutedHandler[], place: RoutePlace): string {
  const { call = "webhookRoutes", opens, closes = "" } = framework;
  const options = framework.basePath === undefined ? "" : `, { basePath: ${toLiteral(framework.basePath)} }`;
  return code`
    ${framework.imports}
    import { ${call} } from "@smart-webhooks/runtime/${framework.adapter}";
    ${handlers.map(handlerImport)}

    // ${framework.comment}
    ${opens}${call}({
      ${handlers.map(handlerEntry)}
    }${options})${closes};
    ${framework.below && ["", ...framework.below(place)]}

  `;
}

/** The line that imports a handler. */
export function handlerImport({ className, specifier }: RoutedHandler): string {
  return `import { ${className} } from ${toLiteral(specifier)};`;
}

/** The line that routes to it. */
export function handlerEntry({ key, className }: RoutedHandler): string {
  return `${toKey(key)}: new ${className}(),`;
}
