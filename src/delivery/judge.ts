import type { Problem } from "../errors.js";
import type { Fault } from "./fault.js";

/** What a receiver should answer: 2xx to a good delivery and to its duplicate, 4xx to a forged one, but not that nothing is there. */
export function expected(fault: Fault | undefined): "2xx" | "4xx" {
  return fault === undefined || fault === "duplicate" ? "2xx" : "4xx";
}

/** What is wrong with a status, if it is not what a receiver should answer. `advise` says what to do about a refusal or a failure. */
export function judge(status: number, fault: Fault | undefined, advise: (status: number) => string): Problem | undefined {
  // An app that has no such path has verified nothing.
  const isNobody = status === 404 || status === 405;
  if (String(status)[0] === expected(fault)[0] && !isNobody) return undefined;
  const problem = (code: string, message: string, hint: string): Problem => ({ code, severity: "error", message, hint });
  if (expected(fault) === "2xx") return problem("delivery-refused", `A good delivery was answered ${status}, not 2xx`, advise(status));
  if (status < 300) return problem("forgery-accepted", `A forged delivery (${fault}) was accepted: answered ${status}, not 4xx`, "See that what is verified comes here: anybody can send what this takes");
  if (isNobody) return problem("forgery-not-refused", `A forged delivery (${fault}) was answered ${status}: nothing there verifies it`, advise(status));
  return problem("forgery-not-refused", `A forged delivery (${fault}) was answered ${status}, not 4xx`, advise(status));
}
