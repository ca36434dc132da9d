import { describeHandshakes } from "./handshakes.js";

describeHandshakes("node:crypto");
