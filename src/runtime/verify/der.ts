/** A value of DER (X.690): its tag, its content, and where it ends. */
interface Tlv {
  readonly tag: number;
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

/** The SubjectPublicKeyInfo of an X.509 certificate (RFC 5280, 4.1), undefined when there is none. */
export function subjectPublicKeyInfo(certificate: Uint8Array): Uint8Array | undefined {
  const outer = readTlv(certificate, 0);
  const fields = outer && readTlv(certificate, outer.from);
  if (!outer || !fields || outer.tag !== SEQUENCE || fields.tag !== SEQUENCE) return undefined;
  const found: Tlv[] = [];
  for (let at = fields.from; at < fields.to; ) {
    const field = readTlv(certificate, at);
    if (!field) return undefined;
    // The version stands in front, explicitly tagged, in all but the oldest.
    if (field.tag !== 0xa0) found.push(field);
    at = field.to;
  }
  // serial, signature algorithm, issuer, validity, subject, key
  const key = found[5];
  return key?.tag === SEQUENCE ? certificate.subarray(key.start, key.to) : undefined;
}

/** The two numbers of an ECDSA signature in DER (RFC 3279, 2.2.3), each of `size` bytes, side by side; undefined unless it is DER to the letter. */
export function ecdsaNumbers(der: Uint8Array, size: number): Uint8Array | undefined {
  const outer = readTlv(der, 0);
  if (!outer || outer.tag !== SEQUENCE || outer.to !== der.length) return undefined;
  const r = readTlv(der, outer.from);
  const s = r && readTlv(der, r.to);
  if (!r || !s || s.to !== outer.to) return undefined;
  const joined = new Uint8Array(size * 2);
  for (const [index, number] of [r, s].entries()) {
    const bytes = unsigned(der, number);
    if (bytes === undefined || bytes.length > size) return undefined;
    joined.set(bytes, size * (index + 1) - bytes.length);
  }
  return joined;
}

const SEQUENCE = 0x30;
const INTEGER = 0x02;

/** A positive INTEGER without the zero that keeps its sign; undefined for a negative one or one with more zeros than it needs. */
function unsigned(der: Uint8Array, { tag, from, to }: Tlv): Uint8Array | undefined {
  const [first = 0x80, second = 0] = der.subarray(from, to);
  if (tag !== INTEGER || first >= 0x80) return undefined;
  if (first !== 0) return der.subarray(from, to);
  return to - from > 1 && second < 0x80 ? undefined : der.subarray(from + 1, to);
}

function readTlv(der: Uint8Array, start: number): Tlv | undefined {
  const [tag, short] = [der[start], der[start + 1]];
  if (tag === undefined || short === undefined) return undefined;
  const more = short < 0x80 ? 0 : short - 0x80;
  if (more > 3 || short === 0x80) return undefined;
  let length = more === 0 ? short : 0;
  for (let index = 0; index < more; index++) length = length * 256 + (der[start + 2 + index] ?? 0);
  // The shortest form is the only one.
  if (more > 0 && (length < 0x80 || length < 256 ** (more - 1))) return undefined;
  const from = start + 2 + more;
  return from + length > der.length ? undefined : { tag, start, from, to: from + length };
}
