import { vi } from "vitest";
import { describeSignatures } from "./signatures.js";

vi.mock("../../../src/runtime/crypto/node.js", () => import("../../../src/runtime/crypto/web.js"));

describeSignatures("WebCrypto");
