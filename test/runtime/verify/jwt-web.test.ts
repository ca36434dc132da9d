import { vi } from "vitest";
import { describeTokens } from "./jwt.js";

vi.mock("../../../src/runtime/crypto/node.js", () => import("../../../src/runtime/crypto/web.js"));

describeTokens("WebCrypto");
