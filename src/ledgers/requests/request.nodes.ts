import type { RequestContext } from "../../access/index.js";
import { informationRequestById } from "./request.loader.js";
import { presentRequest } from "./request.presenter.js";

/** How a request is fetched by its id, for `node(id:)`. */
export const REQUEST_NODES = {
  InformationRequest: async (id: string, { loaders }: RequestContext) => {
    const row = await loaders.of(informationRequestById).load(id);
    return row && presentRequest(row);
  },
};
