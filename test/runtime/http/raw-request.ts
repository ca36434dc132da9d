import { connect } from "node:net";
import type { Answer, HttpCase } from "./http-case.js";
import { bodyOf } from "./http-case.js";

/** A request, written as it is. */
export type WrittenRequest = Pick<HttpCase, "method" | "path" | "headers" | "bodyBase64">;

/** Sends a case byte by byte, so that the case of its header names and their repetitions survive. */
export function rawRequest(port: number, test: WrittenRequest): Promise<Answer> {
  const body = bodyOf(test);
  const given = new Set(test.headers.map(([name]) => name.toLowerCase()));
  const added = [
    ...(given.has("host") ? [] : ["Host: localhost"]),
    ...(given.has("content-length") || given.has("transfer-encoding") ? [] : [`Content-Length: ${body.length}`]),
    "Connection: close",
  ];
  const head = [`${test.method} ${test.path} HTTP/1.1`, ...test.headers.map(([name, value]) => `${name}: ${value}`), ...added, "", ""].join("\r\n");
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    const chunks: Buffer[] = [];
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", (error) => (chunks.length === 0 ? reject(error) : undefined));
    socket.on("close", () => resolve(parse(Buffer.concat(chunks))));
    socket.write(head, "latin1");
    socket.write(body);
  });
}

function parse(bytes: Buffer): Answer {
  const end = bytes.indexOf("\r\n\r\n");
  const [status = "", ...lines] = bytes.subarray(0, end).toString("latin1").split("\r\n");
  const headers = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]));
  const rest = bytes.subarray(end + 4);
  const body = headers["transfer-encoding"] === "chunked" ? joinChunked(rest) : rest;
  return { status: Number(status.split(" ")[1]), headers, body: body.toString() };
}

function joinChunked(bytes: Buffer): Buffer {
  const end = bytes.indexOf("\r\n");
  const size = Number.parseInt(bytes.subarray(0, end).toString("latin1"), 16);
  if (!(size > 0)) return Buffer.alloc(0);
  return Buffer.concat([bytes.subarray(end + 2, end + 2 + size), joinChunked(bytes.subarray(end + 4 + size))]);
}
