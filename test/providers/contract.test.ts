import { describeProviders } from "./contract.js";

describeProviders("node:crypto");
