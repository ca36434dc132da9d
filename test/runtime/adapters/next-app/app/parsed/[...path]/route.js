export async function POST(request) {
  await request.text();
  return globalThis.webhooks.app.POST(request);
}
