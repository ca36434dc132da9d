import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { HandlerMap, RouteOptions } from "@smart-webhooks/runtime/fetch";

/** Routes behind a server that listens. */
export interface Served {
  readonly port: number;
  close(): Promise<void>;
}

/** What a rule about requests looks at. */
export interface AnyRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

/** A real framework, and an adapter in it. */
export interface Framework {
  readonly name: string;
  /** What its adapter calls it; its name unless told. */
  readonly calledBy?: string;
  /** Serves routes on a free port of the loopback interface. */
  serve(handlers: HandlerMap, options?: RouteOptions): Promise<Served>;
  /** The same below a parser that reads the body first: the usual one of the framework, or else what its users write. */
  serveParsed(handlers: HandlerMap): Promise<Served>;
  /** Whether that parser keeps what it read, as bytes or as text: then that is used. */
  readonly keepsBody?: boolean;
  /** Whether a method may go on after the answer. */
  readonly goesOn: boolean;
  /** Methods that get as far as the adapter; all unless told. */
  readonly methods?: readonly string[];
  /** Whether the platform itself hands a request over as it was sent; all unless told. */
  carries?(request: AnyRequest): boolean;
}

/** Listens on a free port. */
export async function listen(listener: RequestListener): Promise<Served> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
