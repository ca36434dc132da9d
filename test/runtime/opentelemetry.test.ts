import * as api from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { AggregationTemporality, type DataPoint, InMemoryMetricExporter, MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import type { ClaimStore, WebhookHandlerOptions } from "@smart-webhooks/runtime";
import { openTelemetry } from "@smart-webhooks/runtime/opentelemetry";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SampleHandler } from "./sample-handler.js";

const spans = new InMemorySpanExporter();
const metrics = new InMemoryMetricExporter(AggregationTemporality.DELTA);
const reader = new PeriodicExportingMetricReader({ exporter: metrics, exportIntervalMillis: 1e6 });

beforeAll(() => {
  api.context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  api.trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }));
  api.metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
});
beforeEach(async () => {
  await reader.forceFlush();
  metrics.reset();
  spans.reset();
});
afterAll(() => reader.shutdown());

async function deliver(onPush: () => unknown, change = {}, options: WebhookHandlerOptions = {}): Promise<void> {
  const handler = SampleHandler.define({ onPush: onPush as never }, { secret: "s3cret", logger: {}, use: [openTelemetry(api)], ...options });
  await handler.handle({ ...(await signedRequest(handler, "push", { ref: "the payload" }, { id: "id-1" })), ...change });
}

async function counted(): Promise<readonly (readonly [unknown, unknown, unknown])[]> {
  await reader.forceFlush();
  const all = metrics.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics).flatMap((scope) => scope.metrics);
  const pointsOf = (name: string): readonly DataPoint<unknown>[] => all.filter(({ descriptor }) => descriptor.name === name).flatMap(({ dataPoints }): readonly DataPoint<unknown>[] => dataPoints);
  const count = pointsOf("messaging.client.consumed.messages");
  expect(pointsOf("messaging.process.duration")).toHaveLength(count.length);
  return count.map(({ value, attributes }) => [attributes["webhook.outcome"], value, attributes["error.type"]] as const);
}

describe("openTelemetry", () => {
  it("makes a span around the method, in which its own spans stand", async () => {
    await deliver(async () => {
      await Promise.resolve();
      api.trace.getTracer("app").startSpan("mine").end();
    });
    const [mine, ours] = spans.getFinishedSpans();
    expect([mine?.name, mine?.parentSpanContext?.spanId]).toEqual(["mine", ours?.spanContext().spanId]);
    expect(ours).toMatchObject({ name: "process sample/default", kind: api.SpanKind.CONSUMER, status: { code: api.SpanStatusCode.UNSET } });
    expect(ours?.attributes).toEqual({
      "messaging.system": "webhook",
      "messaging.operation.name": "process",
      "messaging.operation.type": "process",
      "messaging.destination.name": "sample/default",
      "messaging.message.id": "id-1",
      "messaging.message.body.size": 21,
      "webhook.event": "push",
      "http.response.status_code": 200,
    });
  });

  it.each([
    ["throws", () => { throw new Error("secret reason"); }, "handler_failed", 500],
    ["rejects", () => Promise.reject(new Error("secret reason")), "handler_failed", 500],
    ["answers an error", () => SampleHandler.define({}, { secret: "s", logger: {} }).errorResponse("x", 422), "422", 422],
  ])("marks the span of a method that %s", async (_, onPush, type, status) => {
    await deliver(onPush);
    const [span] = spans.getFinishedSpans();
    expect(span?.status).toEqual({ code: api.SpanStatusCode.ERROR });
    expect(span?.attributes).toMatchObject({ "error.type": type, "http.response.status_code": status });
    expect(JSON.stringify([span?.attributes, span?.events, span?.status])).not.toMatch(/secret|payload|sha256/);
  });

  it("ends the span when what stands inside of it throws", async () => {
    for (const around of [() => { throw new RangeError("x"); }, () => Promise.reject(new RangeError("x"))]) {
      await deliver(() => {}, {}, { use: [openTelemetry(api), { around }] });
    }
    expect(spans.getFinishedSpans().map(({ attributes }) => attributes["error.type"])).toEqual(["RangeError", "RangeError"]);
  });

  it("counts deliveries by what became of them", async () => {
    const done: ClaimStore = { claim: () => "done", complete: () => {}, release: () => {} };
    await deliver(() => {});
    await deliver(() => {});
    await deliver(() => { throw new Error("x"); });
    await deliver(() => {}, { body: new Uint8Array(1) });
    await deliver(() => {}, {}, { store: done });
    expect((await counted()).toSorted()).toEqual([["duplicate", 1, undefined], ["failed", 1, "handler_failed"], ["handled", 2, undefined], ["refused", 1, "signature_invalid"]]);
  });
});
