import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { GenerateError } from "../../src/errors.js";
import type { GeneratedFile } from "../../src/write/generated-file.js";
import { planWrites } from "../../src/write/plan-writes.js";
import { seal } from "../../src/write/seal.js";
import type { WriteOptions } from "../../src/write/write-plan.js";
import { tempFolder } from "../temp-folder.js";
import { sampleFile, specFile, write, writeOptions } from "./sample-file.js";

const handler = "src/webhooks/acme/handler.ts";
const sealed = seal(sampleFile().text);

async function changes(files: readonly GeneratedFile[], options: WriteOptions): Promise<readonly string[]> {
  const plan = await planWrites(files, options);
  return plan.changes.map(({ change, path }) => `${change} ${path}`);
}

async function refusals(files: readonly GeneratedFile[], options: WriteOptions): Promise<readonly string[]> {
  const error: unknown = await planWrites(files, options).catch((reason: unknown) => reason);
  if (!(error instanceof GenerateError)) throw new Error("The plan was not refused.", { cause: error });
  expect(error.problems.every(({ hint, severity }) => hint !== undefined && severity === "error")).toBe(true);
  return error.problems.map(({ code, at }) => [code, at?.file].filter(Boolean).join(" "));
}

describe("planWrites compares", () => {
  test.each([
    ["nothing there", undefined, "created"],
    ["the same", sealed, "unchanged"],
    ["the same, checked out with CRLF", sealed.replaceAll("\n", "\r\n"), "unchanged"],
    ["older, unedited", seal(sampleFile("acme/handler.ts", "export const old = 0;").text), "changed"],
    ["older, unedited, CRLF", seal(sampleFile("acme/handler.ts", "old();").text).replaceAll("\n", "\r\n"), "changed"],
  ])("%s", async (_, onDisk, expected) => {
    const cwd = tempFolder(onDisk === undefined ? {} : { [handler]: onDisk });
    expect(await changes([sampleFile()], writeOptions(cwd))).toEqual([`${expected} ${handler}`]);
  });

  test("and writes nothing", async () => {
    const cwd = tempFolder();
    await planWrites([sampleFile()], writeOptions(cwd));
    expect(readdirSync(cwd)).toEqual([]);
  });

  test("a path outside of the working directory is shown whole", async () => {
    const [cwd, output] = [tempFolder(), tempFolder()];
    expect(await changes([sampleFile()], writeOptions(cwd, { output }))).toEqual([`created ${output}/acme/handler.ts`]);
  });
});

describe("planWrites guards what is the user's", () => {
  test("an edited file needs force", async () => {
    const cwd = tempFolder({ [handler]: sealed.replace("one", "uno") });
    expect(await refusals([sampleFile()], writeOptions(cwd))).toEqual([`generated-file-edited ${handler}`]);
    expect(await changes([sampleFile()], writeOptions(cwd, { force: true }))).toEqual([`changed ${handler}`]);
  });

  test.each([[false], [true]])("a file of their own is never replaced (force: %s)", async (force) => {
    const cwd = tempFolder({ [handler]: "export class Mine {}\n" });
    expect(await refusals([sampleFile()], writeOptions(cwd, { force }))).toEqual([`not-generated ${handler}`]);
  });

  test("nor is one that is too large to be ours, which is not read", async () => {
    const cwd = tempFolder({ [handler]: sealed });
    truncateSync(join(cwd, handler), 600_000_000);
    expect(await refusals([sampleFile()], writeOptions(cwd, { force: true }))).toEqual([`not-generated ${handler}`]);
  });

  test("no file is made that large", async () => {
    const file = sampleFile("acme/handler.ts", "x".repeat(21 * 1024 * 1024));
    expect(await refusals([file], writeOptions(tempFolder()))).toEqual([`file-too-large ${handler}`]);
  });

  test("every refused file is named at once", async () => {
    const cwd = tempFolder({ [handler]: "mine\n", "src/webhooks/acme/payloads.ts/x": "" });
    const files = [sampleFile(), sampleFile("acme/payloads.ts")];
    expect(await refusals(files, writeOptions(cwd))).toEqual([
      `not-generated ${handler}`,
      "not-a-file src/webhooks/acme/payloads.ts",
    ]);
  });
});

