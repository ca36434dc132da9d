import { describe, expect, it } from "vitest";
import { problemsOf, readAcme, refusalsOf, yamlWith } from "./read-yaml.js";
import { acceptedValues, refusedValues } from "./scheme-rows.js";

describe("the keys of a scheme", () => {
  it.each(acceptedValues)("take %s: %s", async (key, value, read, others) => {
    const config = await readAcme(yamlWith({ ...others, [key]: value }));
    expect(config.webhooks[0]?.verification.scheme).toHaveProperty(key, read);
  });

  it.each(refusedValues)("refuse %s: %s", async (key, value, code, hint) => {
    const yaml = yamlWith({ [key]: value });
    expect(await refusalsOf(yaml)).toContain(code);
    const problem = (await problemsOf(readAcme(yaml))).find((candidate) => candidate.code === code);
    const line = yaml.split("\n").findIndex((text) => text.trimStart().startsWith(`${key}:`)) + 1;
    expect(problem).toMatchObject({ at: { line, column: expect.any(Number) }, hint: expect.stringContaining(hint) });
    expect(`${problem?.message} ${problem?.frame}`).toContain(key);
  });

  it("take a URL of at most 500 characters, a template of at most 400", async () => {
    const long = { jwt_keys: `https://acme.com/${"a".repeat(500)}`, signed_content: `"{body}${"a".repeat(400)}"` };
    for (const [key, value] of Object.entries(long)) expect(await refusalsOf(yamlWith({ [key]: value }))).toContain(`invalid-${key === "jwt_keys" ? "key-place" : "signed-content"}`);
  });
});
