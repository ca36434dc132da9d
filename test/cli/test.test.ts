import { expect, it, describe } from "vitest";
import { tempFolder } from "../temp-folder.js";
import { capture } from "./capture.js";

/** A handler without the runtime: what it saw of its environment ends in its answer. */
const MODULE = `
const spec = { provider: "slack", webhook: "default", path: "/", routes: { app_mention: "onAppMention" }, verify: {} };
export class Mine {
  static spec = spec;
  constructor(options) { this.isSame = options.secret === process.env.SLACK_SIGNING_SECRET && options.secret !== "real"; }
  handle() { console.info("%s said", "it"); process.stdout.write(""); return { status: 200, headers: {}, body: String(this.isSame) }; }
}`;

describe("test", () => {
  it("shows a module keys made for it alone, and puts the environment and the console back", async () => {
    process.env["SLACK_SIGNING_SECRET"] = "real";
    const before = console.info;
    try {
      const { exitCode, stdout } = await capture(["test", "slack", "app_mention", "--handler", "mine.mjs", "--json"], tempFolder({ "mine.mjs": MODULE }));
      expect([exitCode, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ ok: true, answers: [expect.objectContaining({ body: "true", logged: [{ level: "info", text: "it said" }] })] })]);
      await capture(["test", "slack", "app_mention", "--handler", "broken.mjs"], tempFolder({ "broken.mjs": "throw new Error('broken')" }));
      expect([process.env["SLACK_SIGNING_SECRET"], console.info]).toEqual(["real", before]);
    } finally {
      delete process.env["SLACK_SIGNING_SECRET"];
    }
  });
});
