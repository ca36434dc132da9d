import { describeVectors } from "./vectors.js";

describeVectors("node:crypto");
