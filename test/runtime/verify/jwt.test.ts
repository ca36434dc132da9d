import { describeTokens } from "./jwt.js";

describeTokens("node:crypto");
