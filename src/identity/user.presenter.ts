import type { Role, SignedInUser, Viewer } from "../access/index.js";
import { toGlobalId } from "../platform/graphql/global-id.js";
import type { ViewerType } from "./sign-in.types.js";
import type { UserRecord } from "./user.store.js";
import type { MembershipType, UserType } from "./user.types.js";

/** The view of an administrator. */
export const presentUser = (record: UserRecord): UserType => ({
  __typename: "User",
  userId: record.id,
  record,
  id: toGlobalId("User", record.id),
  login: record.login,
  displayName: record.displayName,
  disabled: record.disabledAt !== null,
});

const presentOneself = ({ id, login, displayName }: SignedInUser): UserType => ({
  __typename: "User",
  userId: id,
  record: null,
  id: toGlobalId("User", id),
  login,
  displayName,
  disabled: null,
});

export const presentMembership = ({ unitId, role }: { unitId: string; role: Role }): MembershipType => ({
  unitId,
  role,
});

export const presentMemberships = (viewer: Viewer): MembershipType[] =>
  viewer.memberships.map(({ unit, role }) => presentMembership({ unitId: unit.id, role }));

export const presentViewer = (viewer: Viewer): ViewerType => ({
  user: viewer.user && presentOneself(viewer.user),
  memberships: presentMemberships(viewer),
  mustChangePassword: viewer.user?.mustChangePassword ?? false,
});
