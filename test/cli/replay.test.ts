import { describe, expect, test } from "vitest";
import { tempFolder } from "../temp-folder.js";
import { capture } from "./capture.js";

/** A module with so many dead letters, which writes down that it was closed. */
const moduleOf = (count: number, more = ""): string => `
  let left = ${count};
  export const deadLetters = {
    replay: async (limit) => { ${more} const lines = []; while (left > 0 && lines.length < limit) lines.push(\`github/default push \${left--}\`); return lines; },
    close: async () => { globalThis.closedLetters = (globalThis.closedLetters ?? 0) + 1; },
  };`;

const closed = (): number => (globalThis as { closedLetters?: number }).closedLetters ?? 0;

describe("replay", () => {
  test("prints a line for each dead letter that went back, and closes the queue", async () => {
    const before = closed();
    const { exitCode, stdout, stderr } = await capture(["replay", "letters.mjs"], tempFolder({ "letters.mjs": moduleOf(2) }));
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: "replayed  github/default push 2\nreplayed  github/default push 1\n", stderr: "2 put back.\n" });
    expect(closed()).toBe(before + 1);
  });

  test("takes a limit, a default export and --json", async () => {
    const cwd = tempFolder({ "letters.mjs": `${moduleOf(5).replace("export const deadLetters =", "export default")}` });
    const { exitCode, stdout } = await capture(["replay", "letters.mjs", "--limit", "1", "--json"], cwd);
    expect([exitCode, JSON.parse(stdout)]).toEqual([0, { replayed: ["github/default push 5"] }]);
  });

  test("says when there are none", async () => {
    const { exitCode, stdout, stderr } = await capture(["replay", "letters.mjs"], tempFolder({ "letters.mjs": moduleOf(0) }));
    expect([exitCode, stdout, stderr]).toEqual([0, "", "There are no dead letters.\n"]);
  });

  test("closes the queue when that does not answer, and says so in a line", async () => {
    const before = closed();
    const { exitCode, stderr } = await capture(["replay", "letters.mjs"], tempFolder({ "letters.mjs": moduleOf(1, `throw new Error("connect ECONNREFUSED\\n at x");`) }));
    expect([exitCode, closed()]).toEqual([2, before + 1]);
    expect(stderr).toContain("replay-failed");
    expect(stderr).toContain("connect ECONNREFUSED");
    expect(stderr).not.toContain("at x");
  });

  test("cannot have a line move the cursor", async () => {
    const { stdout } = await capture(["replay", "letters.mjs"], tempFolder({ "letters.mjs": `export const deadLetters = { replay: async () => ["a\\u001b[2Jb"], close: async () => {} };` }));
    expect(stdout).toBe("replayed  ab\n");
  });

  test.each([
    ["missing.mjs", "no-such-file"],
    ["empty.mjs", "no-dead-letters"],
    ["half.mjs", "no-dead-letters"],
    ["broken.mjs", "module-failed"],
  ])("refuses %s", async (file, code) => {
    const cwd = tempFolder({ "empty.mjs": "export const x = 1;", "half.mjs": "export const deadLetters = { replay() {} };", "broken.mjs": `throw new Error("no");` });
    const { exitCode, stdout, stderr } = await capture(["replay", file], cwd);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(code);
  });

  test.each(["0", "-1", "x", "1.5", ""])("refuses the limit %j", async (limit) => {
    const { exitCode } = await capture(["replay", "letters.mjs", "--limit", limit], tempFolder({ "letters.mjs": moduleOf(1) }));
    expect(exitCode).toBe(2);
  });
});
