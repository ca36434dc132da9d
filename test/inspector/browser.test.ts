import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { capture } from "../cli/capture.js";
import { type Inspected, inspect } from "./inspect.js";

// The page as people use it, in a real browser: what it shows, what it does, and what it lets nobody do.
const PUSH = { ref: "refs/heads/main", commits: [{ id: "c1", message: "Mend it" }], before: "a", after: "b" };
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
});

afterAll(() => browser.close());

/** The page, open and listening. Nothing may go wrong in its console. */
async function open(inspected: Inspected, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  onTestFinished(() => expect(wrong).toEqual([]));
  await page.goto(inspected.pageUrl);
  await page.locator(".connection.live").waitFor();
  return page;
}

const BACKGROUND = "getComputedStyle(document.documentElement).backgroundColor";
const rows = (page: Page) => page.getByRole("option").filter({ has: page.locator(".name") });
const view = (page: Page, name: string) => page.getByRole("tabpanel", { name });
const openTab = (page: Page, name: RegExp): Promise<void> => page.getByRole("tab", { name }).click();

describe("a delivery on the page", () => {
  test("appears as it comes, and can be looked into", async () => {
    const inspected = await inspect();
    const page = await open(inspected);
    await page.getByText("Waiting for deliveries").waitFor();
    await inspected.push(PUSH);
    await rows(page).first().waitFor();
    expect(await rows(page).first().innerText()).toMatch(/push\s+200\s+verified · github/);
    expect(await view(page, "Payload").innerText()).toContain('"refs/heads/main"');
    await openTab(page, /Raw/);
    expect(await view(page, "Raw").innerText()).toContain("x-hub-signature-256");
    await openTab(page, /Verification/);
    expect(await view(page, "Verification").innerText()).toMatch(/Signature verified[\s\S]*signed content[\s\S]*expected[\s\S]*received/);
    await openTab(page, /Answer/);
    expect(await view(page, "Answer").innerText()).toMatch(/Method that would run\s+onPush/);
  });

  test("that was forged is shown as such, with what to do", async () => {
    const inspected = await inspect();
    const page = await open(inspected);
    await inspected.push(PUSH, { "x-hub-signature-256": `sha256=${"0".repeat(64)}` });
    await rows(page).first().waitFor();
    expect(await rows(page).first().innerText()).toMatch(/push\s+401\s+refused/);
    await openTab(page, /Verification/);
    expect(await view(page, "Verification").innerText()).toMatch(/Refused\s*secret-wrong[\s\S]*What to do:/);
  });

  test("whose payload is markup is shown as text", async () => {
    const inspected = await inspect();
    const page = await open(inspected);
    const markup = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';
    await inspected.push({ ...PUSH, ref: markup, [markup]: { [markup]: markup } }, { "x-github-event": markup, "x-github-delivery": markup, "x-note": markup });
    await rows(page).first().waitFor();
    for (const tab of [/Payload/, /Raw/, /Verification/, /Answer/, /Drift/]) await openTab(page, tab);
    await openTab(page, /Payload/);
    expect(await view(page, "Payload").innerText()).toContain("<img src=x onerror=");
    expect(await page.locator(".name").first().innerText()).toBe(markup);
    await page.getByRole("button", { name: "Edit & re-sign" }).click();
    await page.getByRole("dialog").waitFor();
    expect(await page.evaluate(`[document.querySelectorAll("script").length, document.querySelectorAll("#app img, dialog img").length, "pwned" in window]`)).toEqual([1, 0, false]);
  });

  test("tells where its payload is not what its type says", async () => {
    const inspected = await inspect();
    const page = await open(inspected);
    await inspected.push({ ...PUSH, ref: 7, brand_new: true });
    await openTab(page, /Drift \d+/);
    expect(await view(page, "Drift").innerText()).toMatch(/brand_new\s+unknown field/);
    expect(await view(page, "Drift").innerText()).toMatch(/ref\s+other type\s+string\s+number/);
  });
});

