export { INTERPRETATION_LEDGER } from "./ledger.js";
export { INTERPRETATIONS } from "./interpretation.entity.js";
export { type GivenFields, importInterpretations } from "./steps/register.js";
