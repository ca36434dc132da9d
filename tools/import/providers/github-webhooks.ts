import type { SourcePayload } from "../source-payload.js";
import type { SourceSchema } from "../source-schema.js";

/** GitHub's OpenAPI document, as far as webhooks go. */
export interface GitHubDocument {
  readonly "x-webhooks": Readonly<Record<string, { readonly post: Operation }>>;
  readonly components: { readonly schemas: Record<string, SourceSchema> };
}

interface Operation {
  readonly operationId: string;
  readonly requestBody: { readonly content: { readonly "application/json": { readonly schema: SourceSchema } } };
}

/** Every payload in the document, in its order; throws when an entry does not look as expected. */
export function gitHubWebhooks(document: GitHubDocument): readonly SourcePayload[] {
  return Object.values(document["x-webhooks"]).map(({ post }) => {
    const [subject = "", verb] = post.operationId.split("/");
    // The keys, the sample header and the subcategory each misspell some events; the operation's id spells them all right.
    const event = subject.replaceAll("-", "_");
    const reference = post.requestBody.content["application/json"].schema.$ref;
    if (!reference) throw new Error(`${post.operationId} has no component schema`);
    const action = actionOf(document, reference);
    if (action?.replaceAll("_", "-") !== verb && event !== "repository_dispatch") {
      throw new Error(`${post.operationId}: the schema's action is ${action ?? "missing"}`);
    }
    return { event, reference, ...(action !== undefined && { action }) };
  });
}

/** The one value of `action`; undefined where there is none or it is free text. */
function actionOf(document: GitHubDocument, reference: string): string | undefined {
  const schema = document.components.schemas[reference.slice(reference.lastIndexOf("/") + 1)];
  const actions = (schema?.oneOf ?? [schema]).map((branch) => branch?.properties?.["action"]?.enum);
  const values = new Set(actions.flatMap((named) => named ?? []));
  const [action] = values;
  if (values.size > 1) throw new Error(`${reference} has several actions`);
  return typeof action === "string" ? action : undefined;
}
