import { pascalCase } from "./pascal-case.js";

/**
 * What a TypeScript type is called in its source: `Charge.Refunds` is `ChargeRefunds`, `ApiList<Charge>` is `ChargeApiList`.
 * "Event" and "Payload" at the end say what every type here is about, and are the handler's words.
 */
export function componentName(component: string): string | undefined {
  if (component.startsWith("payload:")) return undefined;
  const [, name = "", parameters = ""] = /^(?:[^:]*:)?([^<]*)(?:<(.*)>)?$/.exec(component) ?? [];
  // Type arguments that are no plain names make no name.
  if (/[^\w.,]/.test(parameters)) return undefined;
  return pascalCase(parameters) + pascalCase(name.replace(/(Event|Payload)$/, ""));
}
