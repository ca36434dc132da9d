import type { ContractCase } from "../runtime/adapters/contract-cases.js";
import type { Answer } from "../runtime/http/http-case.js";

/** What is wrong with an answer; nothing when it is the one that every platform gives. */
export function contractProblems({ status, body, headers = {} }: ContractCase, answer: Answer): readonly string[] {
  const wanted = typeof body === "string" ? body : JSON.stringify(body);
  return [
    ...(answer.status === status ? [] : [`status ${answer.status}, not ${status}`]),
    ...(answer.body === wanted ? [] : [`body ${answer.body}, not ${wanted}`]),
    ...Object.entries(headers).flatMap(([name, value]) => (answer.headers[name] === value ? [] : [`${name}: ${answer.headers[name]}, not ${value}`])),
  ];
}
