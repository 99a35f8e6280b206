/** Where the product lives: "" at the root of its host, `/gongkai` below a prefix. The scripts' own address tells. */
export const HOME = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");

/** The address of something that is not a page of the console, and of every request: `at("/graphql")`. */
export const at = (address: string): string => HOME + address;
