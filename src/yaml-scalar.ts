import { toLiteral } from "./encode.js";

/** A text as YAML: bare where it is read as a text, also inside of brackets, else in double quotes, where YAML reads the escapes of JSON. */
export function toScalar(text: string): string {
  return /^[A-Za-z/][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : toLiteral(text);
}
