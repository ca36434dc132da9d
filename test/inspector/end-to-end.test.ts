import { expect, test } from "vitest";
import { endToEnd } from "../../src/inspector/end-to-end.js";

test("what concerns one connection is not passed on, all else as it was written", () => {
  const raw = ["Host", "a", "Connection", "close, X-Hop", "x-hop", "1", "Transfer-Encoding", "chunked", "Accept", "b", "accept", "c", "Keep-Alive", "1", "Upgrade", "h2c", "Expect", "100-continue"];
  expect(endToEnd(raw)).toEqual([["Host", "a"], ["Accept", "b"], ["accept", "c"]]);
});
