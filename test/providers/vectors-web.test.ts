import { vi } from "vitest";
import { describeVectors } from "./vectors.js";

vi.mock("../../src/runtime/crypto/node.js", () => import("../../src/runtime/crypto/web.js"));

describeVectors("WebCrypto");
