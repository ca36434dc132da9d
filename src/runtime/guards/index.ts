export { allowAddresses, type AddressOptions } from "./allow-addresses.js";
export { inOrder, type InOrderOptions } from "./in-order.js";
export { limitConcurrency } from "./limit-concurrency.js";
export { limitRate, type RateLimit } from "./limit-rate.js";
export { memoryVersions, type VersionStore } from "./memory-versions.js";
export { postgresVersions, versionsTable } from "./postgres-versions.js";
export { redisVersions } from "./redis-versions.js";
