import type { IncomingMessage } from "node:http";
import { GenerateError } from "../errors.js";
import { firstLine } from "../first-line.js";
import { type ApiInput, findCall } from "./api.js";
import type { Inspector } from "./inspector.js";
import { readUpTo } from "./read-up-to.js";

/** Bytes of a request of the page: the largest payload of a provider, and some. */
const MOST_BYTES = 32 * 1024 * 1024;

/** An answer as JSON. */
export interface ApiAnswer {
  readonly status: number;
  readonly json: unknown;
}

/** Answers a call of the page that passed the guard. Never throws, and never tells a stack. */
export async function answerApi(inspector: Inspector, request: IncomingMessage, url: URL): Promise<ApiAnswer> {
  const found = findCall(request.method ?? "", url.pathname);
  if (found === undefined) return problem(404, "not-found", "There is no such call");
  try {
    const body = request.method === "POST" ? await readJson(request) : {};
    if (body === undefined) return problem(400, "invalid-json", "The request is no JSON object of at most 32 MiB");
    const json = await found.call(inspector, { id: found.id, query: url.searchParams, body });
    return { status: 200, json: json ?? {} };
  } catch (error) {
    if (!(error instanceof GenerateError)) return problem(500, "internal", firstLine(error));
    const problems = error.problems.map(({ code, message, hint }) => ({ code, message, hint }));
    return { status: problems[0]?.code === "not-found" ? 404 : 422, json: { problems } };
  }
}

async function readJson(request: IncomingMessage): Promise<ApiInput["body"] | undefined> {
  if (request.headers["content-type"] !== "application/json") return undefined;
  const { bytes, isCut } = await readUpTo(request, MOST_BYTES);
  try {
    const value: unknown = isCut ? undefined : JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === "object" && value !== null ? (value as ApiInput["body"]) : undefined;
  } catch {
    return undefined;
  }
}

function problem(status: number, code: string, message: string): ApiAnswer {
  return { status, json: { problems: [{ code, message }] } };
}
