import { bodyOf } from "./http-case.js";
import type { Serve } from "./run-group.js";

/** No server at all: the core. */
export const handle: Serve = async ({ handlers }) => ({
  close: async () => {},
  send: async (test) => {
    const { method, path: url, headers } = test;
    const path = url.split("?", 1)[0] ?? "";
    const handler = Object.values(handlers).find((one) => [one.path].flat().includes(path)) ?? Object.values(handlers)[0];
    if (handler === undefined) throw new Error("There is no handler");
    return handler.handle({ method, url, headers, body: bodyOf(test) });
  },
});
