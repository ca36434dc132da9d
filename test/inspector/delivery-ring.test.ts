import { describe, expect, test } from "vitest";
import type { DeliveryRecord } from "../../src/inspector/delivery-record.js";
import { DeliveryRing } from "../../src/inspector/delivery-ring.js";

const record = (id: number, bytes = 0): DeliveryRecord =>
  ({ id: String(id), request: { url: "/", headers: [], body: new Uint8Array(bytes) }, answer: { body: new Uint8Array(0) } }) as unknown as DeliveryRecord;

const ids = (ring: DeliveryRing): readonly string[] => ring.all().map(({ id }) => id);

describe("the ring of deliveries", () => {
  test("keeps the last ones, and says which went", () => {
    const ring = new DeliveryRing({ deliveries: 2, bytes: 1e6 });
    expect([ring.add(record(1)), ring.add(record(2)), ring.add(record(3))]).toEqual([[], [], ["1"]]);
    expect(ids(ring)).toEqual(["2", "3"]);
    expect([ring.get("1"), ring.get("3")?.id]).toEqual([undefined, "3"]);
  });

  test("keeps no more bytes than it may, however few deliveries that is", () => {
    const ring = new DeliveryRing({ deliveries: 100, bytes: 100_000 });
    for (let id = 1; id <= 20; id++) ring.add(record(id, 5000));
    expect(ids(ring)).toEqual(["17", "18", "19", "20"]);
  });

  test("keeps nothing of one that is too large by itself", () => {
    const ring = new DeliveryRing({ deliveries: 100, bytes: 100_000 });
    ring.add(record(1));
    expect(ring.add(record(2, 100_000))).toEqual(["1", "2"]);
    expect(ids(ring)).toEqual([]);
    ring.add(record(3));
    expect(ids(ring)).toEqual(["3"]);
  });

  test("is empty once it is cleared", () => {
    const ring = new DeliveryRing({ deliveries: 2, bytes: 10_000 });
    ring.add(record(1, 2000));
    ring.clear();
    expect(ids(ring)).toEqual([]);
    ring.add(record(2, 2000));
    expect(ids(ring)).toEqual(["2"]);
  });
});
