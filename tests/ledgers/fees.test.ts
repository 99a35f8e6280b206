import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../harness/app.js";

const FEE = `query ($method: FeeMethod!, $quantity: Int!) {
  processingFee(method: $method, quantity: $quantity) {
    amount free basis tiers { from to unitPrice quantity amount }
  }
}`;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe("processingFee", () => {
  it("reckons pages tier by tier, for whoever asks", async () => {
    const { data, errors } = await app.anonymous.query(FEE, { method: "BY_PAGE", quantity: 119 });
    expect(errors).toBeUndefined();
    expect(data.processingFee).toEqual({
      amount: "1080",
      free: 30,
      basis: "国办函〔2020〕109号",
      tiers: [
        { from: 1, to: 30, unitPrice: "0", quantity: 30, amount: "0" },
        { from: 31, to: 100, unitPrice: "10", quantity: 70, amount: "700" },
        { from: 101, to: 200, unitPrice: "20", quantity: 19, amount: "380" },
      ],
    });
  });

  it("lets every ten pieces from the 31st cost 100 yuan more apiece", async () => {
    const { data } = await app.anonymous.query(FEE, { method: "BY_PIECE", quantity: 41 });
    expect(data.processingFee).toMatchObject({ amount: "4300", free: 10 });
    expect(data.processingFee.tiers.slice(2)).toEqual([
      { from: 31, to: 40, unitPrice: "200", quantity: 10, amount: "2000" },
      { from: 41, to: 50, unitPrice: "300", quantity: 1, amount: "300" },
    ]);
  });

  it.each([
    ["BY_PIECE", 0, "0", 0],
    ["BY_PIECE", 7, "0", 7],
    ["BY_PIECE", 50, "7000", 10],
    ["BY_PAGE", 201, "2740", 30],
    ["BY_PAGE", 100_000, "3994700", 30],
    ["BY_PIECE", 100_000, "49985002000", 10],
  ])("%s, %i: %s yuan, %i of them free", async (method, quantity, amount, free) => {
    const { data } = await app.anonymous.query(FEE, { method, quantity });
    expect(data.processingFee).toMatchObject({ amount, free });
  });

  it.each([-1, 100_001, 2_147_483_647])("refuses a quantity of %i", async (quantity) => {
    const { data, errors } = await app.anonymous.query(FEE, { method: "BY_PIECE", quantity });
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      {
        message: "数量须为 0 至 100000",
        path: ["processingFee"],
        extensions: { code: "BAD_USER_INPUT", argument: ["quantity"] },
      },
    ]);
  });

  it("does not let one request ask for many long lists of tiers", async () => {
    const fields = Array.from(
      { length: 3 },
      (_, at) => `f${at}: processingFee(method: BY_PIECE, quantity: 100000) { tiers { amount } }`,
    );
    const { errors } = await app.anonymous.query(`{ ${fields.join(" ")} }`);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["TOO_COMPLEX"]);
  });
});