describe("from the page", () => {
  test("a delivery is replayed, and is a duplicate then", async () => {
    const inspected = await inspect();
    const page = await open(inspected);
    await inspected.push(PUSH);
    await page.getByRole("button", { name: "Replay" }).click();
    await rows(page).nth(1).waitFor();
    expect(await rows(page).first().innerText()).toMatch(/duplicate\s*replay, of #1/);
  });

  test("a delivery is edited and signed anew", async () => {
    const inspected = await inspect();
    const page = await open(inspected);
    await inspected.push(PUSH);
    await page.getByRole("button", { name: "Edit & re-sign" }).click();
    const body = page.getByRole("textbox", { name: "Body" });
    await body.fill((await body.inputValue()).replace("Mend it", "Mended by hand"));
    await page.getByRole("button", { name: "Sign and send" }).click();
    await rows(page).nth(1).waitFor();
    expect(await rows(page).first().innerText()).toMatch(/push\s+200\s+verified[\s\S]*edited, of #1/);
    await page.getByRole("heading", { name: "push" }).waitFor();
    await openTab(page, /Raw/);
    await view(page, "Raw").getByText("Mended by hand").waitFor();
  });

  test("what goes wrong is sent on purpose: twice, long ago, forged, unsigned", async () => {
    const inspected = await inspect({ providers: ["stripe"], env: { STRIPE_WEBHOOK_SECRET: "whsec_test" } });
    const page = await open(inspected);
    await page.getByRole("button", { name: "New delivery" }).click();
    await page.getByLabel("Event").selectOption("customer.created");
    await page.getByText("Valid JSON").waitFor();
    await page.getByRole("button", { name: "Sign and send" }).click();
    for (const [at, name] of ["Duplicate", "Stale", "Forged", "Unsigned"].entries()) {
      await page.locator("#delivery-1").click();
      await page.locator(".facts-line", { hasText: "#1" }).waitFor();
      await page.getByRole("button", { name, exact: true }).click();
      await page.locator(`#delivery-${at + 3}`).waitFor();
    }
    const texts = await rows(page).allInnerTexts();
    expect(texts.map((text) => text.split(/\s+/).slice(1, 3).join(" "))).toEqual(["401 refused", "401 refused", "401 refused", "200 verified", "200 verified", "200 verified"]);
    expect(texts[3]).toContain("duplicate");
  });

  test("a fixture and a test are shown, then saved", async () => {
    const inspected = await inspect();
    await capture(["generate", "github", "--events", "push", "--output", "src/webhooks"], inspected.cwd);
    const page = await open(inspected);
    await inspected.push(PUSH);
    await page.getByRole("button", { name: "Save fixture" }).click();
    expect(await page.getByRole("dialog").innerText()).toContain("test/fixtures/webhooks/github/push-1.json");
    await page.getByRole("dialog").getByRole("button", { name: "Save fixture" }).click();
    await page.getByText("Saved test/fixtures/webhooks/github/push-1.json").waitFor();
    expect(JSON.parse(readFileSync(join(inspected.cwd, "test/fixtures/webhooks/github/push-1.json"), "utf8"))).toEqual(PUSH);
    await page.getByRole("button", { name: "Save test" }).click();
    expect(await page.getByRole("dialog").innerText()).toContain("import { GitHubHandler }");
    await page.getByRole("dialog").getByRole("button", { name: "Save test" }).click();
    await page.getByText("Saved test/fixtures/webhooks/github/push-2.json and test/webhooks/github/push-2.test.ts").waitFor();
  });

  test("the answer of the user's app is shown", async () => {
    const app = createServer((_, response) => response.writeHead(418, { "x-app": "tea" }).end("short and stout")).listen(0, "127.0.0.1");
    await once(app, "listening");
    onTestFinished(() => void app.close().closeAllConnections());
    const inspected = await inspect({ app: `http://127.0.0.1:${(app.address() as AddressInfo).port}` });
    const page = await open(inspected);
    await inspected.push(PUSH);
    await openTab(page, /Answer/);
    expect(await view(page, "Answer").innerText()).toMatch(/Your app[\s\S]*418[\s\S]*x-app\s+tea[\s\S]*short and stout/);
  });
});

describe("by keyboard", () => {
  test("the filter is reached, the list walked, the tabs turned", async () => {
    const inspected = await inspect();
    const page = await open(inspected);
    await inspected.push(PUSH);
    await inspected.push({ action: "opened", issue: {} }, { "x-github-event": "issues" });
    await rows(page).nth(1).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("issues");
    expect(await rows(page).count()).toBe(1);
    await page.keyboard.press("Escape");
    expect(await rows(page).count()).toBe(2);
    await page.keyboard.press("Home");
    await page.getByRole("heading", { name: "issues.opened" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("heading", { name: "push" }).waitFor();
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement?.id")).toBe("detail");
    await page.getByRole("tab", { name: "Payload" }).focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.getByRole("tab", { name: "Raw" }).getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement?.id")).toBe("list");
  });

  test("the list is held, and cleared", async () => {
    const inspected = await inspect();
    const page = await open(inspected);
    await inspected.push(PUSH);
    await rows(page).first().waitFor();
    await page.getByRole("button", { name: "Pause" }).press("Enter");
    await inspected.push(PUSH);
    await page.getByText("1 delivery, 1 held").waitFor();
    await page.getByRole("button", { name: "Resume" }).press("Enter");
    await page.getByText("2 deliveries").waitFor();
    await page.getByRole("button", { name: "Clear" }).press("Enter");
    await page.getByText("Waiting for deliveries").waitFor();
  });
});

describe("the page", () => {
  test("forgets the token in its address, and is locked without it", async () => {
    const inspected = await inspect();
    const page = await open(inspected);
    expect(page.url()).toBe(`${inspected.origin}/`);
    const other = await (await browser.newContext()).newPage();
    onTestFinished(() => other.context().close());
    await other.goto(inspected.origin);
    await other.getByText("This page is locked").waitFor();
    await other.getByLabel("The link or its token").fill(inspected.pageUrl);
    await other.getByRole("button", { name: "Open" }).click();
    await other.locator(".connection.live").waitFor();
  });

  test("of another origin can read nothing and do nothing, not even with the token", async () => {
    const inspected = await inspect();
    await inspected.push(PUSH);
    const evil = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<title>evil</title>")).listen(0, "127.0.0.1");
    await once(evil, "listening");
    onTestFinished(() => void evil.close().closeAllConnections());
    const page = await (await browser.newContext()).newPage();
    onTestFinished(() => page.context().close());
    await page.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}`);
    const tries = await page.evaluate(
      async ({ origin, token }) => {
        const authorization = `Bearer ${token}`;
        const options: readonly RequestInit[] = [{ headers: { authorization } }, { method: "POST", headers: { authorization, "content-type": "application/json" }, body: "{}" }, { method: "POST", mode: "no-cors", body: "{}" }];
        return Promise.all(options.map((one) => fetch(`${origin}/api/clear`, one).then(({ type, status }) => `${type} ${status}`, () => "refused")));
      },
      { origin: inspected.origin, token: inspected.token },
    );
    expect(tries).toEqual(["refused", "refused", "refused"]);
    await page.setContent(`<iframe src="${inspected.origin}"></iframe>`);
    expect(page.frames().map((frame) => frame.url()).at(-1)).toMatch(/^chrome-error:/);
    expect((await inspected.call<{ deliveries: unknown[] }>("state")).deliveries).toHaveLength(1);
  });

  test("follows the system's theme, or the one that was chosen", async () => {
    const inspected = await inspect();
    const page = await open(inspected, { colorScheme: "dark" });
    const dark = await page.evaluate(BACKGROUND);
    await page.getByRole("button", { name: /^Theme/ }).click();
    const light = await page.evaluate(BACKGROUND);
    expect([dark, light]).toEqual(["rgb(14, 17, 23)", "rgb(255, 255, 255)"]);
    await page.reload();
    expect(await page.evaluate(BACKGROUND)).toBe(light);
  });

  test("fits a narrow screen", async () => {
    const inspected = await inspect();
    const page = await open(inspected, { viewport: { width: 360, height: 700 } });
    await inspected.push(PUSH);
    await rows(page).first().click();
    await page.getByRole("heading", { name: "push" }).waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    await page.getByRole("button", { name: "Back to the list" }).click();
    expect(await rows(page).first().isVisible()).toBe(true);
  });

  test("says that the inspector has ended, and looks for it", async () => {
    const inspected = await inspect();
    const page = await (await browser.newContext()).newPage();
    onTestFinished(() => page.context().close());
    await page.goto(inspected.pageUrl);
    await page.locator(".connection.live").waitFor();
    await inspected.close();
    await page.getByText("reconnecting").waitFor();
  });
});
