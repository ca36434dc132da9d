import { describeWycheproof } from "./wycheproof.js";

describeWycheproof("node:crypto");
