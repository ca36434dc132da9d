import { afterEach, describe, expect, it, vi } from "vitest";
import { fetchByUrl } from "../../../src/runtime/verify/fetch-key.js";

/** Answers each request, and remembers what was asked. */
function answer(respond: () => Response | Promise<Response>): readonly (readonly [string, RequestInit])[] {
  const asked: (readonly [string, RequestInit])[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    asked.push([url, init]);
    return respond();
  });
  return asked;
}

const down = (): Promise<Response> => Promise.reject(new Error("down"));

/** Keys are remembered by their URLs: each test has its own. */
let count = 0;
const freshUrl = (): string => `https://keys.example/${++count}`;

afterEach(() => void vi.unstubAllGlobals());

describe("a key that is fetched by its URL", () => {
  it("is text, or a key set where it is JSON", async () => {
    answer(() => new Response("-----BEGIN"));
    expect(await fetchByUrl(freshUrl(), 0)).toBe("-----BEGIN");
    answer(() => new Response(' \n{"keys":[]}'));
    expect(await fetchByUrl(freshUrl(), 0)).toEqual({ keys: [] });
  });

  it("is asked for where it is, by no redirect, and not for ever", async () => {
    const asked = answer(() => new Response("key"));
    const url = freshUrl();
    await fetchByUrl(url, 0);
    expect(asked).toEqual([[url, { redirect: "error", signal: expect.any(AbortSignal) as AbortSignal }]]);
  });

  it.each(["http://keys.example/", "HTTPS://keys.example/", "file:///etc/passwd", "kid-1", "", " https://keys.example/"])("is not asked for at %j", (url) => {
    const asked = answer(() => new Response("key"));
    expect(fetchByUrl(url, 0)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it("is remembered for an hour", async () => {
    const asked = answer(() => new Response("key"));
    const url = freshUrl();
    for (const now of [0, 1, 3_599_999]) expect(await fetchByUrl(url, now)).toBe("key");
    expect(asked).toHaveLength(1);
    await fetchByUrl(url, 3_600_000);
    expect(asked).toHaveLength(2);
  });

  it("is asked for once when several deliveries wait for it", async () => {
    const asked = answer(() => new Response("key"));
    const url = freshUrl();
    expect(await Promise.all([fetchByUrl(url, 0), fetchByUrl(url, 0)])).toEqual(["key", "key"]);
    expect(asked).toHaveLength(1);
  });

  it("that could not be had is not asked for again for half a minute", async () => {
    const asked = answer(down);
    const url = freshUrl();
    for (const now of [0, 29_999]) await expect(fetchByUrl(url, now)).rejects.toThrow("down");
    expect(asked).toHaveLength(1);
    answer(() => new Response("key"));
    expect(await fetchByUrl(url, 30_000)).toBe("key");
  });

  it.each<readonly [string, () => Response]>([
    ["an error", () => new Response("key", { status: 404 })],
    ["a redirect", () => new Response("key", { status: 302 })],
    ["no body", () => new Response(null, { status: 204 })],
    ["a key set that is no JSON", () => new Response("{")],
    ["more than a key can be", () => new Response("k".repeat(64 * 1024 + 1))],
  ])("is not had from %s", async (_, respond) => {
    answer(respond);
    await expect(fetchByUrl(freshUrl(), 0)).rejects.toThrow(/./);
  });

  it("may be as long as a key can be", async () => {
    answer(() => new Response("k".repeat(64 * 1024)));
    expect(await fetchByUrl(freshUrl(), 0)).toHaveLength(64 * 1024);
  });

  it("is read no further than that, however much is sent", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        sent++;
        controller.enqueue(new Uint8Array(1024).fill(0x6b));
      },
    });
    answer(() => new Response(endless));
    await expect(fetchByUrl(freshUrl(), 0)).rejects.toThrow("too long");
    expect(sent).toBeLessThan(100);
  });

  it("does not hold memory: after a hundred others it is asked for again", async () => {
    const asked = answer(() => new Response("key"));
    const url = freshUrl();
    await fetchByUrl(url, 0);
    for (let other = 0; other < 100; other++) await fetchByUrl(freshUrl(), 0);
    await fetchByUrl(url, 0);
    expect(asked.filter(([one]) => one === url)).toHaveLength(2);
  });
});
