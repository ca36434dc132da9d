import { vi } from "vitest";
import { describeHandshakes } from "./handshakes.js";

vi.mock("../../src/runtime/crypto/node.js", () => import("../../src/runtime/crypto/web.js"));

describeHandshakes("WebCrypto");
