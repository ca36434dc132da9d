import { describe, expect, test } from "vitest";
import { guard } from "../../src/inspector/guard.js";

const own = { port: 4400, token: "the-token" };
const authorization = "Bearer the-token";
const codeOf = (method: string, path: string, headers: Readonly<Record<string, string>>): string | undefined => guard({ method, path, headers }, own)?.code;

describe("the guard", () => {
  test.each(["127.0.0.1:4400", "localhost:4400"])("lets the page of %s in", (host) => {
    expect(codeOf("GET", "/", { host })).toBeUndefined();
    expect(codeOf("GET", "/api/state", { host, authorization })).toBeUndefined();
    expect(codeOf("GET", "/api/state", { host, authorization, origin: `http://${host}` })).toBeUndefined();
    expect(codeOf("POST", "/api/clear", { host, authorization, origin: `http://${host}` })).toBeUndefined();
  });

  test.each(["evil.example:4400", "127.0.0.1", "127.0.0.1:4401", "localhost.evil.example:4400", "127.0.0.1:4400.evil.example", "0.0.0.0:4400", ""])("refuses the host %j, whose name may lead here", (host) => {
    expect(codeOf("GET", "/", { host })).toBe("host-not-allowed");
    expect(codeOf("GET", "/api/state", { host, authorization })).toBe("host-not-allowed");
  });

  test("refuses a request without a host", () => expect(codeOf("GET", "/", {})).toBe("host-not-allowed"));

  test.each(["http://evil.example", "null", "https://127.0.0.1:4400", "http://127.0.0.1:3000", "http://localhost:4400", ""])("refuses the origin %j, even with the token", (origin) => {
    const headers = { host: "127.0.0.1:4400", authorization, origin };
    expect(codeOf("GET", "/api/state", headers)).toBe("origin-not-allowed");
    expect(codeOf("POST", "/api/clear", headers)).toBe("origin-not-allowed");
  });

  test.each(["POST", "PUT", "DELETE", "OPTIONS"])("lets %s do nothing without an origin", (method) => {
    expect(codeOf(method, "/api/clear", { host: "127.0.0.1:4400", authorization })).toBe("origin-not-allowed");
  });

  test.each([undefined, "", "Bearer", "Bearer the-toke", "Bearer the-token2", "bearer the-token", "the-token"])("refuses the authorization %j", (given) => {
    expect(codeOf("GET", "/api/state", { host: "127.0.0.1:4400", ...(given !== undefined && { authorization: given }) })).toBe("token-missing");
  });

  test("knows port 80 with and without its number", () => {
    for (const host of ["127.0.0.1", "localhost:80"]) expect(guard({ method: "GET", path: "/", headers: { host } }, { ...own, port: 80 })).toBeUndefined();
  });
});
