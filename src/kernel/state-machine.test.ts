import { describe, expect, it } from "vitest";
import { StateMachine, type Transition } from "./state-machine.js";

type Step = Transition<"A" | "B" | "C", "go" | "back", "clerk" | "officer">;

const GO: Step = { verb: "go", from: ["A"], to: "B", role: "clerk" };
const ON: Step = { verb: "go", from: ["B"], to: "C", role: "officer" };

describe("a workflow table", () => {
  it("finds the step of somebody's roles, and none other", () => {
    const machine = new StateMachine("A", ["A", "B", "C"], [GO, ON]);
    expect(machine.step("go", "A", new Set(["clerk"]))).toBe(GO);
    expect(machine.step("go", "A", new Set(["officer"]))).toBeUndefined();
    expect(machine.step("back", "A", new Set(["clerk"]))).toBeUndefined();
    expect(machine.next("B")).toEqual(["C"]);
    expect(machine.next("C")).toEqual([]);
  });

  it("does not start with a state that no way leads to", () => {
    expect(() => new StateMachine("A", ["A", "B", "C"], [GO])).toThrow("no way leads to C");
  });

  it("does not start with two steps for one verb, state and role", () => {
    const twice: Step = { ...GO, to: "C" };
    expect(() => new StateMachine("A", ["A", "B", "C"], [GO, ON, twice])).toThrow("two steps for go from A");
  });
});
