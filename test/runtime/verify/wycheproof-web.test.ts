import { vi } from "vitest";
import { describeWycheproof } from "./wycheproof.js";

vi.mock("../../../src/runtime/crypto/node.js", () => import("../../../src/runtime/crypto/web.js"));

describeWycheproof("WebCrypto");
