/** A webhook of a built-in provider. */
export interface ProviderWebhook {
  readonly provider: string;
  readonly webhook: string;
}

/** Families of signatures that are one provider's: its name, and which of its webhooks. */
const VARIANTS: Readonly<Record<string, readonly [provider: string, webhook: string]>> = {
  "adyen-payment": ["adyen", "default"],
  "adyen-platform": ["adyen", "platform"],
  "gitlab-signing-token": ["gitlab", "signed"],
  "hubspot-v1": ["hubspot", "v1"],
  "hubspot-v2": ["hubspot", "v2"],
  "hubspot-v3": ["hubspot", "default"],
  "twilio-json": ["twilio", "default"],
};

/** The webhook that signs as the recorded requests of a family are signed. */
export function webhookOfFamily(family: string): ProviderWebhook {
  const [provider, webhook] = VARIANTS[family] ?? [family, "default"];
  return { provider, webhook };
}
