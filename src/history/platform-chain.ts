/** The history of what belongs to no unit: sign-ins under unknown names, what the operator does to the installation. */
export const PLATFORM = { id: "platform-history", path: "platform-history/" } as const;
