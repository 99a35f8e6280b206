/** A unit that stood elsewhere on some day: its path now, and the path now of the unit it stood below; null: a root. */
export interface StoodElsewhere {
  readonly path: string;
  readonly parentPath: string | null;
}

/** Maps present paths to paths on that day: a unit moved with everything below it. */
export function placesThen(moved: readonly StoodElsewhere[]): (path: string) => string {
  const deepestFirst = [...moved].sort((a, b) => b.path.length - a.path.length);
  const then = (path: string): string => {
    const above = deepestFirst.find((one) => path.startsWith(one.path));
    if (!above) return path;
    const own = above.path.slice(above.path.lastIndexOf("/", above.path.length - 2) + 1);
    const parent = above.parentPath === null ? "" : then(above.parentPath);
    return `${parent}${own}${path.slice(above.path.length)}`;
  };
  return then;
}
