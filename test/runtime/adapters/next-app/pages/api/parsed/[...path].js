export default (request, response) => globalThis.webhooks.pages(request, response);
