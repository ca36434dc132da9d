import type { WebhookHandlerOptions } from "./options.js";
import { processEnvironment } from "./secrets.js";
import type { WebhookSpec } from "./spec.js";
import type { Surroundings } from "./verify/delivery.js";

/**
 * What a handler's deliveries are checked against, from its options and the environment.
 *
 * @throws TypeError for an option that could never work
 */
export function surroundings({ params: names = {} }: WebhookSpec, options: WebhookHandlerOptions): (now: number) => Surroundings {
  const { publicUrl, fetchKey } = options;
  const tolerance = positive("tolerance", options.tolerance);
  checkPublicUrl(publicUrl);
  const entries = Object.entries(names);
  const params = (): Surroundings["params"] => {
    const env = options.env ?? processEnvironment();
    return { ...Object.fromEntries(entries.map(([name, variable]) => [name, env[variable]])), ...options.params };
  };
  const fixed = entries.length === 0 ? (options.params ?? NONE) : undefined;
  return (now) => ({ now, tolerance, publicUrl, trustUrl: options.trustProxy === true, fetchKey, params: fixed ?? params() });
}

const NONE: Surroundings["params"] = {};

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