describe("planWrites finds stale files", () => {
  const old = seal(specFile("acme/releases.ts", "export const old = 0;").text);

  test("generated and unedited ones of this provider only", async () => {
    const cwd = tempFolder({
      "src/webhooks/acme/releases.ts": old,
      "src/webhooks/acme/crlf.ts": seal(specFile("acme/crlf.ts").text).replaceAll("\n", "\r\n"),
      "src/webhooks/acme/samples.ts": seal(sampleFile("acme/samples.ts").text),
      "src/webhooks/acme/edited.ts": seal(specFile("acme/edited.ts").text).replace("abstract", ""),
      "src/webhooks/acme/mine.ts": "export {};\n",
      "src/webhooks/acme/notes.md": old,
      "src/webhooks/acme/deeper/old.ts": old,
      "src/webhooks/other/handler.ts": old,
      "src/webhooks/handler.ts": old,
    });
    expect(await changes([sampleFile()], writeOptions(cwd))).toEqual([
      `created ${handler}`,
      "removed src/webhooks/acme/crlf.ts",
      "removed src/webhooks/acme/releases.ts",
      "removed src/webhooks/acme/samples.ts",
    ]);
  });

  test.each([
    ["under another name", "acme/backup.ts", specFile("acme/handler.ts")],
    ["under a shared file's name", "acme/samples.ts", specFile("acme/handler.ts")],
    ["of another provider", "acme/releases.ts", specFile("other/releases.ts")],
    ["of a file without a spec", "acme/types.ts", sampleFile("acme/payloads.ts")],
  ])("a copy %s is the user's", async (_, path, { text }) => {
    const cwd = tempFolder({ [`src/webhooks/${path}`]: seal(text) });
    expect(await changes([sampleFile()], writeOptions(cwd))).toEqual([`created ${handler}`]);
  });

  test("a file that is too large to be ours is not read", async () => {
    const cwd = tempFolder({ "src/webhooks/acme/releases.ts": old });
    truncateSync(join(cwd, "src/webhooks/acme/releases.ts"), 600_000_000);
    expect(await changes([sampleFile()], writeOptions(cwd))).toEqual([`created ${handler}`]);
  });

  test("a symlink to a generated file is left alone", async () => {
    const cwd = tempFolder({ "elsewhere.ts": old, [handler]: sealed });
    symlinkSync(join(cwd, "elsewhere.ts"), join(cwd, "src/webhooks/acme/releases.ts"));
    expect(await changes([sampleFile()], writeOptions(cwd))).toEqual([`unchanged ${handler}`]);
  });

  test("a partial run leaves the others", async () => {
    const cwd = tempFolder({ "src/webhooks/acme/releases.ts": old });
    expect(await changes([sampleFile()], writeOptions(cwd, { isPartial: true }))).toEqual([`created ${handler}`]);
  });
});

