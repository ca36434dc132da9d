import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { changeYaml } from "../../src/add/change-yaml.js";

interface Case {
  readonly before: string;
  /** What of it is written otherwise, as `[from, to]`: all else must stay. */
  readonly change: readonly [from: string, to: string];
  readonly events?: readonly string[];
  readonly webhook?: string;
  readonly settings?: Readonly<Record<string, string | boolean>>;
}

const LONG = `webhooks:\n  default:\n    events:\n${Array.from({ length: 400 }, (_, index) => `      - event_${index} # number ${index}\n`).join("")}\n    # the end\n  other: { events: [z] }\n`;

const CASES: Readonly<Record<string, Case>> = {
  "a block list": { before: "webhooks:\n  default:\n    events:\n      - a\n      - b\n", change: ["- b\n", "- b\n      - new.one\n"] },
  "a block list at the column of its key": { before: "webhooks:\n  default:\n    events:\n    - a\n    verification_type: token\n", change: ["- a\n", "- a\n    - new.one\n"] },
  "a flow list": { before: "webhooks:\n  default:\n    events: [a, b] # both\n", change: ["b]", "b, new.one]"] },
  "a flow list with blanks and a last comma": { before: "webhooks:\n  default:\n    events: [ a, b, ]\n", change: ["b, ]", "b, new.one, ]"] },
  "a flow list of several lines": { before: "webhooks:\n  default:\n    events: [\n      a, # first\n      b # second\n    ]\n", change: ["b # second\n", "b, # second\n      new.one\n"] },
  "a flow list of several lines with a last comma": { before: "webhooks:\n  default:\n    events: [\n      a,\n      b, # second\n    ]\n", change: ["b, # second\n", "b, # second\n      new.one,\n"] },
  "a flow list closed on the last item's line": { before: "webhooks:\n  default:\n    events: [\n      a,\n      b]\n", change: ["b]", "b, new.one]"] },
  "comments between the items and behind": { before: "# top\nwebhooks: # all\n  default:\n    events: # which\n      # the first\n      - a # why a\n      # the second\n      - b # why b\n      # nothing more\n\n    # how\n    verification_type: token\n# end\n", change: ["- b # why b\n", "- b # why b\n      - new.one\n"] },
  "CRLF": { before: "webhooks:\r\n  default:\r\n    events:\r\n      - a\r\n    path: /x\r\n", change: ["- a\r\n", "- a\r\n      - new.one\r\n"] },
  "CRLF without a line end at the end": { before: "webhooks:\r\n  default:\r\n    events:\r\n      - a", change: ["- a", "- a\r\n      - new.one"] },
  "no line end at the end": { before: "webhooks:\n  default:\n    events:\n      - a # last", change: ["# last", "# last\n      - new.one"] },
  "blank lines at the end": { before: "webhooks:\n  default:\n    events:\n      - a\n\n\n", change: ["- a\n", "- a\n      - new.one\n"] },
  "double quotes": { before: 'webhooks:\n  "default":\n    "events": ["a", "b"]\n', change: ['"b"]', '"b", "new.one"]'] },
  "single quotes": { before: "webhooks:\n  default:\n    events:\n      - 'a'\n", change: ["'a'\n", "'a'\n      - 'new.one'\n"] },
  "indentation of four": { before: "webhooks:\n    default:\n        events:\n            -   a\n        path: /x\n", change: ["-   a\n", "-   a\n            -   new.one\n"] },
  "a document's start": { before: "--- # YAML\n# c\nwebhooks:\n  default:\n    events: [a]\n...\n", change: ["[a]", "[a, new.one]"] },
  "a long file": { before: LONG, change: ["- event_399 # number 399\n", "- event_399 # number 399\n      - new.one\n"] },
  "an entry with a method, last": { before: "webhooks:\n  default:\n    events:\n      - a\n      - name: b.c\n        method: onBoth # ours\n    path: /x\n", change: ["# ours\n", "# ours\n      - new.one\n"] },
  "an entry with a method, in braces": { before: "webhooks:\n  default:\n    events:\n      - { name: b.c, method: onBoth }\n", change: ["onBoth }\n", "onBoth }\n      - new.one\n"] },
  "JSON": { before: '{ "webhooks": { "default": { "events": ["a"] } } }\n', change: ['["a"]', '["a", "new.one"]'] },
  "no events yet": { before: "webhooks:\n  default:\n    path: /x # here\n    verification_type: token\n\n  other:\n    events: [z]\n", change: ["type: token\n", "type: token\n    events: [new.one]\n"] },
  "events with nothing behind": { before: "webhooks:\n  default:\n    events: # to do\n    path: /x\n", change: ["events: #", "events: [new.one] #"] },
  "a webhook with nothing below": { before: "webhooks:\n  default: # to do\n  other:\n    events: [z]\n", change: ["# to do\n", "# to do\n    events: [new.one]\n"] },
  "a named webhook": { before: "webhooks:\n    default:\n        events:\n            - a # only\n# end\n", webhook: "releases", change: ["# only\n", "# only\n    releases:\n        events: [new.one]\n"] },
  "several events, of which some are there": { before: "webhooks:\n  default:\n    events:\n      - a\n", events: ["a", "x", "x", "y z"], change: ["- a\n", '- a\n      - x\n      - "y z"\n'] },
  "a name that only looks like a text": { before: "webhooks:\n  default:\n    events: [a]\n", events: ["2", "true", "a: b"], change: ["[a]", '[a, "2", "true", "a: b"]'] },
  "a key between others": { before: "webhooks:\n  default:\n    path: /x # here\n    # signed so\n    verification_type: token\n    events: [a]\n", events: [], settings: { signing_secret_env: "A_SECRET", signature_header: "X-A" }, change: ["# here\n    # signed so\n    verification_type: token\n", "# here\n    signing_secret_env: A_SECRET\n    # signed so\n    verification_type: token\n    signature_header: X-A\n"] },
  "a key before all others": { before: "webhooks:\n  default:\n    # these\n    events: [a]\n", events: [], settings: { path: "/x" }, change: ["    events", "    path: /x\n    events"] },
  "a value in its quotes": { before: "webhooks:\n  default:\n    path: '/x'   # where\n    events: [a]\n", events: [], settings: { path: "/y" }, change: ["'/x'", "'/y'"] },
  "one more path of a list": { before: "webhooks:\n  default:\n    path: [/x, /y]\n    events: [a]\n", events: [], settings: { path: "/z" }, change: ["/y]", "/y, /z]"] },
  "a folded value": { before: "webhooks:\n  default:\n    path: >-\n      /x\n    events: [a]\n", events: [], settings: { path: "/y" }, change: [">-\n      /x", "/y"] },
  "a key in braces": { before: "webhooks:\n  default: { events: [a] } # short\n", events: [], settings: { path: "/x" }, change: ["[a] }", "[a], path: /x }"] },
  "what had been guessed": { before: "webhooks:\n  default:\n    signature_header: X-A # guessed\n    events: [a]\n", events: [], settings: { signature_header: "X-B" }, change: ["X-A # guessed", "X-B"] },
  "a scheme where nothing was verified": { before: "webhooks:\n  default:\n    verify_signature: false # for now\n    events: [a]\n", events: [], settings: { verification_type: "token" }, change: ["false # for now\n", "true # for now\n    verification_type: token\n"] },
};

