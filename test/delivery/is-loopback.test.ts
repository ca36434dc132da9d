import { describe, expect, it } from "vitest";
import { isLoopback } from "../../src/delivery/is-loopback.js";

describe("isLoopback", () => {
  it.each(["http://127.0.0.1:3000/", "http://127.8.9.10/", "http://0x7f.1/", "http://2130706433/", "http://[::1]:80/", "http://[::ffff:127.0.0.1]/", "http://localhost:3000/", "http://LOCALHOST/"])("takes %s", async (url) => {
    expect(await isLoopback(new URL(url))).toBe(true);
  });

  it.each(["http://0.0.0.0/", "http://[::]/", "http://128.0.0.1/", "http://[::ffff:10.0.0.1]/", "http://169.254.169.254/", "http://example.com/", "http://localhost.example.com/", "http://127.0.0.1.nip.io/", "http://localhost./", "http://a.localhost/"])("refuses %s", async (url) => {
    expect(await isLoopback(new URL(url))).toBe(false);
  });
});
