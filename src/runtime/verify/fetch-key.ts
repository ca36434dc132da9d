import type { KeyFetcher } from "./delivery.js";

/** Providers roll keys over weeks. Milliseconds. */
const KEPT = 60 * 60_000;
/** A key that could not be had is not asked for again at once: whoever sends junk must not make us call out. */
const FAILED_KEPT = 30_000;
const TIME_LIMIT = 5_000;
const MOST_BYTES = 64 * 1024;
const MOST_KEYS = 100;

type FoundKey = Awaited<ReturnType<KeyFetcher>>;

interface Kept {
  readonly until: number;
  readonly key: Promise<FoundKey>;
}

// Public keys, by the URLs that schemes trust: the same for all handlers of a process.
let kept: Map<string, Kept> = new Map();

/**
 * Fetches a certificate or a key set by its URL: remembered for an hour, no redirect followed, limited in time and
 * size. Which URLs may be asked at all, the schemes decide. A key's id alone leads nowhere: `undefined`.
 */
export function fetchByUrl(url: string, now: number): Promise<FoundKey> | undefined {
  if (!url.startsWith("https://")) return undefined;
  const known = kept.get(url);
  if (known !== undefined && known.until > now) return known.key;
  if (kept.size >= MOST_KEYS) kept = new Map();
  const key = fetchText(url).then(toKey);
  kept.set(url, { until: now + KEPT, key });
  key.catch(() => kept.set(url, { until: now + FAILED_KEPT, key }));
  return key;
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(TIME_LIMIT) });
  if (!response.ok || response.body === null) throw new Error(`The key's server answered ${response.status}`);
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > MOST_BYTES) {
      await reader.cancel();
      throw new Error("The key is too long to be one");
    }
  }
}

function toKey(text: string): FoundKey {
  return text.trimStart().startsWith("{") ? (JSON.parse(text) as FoundKey) : text;
}
