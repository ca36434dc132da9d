import type { Framework } from "./framework.js";
import { lambdaFrameworks } from "./lambda-frameworks.js";
import { nestFrameworks } from "./nest-frameworks.js";
import { nextFrameworks } from "./next-frameworks.js";
import { nodeFrameworks } from "./node-frameworks.js";
import { webFrameworks } from "./web-frameworks.js";

/** Every adapter in its real framework. */
export const frameworks: readonly Framework[] = [...nodeFrameworks, ...nestFrameworks, ...webFrameworks, ...lambdaFrameworks, ...nextFrameworks];
