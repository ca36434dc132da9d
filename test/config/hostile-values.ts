const texts: readonly string[] = [
  "", " ", "a", "A", "a.b", "a-b", "X-A", "X-{n}", "{n}", "{N}{n}", "{body}", "{secret}{body}", "{body", "a}", "{}", "{field:a}", "{field:__proto__}", "{parameter:a}", "a[]", "[]", "[].a",
  "__proto__", "constructor", "prototype", "a.__proto__", "toString", "none", "kid", "hex", "base64", "body", "url", "ES256", "HS256", "ACME_SECRET", "1A", "acme.com", "api.*.acme.com", "*.com",
  "https://acme.com/keys", "https://", "https://a b", "//acme.com", "javascript:alert(1)", "../../etc/passwd", "é", "a b", ",", ";", '"', "'", "`", "\\", "${process.exit()}", "`);process.exit();//",
  '"]);globalThis.X=1;[("', "*/", "//# sourceMappingURL=x", "</script>", "%0d%0a", "a".repeat(64), "a".repeat(65), "a".repeat(129), "a".repeat(10_000), "{body}".repeat(2_000), `${"a.".repeat(5_000)}a`,
];

const maps: readonly Readonly<Record<string, unknown>>[] = [
  {}, { a: "b" }, { a: 1 }, { a: null }, { a: "body" }, { a: "ACME_A" }, { "X-A": "1" }, { "a b": "1" }, { "": "a" }, { constructor: "body" }, { signature: "v1" }, { signature: "" },
  { signature: "v1", timestamp: "t", separator: ";" }, { signature: "v1", timestamp: 1 }, { timestamp: "t" }, { signature: "v1", other: "t" }, { a: { b: "c" } }, { a: ["b"] },
];

/** What a YAML may hold in place of a value: texts that mean something somewhere, every other type, and their lists. */
export const hostileValues: readonly unknown[] = [
  ...texts, ...texts.map((text) => [text]), ...maps,
  null, true, false, 0, 1, -1, 1.5, 300, 86_400, 86_401, 1e21, [], [null], [1], [true], [[]], [["a"]], [{}], ["a", "a"], ["a", "b"], ["ES256", "RS256"], ["body", 1],
];
