import { createServer } from "node:http";
import { webhookRoutes } from "@smart-webhooks/runtime/node";
import { ParcelPostHandler, type ParcelScannedEvent } from "./webhooks/parcel-post/handler.js";

class MyParcelPostHandler extends ParcelPostHandler {
  override onParcelScanned({ payload: { data } }: ParcelScannedEvent) {
    return this.successResponse({ seen: `${data.parcel} in ${data.depot}` });
  }
}

createServer(webhookRoutes({ "parcel-post": new MyParcelPostHandler() })).listen(Number(process.env["PORT"] ?? 3000));
