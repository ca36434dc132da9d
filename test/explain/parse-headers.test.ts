import { assert, json, oneof, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { GenerateError } from "../../src/errors.js";
import { parseHeaders } from "../../src/explain/parse-headers.js";

const PAIRS = [["Host", "x"], ["X-Sig", "sha256=1"]];

describe("the headers of a captured request", () => {
  it.each([
    ["lines", "Host: x\nX-Sig: sha256=1\n"],
    ["lines with CRLF", "Host: x\r\nX-Sig: sha256=1\r\n"],
    ["lines without blanks, after a byte order mark", "\u{FEFF}Host:x\nX-Sig:sha256=1"],
    ["a folded line", "Host: x\nX-Sig:\n  sha256=1"],
    ["a JSON object", '{"Host":"x","X-Sig":"sha256=1"}'],
    ["a JSON object of lists", '{"Host":["x"],"X-Sig":["sha256=1"]}'],
    ["a list of pairs", '[["Host","x"],["X-Sig","sha256=1"]]'],
    ["names and values by turns", '["Host","x","X-Sig","sha256=1"]'],
    ["a list of records", '[{"name":"Host","value":"x"},{"key":"X-Sig","value":"sha256=1"}]'],
    ["a whole request in JSON", '{"method":"POST","headers":{"Host":"x","X-Sig":"sha256=1"}}'],
  ])("may be %s", (_, text) => expect(parseHeaders(text, "h").headers.map(([name, value]) => [name, value.trim()])).toEqual(PAIRS));

  it.each([
    ["below a request line", "POST /hook?a=1 HTTP/1.1\r\nHost: x\r\nX-Sig: sha256=1\r\n\r\n{\"body\": 1}"],
    ["as curl -v prints them", "* Connected to x\n> POST /hook?a=1 HTTP/2\n> Host: x\n> X-Sig: sha256=1\n> \n} [7 bytes data]\n< HTTP/2 401\n< content-type: text/plain\n"],
    ["as HTTP/2 has them", ":method: POST\n:path: /hook?a=1\n:authority: x\nX-Sig: sha256=1"],
  ])("may stand %s", (_, text) => {
    const { method, url, headers } = parseHeaders(text, "h");
    expect({ method, url, headers: headers.map(([name, value]) => [name.toLowerCase(), value]).toSorted() }).toEqual({ method: "POST", url: "/hook?a=1", headers: [["host", "x"], ["x-sig", "sha256=1"]] });
  });

  it.each([
    ["nothing", "", undefined],
    ["a line that is no header", "Host: x\nsk_live_secret\n", 2],
    ["broken JSON", '{"Host": "sk_live_secret"', undefined],
    ["JSON of something else", '[{"sk_live_secret":1}]', undefined],
    ["a nested value", '{"Host":{"a":"sk_live_secret"}}', undefined],
  ])("may not be %s, and what stands there is not shown", (_, text, line) => {
    const error = thrownBy(() => parseHeaders(text, "h.txt"));
    expect(error.problems).toMatchObject([{ code: "unreadable-headers", at: { file: "h.txt", ...(line !== undefined && { line }) } }]);
    expect(JSON.stringify(error.problems)).not.toContain("sk_live");
  });

  it("are read in one go, however long a line that is none", () => {
    const error = thrownBy(() => parseHeaders(`X-Sig:${" ".repeat(1_000_000)}\u2028`, "h.txt"));
    expect(error.problems).toMatchObject([{ code: "unreadable-headers" }]);
  });

  it("may be anything without another end than these", () => {
    assert(
      property(oneof(string(), json()), (text) => {
        try {
          expect(parseHeaders(text, "h").headers.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(GenerateError);
        }
      }),
    );
  });
});

function thrownBy(run: () => unknown): GenerateError {
  try {
    run();
  } catch (error) {
    if (error instanceof GenerateError) return error;
  }
  throw new Error("It was read");
}
