import { causePages } from "./cause-pages.js";
import { deliveryPages } from "./delivery-pages.js";
import { doctorPages } from "./doctor-pages.js";
import type { ErrorPage } from "./error-page.js";
import { filePages } from "./file-pages.js";
import { inspectorPages } from "./inspector-pages.js";
import { reasonPages } from "./reason-pages.js";
import { runtimePages } from "./runtime-pages.js";
import { schemaPages } from "./schema-pages.js";
import { schemePages } from "./scheme-pages.js";
import { usagePages } from "./usage-pages.js";
import { userCodePages } from "./user-code-pages.js";
import { webhookPages } from "./webhook-pages.js";
import { yamlPages } from "./yaml-pages.js";

/** What the codes of a page's family are about. */
export interface Family {
  readonly title: string;
  readonly pages: Readonly<Record<string, ErrorPage>>;
}

/** Every page of docs/errors, in the order of its index. */
export const families: readonly Family[] = [
  { title: "The command line", pages: usagePages },
  { title: "Any YAML", pages: yamlPages },
  { title: "Webhooks in a webhook.yaml", pages: webhookPages },
  { title: "Signatures in a webhook.yaml", pages: schemePages },
  { title: "Schemas, overlays and names", pages: schemaPages },
  { title: "Files and imports", pages: filePages },
  { title: "What \"add\" writes into your files", pages: userCodePages },
  { title: "Deliveries for tests", pages: deliveryPages },
  { title: "What \"doctor\" finds", pages: doctorPages },
  { title: "Causes that \"explain\" names", pages: causePages },
  { title: "The inspector", pages: inspectorPages },
  { title: "Deliveries, at run time", pages: runtimePages },
  { title: "Why a delivery was refused, in the log", pages: reasonPages },
];
