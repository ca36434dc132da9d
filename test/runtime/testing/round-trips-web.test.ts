import { vi } from "vitest";
import { describeRoundTrips } from "./round-trips.js";

vi.mock("../../../src/runtime/crypto/node.js", () => import("../../../src/runtime/crypto/web.js"));

describeRoundTrips("WebCrypto");
