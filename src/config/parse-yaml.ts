import { Composer, type Document, Lexer, Parser, type YAMLError } from "yaml";
import type { ProblemLog } from "./problem-log.js";
import type { Mark, YamlMap } from "./yaml-node.js";
import type { YamlText } from "./yaml-text.js";
import { yamlTree } from "./yaml-tree.js";

type Token = Parser["stack"][number];

// A provider's file is six levels deep, an API's description thirty. The composer recurses, and V8 dies rather than throws when it runs out of stack.
const deepest = 64;

/** What kind of document it is. */
export interface YamlForm {
  /** The key that people are told to begin with. */
  readonly beginsWith?: string;
  /** Texts may have line breaks. */
  readonly hasProse?: boolean;
}

/** One strict YAML 1.2 document whose root is a map; undefined when it is not one, with the reasons in the log. */
export function parseYaml(source: YamlText, log: ProblemLog, form: YamlForm = {}): YamlMap | undefined {
  const raw = /[^\P{Cc}\t\n\r]|\r(?!\n)|\p{Cs}/u.exec(source.text);
  if (raw !== null)
    return refuse(source, raw.index, log, "control-character", "The file holds a control character", "Remove it.");
  const tokens = readTokens(source, log);
  if (tokens === undefined) return undefined;
  const [document, second] = readDocuments(tokens, source.text.length);
  if (document === undefined) return refuseRoot(source, log, form, "is empty");
  if (second !== undefined) {
    return refuse(
      source,
      second.range[0],
      log,
      "several-documents",
      "The file holds more than one YAML document",
      "Keep one document: remove the --- line.",
    );
  }
  return checkSyntax(document, source, log) ? readRoot(document, source, log, form) : undefined;
}

function readTokens(source: YamlText, log: ProblemLog): Token[] | undefined {
  const parser = new Parser();
  const tokens: Token[] = [];
  for (const lexeme of new Lexer().lex(source.text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > deepest) {
      return refuse(
        source,
        parser.offset,
        log,
        "yaml-too-deep",
        "The YAML is nested too deeply",
        `Keep it under ${deepest} levels.`,
      );
    }
  }
  tokens.push(...parser.end());
  return tokens;
}

function readDocuments(tokens: Token[], length: number): Document.Parsed[] {
  const documents: Document.Parsed[] = [];
  // Unique keys are checked where the tree is built, in linear time.
  const options = {
    version: "1.2",
    schema: "core",
    uniqueKeys: false,
    merge: false,
    prettyErrors: false,
    logLevel: "silent",
  } as const;
  for (const document of new Composer(options).compose(tokens, true, length)) {
    documents.push(document);
    if (documents.length === 2) break;
  }
  return documents;
}

function checkSyntax(document: Document.Parsed, source: YamlText, log: ProblemLog): boolean {
  if (document.directives.yaml.version !== "1.2") {
    const start = Math.max(0, source.text.search(/^%YAML/m));
    refuse(
      source,
      start,
      log,
      "yaml-version",
      "The file asks for YAML 1.1",
      "Remove the %YAML line: the file is read as YAML 1.2.",
    );
  }
  // A warning here is a tag or a directive that the file relies on and that would be ignored.
  const errors = [...document.errors, ...document.warnings];
  for (const error of errors) reportSyntax(error, source, log);
  return errors.length === 0;
}

function reportSyntax(error: YAMLError, source: YamlText, log: ProblemLog): void {
  const offset = Math.min(error.pos[0], source.text.length);
  if (error.code === "TAG_RESOLVE_FAILED" || error.code === "BAD_COLLECTION_TYPE") {
    refuse(source, offset, log, "yaml-tag", "YAML tags are not allowed here", "Remove the tag that begins with !.");
    return;
  }
  if (error.code === "TAB_AS_INDENT") {
    refuse(source, offset, log, "yaml-syntax", "YAML is indented with spaces, not tabs", "Replace the tab by spaces.");
    return;
  }
  // After the first colon the parser may quote the file, which may hold a secret.
  const [what = ""] = error.message.split(": ");
  refuse(
    source,
    offset,
    log,
    "yaml-syntax",
    `Not valid YAML: ${what.slice(0, 100)}`,
    "Correct the line: indentation, quotes and brackets.",
  );
}

function readRoot(document: Document.Parsed, source: YamlText, log: ProblemLog, form: YamlForm): YamlMap | undefined {
  if (document.contents === null) return refuseRoot(source, log, form, "is empty");
  const root = yamlTree(document.contents, source, log, form);
  if (root.kind === "map") return root;
  return root.kind === "refused"
    ? undefined
    : refuseRoot(source, log, form, root.kind === "list" ? "is a list" : "is a single value");
}

function refuseRoot(source: YamlText, log: ProblemLog, { beginsWith }: YamlForm, what: string): undefined {
  return refuse(
    source,
    0,
    log,
    "yaml-root",
    `${source.file} ${what}`,
    beginsWith === undefined ? "Begin with the key webhooks: and name the webhooks under it." : `Begin with the key ${beginsWith}`,
  );
}

function refuse(
  source: YamlText,
  start: number,
  log: ProblemLog,
  code: string,
  message: string,
  hint: string,
): undefined {
  const mark: Mark = { source, start, end: start };
  return log.error(mark, { code, message, hint });
}
