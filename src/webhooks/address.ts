import { lookup, type LookupAddress } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { text, type Text } from "../kernel/text.js";
import { URL_LENGTH } from "./webhooks.data.js";

/** Addresses of this machine and of inner networks, and those that are nobody's (RFC 6890). */
const INNER = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  INNER.addSubnet(network, prefix, "ipv4");

/** Only 2000::/3 is given out; within it, what wraps an IPv4 address (6to4, Teredo) may lead anywhere. */
const OUTER_6 = new BlockList();
OUTER_6.addSubnet("2000::", 3, "ipv6");
const INNER_6 = new BlockList();
for (const [network, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
] as const)
  INNER_6.addSubnet(network, prefix, "ipv6");

/** Whether an IP address belongs to somebody on the public network. */
export function isOutside(address: string): boolean {
  if (isIP(address) === 4) return !INNER.check(address, "ipv4");
  return isIP(address) === 6 && OUTER_6.check(address, "ipv6") && !INNER_6.check(address, "ipv6");
}

/** What an address of a program must not be; null where nothing stands against it. `inner`: the operator lets inner networks in. */
export function addressFault(url: string, inner: boolean): Text | null {
  const parsed = url.length <= URL_LENGTH && URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    return text(
      `须为至多 ${URL_LENGTH} 个字符的 https 地址`,
      `An https address of ${URL_LENGTH} characters at most`,
    );
  if (parsed.username || parsed.password)
    return text("地址中不能有用户名和密码", "The address must hold no user name or password");
  if (parsed.hash) return text("地址中不能有 # 部分", "The address must have no fragment");
  if (inner) return null;
  if (parsed.protocol !== "https:") return text("须为 https 地址", "Only https addresses are taken");
  const host = hostOf(parsed);
  if (/(^|\.)localhost$/i.test(host) || (isIP(host) !== 0 && !isOutside(host)))
    return text("不能是本机或内网的地址", "The address must not lie on this machine or an inner network");
  return null;
}

/** Without the brackets of an IPv6 address. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");

export const NOT_OUTSIDE = "ADDRESS_NOT_ALLOWED";

/** Looks a name up for a connection and refuses inner addresses: what a name stands for may change after it was checked. */
export const outsideOnly: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return done(error, "");
    if (found.length === 0 || !found.every(({ address }) => isOutside(address)))
      return done(Object.assign(new Error("an inner address"), { code: NOT_OUTSIDE }), "");
    const [first] = found;
    if (options.all) done(null, found);
    else done(null, first?.address ?? "", first?.family);
  });
};
