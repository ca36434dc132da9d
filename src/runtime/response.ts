/** Data of a success answer: any object without a `status` of its own, as the answer sets that one. */
export type SuccessData = object & {
  readonly status?: never;
  readonly length?: never;
  readonly then?: never;
};

/** A literal that is written where a `WebhookAnswer` is expected may have any keys but those. */
type NamedData = SuccessData & { readonly [key: string]: unknown };

/** What a handler method may give: nothing, a plain object (the data of a success) or a response. */
// `void` admits methods that return nothing at all.
// oxlint-disable-next-line typescript/no-invalid-void-type
export type WebhookAnswer = void | SuccessData | NamedData | WebhookResponse<unknown>;

/** A `WebhookAnswer`, or a Promise of one. */
export type WebhookResult = WebhookAnswer | Promise<WebhookAnswer>;

/** What goes back to the provider. `Data` is what `json()` gives. */
export class WebhookResponse<out Data = unknown> {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The text sent; empty for none. */
  readonly body: string;

  /**
   * A string is sent as it is (`text/plain` unless `headers` says otherwise), anything else as JSON.
   *
   * @throws RangeError when `status` is not an HTTP status from 200 to 599
   * @throws TypeError for a header that no server could send
   */
  constructor(body?: Data, init: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {}) {
    const { status = 200, headers = {} } = init;
    if (!Number.isInteger(status) || status < 200 || status > 599) {
      throw new RangeError(`A response's status is a whole number from 200 to 599, not ${String(status)}`);
    }
    this.status = status;
    this.body = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
    this.headers = withContentType(body, headers);
  }

  /**
   * The body parsed as JSON: for tests.
   *
   * @throws SyntaxError when the body is not JSON
   */
  json(): Data {
    return JSON.parse(this.body) as Data;
  }
}

/** The body of `successResponse`. */
export type SuccessBody<Data> = Data & { readonly status: "success" };

/** The body of `errorResponse`. */
export interface ErrorBody {
  readonly status: "error";
  readonly message: string;
}

/** Status 200 and the JSON `{ ...data, status: "success" }`. */
export function successResponse<Data extends SuccessData = SuccessData>(data?: Data): WebhookResponse<SuccessBody<Data>> {
  return new WebhookResponse({ ...(data as Data), status: "success" } as SuccessBody<Data>);
}

/**
 * The JSON `{ status: "error", message }` with a status, 400 unless told. The message goes to the
 * provider as it is. From 400 on the delivery counts as not handled: it may be delivered again.
 *
 * @throws RangeError when `status` is not an HTTP error status
 */
export function errorResponse(message: string, status = 400): WebhookResponse<ErrorBody> {
  if (!(status >= 400)) throw new RangeError(`An error response's status is 400 or more, not ${String(status)}`);
  return new WebhookResponse<ErrorBody>({ status: "error", message }, { status });
}

function withContentType(body: unknown, headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const all: Record<string, string> = {};
  if (body !== undefined) {
    all["content-type"] = typeof body === "string" ? "text/plain; charset=utf-8" : "application/json; charset=utf-8";
  }
  for (const name of Object.keys(headers)) {
    const value = headers[name] as string;
    // A server would throw on it after the method is done, outside of all that catches.
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || /[^\t -~\x80-\xff]/.test(value)) throw new TypeError(`The header ${JSON.stringify(name)} cannot be sent: a name or value has a character that HTTP does not allow`);
    all[name.toLowerCase()] = value;
  }
  return all;
}
