export { GenerateError, type Problem } from "./errors.js";
export { type GenerateRequest, type GenerateResult, generate } from "./generate.js";
export { type LoadedProvider, type LoadedWebhook, loadProvider, type LoadProviderOptions } from "./load-provider.js";
