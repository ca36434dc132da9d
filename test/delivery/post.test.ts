import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { post } from "../../src/delivery/post.js";
import type { GenerateError } from "../../src/errors.js";

const request = { method: "POST", url: "/hooks?a=b", headers: { "x-signature": "s" }, body: new TextEncoder().encode("{}") as Uint8Array<ArrayBuffer> } as const;

async function server(listener: RequestListener): Promise<string> {
  const http = createServer(listener).listen(0, "127.0.0.1");
  onTestFinished(() => void http.close(() => undefined).closeAllConnections());
  await once(http, "listening");
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

async function problemOf(answer: Promise<unknown>): Promise<string | undefined> {
  const error = await answer.catch((thrown: unknown) => thrown);
  return (error as GenerateError).problems[0]?.code;
}

describe("post", () => {
  it("sends the path, the query and the headers, and reads the answer", async () => {
    const origin = await server(({ method, url, headers }, response) => void response.writeHead(202, { "X-App": "mine" }).end(`${method} ${url} ${String(headers["x-signature"])}`));
    expect(await post(origin, request, { timeout: 10_000 })).toMatchObject({ status: 202, headers: { "x-app": "mine" }, body: "POST /hooks?a=b s", truncated: false });
  });

  it("follows no redirect", async () => {
    const urls: unknown[] = [];
    const origin = await server(({ url }, response) => {
      urls.push(url);
      response.writeHead(307, { location: "/elsewhere" }).end();
    });
    expect(await post(origin, request, { timeout: 10_000 })).toMatchObject({ status: 307 });
    expect(urls).toEqual(["/hooks?a=b"]);
  });

  it("reads the beginning of an answer without end", async () => {
    const origin = await server((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write("a".repeat(10_000)));
      };
      response.on("drain", more);
      more();
    });
    const { body, truncated } = await post(origin, request, { timeout: 30_000 });
    expect([body.length, truncated]).toEqual([65_536, true]);
  });

  it("says when nobody answers in time, nobody listens, or the line is cut", async () => {
    const silent = await server(() => undefined);
    expect(await problemOf(post(silent, request, { timeout: 50 }))).toBe("no-answer");
    expect(await problemOf(post("http://127.0.0.1:2", request, { timeout: 10_000 }))).toBe("connection-refused");
    const rude = await server(({ socket }) => void socket.destroy());
    expect(await problemOf(post(rude, request, { timeout: 10_000 }))).toBe("no-answer");
  });
});
