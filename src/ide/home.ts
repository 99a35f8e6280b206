/** An address on this server, also where the product lives below a prefix: the scripts' own address tells. */
export const at = (address: string): string =>
  new URL("../..", import.meta.url).pathname.replace(/\/$/, "") + address;
