import { randomBytes } from "node:crypto";

/** 96 random bits, 16 characters: opaque, and without a hint of how many rows others have. */
export const newId = (): string => randomBytes(12).toString("base64url");
