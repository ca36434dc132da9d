import { join } from "node:path";
import { expect, test } from "vitest";
import { generate } from "../../src/generate.js";
import { packageRoot } from "../../src/package-root.js";

async function classDoc(provider: string): Promise<string> {
  const { files } = await generate({ provider, cwd: packageRoot(), providersDir: join(packageRoot(), "no-such-folder") });
  const text = files.find(({ path }) => path === `${provider}/handler.ts`)?.text ?? "";
  return text.slice(0, text.indexOf("export abstract class")).replaceAll(/\s+\*?\s*/g, " ");
}

test.each([
  ["plaid", "It needs the option `fetchKey`, which gets the provider's public key by its id."],
  ["aws-sns", "It needs the option `params.topic_arns`, or `AWS_SNS_TOPIC_ARNS` in the environment."],
  ["meta", "It needs the option `params.verify_token`, or `META_VERIFY_TOKEN` in the environment."],
  ["paypal", "It needs the option `params.webhookId`, or `PAYPAL_WEBHOOK_ID` in the environment."],
  ["pusher", "It needs the option `params.appKey`, or `PUSHER_APP_KEY` in the environment."],
  ["messagebird", "It needs the option `publicUrl` (or `trustProxy`), as the URL is signed that the provider calls."],
])("the class of %s says what its handler needs", async (provider, sentence) => {
  expect(await classDoc(provider)).toContain(sentence);
});

test("one that needs nothing but its secret says nothing", async () => {
  expect(await classDoc("github")).not.toContain("It needs");
});
