/** The first line of a `webhook.yaml` that is written for the user: editors complete its keys. */
export const YAML_SCHEMA_LINE = "# yaml-language-server: $schema=../../node_modules/smart-webhooks/schemas/webhook.schema.json";
