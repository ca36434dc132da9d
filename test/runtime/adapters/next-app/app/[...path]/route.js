const route = (method) => (request) => globalThis.webhooks.app[method](request);

export const GET = route("GET");
export const HEAD = route("HEAD");
export const OPTIONS = route("OPTIONS");
export const POST = route("POST");
