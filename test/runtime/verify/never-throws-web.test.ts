import { vi } from "vitest";
import { describeVerdicts } from "./never-throws.js";

vi.mock("../../../src/runtime/crypto/node.js", () => import("../../../src/runtime/crypto/web.js"));

describeVerdicts("WebCrypto");