describe("planWrites refuses places", () => {
  interface Place {
    readonly name: string;
    readonly refused: readonly string[];
    readonly make: (cwd: string, outside: string) => void;
  }
  const makeOutput = (cwd: string): void => void mkdirSync(join(cwd, "src/webhooks/acme"), { recursive: true });
  const places: readonly Place[] = [
    {
      name: "the output is a symlink to outside",
      refused: ["symlink src/webhooks"],
      make: (cwd, outside) => {
        mkdirSync(join(cwd, "src"));
        symlinkSync(outside, join(cwd, "src/webhooks"));
      },
    },
    {
      name: "a parent of the output is a symlink to outside",
      refused: ["symlink src"],
      make: (cwd, outside) => symlinkSync(outside, join(cwd, "src")),
    },
    {
      name: "the output is a symlink to nothing",
      refused: ["symlink src"],
      make: (cwd, outside) => symlinkSync(join(outside, "later"), join(cwd, "src")),
    },
    {
      name: "a symlink loop",
      refused: ["symlink src"],
      make: (cwd) => symlinkSync("src", join(cwd, "src")),
    },
    {
      name: "the provider's folder is a symlink, even to inside",
      refused: ["symlink src/webhooks/acme"],
      make: (cwd) => {
        mkdirSync(join(cwd, "src/webhooks/other"), { recursive: true });
        symlinkSync("other", join(cwd, "src/webhooks/acme"));
      },
    },
    {
      name: "the file is a symlink",
      refused: [`symlink ${handler}`],
      make: (cwd, outside) => {
        makeOutput(cwd);
        writeFileSync(join(outside, "target.ts"), sealed);
        symlinkSync(join(outside, "target.ts"), join(cwd, handler));
      },
    },
    {
      name: "the file is a symlink to nothing",
      refused: [`symlink ${handler}`],
      make: (cwd, outside) => {
        makeOutput(cwd);
        symlinkSync(join(outside, "later.ts"), join(cwd, handler));
      },
    },
    {
      name: "the file is a folder",
      refused: [`not-a-file ${handler}`],
      make: (cwd) => mkdirSync(join(cwd, handler), { recursive: true }),
    },
    {
      name: "the output is a file",
      refused: ["not-a-folder src/webhooks"],
      make: (cwd) => {
        mkdirSync(join(cwd, "src"));
        writeFileSync(join(cwd, "src/webhooks"), "");
      },
    },
    {
      name: "a parent of the output is a file",
      refused: ["not-a-folder src"],
      make: (cwd) => writeFileSync(join(cwd, "src"), ""),
    },
    {
      name: "the provider's folder is a file",
      refused: ["not-a-folder src/webhooks/acme"],
      make: (cwd) => {
        mkdirSync(join(cwd, "src/webhooks"), { recursive: true });
        writeFileSync(join(cwd, "src/webhooks/acme"), "");
      },
    },
  ];

  test.each(places)("$name", async ({ refused, make }) => {
    const [cwd, outside] = [tempFolder(), tempFolder()];
    make(cwd, outside);
    const held = readdirSync(outside);
    expect(await refusals([sampleFile()], writeOptions(cwd, { force: true }))).toEqual(refused);
    expect(readdirSync(outside)).toEqual(held);
  });

  test("a symlink that stays inside of the working directory is allowed", async () => {
    const cwd = tempFolder({ "app/src/webhooks/.keep": "" });
    symlinkSync("app/src", join(cwd, "src"));
    await write([sampleFile()], writeOptions(cwd));
    expect(readFileSync(join(cwd, "app", handler), "utf8")).toBe(sealed);
  });

  test("an output elsewhere is allowed when it is no symlink", async () => {
    const [cwd, outside, other] = [tempFolder(), tempFolder(), tempFolder()];
    const door = join(outside, "door");
    symlinkSync(other, door);
    expect(await refusals([sampleFile()], writeOptions(cwd, { output: door }))).toEqual([`symlink ${door}`]);
    await write([sampleFile()], writeOptions(cwd, { output: join(outside, "new/place") }));
    expect(existsSync(join(outside, "new/place/acme/handler.ts"))).toBe(true);
  });

  test("an output elsewhere below a file", async () => {
    const [cwd, outside] = [tempFolder(), tempFolder({ file: "" })];
    const output = join(outside, "file/webhooks");
    expect(await refusals([sampleFile()], writeOptions(cwd, { output }))).toEqual([`not-a-folder ${output}`]);
  });

  test("a path that leaves the output, before the disk is asked", async () => {
    const cwd = tempFolder();
    expect(await refusals([sampleFile("../handler.ts"), sampleFile()], writeOptions(cwd))).toEqual(["unsafe-path"]);
  });
});
