/**
 * The network under which attempts from an address are counted: an IPv4 address by itself; of IPv6 the first half, as
 * one subscriber holds 2^64 addresses. IPv4 may come written as IPv6.
 */
export function networkOf(address: string): string {
  const v4 = /(?:^|:)(\d+(?:\.\d+){3})$/.exec(address)?.[1];
  if (v4 !== undefined || !address.includes(":")) return v4 ?? address;
  const [head = "", tail = ""] = address.split("::");
  const groups = (part: string): string[] => (part === "" ? [] : part.split(":"));
  const missing = 8 - groups(head).length - groups(tail).length;
  const zeros = address.includes("::") ? Array.from({ length: missing }, () => "0") : [];
  return [...groups(head), ...zeros, ...groups(tail)]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")
    .toLowerCase();
}
