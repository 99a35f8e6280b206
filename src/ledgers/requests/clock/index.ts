export type { Clock, ClockEvent, ClockInput, ClockLapse, ClockStep } from "./clock.js";
export { isLate, reckonClock } from "./reckon.js";
export type { Wait } from "./wait.js";
