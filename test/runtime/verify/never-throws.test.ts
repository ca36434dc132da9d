import { describeVerdicts } from "./never-throws.js";

describeVerdicts("node:crypto");
