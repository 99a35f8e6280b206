export { StatisticsAnswerType } from "./answer.types.js";
