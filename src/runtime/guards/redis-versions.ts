import { REMEMBERED } from "../store/claim-store.js";
import { type RedisClient, type RedisStoreOptions, redisSender } from "../store/redis-store.js";
import type { VersionStore } from "./memory-versions.js";

/** Versions in Redis, shared by all processes. An entity that was not heard of for four days is forgotten, unless told. */
export function redisVersions(client: RedisClient, { prefix = "webhook:", remember = REMEMBERED }: RedisStoreOptions = {}): VersionStore {
  const send = redisSender(client);
  return {
    advance: async (entity, version) => (await send(["EVAL", ADVANCE, "1", `${prefix}version/${entity}`, String(version), String(remember)])) === 1,
  };
}

const ADVANCE = `
local found = redis.call("GET", KEYS[1])
if found and tonumber(found) > tonumber(ARGV[1]) then return 0 end
redis.call("SET", KEYS[1], ARGV[1], "PX", ARGV[2])
return 1`;
