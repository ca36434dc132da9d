import { vi } from "vitest";
import { describeProviders } from "./contract.js";

vi.mock("../../src/runtime/crypto/node.js", () => import("../../src/runtime/crypto/web.js"));

describeProviders("WebCrypto");
