import { code } from "../src/emit/code.js";
import { toLiteral } from "../src/encode.js";
import type { UserHandler } from "../src/init/user-handler.js";

/** `my-github-handler.ts`: the user's own class, written once. */
export function userHandlerFile({ className, generated, specifier, event }: UserHandler): string {
  return code`
    import { ${generated}, type ${event.typeName} } from ${toLiteral(specifier)};

    /** Yours: write a method for each event that you want. Type "on" below, and your editor completes its name and its type. */
    export class ${className} extends ${generated} {
      override ${event.method}(event: ${event.typeName}) {
        return this.successResponse({ received: event.type });
      }
    }

  `;
}
