import { connect } from "node:net";
import type { Answer, HttpCase } from "./http-case.js";
import { bodyOf } from "./http-case.js";

/** Sends a case byte by byte, so that the case of its header names and their repetitions survive. */
export function rawRequest(port: number, test: HttpCase): Promise<Answer> {
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
    let text = "";
    socket.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    socket.on("error", (error) => (text === "" ? reject(error) : undefined));
    socket.on("close", () => resolve(parse(text)));
    socket.write(head, "latin1");
    socket.write(body);
  });
}

function parse(text: string): Answer {
  const [head = "", ...rest] = text.split("\r\n\r\n");
  const [status = "", ...lines] = head.split("\r\n");
  const headers = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]));
  const body = rest.join("\r\n\r\n");
  return { status: Number(status.split(" ")[1]), headers, body };
}
