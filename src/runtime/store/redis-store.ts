import { type ClaimState, type ClaimStore, REMEMBERED } from "./claim-store.js";

/** A client of ioredis (`new Redis()`), or of node-redis (`createClient()`, connected). */
export type RedisClient =
  | { call(command: string, args: (string | number)[]): Promise<unknown> }
  | { sendCommand(args: readonly string[]): Promise<unknown> };

/** Options of `redisStore`. */
export interface RedisStoreOptions {
  /** Put before every key; `webhook:` unless told. */
  readonly prefix?: string;
  /** For how long what is done is remembered, in milliseconds; four days unless told. */
  readonly remember?: number;
}

/**
 * A store in Redis (or Valkey), shared by every process that uses it. Redis ends the leases by its own clock. It must not evict keys
 * (`maxmemory-policy noeviction`), and what it loses in a crash may be handled twice.
 */
export function redisStore(client: RedisClient, { prefix = "webhook:", remember = REMEMBERED }: RedisStoreOptions = {}): ClaimStore {
  const send = redisSender(client);
  const run = async (script: string, key: string, args: readonly string[]): Promise<void> => {
    await send(["EVAL", script, "1", prefix + key, ...args]);
  };
  return {
    claim: async (key, lease, token = ""): Promise<ClaimState> => {
      const name = prefix + key;
      if ((await send(["SET", name, HELD + token, "NX", "PX", String(lease)])) !== null) return "claimed";
      const found = await send(["GET", name]);
      if (found === DONE) return "done";
      // A client that lost its connection sends a command again: the first one may have won.
      return token !== "" && found === HELD + token ? "claimed" : "running";
    },
    complete: (key, token = "") => run(COMPLETE, key, [HELD + token, DONE, String(remember)]),
    release: (key, token = "") => run(RELEASE, key, [HELD + token]),
  };
}

const DONE = "done";
const HELD = "held:";

/** A claim that ran out, and that nobody took over, may still be completed: the work is done. */
const COMPLETE = `
local found = redis.call("GET", KEYS[1])
if found == false or found == ARGV[1] then redis.call("SET", KEYS[1], ARGV[2], "PX", ARGV[3]) end`;

const RELEASE = `if redis.call("GET", KEYS[1]) == ARGV[1] then redis.call("DEL", KEYS[1]) end`;

/** Sends a command by either client. */
export function redisSender(client: RedisClient): (command: readonly string[]) => Promise<unknown> {
  // ioredis has a sendCommand of its own, which takes something else.
  if ("call" in client) return ([name, ...args]) => client.call(name as string, args);
  return (command) => client.sendCommand(command);
}
