import type { RawServerDefault, FastifyServerOptions } from "fastify";

type Rewrite = NonNullable<FastifyServerOptions<RawServerDefault>["rewriteUrl"]>;

/** The address as the product's routes know it. A proxy may leave the prefix in place or take it away. */
export const withoutPrefix =
  (prefix: string): Rewrite =>
  ({ url = "/" }) => {
    if (prefix === "" || !url.startsWith(prefix)) return url;
    const rest = url.slice(prefix.length);
    return rest === "" || rest.startsWith("?") ? `/${rest}` : rest.startsWith("/") ? rest : url;
  };

/** Markup whose addresses on this server lie below the prefix. Quotes in texts are escaped, so only attributes match. */
export const belowPrefix = (prefix: string, markup: string): string =>
  prefix === "" ? markup : markup.replace(/ (href|src|action)="\/(?!\/)/g, ` $1="${prefix}/`);
