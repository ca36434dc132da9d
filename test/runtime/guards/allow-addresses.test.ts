import { allowAddresses } from "@smart-webhooks/runtime/guards";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { describe, expect, it } from "vitest";
import { SampleHandler } from "../sample-handler.js";

async function statusOf(ranges: readonly string[], from: { readonly remoteAddress?: string; readonly forwarded?: string; readonly proxies?: number }): Promise<number> {
  const { remoteAddress, forwarded, proxies } = from;
  const handler = SampleHandler.define({ onPush: () => {} }, { secret: "s", logger: {}, use: [allowAddresses(ranges, proxies === undefined ? {} : { proxies })] });
  const request = await signedRequest(handler, "push", { ref: "r" });
  const headers = { ...request.headers, ...(forwarded !== undefined && { "X-Forwarded-For": forwarded }) };
  return (await handler.handle({ ...request, headers, remoteAddress })).status;
}

describe("allowAddresses", () => {
  it.each([
    [["192.30.252.0/22"], "192.30.252.0", 200],
    [["192.30.252.0/22"], "192.30.255.255", 200],
    [["192.30.252.0/22"], "192.31.0.0", 403],
    [["192.30.252.0/22"], "192.30.251.255", 403],
    [["192.30.253.7/22"], "192.30.252.1", 200],
    [["10.0.0.1"], "10.0.0.1", 200],
    [["10.0.0.1"], "10.0.0.2", 403],
    [["10.0.0.1"], "::ffff:10.0.0.1", 200],
    [["::ffff:10.0.0.1"], "10.0.0.1", 200],
    [["0.0.0.0/0"], "255.255.255.255", 200],
    [["0.0.0.0/0"], "2001:db8::1", 403],
    [["::/0"], "2001:db8::1", 200],
    [["2a0a:a440::/29"], "2a0a:a447:ffff::", 200],
    [["2a0a:a440::/29"], "2a0a:a448::", 403],
    [["2001:DB8:0:0:0:0:0:1"], "2001:db8::1", 200],
    [["10.0.0.1", "2001:db8::/32"], "2001:db8:1::", 200],
    [[], "10.0.0.1", 403],
  ] as const)("with %j answers %s with %i", async (ranges, remoteAddress, status) => {
    expect(await statusOf(ranges, { remoteAddress })).toBe(status);
  });

  it.each(["", "unknown", "10.0.0", "10.0.0.256", "010.0.0.1", "10.0.0.1.5", "1::2::3", "12345::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8", "::1%eth0", "::1.2.3.999", "0x0a000001"])("keeps out the address %j", async (remoteAddress) => {
    expect(await statusOf(["0.0.0.0/0", "::/0"], { remoteAddress })).toBe(403);
  });

  it("keeps out a request that comes from nowhere", async () => {
    expect(await statusOf(["0.0.0.0/0"], {})).toBe(403);
  });

  it("believes what its own proxies wrote, and nothing before", async () => {
    const allowed = ["10.0.0.1"];
    expect(await statusOf(allowed, { proxies: 1, forwarded: "6.6.6.6, 10.0.0.1" })).toBe(200);
    expect(await statusOf(allowed, { proxies: 1, forwarded: "10.0.0.1, 6.6.6.6" })).toBe(403);
    expect(await statusOf(allowed, { proxies: 2, forwarded: "6.6.6.6, 10.0.0.1, 172.16.0.1" })).toBe(200);
    expect(await statusOf(allowed, { proxies: 2, forwarded: "10.0.0.1" })).toBe(403);
    expect(await statusOf(allowed, { proxies: 1, remoteAddress: "10.0.0.1" })).toBe(403);
    expect(await statusOf(allowed, { forwarded: "10.0.0.1", remoteAddress: "6.6.6.6" })).toBe(403);
  });

  it("is asked before a byte is read, and says nothing of why", async () => {
    let read = 0;
    const handler = SampleHandler.define({}, { secret: "s", logger: {}, use: [allowAddresses(["10.0.0.1"])] });
    const answer = await handler.handle({ method: "POST", url: "/", headers: {}, remoteAddress: "6.6.6.6", body: () => { read += 1; return new Uint8Array(0); } });
    expect([read, answer.status, answer.json()]).toEqual([0, 403, { status: "error", code: "address_not_allowed", message: "The request could not be verified." }]);
  });

  it.each(["", "x", "10.0.0.1/33", "10.0.0.1/", "10.0.0.1/-1", "10.0.0.1/8/8", "::/129", "10.0.0.0/1e1"])("refuses the range %j", (range) => {
    expect(() => allowAddresses([range])).toThrow(TypeError);
  });
});