function changed({ before, events = ["new.one"], webhook = "default", settings = {} }: Case): string | undefined {
  return changeYaml(before, { webhook, events, settings: new Map(Object.entries(settings)) as never });
}

describe("what is added to a YAML text leaves every other character as it is:", () => {
  it.each(Object.entries(CASES))("%s", (_, one) => {
    const [from, to] = one.change;
    expect(one.before.split(from)).toHaveLength(2);
    expect(changed(one)).toBe(one.before.replace(from, () => to));
  });

  it.each(Object.entries(CASES))("and is there the second time: %s", (_, one) => {
    const after = changed(one) ?? "";
    expect(changed({ ...one, before: after })).toBe(after);
    expect(parseDocument(after).errors).toEqual([]);
  });
});

it("what is there already, in whatever form, changes nothing", () => {
  const before = "webhooks:\n  default:\n    path: [/a, /b]\n    event_header: x-acme-EVENT\n    events: [a, { name: b, method: onB }]\n";
  expect(changed({ before, events: ["b", "a"], settings: { path: "/b", event_header: "X-Acme-Event" }, change: ["", ""] })).toBe(before);
});

it("a text to which nothing can be added safely is given up", () => {
  // The dash stands behind a colon of its own line.
  expect(changed({ before: "webhooks:\n  default:\n    ? events\n    : - a\n", change: ["", ""] })).toBeUndefined();
});
