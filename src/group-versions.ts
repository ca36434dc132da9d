import { closest } from "./closest.js";
import { GenerateError, type Problem } from "./errors.js";
import type { ChosenWebhook } from "./model/choose-webhooks.js";
import type { ApiVersions } from "./schema/api-versions.js";

/** Webhooks whose payloads are of one API version. */
export interface VersionGroup {
  /** Undefined for the schemas that stand for no version in particular. */
  readonly version: string | undefined;
  readonly chosen: readonly ChosenWebhook[];
}

/**
 * Sorts the webhooks by the version that the YAML's `api_version` names.
 *
 * @throws GenerateError `unknown-api-version` for one that no schemas exist of, with those that there are
 */
export function groupVersions(provider: string, chosen: readonly ChosenWebhook[], versions: ApiVersions): readonly VersionGroup[] {
  const unknown = new Map<string, Problem>();
  const groups = new Map<string | undefined, ChosenWebhook[]>();
  for (const webhook of chosen) {
    const said = webhook.config.apiVersion;
    if (said !== undefined && !known(versions).includes(said.name)) unknown.set(JSON.stringify(said.at), unknownVersion(provider, said, known(versions)));
    const version = said?.name === versions.latest ? undefined : said?.name;
    groups.set(version, [...(groups.get(version) ?? []), webhook]);
  }
  // Named webhooks inherit it: what is wrong once is said once.
  if (unknown.size > 0) throw new GenerateError([...unknown.values()]);
  return [...groups].map(([version, ofVersion]) => ({ version, chosen: ofVersion }));
}

function known({ latest, others }: ApiVersions): readonly string[] {
  return [...others, ...(latest === undefined ? [] : [latest])];
}

function unknownVersion(provider: string, { name, at }: NonNullable<ChosenWebhook["config"]["apiVersion"]>, versions: readonly string[]): Problem {
  const meant = closest(name, versions);
  const list = `There are ${versions.toReversed().join(", ")}.`;
  return {
    code: "unknown-api-version",
    severity: "error",
    message: `There are no schemas of ${provider}'s API version ${JSON.stringify(name)}`,
    hint: versions.length === 0 ? "Leave api_version out: its payloads have no versions here." : `${meant === undefined ? "" : `Did you mean ${meant}? `}${list}`,
    at,
  };
}
