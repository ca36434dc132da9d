export const config = { api: { bodyParser: false } };

export default (request, response) => globalThis.webhooks.pages(request, response);
