import { lookup } from "node:dns/promises";
import { BlockList, isIP, isIPv6 } from "node:net";

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8, "ipv4");
LOOPBACK.addAddress("::1", "ipv6");

/**
 * Whether a URL leads to this computer and nowhere else: to `localhost`, which is looked up, or to an address of the
 * loopback. Other names never do, wherever they lead at the moment.
 */
export async function isLoopback({ hostname }: URL): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0) return isLoopbackAddress(host);
  if (host !== "localhost") return false;
  const found = await lookup(host, { all: true }).catch(() => []);
  return found.length > 0 && found.every(({ address }) => isLoopbackAddress(address));
}

/** An IPv4 address in an IPv6 one counts as what it is. */
function isLoopbackAddress(address: string): boolean {
  return LOOPBACK.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}
