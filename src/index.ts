export { GenerateError, type Problem } from "./errors.js";
export { type GenerateRequest, type GenerateResult, generate } from "./generate.js";
