import { packageRoot } from "../src/package-root.js";
import { bundleSize, ownBundles, prepareBundles } from "./bundle-sizes.js";
import { helpFiles } from "./help-files.js";
import { installedSize } from "./installed-size.js";
import { limits } from "./limits.js";
import { ownProject, prepareTypes, typeCost, typeFloor } from "./type-cost.js";

// Counts that are the same on every machine, each against its limit: part of npm run check. Needs the built packages.
const counts: Record<string, number> = {};

await prepareBundles();
for (const bundled of ownBundles) counts[`bytes of the bundle ${bundled.name.replace("ours: ", "")}`] = (await bundleSize(bundled)).zipped;

await prepareTypes();
const [floor, own] = [typeFloor, ownProject].map(typeCost);
counts["lines tsc loads for a handler of 3 events"] = (own?.lines ?? Number.NaN) - (floor?.lines ?? Number.NaN);
counts["instantiations of it"] = own?.instantiations ?? Number.NaN;

const runtime = installedSize("@smart-webhooks/runtime");
counts["packages that the runtime installs"] = runtime.packages;
counts["bytes of the runtime"] = runtime.bytes;
counts["packages that the command line installs"] = installedSize(packageRoot()).packages;
counts["files that --help loads"] = (await helpFiles()).length;

for (const [what, count] of Object.entries(counts)) {
  const limit = limits[what];
  // What no limit was given for, or no count, is over it.
  const isOver = !(limit !== undefined && count <= limit);
  console.log(`${isOver ? "over " : "ok   "} ${what}: ${count.toLocaleString("en-US")} of ${limit?.toLocaleString("en-US")}`);
  if (isOver) process.exitCode = 1;
}
