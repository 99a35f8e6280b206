import { expect, it } from "vitest";
import { filesOf } from "./files.js";

const remedy = (id: string, more: object = {}) => ({
  id,
  requestId: null,
  reviewId: null,
  concludedOn: "2025-06-01",
  ...more,
});

it("U2 what is handed over is whole files, and no other", () => {
  const remedies = [
    remedy("over an open request", { requestId: "open" }),
    remedy("pending", { concludedOn: null, requestId: "closed", reviewId: "its review" }),
    remedy("its review", { requestId: "closed" }),
    remedy("another suit", { reviewId: "its review" }),
    remedy("over", { requestId: "ended" }),
    remedy("long over"),
  ];
  const { requestIds, remedyIds } = filesOf(remedies, ["open"]);
  expect([...requestIds].sort()).toEqual(["closed", "open"]);
  expect([...remedyIds].sort()).toEqual(["another suit", "its review", "over an open request", "pending"]);
  expect(filesOf([], [])).toEqual({ requestIds: [], remedyIds: [] });
});
