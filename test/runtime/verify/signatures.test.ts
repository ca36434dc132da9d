import { describeSignatures } from "./signatures.js";

describeSignatures("node:crypto");
