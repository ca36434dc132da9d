/** A request as it arrives: header names in lower case, the body as bytes. */
export interface Received {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** A library that takes deliveries. To add one is to add one of these to a list. */
export interface Contestant {
  readonly name: string;
  /** The request that its provider would send, signed now. */
  sign(body: Buffer, event: string): Received;
  /** Verifies, parses and calls a method that counts in `calls`. It may throw, reject or answer something to refuse. */
  receive(request: Received, calls: { count: number }): unknown;
  /** Turns the signature of a request into one that has not its form. */
  malform?(request: Received): Received;
  /** Events are routed by name, so that one may be nobody's. */
  readonly routes?: boolean;
}

/** The secret of every contestant, in the form that svix and standardwebhooks ask for. */
export const SECRET = `whsec_${Buffer.from("0123456789abcdef0123456789abcdef").toString("base64")}`;
