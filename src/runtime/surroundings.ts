import type { WebhookHandlerOptions } from "./options.js";
import { processEnvironment } from "./secrets.js";
import type { WebhookSpec } from "./spec.js";
import type { Surroundings } from "./verify/delivery.js";

/**
 * What a handler's deliveries are checked against, from its options and the environment.
 *
 * @throws TypeError for an option that could never work
 */
export function surroundings({ params: names }: WebhookSpec, { publicUrl, fetchKey, trustProxy, params: given = {}, env, tolerance }: WebhookHandlerOptions): (now: number) => Surroundings {
  positive("tolerance", tolerance);
  checkPublicUrl(publicUrl);
  const fromEnvironment = (): Surroundings["params"] => {
    const variables = env ?? processEnvironment();
    return { ...Object.fromEntries(Object.entries(names ?? {}).map(([name, variable]) => [name, variables[variable]])), ...given };
  };
  return (now) => ({ now, tolerance, publicUrl, trustUrl: trustProxy === true && "forwarded", fetchKey, params: names ? fromEnvironment() : given });
}

/** @throws TypeError for anything but an origin, perhaps with a path */
export function checkPublicUrl(publicUrl: string | undefined): void {
  if (publicUrl === undefined || /^https?:\/\/[^/?#\s@]+(?:\/[^?#\s]*)?$/i.test(publicUrl)) return;
  throw new TypeError(`The option publicUrl must be an origin, perhaps with a path: "https://hooks.example.com"`);
}

/** @throws TypeError for anything but a positive number: NaN would switch a check off in silence */
export function positive(name: string, value: number | undefined): number | undefined {
  if (value !== undefined && !(value > 0)) throw new TypeError(`The option ${name} must be a positive number`);
  return value;
}
