import { describe, expect, it } from "vitest";
import { causeCodes } from "../../src/explain/cause-code.js";
import { explain } from "../../src/explain/explain.js";
import { loadProvider } from "../../src/load-provider.js";
import { tempFolder } from "../temp-folder.js";
import { brokenRequests, rightRequests } from "./broken-requests.js";
import { signedCase } from "./signed-case.js";

describe("a right request", () => {
  it.each(rightRequests)("of %s is taken", async (_, provider, options) => {
    const { accepted, signature, cause } = await explain(await signedCase(provider, options));
    expect({ accepted, signature, cause }).toEqual({ accepted: true, signature: "right", cause: undefined });
  });
});

describe("a broken request", () => {
  it.each(brokenRequests.map((one) => [one.name, one] as const))("%s", async (_, { provider, with: options, broken, code, says, fix }) => {
    const given = broken(await signedCase(provider, options));
    const explanation = await explain(given, async () => {
      const { webhooks } = await loadProvider("github", { cwd: tempFolder() });
      return Object.values(webhooks).map(({ spec }) => spec);
    });
    expect(explanation.accepted).toBe(false);
    expect(explanation.cause).toMatchObject({ code, message: expect.stringMatching(says) as string, fix: expect.stringMatching(fix) as string });
    const all = JSON.stringify(explanation);
    const secrets = [options.secret, options.signedWith ?? "", ...given.secrets.map(({ value }) => value.trim())].flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), Buffer.from(secret).toString("base64"), secret.slice(0, 12)]);
    for (const secret of secrets.filter((one) => one.length >= 8)) expect(all).not.toContain(secret);
  });

  it("can be explained by each cause that there is", () => {
    const tested = new Set(brokenRequests.map(({ code }) => code));
    expect(causeCodes.filter((code) => !tested.has(code))).toEqual([]);
  });
});
