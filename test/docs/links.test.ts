import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { readPages } from "./pages.js";

const pages = readPages();
const anchors = new Map(pages.map(({ path, text }) => [path, new Set(headings(text).map(toAnchor))] as const));

/** Headings, but not the comments in blocks of code. */
function headings(text: string): readonly string[] {
  return [...text.replaceAll(/^ *```.*?^ *```$/gms, "").matchAll(/^#{1,6} (.+)$/gm)].map(([, title]) => title as string);
}

/** As GitHub and the site make them of a heading. */
function toAnchor(title: string): string {
  return title.toLowerCase().replaceAll(/[^\w\s-]/g, "").trim().replaceAll(/\s/g, "-").replaceAll(/-+/g, "-");
}

it.each(pages.map((page) => [page.path, page] as const))("%s has no link that leads nowhere", (path, { text }) => {
  const prose = text.replaceAll(/^ *```.*?^ *```$/gms, "").replaceAll(/`[^`\n]*`/g, "");
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)|^\s*link: (\/\S*?)[ }]*$/gm)].map(([, inline, front]) => inline ?? (front as string));
  const dead = targets.filter((target) => !/^(?:https?|mailto):/.test(target) && !leadsSomewhere(path, target));
  expect(dead).toEqual([]);
});

it.each(pages.map((page) => [page.path, page] as const))("%s has no tag outside of code: a page would swallow it", (_, { text }) => {
  const prose = text.replaceAll(/^ *```.*?^ *```$|^ {4}.*$/gms, "").replaceAll(/`[^`]*`|<!--.*?-->|^---$.*?^---$/gms, "");
  expect(prose.match(/<[a-z/][^\n]{0,30}|\{\{/gi)).toBeNull();
});

function leadsSomewhere(from: string, target: string): boolean {
  const [file = "", anchor] = target.split("#");
  const to = file === "" ? from : file.startsWith("/") ? `docs${file}.md` : join(dirname(from), file).replaceAll("\\", "/").replace(/\/$/, "");
  if (!existsSync(join(packageRoot(), to))) return false;
  return anchor === undefined || (anchors.get(to)?.has(anchor.replaceAll(/-+/g, "-")) ?? false);
}
