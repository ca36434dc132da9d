import { describe, expect, it } from "vitest";
import { guardProcess } from "../../src/delivery/guard-process.js";
import { firstLine } from "../../src/first-line.js";

describe("work that is guarded", () => {
  it("cannot end the process, and may after it", async () => {
    const { exit } = process;
    await expect(guardProcess(async () => process.exit(0))).rejects.toThrow("process.exit(0) was called");
    expect(process.exit).toBe(exit);
  });

  it("fails with what is thrown where nobody waits", async () => {
    const before = process.listenerCount("uncaughtException");
    const stray = guardProcess(() => {
      process.emit("uncaughtException", new Error("in a timer\nand more"));
      return new Promise(() => undefined);
    });
    await expect(stray).rejects.toMatchObject({ problems: [{ code: "handler-unusable", message: expect.stringMatching(/: in a timer$/) as string }] });
    expect(process.listenerCount("uncaughtException")).toBe(before);
  });

  it("answers what it comes to", async () => expect(await guardProcess(async () => 7)).toBe(7));
});

describe("the first line of what was thrown", () => {
  const fail = (): never => {
    throw new Error("no");
  };
  it.each([
    ["an error", new Error("one\ntwo"), "one"],
    ["an error without a message", new Error(""), "it has no message"],
    ["a text", "one\ntwo", "one"],
    ["a proxy that throws", new Proxy({}, { getPrototypeOf: fail, get: fail }), "it has no text"],
    ["what has no text", Object.create(null), "it has no text"],
    ["an error whose message is none", Object.assign(new Error("x"), { message: { toString: fail } }), "it has no text"],
  ])("is told of %s", (_, thrown, line) => expect(firstLine(thrown)).toBe(line));
});
