import { anyPort, type ContentPart, decodedUrl, listedHeaders, path, url, urlWithoutQuery } from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";
import { checkOf } from "./make-check.js";

const read = (part: ContentPart, called: string, publicUrl?: string): unknown => part.read(checkOf({ url: called, publicUrl }), "");

describe("the URL as the provider called it", () => {
  it.each<readonly [string, string, string | undefined, string | undefined]>([
    ["is absolute as it comes", "https://a.example/hook?x=1", undefined, "https://a.example/hook?x=1"],
    ["is absolute in capitals too", "HTTPS://A.example/Hook", undefined, "HTTPS://A.example/Hook"],
    ["is not known from a path alone: the Host header is the sender's to write", "/hook?x=1", undefined, undefined],
    ["is not known from another protocol", "ftp://a.example/hook", undefined, undefined],
    ["is not that of a query", "/hook?next=https://evil.example/", undefined, undefined],
    ["keeps a URL in its query", "/hook?next=https://evil.example/x", "https://b.example", "https://b.example/hook?next=https://evil.example/x"],
    ["is the path below publicUrl", "/hook?x=1", "https://b.example", "https://b.example/hook?x=1"],
    ["has no second slash after publicUrl's", "/hook", "https://b.example//", "https://b.example/hook"],
    ["is below publicUrl's path", "/hook?x=1", "https://b.example/prefix", "https://b.example/prefix/hook?x=1"],
    ["is below publicUrl's path with a slash", "/hook", "https://b.example/prefix/", "https://b.example/prefix/hook"],
    ["has publicUrl's origin and port in place of its own", "http://127.0.0.1:3000/hook?x=1", "https://b.example:8443", "https://b.example:8443/hook?x=1"],
    ["keeps its slashes, escapes and letters", "/a//b/%2F%7e?x=%20+y&&z", "https://b.example", "https://b.example/a//b/%2F%7e?x=%20+y&&z"],
    ["keeps a second question mark", "/hook?x=1?y=2", "https://b.example", "https://b.example/hook?x=1?y=2"],
  ])("%s", (_, called, publicUrl, wanted) => expect(read(url, called, publicUrl)).toBe(wanted));

  it.each<readonly [string, string, string | undefined, string]>([
    ["is the path of an absolute one", "https://a.example/hook?x=1", undefined, "/hook?x=1"],
    ["is the path alone", "/hook?x=1", undefined, "/hook?x=1"],
    ["is below publicUrl's path", "/hook?x=1", "https://b.example/prefix/", "/prefix/hook?x=1"],
    ["is nothing but the query", "https://a.example?x=1", undefined, "?x=1"],
  ])("path: %s", (_, called, publicUrl, wanted) => expect(read(path, called, publicUrl)).toBe(wanted));

  it("without its query ends before the first question mark", () => {
    expect(["https://a.example/h?x=1?y", "https://a.example/h", "https://a.example/h?"].map((one) => read(urlWithoutQuery, one))).toEqual(Array.from({ length: 3 }, () => "https://a.example/h"));
    expect(read(urlWithoutQuery, "/h?x=1")).toBeUndefined();
  });

  it("decoded has just the escapes undone that HubSpot undoes", () => {
    const all = "%3A%2F%3F%40%21%24%27%28%29%2A%2C%3B";
    expect(read(decodedUrl, `https://a.example/${all}${all.toLowerCase()}`)).toBe("https://a.example/:/?@!$'()*,;:/?@!$'()*,;");
    const kept = "https://a.example/%20%25%26%2B%3D%23%22%C3%A4%ff%zz%2";
    expect(read(decodedUrl, kept)).toBe(kept);
    // Once: what is escaped twice is escaped once then.
    expect(read(decodedUrl, "https://a.example/%252F")).toBe("https://a.example/%252F");
    expect(read(decodedUrl, "/%2F")).toBeUndefined();
  });

  it("is not what a header says, unless a proxy is trusted", () => {
    const forwarded = { url: "https://a.example/h", headers: { "x-forwarded-host": "b.example", "x-forwarded-proto": "https" } };
    expect(url.read(checkOf(forwarded), "")).toBe("https://a.example/h");
    expect(url.read({ ...checkOf(forwarded), trustUrl: "forwarded" }, "")).toBe("https://b.example/h");
  });

  it.each([url, decodedUrl, urlWithoutQuery])("$part that is not known is the receiver's to set", ({ otherwise }) => expect(otherwise).toBe("public_url_missing"));
});

describe("the URLs that one with or without a port may stand for", () => {
  const urls = (called: string, publicUrl?: string): readonly unknown[] => anyPort(checkOf({ url: called, publicUrl })).map((check) => url.read(check, ""));

  it.each<readonly [string, string, readonly string[]]>([
    ["https://a.example/h?x=1", "of https", ["https://a.example/h?x=1", "https://a.example:443/h?x=1"]],
    ["http://a.example/h", "of http", ["http://a.example/h", "http://a.example:80/h"]],
    ["https://a.example:443/h", "with its own port", ["https://a.example:443/h", "https://a.example/h"]],
    ["https://a.example:8443/h", "with another port", ["https://a.example:8443/h", "https://a.example/h"]],
    ["HTTPS://a.example/h", "in capitals", ["HTTPS://a.example/h", "HTTPS://a.example:443/h"]],
    ["https://a.example", "without a path", ["https://a.example", "https://a.example:443"]],
    ["https://a.example/h?x=%27a%27", "with apostrophes that were escaped on the way", ["https://a.example/h?x=%27a%27", "https://a.example:443/h?x=%27a%27", "https://a.example/h?x='a'", "https://a.example:443/h?x='a'"]],
    ["https://a.example?x=:80", "with what looks like a port in the query", ["https://a.example?x=:80", "https://a.example:443?x=:80"]],
  ])("%s, %s", (called, _, wanted) => expect(urls(called)).toEqual(wanted));

  it("are publicUrl's", () => expect(urls("/h", "http://b.example/p/")).toEqual(["http://b.example/p/h", "http://b.example:80/p/h"]));

  it("are none where only a path is known", () => expect(urls("/h")).toEqual([undefined]));
});

describe("headers that a signed header lists", () => {
  const listed = listedHeaders("X-Listed");
  const read1 = (list: string): unknown => listed.read(checkOf({ headers: { "X-Listed": list, "X-A": " 1 ", "x-b": "2" } }), "");

  it.each<readonly [string, string, string | undefined]>([
    ["stand in the list's order", "x-b,x-listed,x-a", "x-b:2;x-listed:x-b,x-listed,x-a;x-a:1"],
    ["stand in lower case, without blanks", " X-A , X-Listed", "x-a:1;x-listed:X-A , X-Listed"],
    ["stand as often as they are listed", "x-a,x-a,x-listed", "x-a:1;x-a:1;x-listed:x-a,x-a,x-listed"],
    ["are empty when they were not sent", "x-c,constructor,__proto__,x-listed", "x-c:;constructor:;__proto__:;x-listed:x-c,constructor,__proto__,x-listed"],
    ["are none in a list that does not name itself", "x-a,x-b", undefined],
    ["are none in a list that names itself but for a letter", "x-a,x-liste", undefined],
    ["are none in an empty list", "", undefined],
  ])("%s", (_, list, wanted) => expect(read1(list)).toBe(wanted));

  it("are none without the list", () => {
    expect(listed.read(checkOf(), "")).toBeUndefined();
    expect(listed.otherwise).toBe("header_missing");
  });
});
