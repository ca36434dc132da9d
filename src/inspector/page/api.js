const KEY = "smart-webhooks-token";

/** The token from the link that the terminal printed. It is taken out of the address, and kept for this tab only. */
export function readToken() {
  const given = new URLSearchParams(location.hash.slice(1)).get("token");
  if (given) {
    sessionStorage.setItem(KEY, given);
    history.replaceState(null, "", location.pathname);
  }
  return sessionStorage.getItem(KEY) ?? "";
}

/** Keeps a token that was typed in. */
export function keepToken(token) {
  sessionStorage.setItem(KEY, token.replace(/^.*#token=/, "").trim());
}

/** Something the inspector refused: its problems, for people. */
export class ApiError extends Error {
  constructor(status, problems) {
    super(problems.map(({ message, hint }) => [message, hint].filter(Boolean).join(". ")).join("\n"));
    this.status = status;
  }
}

/** Asks the inspector. Throws an ApiError for what it refuses. */
export async function ask(path, body) {
  const headers = { authorization: `Bearer ${readToken()}`, ...(body && { "content-type": "application/json" }) };
  const response = await fetch(`/api/${path}`, { method: body ? "POST" : "GET", headers, ...(body && { body: JSON.stringify(body) }) });
  const json = await response.json();
  if (!response.ok) throw new ApiError(response.status, json.problems ?? []);
  return json;
}

/**
 * Listens to what happens until the connection ends. By fetch: an EventSource cannot send the token but in the URL, where
 * it would be logged.
 */
export async function listen(onOpen, onEvent) {
  const response = await fetch("/api/events", { headers: { authorization: `Bearer ${readToken()}` } });
  if (!response.ok) throw new ApiError(response.status, (await response.json()).problems ?? []);
  await onOpen();
  let rest = "";
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const parts = (rest + read.value).split("\n\n");
    rest = parts.pop();
    for (const part of parts) tell(part, onEvent);
  }
}

function tell(part, onEvent) {
  const lines = part.split("\n");
  const field = (name) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const data = field("data");
  if (data !== undefined) onEvent(field("event"), JSON.parse(data));
}
