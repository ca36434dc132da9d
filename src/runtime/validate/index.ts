export type { EventValidators } from "../spec.js";
export { eventValidators, type ValidatorsByEvent } from "./event-validators.js";
export { type PayloadValidator, validator } from "./validator.js";
export type { Shape, Shapes } from "./shape.js";
export type { StandardIssue, StandardKey, StandardResult, StandardSchema } from "./standard-schema.js";
