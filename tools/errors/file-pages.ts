import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { acme, type ErrorPage } from "./error-page.js";

const OPENAPI = "openapi: 3.1.0\ninfo: { title: Acme, version: '1' }\n";

/** Codes of files that are read and written, and of documents that are imported. */
export const filePages: Readonly<Record<string, ErrorPage>> = {
  "generated-file-edited": {
    means: "A generated file was edited since, as the hash in its header tells. What was written there would be lost.",
    fix: "Move your changes into a class of your own that extends the generated one, then run it again with `--force`.",
    example: acme({}, { run: "generate acme", before: "generate acme", note: "`webhooks/acme/handler.ts` was generated, and a line was added to it.", prepare: (folder) => appendFileSync(join(folder, "webhooks/acme/handler.ts"), "// mine\n") }),
  },
  "not-generated": {
    means: "A file of yours stands where a generated one belongs. It is never replaced, not even with `--force`.",
    fix: "Move your file away, or choose another folder with `--output`.",
    example: acme({}, { run: "generate acme", files: { "webhooks/acme/handler.ts": "export {};\n" } }),
  },
  "file-exists": {
    means: "A file that a command writes once (a schema, a `webhook.yaml`, a key) is there already. You may have corrected it, and a key is in use.",
    fix: "Look at it, then replace it with `--force`, or move it away. A key is never replaced: name another file.",
    example: acme({}, { run: "infer acme invoice.paid captured.json", files: { "schemas/acme/invoice.paid.schema.json": "{}\n", "captured.json": "{}\n" } }),
  },
  symlink: {
    means: "A symbolic link stands where a file would be written. It could lead to any file of yours.",
    fix: "Remove the link. A real file or folder takes its place.",
    example: acme({}, { run: "generate acme", note: "`webhooks` is a link to a folder elsewhere.", prepare: (folder) => symlinkSync("/tmp", join(folder, "webhooks")) }),
  },
  "path-outside": {
    means: "A file lies outside of the folder that it belongs to: a `webhook.yaml` or a schema folder is a link that leads out of its place, or a file to be changed is not in the project. A repository that you cloned could show any of your files that way.",
    fix: "Put the file or the folder itself there, or name a file of this project. `--cwd` says which folder that is.",
    example: acme({}, { run: "validate acme", note: "`schemas/acme` is a link to a folder elsewhere.", prepare: (folder) => (mkdirSync(join(folder, "schemas")), symlinkSync("/tmp", join(folder, "schemas/acme"))) }),
  },
  "not-a-file": {
    means: "A folder, a link or a device stands where a file belongs.",
    fix: "Move it away, or choose another folder with `--output`.",
    example: acme({}, { run: "generate acme", note: "`webhooks/acme/handler.ts` is a folder.", prepare: (folder) => mkdirSync(join(folder, "webhooks/acme/handler.ts"), { recursive: true }) }),
  },
  "not-a-folder": {
    means: "A file stands where a folder belongs.",
    fix: "Move the file away, or choose another folder with `--output`.",
    example: acme({}, { run: "generate acme", files: { webhooks: "\n" } }),
  },
  "unsafe-path": {
    means: "A file would have a name that some system cannot write, or reads as something else (`con.ts` on Windows).",
    fix: "Rename the provider or the webhook: letters, digits and dashes are safe.",
  },
  "unreadable-file": {
    means: "A file cannot be read: it is not there, it is not a regular file, it is too large, or it is not yours to read.",
    fix: "Check the path and its permissions.",
    example: acme({}, { run: "infer acme invoice.paid captured.json" }),
  },
  "no-permission": { means: "The folder or a file in it may not be written by you.", fix: "Make it writable for your user, or choose another folder with `--output`." },
  "disk-full": { means: "There is no space left. Files are written under another name first, so none is left half written.", fix: "Free some space and run it again." },
  "read-only": { means: "The file system takes no writes, as in a container that is mounted read-only.", fix: "Choose a folder that can be written with `--output`, or only compare with `--check`." },
  "write-failed": { means: "The system refused to read or write for a reason that is none of the usual ones. The message has its code.", fix: "Look up the code, check the path, or choose another folder with `--output`." },
  "format-failed": {
    means: "`--format` runs your own prettier, and it could not be loaded, refused the text, or changed the file's first lines.",
    fix: "Mend your prettier or its configuration, or generate with `--no-format`.",
    example: acme({}, { run: "generate acme --format", files: { ".prettierrc": "{ nonsense" } }),
  },
  "format-unsaid": {
    means: "The files were made with `--format`, which runs code of the repository (prettier's plugins). That is never done because a file says so.",
    fix: "Say `--format` again, or `--no-format` to do without.",
    example: acme({}, { run: "generate acme", before: "generate acme --format", note: "It was generated with `--format` before." }),
  },
  "nothing-generated": {
    means: "There are no generated files to compare with.",
    fix: 'Run "smart-webhooks generate" first, or say with `--output` where its files are.',
    example: { run: "diff" },
  },
  "watch-failed": { means: "A file or a folder cannot be watched, so changes in it go unnoticed.", fix: "Make it readable, or start the command again after a change. On Linux see the limit `fs.inotify.max_user_watches`." },
  "payload-too-deep": {
    means: "A captured payload nests deeper than a schema made of it could.",
    fix: "Leave the inner part out of the capture, and describe it by hand.",
    example: acme({}, { run: "infer acme invoice.paid captured.json", note: "`captured.json` is 300 lists inside each other.", prepare: (folder) => writeFileSync(join(folder, "captured.json"), `{ "a": ${"[".repeat(300)}${"]".repeat(300)} }`) }),
  },
  "not-openapi": {
    means: "The file is no OpenAPI document of version 3.",
    fix: "Give one that begins with `openapi: 3.1.0`. Convert a Swagger 2 document first.",
    example: { run: "import-openapi acme.yaml", files: { "acme.yaml": "swagger: '2.0'\n" } },
  },
  "no-webhooks": {
    means: "The OpenAPI document describes what the API takes, but no webhooks.",
    fix: "It needs a section `webhooks:` (before OpenAPI 3.1 `x-webhooks:`).",
    example: { run: "import-openapi acme.yaml", files: { "acme.yaml": `${OPENAPI}paths: {}\n` } },
  },
  "too-many-webhooks": { means: "The OpenAPI document describes more than 5,000 webhooks.", fix: "Leave out those that you do not handle." },
  "no-name": {
    means: "The document's title makes no name for a provider.",
    fix: "Give one with `--name`.",
    example: { run: "import-openapi acme.yaml", files: { "acme.yaml": "openapi: 3.1.0\ninfo: { title: '***', version: '1' }\nwebhooks: { paid: { post: {} } }\n" } },
  },
};
