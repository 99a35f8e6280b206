import type { RequestContext } from "../access/index.js";
import { userById } from "./user.loader.js";
import { presentUser, presentViewer } from "./user.presenter.js";

/** Fetches a user for `node(id:)`: the caller, or a user whom the caller administers. */
export const USER_NODES = {
  User: async (id: string, { viewer, loaders }: RequestContext) => {
    if (viewer.user?.id === id) return presentViewer(viewer).user;
    const user = await loaders.of(userById).load(id);
    return user && presentUser(user);
  },
};
