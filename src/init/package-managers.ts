/** By what a package manager is known, and how it is told to install. */
interface Known {
  readonly locks: readonly string[];
  readonly add: string;
  readonly addForDevelopment: string;
}

/** Each by its name in package.json's `packageManager`. The lock files of those that people change to come first. */
export const packageManagers: Readonly<Record<PackageManager, Known>> = {
  pnpm: { locks: ["pnpm-lock.yaml"], add: "pnpm add", addForDevelopment: "pnpm add --save-dev" },
  yarn: { locks: ["yarn.lock"], add: "yarn add", addForDevelopment: "yarn add --dev" },
  bun: { locks: ["bun.lock", "bun.lockb"], add: "bun add", addForDevelopment: "bun add --dev" },
  npm: { locks: ["package-lock.json", "npm-shrinkwrap.json"], add: "npm install", addForDevelopment: "npm install --save-dev" },
};

/** `npm` */
export type PackageManager = "npm" | "pnpm" | "yarn" | "bun";
