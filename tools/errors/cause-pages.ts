import { type CauseCode, causeCodes } from "../../src/explain/cause-code.js";
import { bodyCausePages } from "./body-cause-pages.js";
import type { ErrorPage } from "./error-page.js";
import { requestCausePages, signedCausePages } from "./request-cause-pages.js";
import { secretCausePages } from "./secret-cause-pages.js";

const pages: Readonly<Record<CauseCode, ErrorPage>> = { ...secretCausePages, ...bodyCausePages, ...requestCausePages, ...signedCausePages };

/** Every cause that `explain` names, in the order of their list. */
export const causePages: Readonly<Record<string, ErrorPage>> = Object.fromEntries(causeCodes.map((code) => [code, pages[code]]));
