/** `14:02:31` */
export function time(at) {
  return new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });
}

/** `0.4 ms`, `12 ms`, `1.3 s` */
export function duration(ms) {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;
}

/** `512 B`, `8.4 kB` */
export function size(bytes) {
  return bytes < 1000 ? `${bytes} B` : bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** `3 s`, `12 min`: how old a delivery was when it came. */
export function age(ms) {
  const seconds = Math.abs(ms) / 1000;
  const text = seconds < 90 ? `${seconds.toFixed(seconds < 10 ? 1 : 0)} s` : seconds < 5400 ? `${Math.round(seconds / 60)} min` : seconds < 172800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86400)} days`;
  return ms < 0 ? `${text} ahead of this clock` : `${text} old`;
}

/** What the check of the signature came to, in a word, and its icon. */
export function verdict({ state }) {
  return VERDICTS[state];
}

const VERDICTS = {
  verified: { word: "verified", icon: "verified", tone: "ok" },
  refused: { word: "refused", icon: "refused", tone: "bad" },
  "no-secret": { word: "no secret", icon: "unchecked", tone: "warn" },
  unsigned: { word: "not signed", icon: "unchecked", tone: "warn" },
  unread: { word: "too large", icon: "refused", tone: "bad" },
  "not-needed": { word: "needs no signature", icon: "none", tone: "plain" },
};

/** What a delivery is called. */
export function title({ event, kind, httpMethod, count }) {
  if (kind === "event") return count > 1 ? `${event} and ${count - 1} more` : event || "(no event name)";
  return kind === "handshake" ? "handshake" : `${event ?? httpMethod} (unreadable)`;
}

/** How a delivery that was made here came about. */
export function originText({ origin, of }) {
  if (origin === "received") return "";
  const word = { new: "made here", duplicate: "sent twice" }[origin] ?? origin;
  return of === undefined ? word : `${word}, of #${of}`;
}

/** Indented, where it is JSON. */
export function pretty(text) {
  // Numbers that JavaScript cannot hold would be others once they are written again.
  if (/[:[,]\s*-?\d{16,}/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** The tone of a status. */
export function statusTone(status) {
  return status < 300 ? "ok" : status < 400 ? "plain" : "bad";
}
