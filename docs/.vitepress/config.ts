import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitepress";
import llms from "vitepress-plugin-llms";

const docs = fileURLToPath(new URL("..", import.meta.url));
const link = (text: string, path: string) => ({ text, link: path });

/** Pages of the API, where `npm run docs` has written them: a module is called as it is imported. */
function apiPages(): ReturnType<typeof link>[] {
  if (!existsSync(`${docs}api`)) return [];
  const pages = readdirSync(`${docs}api`, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md") && path !== "index.md");
  return pages.toSorted().map((path) => link(path.replace(/\.md$/, "").replace(/^index-1$/, "runtime").replace(/^.*\//, ""), `/api/${path.replace(/\.md$/, "")}`));
}

export default defineConfig({
  title: "smart-webhooks",
  description: "Generates typed webhook handler classes into your repository: verified, routed, tested.",
  cleanUrls: true,
  rewrites: { "errors/README.md": "errors/index.md" },
  lastUpdated: false,
  // Links out of docs/ lead to the repository's files, which are no pages of the site; a test follows them.
  ignoreDeadLinks: [/^(?:\.\.?\/)+(?:examples|schemas|SECURITY|bench|tools)/],
  vite: { plugins: [llms({ ignoreFiles: ["api/**"] })] },
  themeConfig: {
    search: { provider: "local" },
    outline: [2, 3],
    nav: [link("Guide", "/getting-started"), link("Providers", "/providers"), link("Commands", "/cli"), link("API", "/api/")],
    sidebar: {
      "/api/": [{ text: "API", items: [link("All modules", "/api/"), ...apiPages()] }],
      "/": [
        { text: "Begin", items: [link("Get started", "/getting-started"), link("How do I …", "/questions")] },
        {
          text: "Guide",
          items: [
            link("Handlers", "/handlers"),
            link("Frameworks", "/frameworks"),
            link("Providers", "/providers"),
            link("Your own provider", "/writing-a-provider"),
            link("Validation", "/validation"),
            link("Scaling", "/scaling"),
            link("Security", "/security"),
          ],
        },
        { text: "Tools", items: [link("Commands", "/cli"), link("Why a signature fails", "/explain"), link("Errors", "/errors/")] },
        {
          text: "Migrating",
          items: [
            link("From @octokit/webhooks", "/migrating/octokit"),
            link("From stripe", "/migrating/stripe"),
            link("From svix", "/migrating/svix"),
            link("From @slack/bolt", "/migrating/bolt"),
          ],
        },
      ],
    },
  },
});
