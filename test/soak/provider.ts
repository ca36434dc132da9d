import { Agent, request } from "node:http";
import { createHmac } from "node:crypto";
import { type Engine, SECRET } from "./fleet.js";

/** Sends signed deliveries to whichever receiver is up, and again until one accepts them, as a provider does. */
export class Provider {
  /** Ids that were answered 2xx: from then on nobody sends them again but by mistake. */
  readonly accepted = new Set<string>();
  sent = 0;
  /** Attempts that were answered something else, or not at all. */
  failures = 0;
  /** How often each status was answered; 0 is no answer. */
  readonly statuses: Record<number, number> = {};
  readonly #targets: Set<number>;
  /** Ids of this provider's own. */
  readonly #name = Math.random().toString(36).slice(2);
  /** Requests that wait for their answer, by port. */
  readonly #waiting = new Map<number, number>();
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 50 });
  #isOver = false;

  constructor(targets: Set<number>) {
    this.#targets = targets;
  }

  /** Sends with so many senders at a time, at most so many a second each, until `stop` is called and what was begun is accepted. */
  async run(senders: number): Promise<void> {
    await Promise.all(Array.from({ length: senders }, () => this.#sendMany()));
  }

  /** Takes a receiver out, as a balancer does: sends it nothing more, and waits for the answers that are still to come. */
  async drain(port: number): Promise<void> {
    this.#targets.delete(port);
    while ((this.#waiting.get(port) ?? 0) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  stop(): void {
    this.#isOver = true;
  }

  close(): void {
    this.#agent.destroy();
  }

  async #sendMany(): Promise<void> {
    while (!this.#isOver) {
      const number = this.sent++;
      const engine: Engine = number % 2 === 0 ? "alpha" : "beta";
      const id = `${engine}:${this.#name}:${number}`;
      await this.#sendUntilAccepted(engine, id);
      // One in ten comes twice, whatever was answered.
      if (number % 10 === 0) await this.#post(engine, id);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async #sendUntilAccepted(engine: Engine, id: string): Promise<void> {
    for (;;) {
      const status = await this.#post(engine, id);
      this.statuses[status] = (this.statuses[status] ?? 0) + 1;
      if (status >= 200 && status < 300) return void this.accepted.add(id);
      this.failures += 1;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }

  async #post(engine: Engine, id: string): Promise<number> {
    const ports = [...this.#targets];
    const port = ports[Math.floor(Math.random() * ports.length)] as number;
    this.#count(port, 1);
    const status = await this.#postTo(port, engine, id);
    this.#count(port, -1);
    return status;
  }

  #count(port: number, change: 1 | -1): void {
    this.#waiting.set(port, (this.#waiting.get(port) ?? 0) + change);
  }

  #postTo(port: number, engine: Engine, id: string): Promise<number> {
    const body = JSON.stringify({ n: this.sent, text: "x".repeat(300) });
    const headers = { "content-type": "application/json", "x-event": "push", "x-id": id, "x-signature": `sha256=${createHmac("sha256", SECRET).update(body).digest("hex")}` };
    return new Promise((resolve) => {
      const sending = request({ host: "127.0.0.1", port, method: "POST", path: `/webhooks/${engine}`, headers, agent: this.#agent, timeout: 20_000 }, (response) => {
        response.resume().on("close", () => resolve(response.complete ? (response.statusCode ?? 0) : 0));
      });
      sending.on("timeout", () => sending.destroy()).on("error", () => resolve(0));
      sending.end(body);
    });
  }
}
