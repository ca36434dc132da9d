import type { ServerResponse } from "node:http";

/** Pages that may listen at once. */
const MOST_PAGES = 20;

/** Bytes that a page may be behind before it is dropped: it connects again by itself. */
const MOST_BEHIND = 1024 * 1024;

/** A sign of life, so that nobody between takes the connection for dead. Milliseconds. */
const BEAT = 15_000;

/** Tells the pages that are open what happens, by server-sent events. */
export class EventStream {
  readonly #pages = new Set<ServerResponse>();
  readonly #beat: NodeJS.Timeout;

  constructor() {
    this.#beat = setInterval(() => this.#write(": still here\n\n"), BEAT).unref();
  }

  /** Tells a page from now on. False when too many listen already. */
  add(page: ServerResponse): boolean {
    if (this.#pages.size >= MOST_PAGES) return false;
    page.writeHead(200, { "content-type": "text/event-stream" });
    page.write(": hello\n\n");
    this.#pages.add(page);
    page.on("close", () => this.#pages.delete(page));
    return true;
  }

  send(event: string, data: unknown): void {
    // JSON has no raw line feed, so that a payload cannot begin an event of its own.
    this.#write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  close(): void {
    clearInterval(this.#beat);
    for (const page of this.#pages) page.end();
  }

  #write(text: string): void {
    for (const page of this.#pages) {
      if (page.writableLength > MOST_BEHIND) page.destroy();
      else page.write(text);
    }
  }
}
