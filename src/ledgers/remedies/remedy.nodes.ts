import type { RequestContext } from "../../access/index.js";
import { remedyById } from "./remedy.loader.js";
import { presentRemedy } from "./remedy.presenter.js";

/** How a case is fetched by its id, for `node(id:)`. */
export const REMEDY_NODES = {
  Remedy: async (id: string, { loaders }: RequestContext) => {
    const remedy = await loaders.of(remedyById).load(id);
    return remedy && presentRemedy(remedy);
  },
};
